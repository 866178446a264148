"""Packets from clients, read strictly: what our pages never send is no packet."""

import re

from socketio import packet

from quiz.transport.messages.json_text import JsonText

_SENT_BY_CLIENTS = (packet.CONNECT, packet.DISCONNECT, packet.EVENT)
_LIFE_OF_A_SOCKET = ("connect", "disconnect")
_USUAL = re.compile(rf"{packet.EVENT}(/[a-z]+),([0-9]{{1,15}})(\[.*)", re.DOTALL)
"""Nearly all that pages send: an event of a namespace that wants a reply."""


class Unreadable(ValueError):
    """What a client sent is no packet of our pages."""


class StrictPacket(packet.Packet):  # type: ignore[misc]
    """A Socket.IO packet of text alone; reading another one raises Unreadable."""

    uses_binary_events = False
    json = JsonText

    def decode(self, encoded_packet: object) -> int:
        """Read a packet; an event that poses as a connection loses its name."""
        if not isinstance(encoded_packet, str):
            raise Unreadable("not text")
        try:
            attachments = self._decode(encoded_packet)
        except (ValueError, TypeError, LookupError, RecursionError) as problem:
            raise Unreadable(type(problem).__name__) from problem
        if attachments or self.packet_type not in _SENT_BY_CLIENTS:
            raise Unreadable("not a packet of a client")
        if self.packet_type == packet.EVENT:
            if not (isinstance(self.data, list) and self.data and isinstance(self.data[0], str)):
                raise Unreadable("an event without a name")
            if self.data[0] in _LIFE_OF_A_SOCKET:
                self.data[0] = ""
        return 0

    def _decode(self, text: str) -> int:
        usual = _USUAL.fullmatch(text)
        if usual is None:
            attachments: int = super().decode(text)
            return attachments
        self.packet_type, self.namespace = packet.EVENT, usual[1]
        self.id, self.data = int(usual[2]), JsonText.loads(usual[3])
        return 0
