"""Keywords for charades ("Hiểu ý đồng đội"): files in, whole lists of keywords or problems out."""

from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from quiz.banks.bank import Problem
from quiz.banks.files import folder
from quiz.banks.files.bank_reader import LANGUAGES
from quiz.banks.files.record import ReportProblem, YamlRecord, record
from quiz.banks.question import ID, STATUSES, date, matching

LONGEST = 4
"""Syllables (written apart in Vietnamese) that a team can still be made to guess."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """What one of a team describes and the others guess; `term` is the source's own wording."""

    id: str
    keyword: str
    term: str
    citation: str
    source_status: str
    as_of: str
    difficulty: int
    topic: str


@dataclass(frozen=True, slots=True)
class KeywordBank:
    """One file of keywords; `as_of` is the date its facts stand for, as people write it."""

    id: str
    title: str
    title_en: str
    description: str
    as_of: str
    language: str
    keywords: tuple[Keyword, ...]


FIELDS = frozenset(field.name for field in fields(Keyword))
HEAD = frozenset(field.name for field in fields(KeywordBank))


def load_keywords(path: Path) -> tuple[tuple[KeywordBank, ...], folder.Problems]:
    """The keyword banks of a folder's `*.yaml` files, by file name, and all their problems."""
    return folder.load_folder(path, read_keyword_file, ids)


def ids(bank: KeywordBank) -> tuple[str, ...]:
    """Every id that the file uses: its own, then its keywords'."""
    return (bank.id, *(keyword.id for keyword in bank.keywords))


def read_keyword_file(text: str, file: str) -> tuple[KeywordBank | None, folder.Problems]:
    """The keywords that a file's text holds, or None and all that is wrong, in the file's order."""
    node = folder.compose(text, file)
    if isinstance(node, Problem):
        return None, (node,)
    if not isinstance(node, yaml.MappingNode):
        return None, (Problem("not_a_keyword_bank", file, line=1),)
    problems: list[Problem] = []
    bank = read_keyword_bank(node, file, problems.append)
    return (None if problems else bank), folder.in_order(problems)


def read_keyword_bank(node: yaml.MappingNode, file: str, report: ReportProblem) -> KeywordBank:
    """The keyword bank as written; it is whole only if nothing was reported."""
    head = record(node, file, report, head=True)
    head.known(HEAD)
    as_of = date(head)
    return KeywordBank(
        id=matching(head, "id", ID, "id_wrong", head.text("id")),
        title=head.text("title"),
        title_en=head.text("title_en"),
        description=head.text("description"),
        as_of=as_of,
        language=head.choice("language", LANGUAGES),
        keywords=read_keywords(head.fields.get("keywords"), file, as_of, report),
    )


def read_keywords(
    node: yaml.Node | None, file: str, as_of: str, report: ReportProblem
) -> tuple[Keyword, ...]:
    """The keywords of the list, and those that share an id or are the same words."""
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    if not items:
        report(Problem("keywords_missing", file, field="keywords"))
    keywords: list[Keyword] = []
    used: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for item in items:
        if not isinstance(item, yaml.MappingNode):
            line = item.start_mark.line + 1
            report(Problem("not_a_keyword", file, field="keywords", line=line))
            continue
        source = record(item, file, report)
        keyword = read_keyword(source, as_of)
        keywords.append(keyword)
        used[keyword.id] += 1
        said[keyword.keyword.casefold()] += 1
        if keyword.id and used[keyword.id] > 1:
            source.problem("id_repeated", "id")
        if keyword.keyword and said[keyword.keyword.casefold()] > 1:
            source.problem("keyword_repeated", "keyword", keyword.keyword)
    return tuple(keywords)


def read_keyword(source: YamlRecord, as_of: str) -> Keyword:
    """The keyword as written; `as_of` is the bank's date, used where it names none."""
    source.known(FIELDS)
    keyword, term = source.text("keyword"), source.text("term")
    length = len(keyword.split())
    if length > LONGEST:
        source.problem("keyword_long", "keyword", f"{length} (1–{LONGEST})")
    if term and f" {spaced(keyword)} ".casefold() not in f" {spaced(term)} ".casefold():
        source.problem("keyword_not_in_term", "term", keyword)
    return Keyword(
        id=matching(source, "id", ID, "id_wrong", source.text("id")),
        keyword=keyword,
        term=term,
        citation=source.text("citation"),
        source_status=source.choice("source_status", STATUSES),
        as_of=date(source) if "as_of" in source.fields else as_of,
        difficulty=source.whole("difficulty", 1, 3),
        topic=source.text("topic"),
    )


def spaced(text: str) -> str:
    """The text with its punctuation taken away, so that words stand between single spaces."""
    words = "".join(char if char.isalnum() or char == "-" else " " for char in text)
    return " ".join(words.split())
