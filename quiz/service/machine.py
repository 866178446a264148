"""The machine's own clock, luck and timers, for `ports`."""

import contextlib
import gc
import secrets
import threading
import uuid
from collections.abc import Callable, Iterator


class RandomIds:
    """Ids nobody can guess; a PIN is short, for a hall types it."""

    def contest(self) -> str:
        """Twelve letters and digits."""
        return secrets.token_hex(6)

    def pin(self) -> str:
        """Six digits, the first not 0."""
        return str(100_000 + secrets.randbelow(900_000))

    def command(self) -> str:
        """A random UUID."""
        return str(uuid.uuid4())


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """No search for garbage meanwhile: reading a long contest makes much that stays.

    Nor a search through all of it afterwards, which would keep everybody waiting.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Both together count what is new as old, unlooked at.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def later(ms: int, act: Callable[[], None]) -> Callable[[], None]:
    """Call `act` after `ms` in a thread of its own; the answer calls it off."""
    timer = threading.Timer(ms / 1000, act)
    timer.daemon = True
    timer.start()
    return timer.cancel
