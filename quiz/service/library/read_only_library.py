"""What the library's pages read: every bank as it stands, and how it came to be so."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.banks.alike import Alike
from quiz.core.errors import Rejected
from quiz.service.library.bank_overlays import LibraryBank, LibraryQuestion
from quiz.service.library.bundled_banks import LoadedBanks
from quiz.service.library.library_cache import LibraryCache
from quiz.service.library.ports import LibraryStore, PictureStore
from quiz.service.library.revisions import Revision, bundled_revisions, revisions
from quiz.service.library.rows import Original
from quiz.service.refusing import refusing


class ReadOnlyLibrary:
    """The banks as they stand; safe to use from any thread.

    Every method raises Rejected: `storage_failed`; those that name a bank `no_such_bank`, a
    question `no_such_question`.
    """

    def __init__(self, folder: Path, store: LibraryStore, pictures: PictureStore) -> None:
        self._store = store
        self._pictures = pictures
        self._cache = LibraryCache(folder, store, pictures)
        self._guard = threading.RLock()

    def load(self) -> LoadedBanks:
        """The banks to draw from, archived ones left out, and what is wrong with files."""
        with self._held():
            found = [bank.bank for bank in self._cache.banks().values() if not bank.archived]
            return tuple(bank for bank in found if bank.questions), self._cache.problems()

    def banks(self) -> tuple[LibraryBank, ...]:
        """Every bank, archived ones too."""
        with self._held():
            return tuple(self._cache.banks().values())

    def bank(self, bank_id: str) -> LibraryBank:
        """One bank, archived or not."""
        with self._held():
            if bank := self._cache.banks().get(bank_id):
                return bank
        raise Rejected("no_such_bank", bank_id)

    def question(self, bank_id: str, question_id: str) -> LibraryQuestion:
        """One question, archived or not."""
        found = (each for each in self.bank(bank_id).questions if each.question.id == question_id)
        if question := next(found, None):
            return question
        raise Rejected("no_such_question", question_id)

    def history(self, bank_id: str, question_id: str = "") -> tuple[Revision, ...]:
        """Every change of a bank, or of one question, the first one first.

        A bundled question's begins with version 0: what its file says now.
        """
        with self._held():
            self.bank(bank_id)
            base = self._cache.base(bank_id)
            changes = self._store.changes(bank_id, question_id=question_id)
            return (*bundled_revisions(base, question_id), *revisions(base, changes))

    def alike(self) -> Alike:
        """The questions in use, ready to be asked which of them are alike."""
        with self._held():
            return self._cache.alike()

    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of ids of questions that somebody said are no duplicates."""
        with self._held():
            return self._cache.apart()

    def picture(self, name: str) -> bytes | None:
        """The picture of this name."""
        with self._held():
            return self._pictures.get(name)

    def originals(self, bank_id: str) -> tuple[str, ...]:
        """The names of the files that a bank was imported from, the first one first."""
        with self._held():
            return self._store.originals(bank_id)

    def original(self, bank_id: str, place: int) -> Original:
        """One of them, by its place from 0; raises Rejected: `no_such_original`."""
        with self._held():
            if found := self._store.original(bank_id, place):
                return found
        raise Rejected("no_such_original", str(place))

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._guard, refusing():
            yield
