"""What a program can see of the shipped banks' quality."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from quiz.banks.bank import Bank
from quiz.banks.reading import load_folder, read
from quiz.core.checking import is_right
from quiz.core.model import Kind, Question

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "question_banks"
BANKS, PROBLEMS = load_folder(FOLDER)
QUESTIONS = [question for bank in BANKS for question in bank.questions]
LETTERED = [question for question in QUESTIONS if len(question.options) > 2]
CHARTER = "khóa XII"
PARTY = re.compile(
    r"Nghị quyết Đại hội XIII của Đảng \(2021\)"
    r"|Nghị quyết (số )?\d\d-NQ/TW ngày 16/6/2022 .*khóa XIII"
    r"|Trung ương.* khóa XIII.*2022|2022.*Trung ương 5 khóa XIII"
)


def by_id(question: Question) -> str:
    return question.id


def by_bank(bank: Bank) -> str:
    return bank.id


def test_banks_load_without_problems() -> None:
    assert PROBLEMS == ()
    assert [bank.id for bank in BANKS] == ["charter-xii-2020", "resolutions-party"]


@pytest.mark.parametrize("bank", BANKS, ids=by_bank)
def test_bank_is_large_and_mixed(bank: Bank) -> None:
    kinds = Counter(question.kind for question in bank.questions)
    assert kinds.total() >= 60
    assert set(kinds) == set(Kind)
    assert kinds[Kind.ONE] <= 0.8 * kinds.total()
    assert {question.difficulty for question in bank.questions} == {1, 2, 3}


@pytest.mark.parametrize("bank", BANKS, ids=by_bank)
def test_key_positions_are_spread_evenly(bank: Bank) -> None:
    ones = [question for question in bank.questions if question.kind is Kind.ONE]
    places = Counter(question.key[0] for question in ones)
    assert {len(question.options) for question in ones} == {4}
    assert max(places.values()) - min(places[(place,)] for place in range(4)) <= 1


def test_texts_are_not_repeated() -> None:
    repeated = [text for text, times in Counter(q.text for q in QUESTIONS).items() if times > 1]
    assert repeated == []


@pytest.mark.parametrize("question", QUESTIONS, ids=by_id)
def test_question_fits_the_projector_and_reads_calmly(question: Question) -> None:
    assert len(question.text) <= 160
    assert question.text[-1] == (
        "." if question.kind in (Kind.TRUE_FALSE, Kind.ORDER) else "?"
    ) or (question.kind is Kind.SEVERAL and question.text.endswith("Chọn tất cả phương án đúng."))
    written = " ".join((question.text, question.explanation, *question.options))
    assert "!" not in written
    assert "hiện nay" not in written
    assert "đều đúng" not in written
    assert len(question.explanation) <= 160
    assert question.explanation.endswith(".")


@pytest.mark.parametrize("question", LETTERED, ids=by_id)
def test_options_are_short_and_of_like_length(question: Question) -> None:
    lengths = [len(option) for option in question.options]
    assert max(lengths) <= 70
    assert max(lengths) <= 1.7 * min(lengths) + 14
    assert not any(option.endswith(".") for option in question.options)


@pytest.mark.parametrize("question", QUESTIONS, ids=by_id)
def test_question_names_its_document_and_date(question: Question) -> None:
    if question.id.startswith("dl12-"):
        assert CHARTER in question.text
        assert "2020" in question.text or "2022" in question.text
    else:
        assert PARTY.search(question.text)
    assert question.citation[0].isupper()


@pytest.mark.parametrize("question", QUESTIONS, ids=by_id)
def test_key_is_accepted_as_an_answer(question: Question) -> None:
    assert [is_right(question, answer) for answer in question.key] == [True] * len(question.key)


def test_typed_answers_are_short_and_not_in_their_question() -> None:
    typed = [question for question in QUESTIONS if question.kind is Kind.TEXT]
    for question in typed:
        texts = [entry for entry in question.key if isinstance(entry, str)]
        assert len(texts) == len(question.key)
        assert all(len(text.split()) <= 6 for text in texts)
        assert not any(text.casefold() in question.text.casefold() for text in texts)


def test_review_has_one_row_for_each_question() -> None:
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| \S+ \| “.+” \| (xác minh|thứ cấp) \| Đúng nguồn",
        (FOLDER / "REVIEW.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    status = {"verified": "xác minh", "secondary": "thứ cấp"}
    assert rows == [(question.id, status[question.source_status]) for question in QUESTIONS]


def test_every_field_is_in_the_schema_page() -> None:
    page = (ROOT / "docs" / "banks.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `(\w+)` \|", page, flags=re.MULTILINE))
    named = {field.name for kind in (Bank, Question) for field in fields(kind)}
    assert documented == named


def test_example_of_the_schema_page_is_a_bank() -> None:
    page = (ROOT / "docs" / "banks.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.+?)```", page, flags=re.DOTALL)
    bank, problems = read(example, "banks.md")
    assert problems == ()
    assert bank is not None
    assert [question.key for question in bank.questions] == [((1,),)]
