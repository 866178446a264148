"""Packets from clients, read strictly: what our pages never send is no packet."""

from socketio import packet

from quiz.transport.json_text import JsonText

_SENT_BY_CLIENTS = (packet.CONNECT, packet.DISCONNECT, packet.EVENT)
_LIFE_OF_A_SOCKET = ("connect", "disconnect")


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
            attachments = super().decode(encoded_packet)
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
