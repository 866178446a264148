import csv
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import expected, refusal, same_form
from quiz.banks.exporting.formats import FORMATS, FileFormat, export, format_for
from quiz.banks.files.bank_reader import read_bank
from quiz.banks.importing.draft import DraftQuestion
from quiz.core.nouns.model import Kind, Question
from tests.banks.exporting.banks import HEAD, banks, tame, wild
from tests.banks.importing.books import book

EVERY = pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS.keys())
quick = settings(max_examples=10, deadline=None, suppress_health_check=[*HealthCheck])


def read_back(data: bytes, format: FileFormat) -> list[DraftQuestion]:
    return [same_form(draft) for draft in format.read(data, f"a{format.ending}").drafts]


@EVERY
@given(bank=banks(tame))
@quick
def test_bank_of_plain_words_comes_back_equal(format: FileFormat, bank: Bank) -> None:
    exported = export(bank, format)
    refused = {question.id: refusal(question, format.carrier) for question in bank.questions}
    kept = [question for question in bank.questions if not refused[question.id]]
    assert exported.left_out == tuple(why for why in refused.values() if why)
    if kept:
        assert read_back(exported.data, format) == [
            expected(question, format.carrier) for question in kept
        ]


@EVERY
@given(bank=banks(wild))
@quick
def test_bank_of_any_text_comes_back_equal_but_for_what_is_said_to_be_left_out(
    format: FileFormat, bank: Bank
) -> None:
    exported = export(bank, format)
    left_out = {each.question for each in exported.left_out}
    kept = [question for question in bank.questions if question.id not in left_out]
    if kept:
        assert read_back(exported.data, format) == [
            expected(question, format.carrier) for question in kept
        ]


@given(bank=banks(wild))
@quick
def test_yaml_loses_nothing(bank: Bank) -> None:
    exported = export(bank, FORMATS["yaml"])
    assert exported.left_out == ()
    assert read_bank(exported.data.decode(), "a.yaml") == (bank, ())


def formulas(text: str) -> Bank:
    """A bank whose texts a spreadsheet would take for formulas."""
    return replace(
        HEAD,
        questions=(
            Question("c-1", Kind.ONE, text, ((0,),), (f"{text} a", f"{text} b"), topic=text),
            Question("c-2", Kind.TEXT, f"{text}?", (f"{text} x",), explanation=text),
            Question("c-3", Kind.NUMBER, text, ("-5",)),
        ),
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'=", "''+", "＝", "-2+3+", '=HYPERLINK("'])
@pytest.mark.parametrize("name", ["csv", "excel", "kahoot", "quizizz"])
def test_text_never_runs_as_a_formula_and_comes_back_equal(name: str, start: str) -> None:
    chosen, bank = FORMATS[name], formulas(f"{start}1+SUM(A1;B1)")
    kept = [each for each in bank.questions if not refusal(each, chosen.carrier)]
    exported = export(bank, chosen)
    assert len(exported.left_out) == len(bank.questions) - len(kept)
    assert read_back(exported.data, chosen) == [expected(each, chosen.carrier) for each in kept]
    if name == "csv":
        cells = [*chain(*csv.reader(StringIO(exported.data.decode("utf-8-sig"))))]
        assert [cell for cell in cells if cell[:1] in tuple("=+-@＝＋－＠")] == ["-5"]
    else:
        book = load_workbook(BytesIO(exported.data))
        types = {cell.data_type for row in book.worksheets[0] for cell in row if cell.value}
        assert types == {"s"}


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("A.YAML", "yaml"),
        ("a.docx", "word"),
        ("a.xlsx", "excel"),
        ("a.kahoot.xlsx", "kahoot"),
        ("a.quizizz.xlsx", "quizizz"),
        ("a.csv", "csv"),
        ("a.gift.txt", "gift"),
        ("a.aiken.txt", "aiken"),
        ("a.xml", "moodle"),
        ("a.zip", "qti"),
    ],
)
def test_format_for_a_file(file: str, name: str) -> None:
    assert format_for(file) is FORMATS[name]


@pytest.mark.parametrize("file", ["a.txt", "a.pdf", "a"])
def test_no_format_for_a_file(file: str) -> None:
    assert format_for(file) is None


CHANGING = ("007", "1,50", "1/2", "3-4", "28/7/1929", "7:30", "012345678901", "1e5", "'007")


def test_csv_keeps_from_office_programs_what_they_would_change() -> None:
    options = CHANGING[:6]
    bank = replace(
        HEAD,
        questions=(
            Question("c-1", Kind.ONE, "Số nào?", ((0,),), options),
            *(Question(f"c-{n}", Kind.TEXT, "Mã?", (text,)) for n, text in enumerate(CHANGING, 2)),
        ),
    )
    exported = export(bank, FORMATS["csv"])
    cells = [*chain(*csv.reader(StringIO(exported.data.decode("utf-8-sig"))))]
    assert [cell for cell in cells if cell.lstrip("'") in options] == [
        *(f"'{option}" for option in options),
        *(f"'{text}" for text in (*CHANGING[:6], "'007")),
    ]
    assert exported.left_out == ()
    assert [draft.key for draft in read_back(exported.data, FORMATS["csv"])[1:]] == [
        (text,) for text in CHANGING
    ]


def test_workbook_made_of_the_csv_gives_the_same() -> None:
    rows = [("Câu hỏi", "A", "B", "Đáp án"), ("Số nào?", "'007", "'1/2", "A")]
    (draft,) = FORMATS["excel"].read(book(rows), "a.xlsx").drafts
    assert draft.options == ("007", "1/2")
