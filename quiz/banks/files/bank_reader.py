"""Bank files: YAML in, whole banks out, and every problem of every file at once."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import yaml

from quiz.banks.bank import Bank, Problem
from quiz.banks.files import folder
from quiz.banks.files.record import ReportProblem, record
from quiz.banks.question import ID, date, matching, question
from quiz.core.nouns.model import Question

FIELDS = frozenset(("id", "title", "title_en", "description", "as_of", "language", "questions"))
LANGUAGES = ("vi", "en")


def load_banks(path: Path) -> tuple[tuple[Bank, ...], folder.Problems]:
    """The banks of a folder's `*.yaml` files, by file name, and all their problems.

    A file with a problem gives no bank: half a bank would hide what is missing. An id used by
    two files is a problem of the later file.
    """
    return folder.load_folder(path, read_bank, ids)


def load_bank(path: Path) -> tuple[Bank | None, folder.Problems]:
    """The bank of one file, or None and what is wrong with it."""
    return folder.load_file(path, read_bank)


def ids(bank: Bank) -> tuple[str, ...]:
    """Every id that the file uses: its own, then its questions'."""
    return (bank.id, *(question.id for question in bank.questions))


def read_bank(text: str, file: str) -> tuple[Bank | None, folder.Problems]:
    """The bank that a file's text holds, or None and all that is wrong, in the file's order."""
    node = folder.compose(text, file)
    if isinstance(node, Problem):
        return None, (node,)
    if not isinstance(node, yaml.MappingNode):
        return None, (Problem("not_a_bank", file, line=1),)
    problems: list[Problem] = []
    head, items = read_head(node, file, problems.append)
    questions = read_questions(items, file, head.as_of, problems.append)
    bank = replace(head, questions=questions)
    return (None if problems else bank), folder.in_order(problems)


def read_head(
    node: yaml.MappingNode, file: str, report: ReportProblem
) -> tuple[Bank, list[yaml.Node]]:
    """The bank as written but for its questions, and the list of those, not yet read."""
    head = record(node, file, report, head=True)
    head.known(FIELDS)
    questions = head.fields.get("questions")
    items = questions.value if isinstance(questions, yaml.SequenceNode) else []
    if not items:
        report(Problem("questions_missing", file, field="questions"))
    bank = Bank(
        id=matching(head, "id", ID, "id_wrong", head.text("id")),
        title=head.text("title"),
        title_en=head.text("title_en"),
        description=head.text("description"),
        as_of=date(head),
        language=head.choice("language", LANGUAGES),
        questions=(),
    )
    return bank, items


def read_questions(
    items: list[yaml.Node], file: str, as_of: str, report: ReportProblem
) -> tuple[Question, ...]:
    """The questions of the list, each reported on by itself, and ids used twice."""
    questions: list[Question] = []
    used: Counter[str] = Counter()
    for item in items:
        if not isinstance(item, yaml.MappingNode):
            line = item.start_mark.line + 1
            report(Problem("not_a_question", file, field="questions", line=line))
            continue
        source = record(item, file, report)
        questions.append(question(source, as_of))
        used[source.question] += 1
        if source.question and used[source.question] > 1:
            source.problem("id_repeated", "id")
    return tuple(questions)
