"""Replies to messages: what a handler returns at once, or what the writer has after its commit.

Socket.IO acknowledges with what a handler returns, so the handler of an answer would have to
wait for the commit, and thousands of green threads with it; here the writer acknowledges.
"""

import logging
from typing import Any

import socketio
from socketio.packet import ACK

from quiz.meter import Meter
from quiz.transport.messages.json_text import JsonText
from quiz.transport.messages.listener import Listener
from quiz.transport.websocket.connection import Connection

log = logging.getLogger(__name__)


def reply_by_hand(server: socketio.Server, meter: Meter) -> None:
    """Hand every message to its namespace together with the way to acknowledge it.

    `meter` counts what is refused.
    """

    def handle(_: object, sid: str, eio_sid: str, data: Any, namespace: str, id: object) -> None:
        def reply(said: dict[str, Any]) -> None:
            if not said["ok"]:
                meter.refuse(said["code"])
            connection = server.eio.sockets.get(eio_sid)
            if id is None or (connection is not None and connection.closed):
                return
            if isinstance(connection, Connection):
                connection.say(f"{ACK}{namespace},{id}[{JsonText.dumps(said)}]")
            else:
                packet = server.packet_class(ACK, namespace=namespace, id=id, data=[said])
                server._send_packet(eio_sid, packet)

        listener: Listener | None = server.namespace_handlers.get(namespace)
        if listener is None:
            return
        event, *rest = data
        try:
            listener.hear(event, sid, rest[0] if rest else {}, reply)
        except Exception:
            log.exception("A message was not carried out")
            reply({"ok": False, "code": "failed"})

    server._handle_event_internal = handle
