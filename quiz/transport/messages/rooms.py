"""Who is in which room of a namespace: the rooms of contests, and nobody's own.

Socket.IO gives every socket a room of its own too, and looks through all rooms when one leaves:
when thousands lose the Wi-Fi at once, that takes the square of their number.
"""

from collections.abc import Collection, Iterator

from socketio import Manager


class Rooms(Manager):  # type: ignore[misc]
    """A socket is found by its name, without a room for it alone."""

    def basic_enter_room(
        self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None
    ) -> None:
        """Enter a room; one's own needs no entry."""
        if room != sid:
            super().basic_enter_room(sid, namespace, room, eio_sid=eio_sid)

    def get_participants(self, namespace: str, room: str | None) -> Iterator[tuple[str, str]]:
        """The sockets of a room, or the one socket of that name."""
        everybody = self.rooms.get(namespace, {}).get(None, {})
        if room is not None and room in everybody:
            yield room, everybody[room]
        else:
            yield from super().get_participants(namespace, room)

    def is_anybody_in(self, rooms: Collection[str]) -> bool:
        """Whether any of these rooms has a socket, in whichever namespace."""
        return any(room in inside for inside in self.rooms.values() for room in rooms)
