"""What the consoles of a contest are told of its storage, in the order in which it came to be."""

import threading
from collections.abc import Callable


class StorageWord:
    """The trouble that stands, else a remark of what is over; `tell` gets each new word.

    Safe to use from any thread: what was told last is what holds.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self.trouble = ""
        self._remark = ""
        self._told = ""
        self._tell = tell
        self._telling = threading.Lock()

    @property
    def said(self) -> str:
        """What holds now, empty when there is nothing to say."""
        return self.trouble or self._remark

    def be_in(self, trouble: str) -> None:
        """Have this trouble stand; a remark waits until there is none."""
        self.trouble = trouble
        self._speak()

    def remark(self, code: str) -> None:
        """Say this while there is no trouble, until an empty one takes it back."""
        self._remark = code
        self._speak()

    def _speak(self) -> None:
        with self._telling:
            said = self.said
            if said != self._told:
                self._told = said
                self._tell(said)
