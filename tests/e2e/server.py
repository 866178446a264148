"""The real server as a process of its own; see `quiz.drill.server`."""

from quiz.drill.server import LINK, RUN, ServerProcess

__all__ = ["LINK", "RUN", "ServerProcess"]
