"""Imports: a file read in a process of its own, the work kept, the bank saved."""

import io
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from quiz.banks.importing.work import Work, dropped, settled
from quiz.banks.pictures.pictures import Unusable, prepared
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Kind, Question
from quiz.service.apart import Apart
from quiz.service.library import reading_files
from quiz.service.library.importing import KEPT_MS, Importing, Progress
from quiz.service.library.preparing_pictures import prepare_picture_apart
from quiz.service.library.reading_files import FileReadingProcess
from quiz.service.library.rows import ImportRow, Original
from quiz.service.machine import RandomIds
from tests.banks.importing.readers.word.documents import saved, word
from tests.banks.sample import ONE
from tests.banks.sample import bank as bank_text
from tests.service.libraries import LAN, FakeLibraryStore, FakePictures, Ticking, bank, library

PATIENCE_S = 60
FILE = Original("hai câu.txt", "Ai?\nA. Một\nB. Hai\nANSWER: A\n\nGì?\nA. Ba\nB. Bốn\n".encode())
HEAD = bank("moi")
FIXED = Question("", Kind.ONE, "Gì?", ((1,),), ("Ba", "Bốn"))


class FakeImports:
    """Imports in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, ImportRow] = {}
        self.files: dict[str, Original] = {}
        self.works: dict[str, str] = {}

    def add(self, row: ImportRow, data: bytes) -> None:
        self.rows[row.id] = replace(row, size=len(data))
        self.files[row.id] = Original(row.name, data)
        self.works[row.id] = ""

    def listing(self) -> tuple[ImportRow, ...]:
        return tuple(self.rows.values())

    def file(self, import_id: str) -> Original | None:
        return self.files.get(import_id)

    def work(self, import_id: str) -> str | None:
        return self.works.get(import_id)

    def keep(self, import_id: str, work: str) -> None:
        self.works[import_id] = work

    def remove(self, import_id: str) -> None:
        for kept in (self.rows, self.files, self.works):
            kept.pop(import_id, None)

    def remove_before(self, at: int) -> None:
        for row in [row for row in self.rows.values() if row.at < at]:
            self.remove(row.id)


class Place:
    """All that an import needs, in memory; `again` is the program after a restart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "sample.yaml").write_text(bank_text(ONE), encoding="utf-8")
        self.imports, self.pictures, self.store = FakeImports(), FakePictures(), FakeLibraryStore()
        self.clock = Ticking()
        self.library = library(folder, self.store, self.pictures)
        self.importing = self.again()

    def again(self) -> Importing:
        return Importing(
            self.imports,
            self.library,
            self.pictures,
            clock=self.clock,
            ids=RandomIds(),
            start=partial(FileReadingProcess, Apart(self.folder)),
        )


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.importing.close()


def read(importing: Importing, import_id: str) -> Work:
    """The work, once the file is read."""
    give_up_at = time.monotonic() + PATIENCE_S
    while isinstance(state := importing.state(import_id), Progress):
        assert time.monotonic() < give_up_at
        assert 0 <= state.share < 1
        time.sleep(0.05)
    return state


def begun(place: Place, file: Original = FILE) -> str:
    import_id = place.importing.begin(file, account=LAN)
    read(place.importing, import_id)
    return import_id


def refused(place: Place, import_id: str) -> str:
    with pytest.raises(Rejected) as refusal:
        place.importing.save(import_id, HEAD, "", account=LAN)
    return refusal.value.code


def test_file_is_read_with_its_doubts(place: Place) -> None:
    work = read(place.importing, place.importing.begin(FILE, account=LAN))
    assert [item.draft.text for item in work.items] == ["Ai?", "Gì?"]
    assert [item.draft.key for item in work.items] == [((0,),), ()]
    assert work.doubtful() == (1,)


def test_question_of_the_library_is_pointed_out(place: Place) -> None:
    known = place.library.load()[0][0].questions[0]
    options = "".join(f"{'ABCDEF'[n]}. {text}\n" for n, text in enumerate(known.options))
    text = f"{known.text}\n{options}ANSWER: {'ABCDEF'[known.key[0][0]]}\n"  # type: ignore[index]
    work = read(place.importing, begun(place, Original("a.txt", text.encode())))
    assert [item.alike for item in work.items] == [(known.id,)]


def test_bank_is_refused_while_a_doubt_is_open_and_saved_when_none_is(place: Place) -> None:
    import_id = begun(place)
    assert refused(place, import_id) == "doubtful"
    assert place.store.kept == []
    place.importing.change(import_id, lambda work: settled(work, 1, FIXED, 0))
    bank_id = place.importing.save(import_id, HEAD, "", account=LAN)
    found = place.library.bank(bank_id)
    assert [each.question.key for each in found.questions] == [((0,),), ((1,),)]
    assert place.store.files == [(bank_id, FILE)]
    assert place.importing.listing() == ()


def test_questions_may_go_into_a_bank_that_is_there(place: Place) -> None:
    mine = place.library.add(bank("cua-lan"), account=LAN)
    import_id = begun(place)
    place.importing.change(import_id, lambda work: dropped(work, [1], drop=True))
    assert place.importing.save(import_id, None, mine, account=LAN) == mine
    assert [each.question.text for each in place.library.bank(mine).questions] == ["Ai?"]


def test_import_without_questions_is_refused(place: Place) -> None:
    import_id = begun(place)
    place.importing.change(import_id, lambda work: dropped(work, [0, 1], drop=True))
    assert refused(place, import_id) == "no_questions"


def test_work_is_there_after_a_restart(place: Place) -> None:
    import_id = begun(place)
    place.importing.change(import_id, lambda work: settled(work, 1, FIXED, 0))
    work = place.again().state(import_id)
    assert isinstance(work, Work)
    assert work.doubtful() == ()


def test_reading_that_a_restart_cut_short_begins_again(place: Place) -> None:
    import_id = place.importing.begin(FILE, account=LAN)
    place.importing.close()
    after = place.again()
    assert after.state(import_id) == Progress(0.0)
    assert len(read(after, import_id).items) == 2
    after.close()


def test_nothing_is_changed_before_the_file_is_read(place: Place) -> None:
    import_id = place.importing.begin(FILE, account=LAN)
    with pytest.raises(Rejected) as refusal:
        place.importing.change(import_id, lambda work: work)
    assert refusal.value.code == "not_now"


def test_file_that_cannot_be_read_says_why(place: Place) -> None:
    broken = Original("a.docx", word("Câu 1. Ai?")[:500])
    work = read(place.importing, place.importing.begin(broken, account=LAN))
    assert work.problem
    assert work.problem.code == "broken"


@pytest.mark.parametrize(
    ("ended", "code"),
    [(signal.SIGTERM, "broken"), (signal.SIGKILL, "too_much_work")],
    ids=["died", "stopped by its bound"],
)
def test_process_that_dies_is_a_damaged_file_or_too_much_work(
    place: Place, ended: int, code: str
) -> None:
    import_id = place.importing.begin(FILE, account=LAN)
    reading = place.importing._readings[import_id]
    assert isinstance(reading, FileReadingProcess)
    reading._process.send_signal(ended)
    assert read(place.importing, import_id).unreadable == (code, "")


def test_process_that_takes_too_long_is_ended_and_said(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "LONGEST_S", 0)
    import_id = place.importing.begin(FILE, account=LAN)
    assert read(place.importing, import_id).unreadable == ("too_much_work", "")


def test_old_imports_are_forgotten(place: Place) -> None:
    old = begun(place)
    place.clock.at += KEPT_MS
    assert place.importing.listing() == ()
    new = place.importing.begin(FILE, account=LAN)
    assert [*place.imports.rows] == [new]
    with pytest.raises(Rejected) as refusal:
        place.again().state(old)
    assert refusal.value.code == "no_such_import"


def test_import_thrown_away_is_gone(place: Place) -> None:
    import_id = place.importing.begin(FILE, account=LAN)
    place.importing.throw_away(import_id)
    assert place.imports.rows == {}


def pictured() -> bytes:
    """A Word file whose question has a picture."""
    import docx

    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "PNG")
    document = docx.Document()
    document.add_paragraph("Câu 1. Ai trong ảnh?").add_run().add_picture(picture)
    for line in ("A. Một", "B. Hai", "Đáp án: A"):
        document.add_paragraph(line)
    return saved(document)


def test_picture_of_the_file_is_made_ready_and_kept(place: Place) -> None:
    work = read(place.importing, begun(place, Original("a.docx", pictured())))
    (item,) = work.items
    assert item.draft.picture == b""
    assert [*place.pictures.kept] == [item.draft.picture_name]
    assert item.draft.doubts == ()


def test_file_that_the_disk_does_not_take_is_refused(place: Place) -> None:
    (place.folder / "apart").write_bytes(b"no folder can be made here")
    with pytest.raises(Rejected) as refused:
        begun(place, Original("a.txt", b""))
    assert refused.value.code == "storage_failed"


def test_picture_that_did_not_come_with_the_file_is_a_doubt(place: Place) -> None:
    data = bank_text(ONE | {"picture": "anh.png"}).encode()
    work = read(place.importing, begun(place, Original("a.yaml", data)))
    (item,) = work.items
    assert [(doubt.code, doubt.detail) for doubt in item.draft.doubts] == [
        ("picture_missing", "anh.png")
    ]
    assert item.draft.picture_name == ""


def test_picture_is_made_ready_apart_as_it_would_be_here(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "blue").save(data, "PNG")
    assert prepare_picture_apart(data.getvalue(), Apart(tmp_path)) == prepared(data.getvalue())


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n"])
def test_picture_that_cannot_be_used_is_refused_as_here(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Unusable) as here:
        prepared(data)
    with pytest.raises(Unusable) as apart:
        prepare_picture_apart(data, Apart(tmp_path))
    assert apart.value.code == here.value.code
