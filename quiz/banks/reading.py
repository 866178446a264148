"""Bank files: YAML in, whole banks out, and every problem of every file at once."""

from collections import Counter
from pathlib import Path

import yaml

from quiz.banks.bank import Bank, Problem
from quiz.banks.question import ID, date, matching, question
from quiz.banks.record import Report, record
from quiz.core.model import Question

FIELDS = frozenset(("id", "title", "title_en", "description", "as_of", "language", "questions"))
LANGUAGES = ("vi", "en")
LARGEST = 20 * 1024 * 1024


def load_folder(path: Path) -> tuple[tuple[Bank, ...], tuple[Problem, ...]]:
    """The banks of a folder's `*.yaml` files, by file name, and all their problems.

    A file with a problem gives no bank: half a bank would hide what is missing. An id used by
    two files is a problem of the later file.
    """
    banks: list[Bank] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for file in sorted(path.glob("*.yaml")):
        bank, found = load(file)
        problems += found
        if bank is None:
            continue
        ids = [bank.id, *(question.id for question in bank.questions)]
        shared = [
            Problem("id_in_other_file", file.name, known, "id", taken[known])
            for known in ids
            if known in taken
        ]
        problems += shared
        if not shared:
            banks.append(bank)
            taken |= dict.fromkeys(ids, file.name)
    return tuple(banks), tuple(problems)


def load(path: Path) -> tuple[Bank | None, tuple[Problem, ...]]:
    """The bank of one file, or None and what is wrong with it."""
    try:
        if path.stat().st_size > LARGEST:
            return None, (Problem("file_too_large", path.name, detail="20 MB"),)
        return read(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        return None, (Problem("file_unreadable", path.name, detail=error.strerror or ""),)
    except UnicodeDecodeError:
        return None, (Problem("file_not_utf8", path.name),)


def read(text: str, file: str) -> tuple[Bank | None, tuple[Problem, ...]]:
    """The bank that a file's text holds, or None and all that is wrong, in the file's order."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return None, (Problem("yaml_wrong", file, detail=error.problem or "", line=line),)
    except (yaml.YAMLError, RecursionError) as error:
        return None, (Problem("yaml_wrong", file, detail=type(error).__name__),)
    if not isinstance(node, yaml.MappingNode):
        return None, (Problem("not_a_bank", file, line=1),)
    problems: list[Problem] = []
    bank = read_bank(node, file, problems.append)
    problems.sort(key=lambda problem: problem.line)
    return (None if problems else bank), tuple(problems)


def read_bank(node: yaml.MappingNode, file: str, report: Report) -> Bank:
    """The bank as written; it is whole only if nothing was reported."""
    head = record(node, file, report, head=True)
    head.known(FIELDS)
    as_of = date(head)
    return Bank(
        id=matching(head, "id", ID, "id_wrong", head.text("id")),
        title=head.text("title"),
        title_en=head.text("title_en"),
        description=head.text("description"),
        as_of=as_of,
        language=head.choice("language", LANGUAGES),
        questions=read_questions(head.fields.get("questions"), file, as_of, report),
    )


def read_questions(
    node: yaml.Node | None, file: str, as_of: str, report: Report
) -> tuple[Question, ...]:
    """The questions of the list, each reported on by itself, and ids used twice."""
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    if not items:
        report(Problem("questions_missing", file, field="questions"))
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
