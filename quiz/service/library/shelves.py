"""All banks as they stand, in memory: the shipped files with the changes laid over them."""

from collections.abc import Iterable
from pathlib import Path

from quiz.banks.alike import Alike
from quiz.banks.bank import Bank, Problem
from quiz.service.library.ports import LibraryStore, PictureStore
from quiz.service.library.shelving import Overlay, ShelvedBank, overlaid, shelved
from quiz.service.library.shipped import Loaded, Shipped


class Shelves:
    """What the library's pages read; not safe by itself to use from several threads."""

    def __init__(self, folder: Path, shelf: LibraryStore, pictures: PictureStore) -> None:
        self._shipped = Shipped(folder, pictures)
        self._shelf = shelf
        self._overlays: dict[str, Overlay] | None = None
        self._files: Loaded | None = None
        self._banks: dict[str, ShelvedBank] = {}
        self._problems: tuple[Problem, ...] = ()
        self._alike: Alike | None = None

    def catch_up(self, bank_ids: Iterable[str]) -> None:
        """Read what was changed in these banks since the last time; raises StorageFailed."""
        known = self._overlays or {}
        for bank_id in dict.fromkeys(bank_ids):
            overlay = known.get(bank_id, Overlay())
            changes = self._shelf.changes(bank_id, after=overlay.version)
            known[bank_id] = overlaid(overlay, changes)
        self._overlays, self._files = known, None

    def banks(self) -> dict[str, ShelvedBank]:
        """Every bank by id, shipped ones first; archived ones too; raises StorageFailed."""
        self._refresh()
        return self._banks

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the banks that are left out."""
        self._refresh()
        return self._problems

    def base(self, bank_id: str) -> Bank | None:
        """The bank as its file has it; None for a bank made here."""
        bank = self.banks().get(bank_id)
        files = self._shipped.load()[0] if bank and bank.shipped else ()
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

    def _overlay(self, bank_id: str) -> Overlay:
        self._refresh()
        return (self._overlays or {}).get(bank_id, Overlay())

    def _refresh(self) -> None:
        if self._overlays is None:
            self.catch_up(self._shelf.versions())
        files = self._shipped.load()
        if files is self._files:
            return
        overlays = self._overlays or {}
        own = [shelved(None, each) for each in overlays.values() if each.made]
        made = {bank.head.id: bank for bank in own if bank}
        taken = {each: bank.head.id for bank in made.values() for each in active(bank)}
        taken |= {each: each for each in made}
        banks, problems = {}, list(files[1])
        for base in files[0]:
            bank = shelved(base, overlays.get(base.id, Overlay()))
            clash = {base.id, *active(bank)} & taken.keys() if bank else set()
            problems += [
                Problem("id_in_other_file", base.id, each, "id", taken[each])
                for each in sorted(clash)
            ]
            if bank and not clash:
                banks[base.id] = bank
        self._banks, self._problems, self._files = banks | made, tuple(problems), files
        self._alike = None


def active(bank: ShelvedBank) -> set[str]:
    """The ids of the questions that a contest may draw from this bank."""
    if bank.archived:
        return set()
    return {each.question.id for each in bank.questions if not each.archived}
