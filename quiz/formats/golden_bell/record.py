"""What a contest holds about the lifeline: who of the audience said what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.core.nouns.rules import Received
from quiz.core.nouns.state import Contest
from quiz.core.question.checking import answer_text
from quiz.formats.golden_bell.events import HelpGiven


@dataclass(frozen=True, slots=True)
class HelpRow:
    """What one of the audience said to help, as it came; `at` in ms."""

    number: int
    round: str
    pool: str
    ordinal: int
    question: str
    answer: str
    at: int


def record(contest: Contest, received: Sequence[Received]) -> Mapping[str, Sequence[Any]]:
    """All help of a contest, in order."""
    return {"help": [_row(each, each.event) for each in received if _is_help(each)]}


def _is_help(each: Received) -> bool:
    return each.asked is not None and isinstance(each.event, HelpGiven)


def _row(each: Received, event: Any) -> HelpRow:
    asked = each.asked
    assert asked is not None
    return HelpRow(
        number=event.number,
        round=each.round,
        pool=asked.pool.value,
        ordinal=asked.ordinal,
        question=asked.question.text,
        answer=answer_text(asked.question, event.answer),
        at=event.at,
    )
