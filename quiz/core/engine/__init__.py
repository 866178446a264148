"""Deciding commands and folding events: one contest from its journal."""
