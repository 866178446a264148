"""The library of question banks: those bundled with the program and those people made.

Files of bundled banks are never written: what people change lies over them in the database.
Every change is kept, so everything can be looked up and put back.
"""

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quiz.banks.bank import Bank
from quiz.banks.pictures.pictures import Picture
from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Question
from quiz.service.library.bank_overlays import KEPT_APART, encoded
from quiz.service.library.fresh_ids import bank_with_fresh_ids, questions_with_fresh_ids
from quiz.service.library.keeping_pictures import keep_pictures
from quiz.service.library.library_cache import ids_in_use
from quiz.service.library.ports import LibraryStore, PictureStore
from quiz.service.library.read_only_library import ReadOnlyLibrary
from quiz.service.library.rows import BankChange, Original

log = logging.getLogger(__name__)

NO_PICTURES: Mapping[str, bytes] = {}
BankAct = tuple[str, str, str, str | None]
"""What is to be stored: bank, question (or nothing), act, data."""


class Library(ReadOnlyLibrary):
    """The banks that a new contest may draw from, and every change to them.

    `account` is who changes something; `reserved` are ids that no new bank or question is given.
    """

    def __init__(
        self,
        folder: Path,
        store: LibraryStore,
        pictures: PictureStore,
        *,
        clock: Clock,
        reserved: Collection[str] = (),
    ) -> None:
        super().__init__(folder, store, pictures)
        self._clock = clock
        self._reserved = frozenset(reserved)

    def add(
        self,
        bank: Bank,
        *,
        account: int,
        original: Original | None = None,
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> str:
        """Add a new bank; returns its id, made unlike all others.

        Raises:
            Unusable: a picture cannot be used; nothing is stored.
        """
        with self._held():
            banks, taken = self._cache.ids()
            bank = bank_with_fresh_ids(bank, banks | self._reserved, taken | self._reserved)
            questions = keep_pictures(bank.questions, pictures, self._pictures)
            head = (bank.id, "", "bank_made", encoded(replace(bank, questions=())))
            self._write([head, *acts_putting(bank.id, questions)], account, original)
            return bank.id

    def append(
        self,
        bank_id: str,
        questions: Iterable[Question],
        *,
        account: int,
        original: Original | None = None,
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> tuple[str, ...]:
        """Add more questions to a bank; returns their ids. Raises as `add`."""
        with self._held():
            self.bank(bank_id)
            taken = self._cache.ids()[1] | self._reserved
            new = questions_with_fresh_ids(questions, bank_id, taken)
            new = keep_pictures(new, pictures, self._pictures)
            self._write(acts_putting(bank_id, new), account, original)
            return tuple(each.id for each in new)

    def keep_picture(self, picture: Picture) -> None:
        """Keep a picture that a question will name."""
        with self._held():
            self._pictures.put_all({picture.name: picture.data})

    def put(self, bank_id: str, question: Question, *, account: int, based_on: int) -> None:
        """Change a question, or add a new one (`based_on` 0).

        Raises:
            Rejected: `stale` (the optimistic lock): it changed since version `based_on` of the
                bank; `id_taken`: a new one has an id that is or was used.
        """
        with self._held():
            known = [q for q in self.bank(bank_id).questions if q.question.id == question.id]
            if not known and question.id in self._cache.ids()[1]:
                raise Rejected("id_taken", question.id)
            if known and known[0].version > based_on:
                raise _conflict("a question", question.id)
            if not known or known[0].question != question:
                self._write(acts_putting(bank_id, [question]), account)

    def change_head(self, bank_id: str, head: Bank, *, account: int, based_on: int) -> None:
        """Change a bank's title, description and date; its id and questions stay.

        Raises:
            Rejected: `stale` (the optimistic lock): they changed since version `based_on`.
        """
        with self._held():
            old = self.bank(bank_id)
            if self._cache.head_version(bank_id) > based_on:
                raise _conflict("a bank", bank_id)
            head = replace(head, id=bank_id, questions=())
            if head != old.head:
                self._write([(bank_id, "", "head_changed", encoded(head))], account)

    def archive(self, bank_id: str, question_id: str = "", *, account: int) -> None:
        """Take a bank, or one of its questions, out of use; nothing is lost."""
        with self._held():
            if not self._is_archived(bank_id, question_id):
                act = "question_archived" if question_id else "bank_archived"
                self._write([(bank_id, question_id, act, None)], account)

    def restore(self, bank_id: str, question_id: str = "", *, account: int) -> None:
        """Take it into use again.

        Raises:
            Rejected: `id_taken`: a question of the same id is in use in the bank it names.
        """
        with self._held():
            if not self._is_archived(bank_id, question_id):
                return
            back = ids_in_use(replace(self.bank(bank_id), archived=False))
            back = {question_id} if question_id else back
            for other in self.banks():
                if other.head.id != bank_id and back & ids_in_use(other):
                    raise Rejected("id_taken", other.head.id)
            act = "question_restored" if question_id else "bank_restored"
            self._write([(bank_id, question_id, act, None)], account)

    def merge(self, from_id: str, into_id: str, *, account: int) -> None:
        """Move the questions in use of one bank into another and archive the first.

        Ids are kept, so what is known of their use still holds; duplicates stay side by side.

        Raises:
            Rejected: `same_bank`.
        """
        with self._held():
            moved = self.bank(from_id).bank.questions
            there = {q.question.id for q in self.bank(into_id).questions if q.archived}
            if from_id == into_id:
                raise Rejected("same_bank", into_id)
            acts: list[BankAct] = [*acts_putting(into_id, moved)]
            acts += [
                (into_id, each.id, "question_restored", None) for each in moved if each.id in there
            ]
            acts += [(from_id, each.id, "question_archived", None) for each in moved]
            self._write([*acts, (from_id, "", "bank_archived", None)], account)

    def revert(self, bank_id: str, question_id: str, version: int, *, account: int) -> None:
        """Put a question back as it was after `version` of the bank: a new change.

        Raises:
            Rejected: `no_such_version`.
        """
        with self._held():
            now = self.question(bank_id, question_id)
            history = self.history(bank_id, question_id)
            then = next((each.after for each in history if each.version == version), None)
            if then is None:
                raise Rejected("no_such_version", str(version))
            self.put(bank_id, then, account=account, based_on=now.version)

    def keep_apart(self, bank_id: str, question_id: str, other_id: str, *, account: int) -> None:
        """Say that two questions are no duplicates, however alike they are."""
        with self._held():
            self.question(bank_id, question_id)
            if frozenset((question_id, other_id)) not in self.apart():
                self._write([(bank_id, question_id, KEPT_APART, other_id)], account)

    def _is_archived(self, bank_id: str, question_id: str) -> bool:
        if question_id:
            return self.question(bank_id, question_id).archived
        return self.bank(bank_id).archived

    def _write(
        self, acts: Sequence[BankAct], account: int, original: Original | None = None
    ) -> None:
        """Number the acts on from the last of their banks, and store all or none."""
        if not acts:
            return
        last: dict[str, int] = {}
        now, changes = self._clock.now(), []
        for bank_id, question_id, act, data in acts:
            if bank_id not in last:
                last[bank_id] = self._cache.version(bank_id)
            last[bank_id] += 1
            changes.append(BankChange(bank_id, last[bank_id], question_id, act, data, account, now))
        try:
            self._store.append(changes, original=(acts[0][0], original) if original else None)
        finally:
            # Also where another program was quicker: the next try is based on what it wrote.
            self._cache.catch_up(last)


def _conflict(what: str, id: str) -> Rejected:
    """The refusal of a change of what somebody else changed meanwhile."""
    log.info("optimistic lock conflict: %s was changed meanwhile", what)
    return Rejected("stale", id)


def acts_putting(bank_id: str, questions: Iterable[Question]) -> list[BankAct]:
    """Acts that put these questions into a bank."""
    return [(bank_id, each.id, "question_put", encoded(each)) for each in questions]
