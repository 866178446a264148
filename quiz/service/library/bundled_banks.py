"""A cache of the folder's banks, read again only when a file changed: that takes a good while."""

from pathlib import Path

from quiz.banks.bank import Bank, Problem
from quiz.banks.files.illustrated import load_all_illustrated
from quiz.service.library.ports import PictureStore

LoadedBanks = tuple[tuple[Bank, ...], tuple[Problem, ...]]


class BundledBanks:
    """The question banks that came with the program; never written.

    The pictures that lie beside them are kept where those of all questions are.
    """

    def __init__(self, folder: Path, pictures: PictureStore) -> None:
        self._folder = folder
        self._pictures = pictures
        self._stamp: tuple[tuple[str, int, int], ...] | None = None
        self._loaded: LoadedBanks = ((), ())

    def load(self) -> LoadedBanks:
        """The whole banks, and what is wrong with the others; the same object until a change.

        Raises:
            StorageFailed: a picture could not be kept.
        """
        stamp = tuple(
            (file.name, file.stat().st_mtime_ns, file.stat().st_size)
            for file in sorted(self._folder.iterdir())
            if file.is_file()
        )
        if stamp != self._stamp:
            banks, pictures, problems = load_all_illustrated(self._folder)
            self._pictures.put_all(pictures)
            self._loaded, self._stamp = (banks, problems), stamp
        return self._loaded
