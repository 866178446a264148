from pathlib import Path

import pytest

from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.draft import UnreadableFile
from tests.banks.importing.books import archive, book, table
from tests.banks.importing.readers.test_kahoot_reader import HEADER as KAHOOT
from tests.banks.importing.readers.word.documents import word

CASES = Path(__file__).parent / "cases"
SHEET = [("Câu hỏi", "A", "B", "Đáp án"), ("Ai?", "a", "b", "B")]
KAHOOT_ROWS = [KAHOOT, (1, "Ai?", "a", "b", "", "", 20, 2)]
AIKEN = b"Ai?\nA. a\nB. b\nANSWER: B\n"
GIFT = b"Ai? {~a =b}\n"
MOODLE = (
    b"<?xml version='1.0'?><quiz><question type='multichoice'><questiontext><text>Ai?</text>"
    b"</questiontext><single>true</single><answer fraction='0'><text>a</text></answer>"
    b"<answer fraction='100'><text>b</text></answer></question></quiz>"
)
YAML = b"id: x\nquestions:\n  - {id: x-1, kind: one, text: 'Ai?', options: [a, b], key: B}\n"
FILES = {
    "a.docx": word("Câu 1: Ai?", "A. a", "B. b", "Đáp án: B"),
    "a.xlsx": book(SHEET),
    "a.csv": table(SHEET),
    "a.tsv": "Câu hỏi\tA\tB\tĐáp án\nAi?\ta\tb\tB\n".encode(),
    "kahoot.xlsx": book(KAHOOT_ROWS),
    "kahoot.csv": table(KAHOOT_ROWS),
    "a.aiken.txt": AIKEN,
    "aiken.txt": AIKEN,
    "a.gift": GIFT,
    "gift.txt": GIFT,
    "a.xml": MOODLE,
    "a.yaml": YAML,
    "no name of ours": word("Câu 1: Ai?", "A. a", "B. b", "Đáp án: B"),
    "sheet.txt": table(SHEET),
}


@pytest.mark.parametrize("name", FILES)
def test_reader_is_picked_by_content_and_name(name: str) -> None:
    (draft,) = read_any_file(FILES[name], name).drafts
    assert (draft.text, draft.options, draft.key) == ("Ai?", ("a", "b"), ((1,),))


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.docx", "empty"),
        (b" \n", "a.csv", "empty"),
        (b"x" * (20 * 1024 * 1024 + 1), "a.csv", "too_large"),
        (b"Xin ch\xc3\xa0o", "a.txt", "no_header"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.png", "not_this_kind"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "a.doc", "old_office"),
        (archive({"a.txt": b"x"}), "a.zip", "not_this_kind"),
        (b"<html></html>", "a.html", "not_this_kind"),
        (b"<quiz>", "a.xml", "broken"),
    ],
)
def test_file_that_no_reader_knows(data: bytes, name: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_any_file(data, name)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("no_questions.json", "json"),
        ("open_sheet.ods", "ods"),
        ("open_text.odt", "odt"),
        ("page.html", "html"),
        ("paper.pdf", "pdf"),
        ("rich_text.rtf", "rtf"),
        ("slides.pptx", "pptx"),
    ],
)
def test_file_of_a_kind_that_people_try_is_named(name: str, kind: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_any_file((CASES / name).read_bytes(), name)
    assert (raised.value.code, raised.value.detail) == ("not_this_kind", kind)
