"""Rung Chuông Vàng: a live quiz contest engine. Importing it loads nothing else."""
