"""Contests that run: each with a queue, one writer and its timers."""
