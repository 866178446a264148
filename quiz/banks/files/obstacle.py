"""Obstacle sets ("Vượt chướng ngại vật"): a keyword to guess, four rows and a centre cell."""

from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from quiz.banks.bank import Problem
from quiz.banks.files import folder
from quiz.banks.files.bank_reader import LANGUAGES
from quiz.banks.files.record import ReportProblem, YamlRecord, record
from quiz.banks.question import ID, STATUSES, date, matching
from quiz.core.nouns.model import Kind, Question

ROWS = 4
KEYWORD_FIELDS = frozenset(
    (
        *("id", "text", "key", "letters", "explanation", "citation"),
        *("source_status", "as_of", "difficulty"),
    )
)
CELL_FIELDS = KEYWORD_FIELDS | {"hint"}


@dataclass(frozen=True, slots=True)
class ObstacleCell:
    """A typed question whose answer has so many `letters`; `hint` ties it to the keyword."""

    question: Question
    letters: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One set: the keyword, the rows in the order they are shown, and the centre cell."""

    id: str
    title: str
    title_en: str
    description: str
    as_of: str
    language: str
    topic: str
    keyword: ObstacleCell
    rows: tuple[ObstacleCell, ...]
    centre: ObstacleCell

    def cells(self) -> tuple[ObstacleCell, ...]:
        """All that is asked: the rows, the centre cell, and the keyword last."""
        return (*self.rows, self.centre, self.keyword)


HEAD = frozenset(field.name for field in fields(Obstacle))


def load_obstacles(path: Path) -> tuple[tuple[Obstacle, ...], folder.Problems]:
    """The sets of a folder's `*.yaml` files, by file name, and all their problems."""
    return folder.load_folder(path, read_obstacle, ids)


def ids(obstacle: Obstacle) -> tuple[str, ...]:
    """Every id that the file uses: its own, then its cells'."""
    return (obstacle.id, *(cell.question.id for cell in obstacle.cells()))


def read_obstacle(text: str, file: str) -> tuple[Obstacle | None, folder.Problems]:
    """The set that a file's text holds, or None and all that is wrong, in the file's order."""
    node = folder.compose(text, file)
    if isinstance(node, Problem):
        return None, (node,)
    if not isinstance(node, yaml.MappingNode):
        return None, (Problem("not_an_obstacle", file, line=1),)
    problems: list[Problem] = []
    obstacle = ObstacleFile(node, file, problems.append).obstacle()
    return (None if problems else obstacle), folder.in_order(problems)


class ObstacleFile:
    """One file while it is read: its head, and what its cells have in common."""

    def __init__(self, node: yaml.MappingNode, file: str, report: ReportProblem) -> None:
        self.file = file
        self.report = report
        self.head = record(node, file, report, head=True)
        self.head.known(HEAD)
        self.as_of = date(self.head)
        self.topic = self.head.text("topic")
        self.used: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.forbidden: tuple[str, ...] = ()

    def obstacle(self) -> Obstacle:
        """The set as written; it is whole only if nothing was reported."""
        keyword = self.cell(self.head.fields.get("keyword"), "keyword")
        self.forbidden = texts(keyword.question)
        return Obstacle(
            id=matching(self.head, "id", ID, "id_wrong", self.head.text("id")),
            title=self.head.text("title"),
            title_en=self.head.text("title_en"),
            description=self.head.text("description"),
            as_of=self.as_of,
            language=self.head.choice("language", LANGUAGES),
            topic=self.topic,
            keyword=keyword,
            rows=self.rows(self.head.fields.get("rows")),
            centre=self.cell(self.head.fields.get("centre"), "centre"),
        )

    def rows(self, node: yaml.Node | None) -> tuple[ObstacleCell, ...]:
        """The rows, reported unless there are four."""
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        if len(items) != ROWS:
            self.head.problem("rows_count", "rows", f"{len(items)} ({ROWS})")
        return tuple(self.cell(item, "rows") for item in items)

    def cell(self, node: yaml.Node | None, field: str) -> ObstacleCell:
        """One cell; the keyword's own has no hint."""
        if not isinstance(node, yaml.MappingNode):
            self.head.problem("not_a_cell", field)
            return ObstacleCell(Question("", Kind.TEXT, "", ()), 0)
        source = record(node, self.file, self.report)
        source.known(KEYWORD_FIELDS if field == "keyword" else CELL_FIELDS)
        cell = ObstacleCell(
            self.question(source),
            source.whole("letters", 1, 40),
            "" if field == "keyword" else source.text("hint"),
        )
        self.check(source, cell)
        return cell

    def question(self, source: YamlRecord) -> Question:
        """The cell as a typed question; its topic is the set's."""
        return Question(
            id=matching(source, "id", ID, "id_wrong", source.text("id")),
            kind=Kind.TEXT,
            text=source.text("text"),
            key=source.texts("key"),
            explanation=source.text("explanation"),
            citation=source.text("citation"),
            source_status=source.choice("source_status", STATUSES),
            as_of=date(source) if "as_of" in source.fields else self.as_of,
            topic=self.topic,
            difficulty=source.whole("difficulty", 1, 3),
        )

    def check(self, source: YamlRecord, cell: ObstacleCell) -> None:
        """Report ids and answers used twice, wrong letters, and answers given away."""
        accepted = texts(cell.question)
        self.used[cell.question.id] += 1
        self.answers.update(accepted)
        if cell.question.id and self.used[cell.question.id] > 1:
            source.problem("id_repeated", "id")
        for text in accepted:
            if self.answers[text] > 1:
                source.problem("answer_repeated", "key", text)
            if "letters" in source.fields and letters(text) != cell.letters:
                source.problem("letters_wrong", "letters", f"{text}: {letters(text)}")
            if text in cell.question.text.casefold():
                source.problem("key_in_text", "text", text)
        for name, said in (("text", cell.question.text), ("key", " / ".join(accepted))):
            for text in self.forbidden:
                if text in said.casefold():
                    source.problem("keyword_given_away", name, text)


def texts(question: Question) -> tuple[str, ...]:
    """The accepted texts, in small letters."""
    return tuple(entry.casefold() for entry in question.key if isinstance(entry, str))


def letters(text: str) -> int:
    """How many letters and digits an answer has, spaces and signs not counted."""
    return sum(char.isalnum() for char in text)
