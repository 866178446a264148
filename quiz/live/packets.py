"""Packets from clients, read strictly: what our pages never send is no packet."""

from socketio import packet

from quiz.live.wire import Json

_SENT_BY_CLIENTS = (packet.CONNECT, packet.DISCONNECT, packet.EVENT)
_LIFE_OF_A_SOCKET = ("connect", "disconnect")


class StrictPacket(packet.Packet):  # type: ignore[misc]
    """A Socket.IO packet of text alone; reading another one raises ValueError."""

    uses_binary_events = False
    json = Json

    def decode(self, encoded_packet: object) -> int:
        """Read a packet; an event that poses as a connection loses its name."""
        if not isinstance(encoded_packet, str):
            raise ValueError("not text")  # noqa: TRY004
        attachments = super().decode(encoded_packet)
        if attachments or self.packet_type not in _SENT_BY_CLIENTS:
            raise ValueError("not a packet of a client")
        if self.packet_type == packet.EVENT:
            if not (isinstance(self.data, list) and self.data and isinstance(self.data[0], str)):
                raise ValueError("an event without a name")
            if self.data[0] in _LIFE_OF_A_SOCKET:
                self.data[0] = ""
        return 0
