"""What a program can see of the bundled banks' quality."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from quiz.banks.bank import Bank
from quiz.banks.files import keywords, obstacle
from quiz.banks.files.bank_reader import load_banks, read_bank
from quiz.core.nouns.model import Kind, Question
from quiz.core.question.comparing import is_right

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "question_banks"
BANKS, PROBLEMS = load_banks(FOLDER)
QUESTIONS = [question for bank in BANKS for question in bank.questions]
LETTERED = [question for question in QUESTIONS if len(question.options) > 2]
KEYWORDS, KEYWORD_PROBLEMS = keywords.load_keywords(FOLDER / "charades")
OBSTACLES, OBSTACLE_PROBLEMS = obstacle.load_obstacles(FOLDER / "olympia")
CELLS = [cell.question for found in OBSTACLES for cell in found.cells()]
BUNDLED = [
    "charter-xii-2020",
    "charter-xiii-2024",
    "congress-xiii",
    "election-law",
    "party-history",
    "plenum-5-xiii",
    "trade-union-law",
    "union-history-lang-son",
]
RESOLUTION = (
    r"Nghị quyết (số )?\d\d-NQ/TW ngày 16/6/2022 .*khóa XIII"
    r"|Trung ương.* khóa XIII.*2022|2022.*Trung ương 5 khóa XIII"
)
DATED = {
    "dl12": r"khóa XII\b.*202[0-2]|202[0-2].*khóa XII\b",
    "dl13": r"\b20\d\d\b|Đại hội XIII Công đoàn Việt Nam",
    "lcd": r"\b20\d\d\b",
    "lbc": r"\b20\d\d\b",
    "nq13": r"Nghị quyết Đại hội XIII của Đảng \(2021\)",
    "dh13": r"Đại hội XIII của Đảng \(2021\)|khóa XIII\b.*20\d\d|trong khóa XIII\b",
    "dh14": r"Đại hội XIV của Đảng",
    "xdd": r"khóa (XI|XII|XIII)\b",
    "tw5": RESOLUTION,
    "nq18": RESOLUTION,
    "nq19": RESOLUTION,
    "nq20": RESOLUTION,
    "nq21": RESOLUTION,
    "lsd": r"\b(19|20)\d\d\b|Đại hội ([IVX]+|nào)\b|đại hội nào",
}
"""How a question of each prefix names its document and date; events need not name one."""
BOUND = [question for question in QUESTIONS if question.id.rsplit("-", 1)[0] in DATED]


def by_id(question: Question) -> str:
    return question.id


def by_bank(bank: Bank) -> str:
    return bank.id


def test_banks_load_without_problems() -> None:
    assert PROBLEMS == ()
    assert [bank.id for bank in BANKS] == BUNDLED


def test_keywords_and_obstacle_sets_load_without_problems() -> None:
    assert KEYWORD_PROBLEMS == ()
    assert OBSTACLE_PROBLEMS == ()
    assert len(OBSTACLES) >= 4
    assert sum(len(bank.keywords) for bank in KEYWORDS) >= 60


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


@pytest.mark.parametrize("question", BOUND, ids=by_id)
def test_question_names_its_document_and_date(question: Question) -> None:
    assert re.search(DATED[question.id.rsplit("-", 1)[0]], question.text)


@pytest.mark.parametrize("question", QUESTIONS, ids=by_id)
def test_citation_reads_like_a_name(question: Question) -> None:
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


def test_obstacle_questions_fit_the_projector_and_are_answered_by_their_key() -> None:
    for question in CELLS:
        assert len(question.text) <= 160
        assert question.text[-1] in "?."
        assert "!" not in question.text
        assert question.citation[0].isupper()
        assert question.explanation.endswith(".")
        assert all(is_right(question, answer) for answer in question.key)


def test_review_has_one_row_for_each_question_keyword_and_cell() -> None:
    rows = [
        row
        for file in sorted(FOLDER.glob("REVIEW*.md"))
        for row in re.findall(
            r"^\| ([a-z0-9-]+) \| [^|]+ \| “.+” \| (xác minh|thứ cấp) \| Đúng nguồn",
            file.read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
    ]
    status = {"verified": "xác minh", "secondary": "thứ cấp"}
    asked = [(question.id, question.source_status) for question in (*QUESTIONS, *CELLS)]
    words = [(word.id, word.source_status) for bank in KEYWORDS for word in bank.keywords]
    bundled = [(name, status[source]) for name, source in (*asked, *words)]
    assert sorted(rows) == sorted(bundled)


def section(title: str) -> str:
    """The part of the schema page under the heading that begins so (the page's own: first)."""
    page = (ROOT / "docs" / "banks.md").read_text(encoding="utf-8")
    first, *parts = page.split("\n## ")
    return next((part for part in parts if part.startswith(title)), first)


def documented(*titles: str) -> set[str]:
    """The fields that the tables of these sections explain."""
    rows = re.findall(r"^\| (`.+?`) \|", "".join(map(section, titles)), flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def named(
    *kinds: type[Bank | Question | keywords.Keyword | obstacle.Obstacle | obstacle.ObstacleCell],
) -> set[str]:
    """The fields of the nouns that a file is read into."""
    return {field.name for kind in kinds for field in fields(kind)}


def test_every_field_is_in_the_schema_page() -> None:
    assert documented("Đầu tệp", "Câu hỏi /") == named(Bank, Question)
    assert documented("Từ khóa") == named(keywords.Keyword) | {"keywords"}
    assert documented("Vượt chướng") == (
        named(obstacle.Obstacle, obstacle.ObstacleCell) - {"question"} | {"key"}
    )


def example(title: str) -> str:
    """The first file that the section shows."""
    _, after = section(title).split("```yaml\n")
    return after.split("```")[0]


def test_examples_of_the_schema_page_are_banks() -> None:
    bank, problems = read_bank(example("Ngân hàng câu hỏi"), "banks.md")
    assert problems == ()
    assert bank is not None
    assert [question.key for question in bank.questions] == [((1,),)]
    listed, wrong = keywords.read_keyword_file(example("Từ khóa"), "banks.md")
    assert wrong == ()
    assert listed is not None
    assert [keyword.keyword for keyword in listed.keywords] == ["Thẻ đoàn viên"]
