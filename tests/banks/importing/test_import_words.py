import re
from pathlib import Path

import pytest

from quiz.banks.importing import doubt_words, draft
from quiz.banks.importing.draft import Doubt, UnreadableFile
from quiz.banks.saying import vietnamese
from quiz.cli.bank.english import english

SOURCES = Path(draft.__file__).parent.rglob("*.py")
SAID = {
    "doubt": re.compile(r'(?:Doubt\(|doubting\(\w+(?:\([^)]*\))?, )"(\w+)"'),
    "unreadable": re.compile(r'Unreadable\("(\w+)"'),
}


def codes(kind: str) -> set[str]:
    """Every code that a reader gives."""
    return {code for source in SOURCES_READ for code in SAID[kind].findall(source)}


SOURCES_READ = [source.read_text(encoding="utf-8") for source in SOURCES]


def test_every_code_has_words() -> None:
    assert codes("doubt") - doubt_words.DOUBTS.keys() == set()
    assert codes("unreadable") - doubt_words.UNREADABLE.keys() == set()


def test_doubt_names_place_and_field() -> None:
    doubt = Doubt("many_keys", "key", "A, B")
    assert doubt_words.doubt("Câu 12", doubt) == "Câu 12, đáp án: có nhiều cách hiểu đáp án: A, B."
    assert doubt_words.doubt("Câu 12", doubt, english) == (
        "Question 12, answer: more than one key may be meant: A, B."
    )


@pytest.mark.parametrize("code", sorted(doubt_words.DOUBTS))
def test_doubts_without_detail_end_well(code: str) -> None:
    for tongue in (vietnamese, english):
        assert not doubt_words.doubt("Câu 1", Doubt(code, "text"), tongue).endswith(": .")


@pytest.mark.parametrize(
    ("place", "translated"),
    [
        ("Câu 12", "Question 12"),
        ("Câu 7a (câu thứ 31 của tệp)", "Question 7a (number 31 of the file)"),
        ("câu thứ 4", "question number 4"),
        ("dòng 14", "row 14"),
    ],
)
def test_place_in_both_languages(place: str, translated: str) -> None:
    assert (doubt_words.where(place), doubt_words.where(place, english)) == (place, translated)


def test_notes_and_reasons() -> None:
    assert doubt_words.note("converted_vni") == "Đã đổi chữ VNI sang Unicode."
    assert doubt_words.note("left_out:3", english) == (
        "Lines, columns or keys that belong to no question were left out: 3."
    )
    assert doubt_words.unreadable("a.docx", UnreadableFile("too_large", "20 MB")) == (
        "a.docx: tệp lớn hơn 20 MB."
    )


@pytest.mark.parametrize("kind", sorted(doubt_words.ADVICE))
def test_file_of_another_kind_is_told_what_to_do(kind: str) -> None:
    problem = UnreadableFile("not_this_kind", kind)
    said = doubt_words.unreadable("a", problem), doubt_words.unreadable("a", problem, english)
    assert said == (
        f"a: {doubt_words.ADVICE[kind]}.",
        f"a: {english(doubt_words.ADVICE[kind])}.",
    )
