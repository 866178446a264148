import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.banks.bank import Problem
from quiz.banks.files import problem_words
from quiz.banks.files.obstacle import ObstacleCell, load_obstacles, read_obstacle
from quiz.core.nouns.model import Kind, Question
from quiz.core.question.comparing import is_right


def cell(id: str, text: str, answer: str, letters: int) -> dict[str, Any]:
    return {
        "id": id,
        "text": text,
        "key": [answer],
        "letters": letters,
        "hint": "Một màu của vật cần tìm.",
        "explanation": "Sách ghi như vậy.",
        "citation": "Sách mẫu, trang 1",
        "source_status": "verified",
        "difficulty": 1,
    }


KEYWORD = cell("m-tk", "Đây là một vật treo trên cột.", "Lá cờ", 4)
del KEYWORD["hint"]
SET: dict[str, Any] = {
    "id": "m",
    "title": "Bộ mẫu",
    "title_en": "Sample set",
    "description": "Một bộ để thử.",
    "as_of": "3/2/2020",
    "language": "vi",
    "topic": "Màu",
    "keyword": KEYWORD,
    "rows": [
        cell("m-h1", "Màu của máu là màu gì?", "Đỏ", 2),
        cell("m-h2", "Màu của nghệ là màu gì?", "Vàng", 4),
        cell("m-h3", "Màu của than là màu gì?", "Đen", 3),
        cell("m-h4", "Màu của lá cây là màu gì?", "Xanh", 4),
    ],
    "centre": cell("m-tt", "Hình có năm cánh gọi là gì?", "Ngôi sao", 7),
}


def written(changes: dict[tuple[str | int, ...], Any] | None = None) -> str:
    """The set in YAML, with values put in at their places (None: the field taken out)."""
    made = copy.deepcopy(SET)
    for place, value in (changes or {}).items():
        inner: Any = made
        for step in place[:-1]:
            inner = inner[step]
        if value is None:
            del inner[place[-1]]
        else:
            inner[place[-1]] = value
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False)


def problems_of(changes: dict[tuple[str | int, ...], Any]) -> list[tuple[str, str, str, str]]:
    """The problems as (code, cell's id, field, detail)."""
    found, problems = read_obstacle(written(changes), "m.yaml")
    assert found is None
    assert {problem.file for problem in problems} == {"m.yaml"}
    return [(p.code, p.question, p.field, p.detail) for p in problems]


def test_set_whole() -> None:
    found, problems = read_obstacle(written(), "m.yaml")
    assert problems == ()
    assert found is not None
    assert (found.id, found.title, found.title_en, found.language) == (
        "m",
        "Bộ mẫu",
        "Sample set",
        "vi",
    )
    assert found.rows[0] == ObstacleCell(
        question=Question(
            id="m-h1",
            kind=Kind.TEXT,
            text="Màu của máu là màu gì?",
            key=("Đỏ",),
            explanation="Sách ghi như vậy.",
            citation="Sách mẫu, trang 1",
            source_status="verified",
            as_of="3/2/2020",
            topic="Màu",
            difficulty=1,
        ),
        letters=2,
        hint="Một màu của vật cần tìm.",
    )
    assert (found.keyword.question.key, found.keyword.letters, found.keyword.hint) == (
        ("Lá cờ",),
        4,
        "",
    )
    assert [cell.question.id for cell in found.cells()] == [
        "m-h1",
        "m-h2",
        "m-h3",
        "m-h4",
        "m-tt",
        "m-tk",
    ]
    assert is_right(found.centre.question, "ngoi sao")


def test_date_of_one_cell() -> None:
    found, _ = read_obstacle(written({("centre", "as_of"): "1929"}), "m.yaml")
    assert found is not None
    assert (found.centre.question.as_of, found.rows[0].question.as_of) == ("1929", "3/2/2020")


def test_second_accepted_answer_of_the_same_length() -> None:
    found, problems = read_obstacle(written({("rows", 1, "key"): ["Vàng", "Nghệ"]}), "m.yaml")
    assert problems == (Problem("key_in_text", "m.yaml", "m-h2", "text", "nghệ", 30),)
    assert found is None
    assert read_obstacle(written({("rows", 1, "key"): ["Vàng", "Hoàng"]}), "m.yaml")[1] == (
        Problem("letters_wrong", "m.yaml", "m-h2", "letters", "hoàng: 5", 34),
    )
    assert read_obstacle(written({("rows", 1, "key"): ["Vàng", "Kim A"]}), "m.yaml")[1] == ()


@pytest.mark.parametrize(
    "name",
    ["text", "key", "letters", "hint", "explanation", "citation", "source_status", "difficulty"],
)
def test_field_of_a_row_missing(name: str) -> None:
    assert problems_of({("rows", 2, name): None}) == [("field_missing", "m-h3", name, "")]


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (("topic",), None, ("field_missing", "", "topic", "")),
        (("author",), "An", ("field_unknown", "", "author", "")),
        (("language",), "fr", ("value_unknown", "", "language", "fr (vi, en)")),
        (("id",), "Bộ 1", ("id_wrong", "", "id", "Bộ 1")),
        (("as_of",), "hôm nay", ("date_wrong", "", "as_of", "hôm nay")),
        (("keyword",), None, ("not_a_cell", "", "keyword", "")),
        (("keyword",), "Lá cờ", ("not_a_cell", "", "keyword", "")),
        (("keyword", "hint"), "Trên cột.", ("field_unknown", "m-tk", "hint", "")),
        (("centre",), ["Ngôi sao"], ("not_a_cell", "", "centre", "")),
        (("rows", 0), "Đỏ", ("not_a_cell", "", "rows", "")),
        (("rows",), None, ("rows_count", "", "rows", "0 (4)")),
        (("rows", 3), None, ("rows_count", "", "rows", "3 (4)")),
        (("rows", 0, "kind"), "one", ("field_unknown", "m-h1", "kind", "")),
        (("rows", 0, "id"), "m-h2", ("id_repeated", "m-h2", "id", "")),
        (("rows", 0, "letters"), 3, ("letters_wrong", "m-h1", "letters", "đỏ: 2")),
        (("rows", 0, "letters"), 0, ("number_out_of_range", "m-h1", "letters", "0 (1–40)")),
        (("rows", 0, "difficulty"), 5, ("number_out_of_range", "m-h1", "difficulty", "5 (1–3)")),
        (("rows", 0, "text"), "Màu đỏ là màu gì?", ("key_in_text", "m-h1", "text", "đỏ")),
        (
            ("rows", 0, "text"),
            "Màu của lá cờ là màu gì?",
            ("keyword_given_away", "m-h1", "text", "lá cờ"),
        ),
        (("rows", 3, "key"), ["Vàng"], ("answer_repeated", "m-h4", "key", "vàng")),
        (("keyword", "letters"), 5, ("letters_wrong", "m-tk", "letters", "lá cờ: 4")),
    ],
)
def test_problem_named_with_its_field(
    place: tuple[str | int, ...], value: object, expected: tuple[str, str, str, str]
) -> None:
    assert expected in problems_of({place: value})


def test_answer_that_holds_the_keyword() -> None:
    changes: dict[tuple[str | int, ...], Any] = {
        ("centre", "key"): ["Ngọn lá cờ"],
        ("centre", "letters"): 8,
    }
    assert problems_of(changes) == [("keyword_given_away", "m-tt", "key", "lá cờ")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem("not_an_obstacle", "m.yaml", line=1)),
        ("- một\n", Problem("not_an_obstacle", "m.yaml", line=1)),
        ("[" * 5000, Problem("yaml_deep", "m.yaml", detail="50")),
        (
            "id: [a\ntitle: b\n",
            Problem("yaml_wrong", "m.yaml", detail="did not find expected ',' or ']'", line=2),
        ),
    ],
)
def test_problem_of_a_file(text: str, problem: Problem) -> None:
    assert read_obstacle(text, "m.yaml") == (None, (problem,))


def test_problems_come_in_the_order_of_the_file() -> None:
    _, problems = read_obstacle(written({("title",): "", ("centre", "hint"): ""}), "m.yaml")
    lines = [problem.line for problem in problems]
    assert [problem.field for problem in problems] == ["title", "hint"]
    assert lines == sorted(lines)


def test_folder_with_good_and_bad_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(written(), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(written({("id",): "n"}), encoding="utf-8")
    (tmp_path / "c.yaml").write_text(written({("rows", 0, "letters"): 7}), encoding="utf-8")
    sets, problems = load_obstacles(tmp_path)
    assert [found.id for found in sets] == ["m"]
    shared = [problem.question for problem in problems if problem.code == "id_in_other_file"]
    assert shared == ["m-h1", "m-h2", "m-h3", "m-h4", "m-tt", "m-tk"]
    assert [(p.code, p.file) for p in problems if p.file == "c.yaml"] == [
        ("letters_wrong", "c.yaml")
    ]


def test_sentence_names_file_cell_and_field() -> None:
    _, problems = read_obstacle(written({("rows", 0, "letters"): 7}), "m.yaml")
    (problem,) = problems
    assert problem_words.sentence(problem) == (
        "m.yaml, dòng 23, câu hỏi m-h1, mục letters: số chữ cái không khớp, đáp án «đỏ: 2»."
    )
