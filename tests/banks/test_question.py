import pytest

from quiz.banks.bank import Problem
from quiz.banks.files.bank_reader import read_bank
from quiz.core.nouns.model import Kind, Question
from tests.banks.sample import (
    NUMBER,
    ONE,
    ORDER,
    SEVERAL,
    TEXT,
    TRUE_FALSE,
    bank,
    without,
)


def only(fields: dict[str, str]) -> Question:
    found, problems = read_bank(bank(fields), "m.yaml")
    assert problems == ()
    assert found is not None
    return found.questions[0]


def problems_of(fields: dict[str, str]) -> list[tuple[str, str, str]]:
    """The problems as (code, field, detail), all of the one question."""
    found, problems = read_bank(bank(fields), "m.yaml")
    assert found is None
    assert {(p.file, p.question) for p in problems} <= {("m.yaml", fields.get("id", ""))}
    return [(p.code, p.field, p.detail) for p in problems]


def test_one_choice_whole() -> None:
    assert only(ONE) == Question(
        id="m-001",
        kind=Kind.ONE,
        text="Một cộng một bằng mấy?",
        key=((1,),),
        options=("Một", "Hai", "Ba", "Bốn"),
        explanation="Một cộng một bằng hai.",
        citation="Sách toán, trang 1",
        source_status="verified",
        as_of="3/2/2020",
        topic="Số học",
        difficulty=1,
    )


@pytest.mark.parametrize(
    ("fields", "key", "options"),
    [
        (SEVERAL | {"key": "[C, A]"}, ((0, 2),), ("Một", "Hai", "Ba", "Bốn")),
        (ORDER, ((1, 0, 3, 2),), ("Một", "Hai", "Ba", "Bốn")),
        (TRUE_FALSE, ((0,),), ("Đúng", "Sai")),
        (TRUE_FALSE | {"key": "Sai"}, ((1,),), ("Đúng", "Sai")),
        (TEXT, ("Hai", "số hai"), ()),
        (NUMBER | {"key": "74,5"}, ("74.5",), ()),
        (NUMBER | {"key": "-140000"}, ("-140000",), ()),
    ],
)
def test_key_of_each_kind(
    fields: dict[str, str], key: tuple[object, ...], options: tuple[str, ...]
) -> None:
    question = only(fields)
    assert (question.key, question.options) == (key, options)


def test_optional_fields_when_given() -> None:
    question = only(
        ONE | {"as_of": "7/1929", "seconds": "20", "fixed_order": "true", "picture": "huy-hieu.png"}
    )
    assert (question.as_of, question.seconds, question.fixed_order, question.picture) == (
        "7/1929",
        20,
        True,
        "huy-hieu.png",
    )
    assert only(TEXT | {"strict_marks": "true"}).strict_marks
    assert only(NUMBER | {"tolerance": "0,5"}).tolerance == "0.5"


def test_text_when_decomposed_and_broken_over_lines() -> None:
    question = only(ONE | {"text": '"Mo\u0302\u0323t\n      cộng  một?"'})
    assert question.text == "Một cộng một?"


def test_values_that_yaml_would_convert_stay_texts() -> None:
    question = only(ONE | {"options": "[No, 05, 2020-02-03, 1.0]"})
    assert question.options == ("No", "05", "2020-02-03", "1.0")


@pytest.mark.parametrize(
    "name",
    ["kind", "text", "explanation", "citation", "source_status", "difficulty", "topic"],
)
def test_field_missing_or_empty(name: str) -> None:
    assert problems_of(without(ONE, name)) == [("field_missing", name, "")]
    assert problems_of(ONE | {name: ""}) == [("field_missing", name, "")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (without(ONE, "key"), ("field_missing", "key", "")),
        (ONE | {"key": "[]"}, ("field_missing", "key", "")),
        (without(ONE, "options"), ("field_missing", "options", "")),
        (ONE | {"options": "[Một, '', Ba]"}, ("field_missing", "options", "")),
        (ONE | {"text": "[Một, Hai]"}, ("text_expected", "text", "")),
        (ONE | {"options": "[[Một], [Hai]]"}, ("text_expected", "options", "")),
        (ONE | {"hint": "Hai"}, ("field_unknown", "hint", "")),
        (ONE | {"id": "Câu 1"}, ("id_wrong", "id", "Câu 1")),
        (
            ONE | {"kind": "choice"},
            ("value_unknown", "kind", "choice (one, several, true_false, text, number, order)"),
        ),
        (
            ONE | {"source_status": "sure"},
            ("value_unknown", "source_status", "sure (verified, secondary)"),
        ),
        (ONE | {"fixed_order": "yes"}, ("value_unknown", "fixed_order", "yes (true, false)")),
        (ONE | {"difficulty": "4"}, ("number_out_of_range", "difficulty", "4 (1–3)")),
        (ONE | {"difficulty": "easy"}, ("number_out_of_range", "difficulty", "easy (1–3)")),
        (ONE | {"seconds": "3"}, ("number_out_of_range", "seconds", "3 (5–600)")),
        (ONE | {"as_of": "2020-02-03"}, ("date_wrong", "as_of", "2020-02-03")),
        (ONE | {"picture": "../a.png"}, ("picture_wrong", "picture", "../a.png")),
        (ONE | {"options": "[Hai]", "key": "A"}, ("options_count", "options", "1")),
        (ONE | {"options": "[Hai, Ba, hai]"}, ("option_repeated", "options", "hai")),
        (ONE | {"key": "E"}, ("key_unknown", "key", "E (A, B, C, D)")),
        (ONE | {"key": "b"}, ("key_unknown", "key", "b (A, B, C, D)")),
        (ONE | {"key": "Hai"}, ("key_unknown", "key", "Hai (A, B, C, D)")),
        (ONE | {"key": "[A, B]"}, ("key_count", "key", "2 (1)")),
        (SEVERAL | {"key": "[A]"}, ("key_count", "key", "1 (2–4)")),
        (SEVERAL | {"key": "[A, B, A]"}, ("key_repeated", "key", "A, B, A")),
        (ORDER | {"key": "[A, B, C]"}, ("key_count", "key", "3 (4)")),
        (TRUE_FALSE | {"key": "true"}, ("key_unknown", "key", "true (Đúng, Sai)")),
        (TRUE_FALSE | {"key": "[Đúng, Sai]"}, ("key_count", "key", "2 (1)")),
        (NUMBER | {"key": "140.000"}, ("number_wrong", "key", "140.000")),
        (NUMBER | {"key": "[74,5]"}, ("key_count", "key", "2 (1)")),
        (NUMBER | {"tolerance": "-1"}, ("number_wrong", "tolerance", "-1")),
        (NUMBER | {"key": "hai"}, ("number_wrong", "key", "hai")),
        (NUMBER | {"tolerance": "5%"}, ("number_wrong", "tolerance", "5%")),
        (TEXT | {"options": "[Hai, Ba]"}, ("field_not_for_kind", "options", "text")),
        (ONE | {"tolerance": "1"}, ("field_not_for_kind", "tolerance", "one")),
        (ORDER | {"fixed_order": "true"}, ("field_not_for_kind", "fixed_order", "order")),
        (NUMBER | {"strict_marks": "true"}, ("field_not_for_kind", "strict_marks", "number")),
    ],
)
def test_problem_named_with_its_field(
    fields: dict[str, str], expected: tuple[str, str, str]
) -> None:
    assert problems_of(fields) == [expected]


def test_id_missing_names_the_line() -> None:
    _, problems = read_bank(bank(without(ONE, "id")), "m.yaml")
    assert problems == (Problem("field_missing", "m.yaml", "", "id", "", 8),)


def test_every_problem_of_a_question_at_once() -> None:
    assert problems_of(ONE | {"difficulty": "9", "key": "F", "colour": "red"}) == [
        ("key_unknown", "key", "F (A, B, C, D)"),
        ("number_out_of_range", "difficulty", "9 (1–3)"),
        ("field_unknown", "colour", ""),
    ]
