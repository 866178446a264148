"""A namespace's handler, handed what happens to its clients by us instead of by Flask-SocketIO.

The library would make a request of the web framework for each event, and call a handler that
raised a TypeError a second time with other arguments.
"""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from flask_socketio import Namespace as _Namespace
from socketio.exceptions import ConnectionRefusedError as NotAdmitted

log = logging.getLogger(__name__)

Reply = Callable[[dict[str, Any]], None]

__all__ = ["Listener", "NotAdmitted", "Reply"]


class Listener(_Namespace, ABC):
    """Hears of every client of one namespace; `on_connect` may raise NotAdmitted with a code."""

    def trigger_event(self, event: str, sid: str, *args: Any) -> None:
        """Let a client come or go; no other event comes this way."""
        try:
            if event == "connect":
                self.on_connect(sid, *args)
            elif event == "disconnect":
                self.on_disconnect(sid)
        except NotAdmitted:
            raise
        except Exception as problem:
            log.exception("A connection failed to %s", event)
            raise NotAdmitted("failed") from problem

    @abstractmethod
    def on_connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        """Let a client in, or raise NotAdmitted."""

    @abstractmethod
    def on_disconnect(self, sid: str) -> None:
        """Forget a client."""

    @abstractmethod
    def hear(self, event: str, sid: str, data: object, reply: Reply) -> None:
        """Carry out one message, and acknowledge it now or later."""
