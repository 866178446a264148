"""The cache of the library: all banks as they stand, bundled files with changes laid over them."""

from collections.abc import Iterable
from pathlib import Path

from quiz.banks.alike import Alike
from quiz.banks.bank import Bank, Problem
from quiz.service.library.bank_overlays import (
    BankOverlay,
    LibraryBank,
    bank_with_overlay,
    overlay_after,
)
from quiz.service.library.bundled_banks import BundledBanks, LoadedBanks
from quiz.service.library.ports import LibraryStore, PictureStore


class LibraryCache:
    """What the library's pages read; not safe by itself to use from several threads."""

    def __init__(self, folder: Path, store: LibraryStore, pictures: PictureStore) -> None:
        self._bundled = BundledBanks(folder, pictures)
        self._store = store
        self._overlays: dict[str, BankOverlay] | None = None
        self._files: LoadedBanks | None = None
        self._banks: dict[str, LibraryBank] = {}
        self._problems: tuple[Problem, ...] = ()
        self._alike: Alike | None = None

    def catch_up(self, bank_ids: Iterable[str]) -> None:
        """Read what was changed in these banks since the last time; raises StorageFailed."""
        known = self._overlays or {}
        for bank_id in dict.fromkeys(bank_ids):
            overlay = known.get(bank_id, BankOverlay())
            changes = self._store.changes(bank_id, after=overlay.version)
            known[bank_id] = overlay_after(overlay, changes)
        self._overlays, self._files = known, None

    def banks(self) -> dict[str, LibraryBank]:
        """Every bank by id, bundled ones first; archived ones too; raises StorageFailed."""
        self._refresh()
        return self._banks

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the banks that are left out."""
        self._refresh()
        return self._problems

    def base(self, bank_id: str) -> Bank | None:
        """The bank as its file has it; None for a bank made here."""
        bank = self.banks().get(bank_id)
        files = self._bundled.load()[0] if bank and bank.bundled else ()
        return next((each for each in files if each.id == bank_id), None)

    def ids(self) -> tuple[set[str], set[str]]:
        """Every id that a bank, and that a question has or had: none is given again."""
        overlays = self._overlays or {}
        banks = {*self.banks(), *overlays}
        questions = {each.question.id for bank in self._banks.values() for each in bank.questions}
        return banks, questions.union(*(overlay.questions for overlay in overlays.values()))

    def alike(self) -> Alike:
        """The questions in use, ready to be asked which of them are alike."""
        self._refresh()
        if self._alike is None:
            banks = [bank for bank in self._banks.values() if not bank.archived]
            self._alike = Alike(question for bank in banks for question in bank.bank.questions)
        return self._alike

    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs of ids of questions that are no duplicates."""
        self._refresh()
        overlays = (self._overlays or {}).values()
        return frozenset[frozenset[str]]().union(*(each.apart for each in overlays))

    def version(self, bank_id: str) -> int:
        """The last change of a bank, 0 where there is none."""
        return self._overlay(bank_id).version

    def head_version(self, bank_id: str) -> int:
        """The last change of a bank's head, 0 where there is none."""
        return self._overlay(bank_id).head_version

    def _overlay(self, bank_id: str) -> BankOverlay:
        self._refresh()
        return (self._overlays or {}).get(bank_id, BankOverlay())

    def _refresh(self) -> None:
        if self._overlays is None:
            self.catch_up(self._store.versions())
        files = self._bundled.load()
        if files is self._files:
            return
        overlays = self._overlays or {}
        own = [bank_with_overlay(None, each) for each in overlays.values() if each.made]
        made = {bank.head.id: bank for bank in own if bank}
        taken = {each: bank.head.id for bank in made.values() for each in ids_in_use(bank)}
        taken |= {each: each for each in made}
        banks, problems = {}, list(files[1])
        for base in files[0]:
            bank = bank_with_overlay(base, overlays.get(base.id, BankOverlay()))
            clash = {base.id, *ids_in_use(bank)} & taken.keys() if bank else set()
            problems += [
                Problem("id_in_other_file", base.id, each, "id", taken[each])
                for each in sorted(clash)
            ]
            if bank and not clash:
                banks[base.id] = bank
        self._banks, self._problems, self._files = banks | made, tuple(problems), files
        self._alike = None


def ids_in_use(bank: LibraryBank) -> set[str]:
    """The ids of the questions that a contest may draw from this bank."""
    if bank.archived:
        return set()
    return {each.question.id for each in bank.questions if not each.archived}
