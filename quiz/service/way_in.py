"""How phones get in: the address they open, and the Wi-Fi they need for it.

A laptop with two networks has two addresses, and only one of them is the hall's: whoever set it up
says which, once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from quiz.core.errors import Rejected

LONGEST_NAME, LONGEST_PASSWORD = 32, 63
"""Signs that a Wi-Fi's name and its password may have."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """The address, without a slash at its end; name and password of the Wi-Fi, if they are told."""

    url: str
    wifi: str = ""
    password: str = ""


class WayInStore(Protocol):
    """Where it is kept from one start to the next."""

    def read(self) -> WayIn | None:
        """What was kept; None where nothing was, or nothing that can be read."""

    def keep(self, way_in: WayIn) -> None:
        """Keep it; raises OSError."""


def likeliest(addresses: list[str], kept: WayIn | None) -> str:
    """Of this machine's addresses the one kept if it still has it, else the first; empty: none."""
    hosts = {urlsplit(address).hostname: address for address in reversed(addresses)}
    found = hosts.get(urlsplit(kept.url).hostname) if kept else None
    return found or (addresses[0] if addresses else "")


class WaysIn:
    """The way in of one server, and the others it might have.

    `found` gives this machine's addresses as they are now; `is_given`: the address was set from
    outside, and no other is offered.
    """

    def __init__(
        self,
        store: WayInStore,
        url: str,
        found: Callable[[], list[str]] = list,
        *,
        is_given: bool = False,
    ) -> None:
        kept = store.read() or WayIn("")
        self.now = WayIn(url.rstrip("/"), kept.wifi, kept.password)
        self.is_given = is_given
        self._store = store
        self._found = found
        self._listeners: list[Callable[[], None]] = []

    def addresses(self) -> list[str]:
        """Those to choose from: the one in use, and what else this machine has now."""
        others = [] if self.is_given else self._found()
        return list(dict.fromkeys([self.now.url, *others]))

    def choose(self, way_in: WayIn) -> None:
        """Have phones come in so from now on, and after the next start.

        Raises:
            Rejected: `bad_address`: not one of the `addresses`; `bad_wifi`: a name or password that
                no Wi-Fi has; `storage_failed`: it could not be kept.
        """
        if way_in.url not in self.addresses():
            raise Rejected("bad_address")
        if not _is_wifi(way_in):
            raise Rejected("bad_wifi")
        try:
            self._store.keep(way_in)
        except OSError as problem:
            raise Rejected("storage_failed") from problem
        self.now = way_in
        for listener in self._listeners:
            listener()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Have `listener` called whenever another way was chosen."""
        self._listeners.append(listener)


def _is_wifi(way_in: WayIn) -> bool:
    text = way_in.wifi + way_in.password
    fits = len(way_in.wifi) <= LONGEST_NAME and len(way_in.password) <= LONGEST_PASSWORD
    return fits and text.isprintable() and not (way_in.password and not way_in.wifi)
