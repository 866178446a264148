from pathlib import Path

import pytest

from quiz.banks.bank import Problem
from quiz.banks.files import problem_words
from quiz.banks.files.keywords import Keyword, KeywordBank, load_keywords, read_keyword_file
from quiz.cli.bank.english import english

HEAD = """\
id: sample-words
title: Từ khóa mẫu
title_en: Sample keywords
description: Vài từ khóa để thử.
as_of: 3/2/2020
language: vi
keywords:
"""
WORD = {
    "id": "k-001",
    "keyword": "Thẻ đoàn viên",
    "term": "được cấp thẻ đoàn viên",
    "citation": "Điều lệ mẫu, Điều 2",
    "source_status": "verified",
    "difficulty": "1",
    "topic": "Công đoàn",
}
OTHER = WORD | {"id": "k-002", "keyword": "Đoàn phí", "term": "đoàn phí công đoàn"}


def listed(*keywords: dict[str, str], head: str = HEAD) -> str:
    items = (
        "  - " + "\n    ".join(f"{name}: {value}" for name, value in keyword.items()) + "\n"
        for keyword in keywords
    )
    return head + "".join(items)


def problems_of(*keywords: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """The problems as (code, keyword's id, field, detail)."""
    found, problems = read_keyword_file(listed(*keywords), "k.yaml")
    assert found is None
    assert {problem.file for problem in problems} == {"k.yaml"}
    return [(p.code, p.question, p.field, p.detail) for p in problems]


def test_keywords_whole() -> None:
    found, problems = read_keyword_file(listed(WORD, OTHER | {"as_of": "1929"}), "k.yaml")
    assert problems == ()
    assert found == KeywordBank(
        id="sample-words",
        title="Từ khóa mẫu",
        title_en="Sample keywords",
        description="Vài từ khóa để thử.",
        as_of="3/2/2020",
        language="vi",
        keywords=(
            Keyword(
                id="k-001",
                keyword="Thẻ đoàn viên",
                term="được cấp thẻ đoàn viên",
                citation="Điều lệ mẫu, Điều 2",
                source_status="verified",
                as_of="3/2/2020",
                difficulty=1,
                topic="Công đoàn",
            ),
            Keyword(
                id="k-002",
                keyword="Đoàn phí",
                term="đoàn phí công đoàn",
                citation="Điều lệ mẫu, Điều 2",
                source_status="verified",
                as_of="1929",
                difficulty=1,
                topic="Công đoàn",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("keyword", "term"),
    [
        ("Chi bộ bốn tốt", "mô hình «chi bộ bốn tốt»"),
        ("Chi bộ", "Chi bộ, chi ủy"),
        ("Thẻ", "được cấp thẻ đoàn viên"),
        ("Mác - Lênin", "chủ nghĩa Mác - Lênin"),
    ],
)
def test_keyword_found_in_its_term(keyword: str, term: str) -> None:
    assert read_keyword_file(listed(WORD | {"keyword": keyword, "term": term}), "k.yaml")[1] == ()


@pytest.mark.parametrize("name", list(WORD))
def test_field_missing(name: str) -> None:
    fields = {key: value for key, value in WORD.items() if key != name}
    identity = "" if name == "id" else "k-001"
    assert ("field_missing", identity, name, "") in problems_of(fields)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"hint": "thẻ"}, ("field_unknown", "k-001", "hint", "")),
        ({"term": "[thẻ đoàn viên]"}, ("text_expected", "k-001", "term", "")),
        ({"difficulty": "4"}, ("number_out_of_range", "k-001", "difficulty", "4 (1–3)")),
        (
            {"source_status": "sure"},
            ("value_unknown", "k-001", "source_status", "sure (verified, secondary)"),
        ),
        ({"as_of": "năm nay"}, ("date_wrong", "k-001", "as_of", "năm nay")),
        ({"id": "Từ 1"}, ("id_wrong", "Từ 1", "id", "Từ 1")),
        (
            {"keyword": "được cấp thẻ đoàn viên"},
            ("keyword_long", "k-001", "keyword", "5 (1–4)"),
        ),
        ({"keyword": "Thẻ đảng"}, ("keyword_not_in_term", "k-001", "term", "Thẻ đảng")),
        ({"keyword": "viên thẻ"}, ("keyword_not_in_term", "k-001", "term", "viên thẻ")),
        ({"keyword": "thẻ đoà"}, ("keyword_not_in_term", "k-001", "term", "thẻ đoà")),
    ],
)
def test_problem_named_with_its_field(
    change: dict[str, str], expected: tuple[str, str, str, str]
) -> None:
    assert problems_of(WORD | change) == [expected]


def test_keyword_and_id_used_twice() -> None:
    again = WORD | {"keyword": "THẺ ĐOÀN VIÊN"}
    assert problems_of(WORD, again) == [
        ("id_repeated", "k-001", "id", ""),
        ("keyword_repeated", "k-001", "keyword", "THẺ ĐOÀN VIÊN"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem("not_a_keyword_bank", "k.yaml", line=1)),
        ("- một\n", Problem("not_a_keyword_bank", "k.yaml", line=1)),
        ("id: \x07\n", Problem("yaml_wrong", "k.yaml", detail="ReaderError")),
        (HEAD, Problem("keywords_missing", "k.yaml", field="keywords")),
        (HEAD + "  []\n", Problem("keywords_missing", "k.yaml", field="keywords")),
        (HEAD + "  - Thẻ\n", Problem("not_a_keyword", "k.yaml", field="keywords", line=8)),
        (
            listed(WORD, head=HEAD.replace("language: vi", "language: fr")),
            Problem("value_unknown", "k.yaml", "", "language", "fr (vi, en)", 6),
        ),
        (
            listed(WORD, head="author: An\n" + HEAD),
            Problem("field_unknown", "k.yaml", "", "author", "", 1),
        ),
        (
            listed(WORD).replace("keyword:", "topic: Đảng\n    keyword:"),
            Problem("field_repeated", "k.yaml", "k-001", "topic", "", 9),
        ),
    ],
)
def test_problem_of_a_file(text: str, problem: Problem) -> None:
    assert read_keyword_file(text, "k.yaml") == (None, (problem,))


def test_problems_come_in_the_order_of_the_file() -> None:
    bad = listed(WORD | {"topic": ""}, head=HEAD.replace("as_of: 3/2/2020", "as_of: nay"))
    _, problems = read_keyword_file(bad, "k.yaml")
    assert [(problem.field, problem.line) for problem in problems] == [("as_of", 5), ("topic", 14)]


def test_folder_with_good_and_bad_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(listed(WORD), encoding="utf-8")
    other = HEAD.replace("id: sample-words", "id: other-words")
    (tmp_path / "b.yaml").write_text(listed(WORD, head=other), encoding="utf-8")
    (tmp_path / "c.yaml").write_text(listed(OTHER | {"topic": ""}), encoding="utf-8")
    (tmp_path / "d.yaml").write_bytes("id: Mẫu".encode("utf-16"))
    banks, problems = load_keywords(tmp_path)
    assert [bank.id for bank in banks] == ["sample-words"]
    assert problems == (
        Problem("id_in_other_file", "b.yaml", "k-001", "id", "a.yaml"),
        Problem("field_missing", "c.yaml", "k-002", "topic", "", 14),
        Problem("file_not_utf8", "d.yaml"),
    )


def test_sentence_names_file_entry_and_field() -> None:
    _, problems = read_keyword_file(listed(WORD | {"term": "thẻ đảng viên"}), "k.yaml")
    (problem,) = problems
    assert problem_words.sentence(problem, english) == (
        "k.yaml, line 10, question k-001, field term: "
        "the source's term does not hold the keyword “Thẻ đoàn viên”."
    )
