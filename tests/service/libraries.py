"""A store of the library and of pictures in memory, and a library on them."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from quiz.banks.bank import Bank
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Kind, Question
from quiz.service.errors import StorageFailed
from quiz.service.library.library import Library
from quiz.service.library.rows import BankChange, Original

NAMES = {1: "Lan", 2: "Minh"}
LAN, MINH = NAMES


class FakeLibraryStore:
    """Keeps every change; `broken` fails as a full disk does."""

    def __init__(self) -> None:
        self.kept: list[BankChange] = []
        self.files: list[tuple[str, Original]] = []
        self.broken = False

    def versions(self) -> Mapping[str, int]:
        return {change.bank_id: change.version for change in self.kept}

    def changes(
        self, bank_id: str, *, question_id: str = "", after: int = 0
    ) -> tuple[BankChange, ...]:
        return tuple(
            change
            for change in self.kept
            if (change.bank_id, question_id or change.question_id) == (bank_id, change.question_id)
            and change.version > after
        )

    def append(
        self, changes: Sequence[BankChange], *, original: tuple[str, Original] | None = None
    ) -> None:
        if self.broken:
            raise StorageFailed("disk full", "disk_full")
        taken = {(each.bank_id, each.version) for each in self.kept}
        if any((each.bank_id, each.version) in taken for each in changes):
            raise Rejected("stale")
        for c in changes:
            row = (c.bank_id, c.version, c.question_id, c.act, c.data, c.account_id, c.at)
            self.kept.append(BankChange(*row, by=NAMES[c.account_id]))
        self.files += [original] if original else []

    def originals(self, bank_id: str) -> tuple[str, ...]:
        return tuple(file.name for bank, file in self.files if bank == bank_id)

    def original(self, bank_id: str, place: int) -> Original | None:
        found = [file for bank, file in self.files if bank == bank_id]
        return found[place] if place < len(found) else None


class FakePictures:
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put_all(self, found: Mapping[str, bytes]) -> None:
        self.kept |= found

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)


class Ticking:
    """A clock that is a second later each time."""

    def __init__(self) -> None:
        self.at = 0

    def now(self) -> int:
        self.at += 1000
        return self.at


def library(
    folder: Path,
    store: FakeLibraryStore,
    pictures: FakePictures | None = None,
    *,
    reserved: Collection[str] = (),
) -> Library:
    kept = pictures or FakePictures()
    return Library(folder, store, kept, clock=Ticking(), reserved=reserved)


def question(id: str, text: str = "", picture: str = "") -> Question:
    options = ("Một", "Hai")
    return Question(
        id, Kind.ONE, text or f"Câu {id}?", ((0,),), options, topic="T", picture=picture
    )


def bank(id: str, *questions: Question) -> Bank:
    return Bank(id, "Ngân hàng của Lan", "Lan's bank", "", "2020", "vi", questions)
