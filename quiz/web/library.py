"""The banks of a folder, read again only when a file changed: reading takes a good while."""

from pathlib import Path

from quiz.banks.bank import Bank, Problem
from quiz.banks.reading import load_folder

Loaded = tuple[tuple[Bank, ...], tuple[Problem, ...]]


class Library:
    """The question banks that a new contest may draw from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamp: tuple[tuple[str, int, int], ...] | None = None
        self._loaded: Loaded = ((), ())

    def load(self) -> Loaded:
        """The whole banks, and what is wrong with the others."""
        stamp = tuple(
            (file.name, file.stat().st_mtime_ns, file.stat().st_size)
            for file in sorted(self._folder.glob("*.yaml"))
        )
        if stamp != self._stamp:
            self._loaded = load_folder(self._folder)
            self._stamp = stamp
        return self._loaded
