"""Pictures, formulas, tracked changes, and files that cannot be read."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from quiz.banks.importing.draft import Doubt, UnreadableFile
from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import PNG, empty, saved, understood, word, write

REST = ("A. a", "B. b", "Đáp án: B")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def test_picture_of_a_question() -> None:
    document = empty()
    write(document, "Câu 1: Ai đây?")
    document.add_picture(BytesIO(PNG))
    write(document, *REST)
    (draft,) = read_word(saved(document), "a.docx").drafts
    assert (draft.picture, draft.doubts, draft.key) == (PNG, (), ((1,),))


def test_two_pictures_are_a_doubt() -> None:
    document = empty()
    write(document, "Câu 1: Ai đây?")
    document.add_picture(BytesIO(PNG))
    document.add_picture(BytesIO(PNG))
    write(document, *REST)
    (draft,) = read_word(saved(document), "a.docx").drafts
    assert draft.doubts == (Doubt("picture", "picture", "2"),)


def test_picture_of_an_option_is_a_doubt() -> None:
    document = empty()
    write(document, "Câu 1: Cờ nào?", "A. ")
    document.paragraphs[-1].add_run().add_picture(BytesIO(PNG))
    write(document, "B. b", "Đáp án: B")
    (draft,) = read_word(saved(document), "a.docx").drafts
    assert [doubt.code for doubt in draft.doubts] == ["picture", "no_text"]


def test_formula_is_a_doubt() -> None:
    document = empty()
    write(document, "Câu 1: Tính ")
    formula = f"<m:oMath {MATH}><m:r><m:t>1/2</m:t></m:r></m:oMath>"
    document.paragraphs[-1]._p.append(parse_xml(formula))
    write(document, *REST)
    assert understood(saved(document)) == [("Tính 1/2", ["a", "b"], "B", "formula")]


def test_tracked_changes_count_as_made() -> None:
    document = empty()
    write(document, "Câu 1: Hỏi ")
    for tag, inner, text in (("del", "delText", "cũ"), ("ins", "t", "mới")):
        xml = f"<w:{tag} {nsdecls('w')}><w:r><w:{inner}>{text}</w:{inner}></w:r></w:{tag}>"
        document.paragraphs[-1]._p.append(parse_xml(xml))
    write(document, *REST)
    assert understood(saved(document)) == [("Hỏi mới", ["a", "b"], "B")]


def changed(data: bytes, name: str, change) -> bytes:
    """The archive with one of its files changed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry == name else content)
    return out.getvalue()


DOCUMENT = "word/document.xml"
WHOLE = word("Câu 1: Hỏi?", *REST)
LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
OUTSIDE = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"


def with_doctype(doctype: bytes):
    def change(content: bytes) -> bytes:
        head, rest = content.split(b"?>", 1)
        return head + b"?>" + doctype + rest

    return change


UNREADABLE = {
    "empty": (b"", "empty"),
    "no questions": (word("Chào"), "empty"),
    "text": (b"Xin", "not_this_kind"),
    "cut": (WHOLE[:-200], "broken"),
    "old Word": (b"\xd0\xcf\x11\xe0" + bytes(100), "old_office"),
    "broken XML": (changed(WHOLE, DOCUMENT, lambda content: content[:-20]), "broken"),
    "no document": (changed(WHOLE, DOCUMENT, lambda content: b"<a/>"), "broken"),
    "entities": (changed(WHOLE, DOCUMENT, with_doctype(LAUGHS)), "bomb"),
    "outside entities": (changed(WHOLE, DOCUMENT, with_doctype(OUTSIDE)), "bomb"),
    "zip bomb": (
        changed(WHOLE, DOCUMENT, lambda content: content + b" " * 101 * 1024 * 1024),
        "bomb",
    ),
    "too large": (bytes(1) + b"x" * 20 * 1024 * 1024, "too_large"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_file(name: str) -> None:
    data, code = UNREADABLE[name]
    with pytest.raises(UnreadableFile) as raised:
        read_word(data, "a.docx")
    assert raised.value.code == code


@pytest.mark.parametrize(
    "line",
    [" " * 200_000 + "x", "Câu 1 " + "A  " * 3_000 + "x", "1A  " * 3_000 + "x", "*" * 50_000],
)
def test_line_made_to_take_long_is_read(line: str) -> None:
    assert len(read_word(word("Câu 1: Hỏi?", *REST, line), "a.docx").drafts) > 0
