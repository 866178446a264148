"""What the library's pages read: every bank as it stands, and how it came to be so."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.banks.alike import Alike
from quiz.core.errors import Rejected
from quiz.service.library.ports import LibraryStore, PictureStore
from quiz.service.library.revisions import Revision, first, revisions
from quiz.service.library.rows import Original
from quiz.service.library.shelves import Shelves
from quiz.service.library.shelving import ShelvedBank, ShelvedQuestion
from quiz.service.library.shipped import Loaded
from quiz.service.refusing import refusing


class Catalogue:
    """The banks as they stand; safe to use from any thread.

    Every method raises Rejected: `storage_failed`; those that name a bank `no_such_bank`, a
    question `no_such_question`.
    """

    def __init__(self, folder: Path, shelf: LibraryStore, pictures: PictureStore) -> None:
        self._shelf = shelf
        self._pictures = pictures
        self._shelves = Shelves(folder, shelf, pictures)
        self._guard = threading.RLock()

    def load(self) -> Loaded:
        """The banks to draw from, archived ones left out, and what is wrong with files."""
        with self._held():
            found = [bank.bank for bank in self._shelves.banks().values() if not bank.archived]
            return tuple(bank for bank in found if bank.questions), self._shelves.problems()

    def banks(self) -> tuple[ShelvedBank, ...]:
        """Every bank, archived ones too."""
        with self._held():
            return tuple(self._shelves.banks().values())

    def bank(self, bank_id: str) -> ShelvedBank:
        """One bank, archived or not."""
        with self._held():
            if bank := self._shelves.banks().get(bank_id):
                return bank
        raise Rejected("no_such_bank", bank_id)

    def question(self, bank_id: str, question_id: str) -> ShelvedQuestion:
        """One question, archived or not."""
        found = (each for each in self.bank(bank_id).questions if each.question.id == question_id)
        if question := next(found, None):
            return question
        raise Rejected("no_such_question", question_id)

    def history(self, bank_id: str, question_id: str = "") -> tuple[Revision, ...]:
        """Every change of a bank, or of one question, the first one first.

        A shipped question's begins with version 0: what its file says now.
        """
        with self._held():
            self.bank(bank_id)
            base = self._shelves.base(bank_id)
            changes = self._shelf.changes(bank_id, question_id=question_id)
            return (*first(base, question_id), *revisions(base, changes))

    def alike(self) -> Alike:
        """The questions in use, ready to be asked which of them are alike."""
        with self._held():
            return self._shelves.alike()

    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of ids of questions that somebody said are no duplicates."""
        with self._held():
            return self._shelves.apart()

    def picture(self, name: str) -> bytes | None:
        """The picture of this name."""
        with self._held():
            return self._pictures.get(name)

    def originals(self, bank_id: str) -> tuple[str, ...]:
        """The names of the files that a bank was imported from, the first one first."""
        with self._held():
            return self._shelf.originals(bank_id)

    def original(self, bank_id: str, place: int) -> Original:
        """One of them, by its place from 0; raises Rejected: `no_such_original`."""
        with self._held():
            if found := self._shelf.original(bank_id, place):
                return found
        raise Rejected("no_such_original", str(place))

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._guard, refusing():
            yield
