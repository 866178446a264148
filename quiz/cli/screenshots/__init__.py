"""`run.py screenshots DIR`: a picture of every page in every state, off a real server."""

from quiz.cli.screenshots.command import main

__all__ = ["main"]
