"""Our own YAML, read leniently: what `run.py bank check` would refuse becomes a doubt."""

from dataclasses import replace

import yaml

from quiz.banks.bank import Bank, Problem
from quiz.banks.files import folder
from quiz.banks.files.bank_reader import read_head
from quiz.banks.files.record import record
from quiz.banks.importing.checking import checked
from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import text_of, within_count
from quiz.banks.importing.progress import counted
from quiz.banks.question import question
from quiz.core.nouns.model import Question

KEY_CODES = {
    "key_repeated": "many_keys",
    "key_count": "many_keys",
    "key_unknown": "key_unknown",
    "number_wrong": "bad_number",
}
SEEN_ANYWAY = frozenset(
    (
        ("text", "field_missing"),
        ("options", "field_missing"),
        ("options", "option_repeated"),
        ("options", "options_count"),
        ("key", "field_missing"),
    )
)
"""Problems of fields that every draft is looked over for."""


def read_own_yaml(data: bytes, name: str) -> Imported:
    """The questions of one of our own banks, whole or not; raises UnreadableFile."""
    node = folder.compose(text_of(data), name)
    if isinstance(node, Problem):
        raise UnreadableFile("broken", f"YAML, {node.line}" if node.line else "YAML")
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableFile("not_this_kind")
    problems: list[Problem] = []
    head, items = read_head(node, name, problems.append)
    if not items:
        raise UnreadableFile("not_this_kind")
    within_count(len(items))
    drafts = tuple(draft_of(item, name, head) for item in counted(items, len(items), 0.7, 1))
    return Imported(drafts, title=head.title, head=head)


def draft_of(node: yaml.Node, file: str, head: Bank) -> DraftQuestion:
    """The question of one item of the list, with a doubt for each of its problems."""
    place = f"dòng {node.start_mark.line + 1}"
    if not isinstance(node, yaml.MappingNode):
        text = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        return DraftQuestion(place, text, doubts=(Doubt("unsupported", "text"),))
    problems: list[Problem] = []
    understood = question(record(node, file, problems.append), head.as_of)
    doubts = tuple(
        doubt_of(problem)
        for problem in problems
        if (problem.field, problem.code) not in SEEN_ANYWAY
    )
    draft = replace(draft_from(understood, place), doubts=doubts)
    if any(doubt.field == "key" for doubt in doubts):
        draft = replace(draft, key=())
    return checked(draft)


def doubt_of(problem: Problem) -> Doubt:
    """A problem of a bank file as a person meets it in any import."""
    if problem.field == "key" and problem.code in KEY_CODES:
        return Doubt(KEY_CODES[problem.code], "key", problem.detail)
    if problem.field == "kind":
        return Doubt("kind_unknown", "kind", problem.detail)
    return Doubt("field_wrong", problem.field, problem.detail)


def draft_from(question: Question, place: str = "") -> DraftQuestion:
    """A question of ours as a draft without doubts."""
    return DraftQuestion(
        place,
        question.text,
        kind=question.kind,
        options=question.options,
        key=question.key,
        explanation=question.explanation,
        citation=question.citation,
        topic=question.topic,
        difficulty=question.difficulty,
        seconds=question.seconds,
        tolerance=question.tolerance,
        fixed_order=question.fixed_order,
        picture_name=question.picture,
        id=question.id,
        source_status=question.source_status,
        as_of=question.as_of,
        points=question.points,
        strict_marks=question.strict_marks,
    )
