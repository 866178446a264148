"""Word files and tables with bytes cut out or put in: drafts or a reason, never a traceback."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.banks.importing.draft import Imported, UnreadableFile
from quiz.banks.importing.readers import sheet, word
from tests.banks.importing.books import book, table
from tests.banks.importing.readers.word.documents import tables

ROWS = [("Câu hỏi", "A", "B", "Đáp án"), ("Ai?", "a", "b", "B")]
FILES = {
    "word": (
        word.read_word,
        tables("Câu 1: Ai?", [["A. a", "B. b"]], "Đáp án: B"),
        "word/document.xml",
    ),
    "excel": (sheet.read_sheet, book(ROWS), "xl/worksheets/sheet1.xml"),
    "csv": (sheet.read_sheet, table(ROWS), ""),
}


def spoiled(draw, data: bytes) -> bytes:
    """The bytes with some cut out and others put in."""
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 40)))
    added: bytes = draw(st.binary(max_size=6))
    return data[:start] + added + data[end:]


def respelled(draw, data: bytes, part: str) -> bytes:
    """The archive with numbers and names changed in one of its files."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry == part:
                pieces = content.split(b'"')
                place = draw(st.integers(0, len(pieces) - 1))
                pieces[place] = draw(st.sampled_from((b"", b"x", b"-1", b"99999999999", b"A1:B9")))
                content = b'"'.join(pieces)
            new.writestr(entry, content)
    return out.getvalue()


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_damaged_file_gives_drafts_or_a_reason(name: str, data) -> None:
    read, whole, part = FILES[name]
    inside = part and data.draw(st.booleans())
    damaged = respelled(data.draw, whole, part) if inside else spoiled(data.draw, whole)
    try:
        found = read(damaged, name)
    except UnreadableFile:
        return
    assert isinstance(found, Imported)
