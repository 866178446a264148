"""What a contest holds about buzzers: who pressed when, who was to answer, what was judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.core.nouns.rules import Received
from quiz.core.nouns.state import Asked, Contest
from quiz.core.question.judging import right_of
from quiz.formats.buzzer.events import Buzzed, BuzzOpened
from quiz.formats.buzzer.evidence import presser
from quiz.formats.buzzer.part import part_of


@dataclass(frozen=True, slots=True)
class PressRow:
    """A buzz as it came, even one that was taken back; times in ms.

    `took_ms` is the clock that had run less `credit_ms`, the credit for the way to the phone.
    """

    number: int
    round: str
    pool: str
    ordinal: int
    question: str
    at: int
    took_ms: int
    credit_ms: int


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A turn to answer as it stands; `right` is None where nothing was answered.

    `aloud` the host judged what was said; else the key did.
    """

    number: int
    round: str
    pool: str
    ordinal: int
    question: str
    aloud: bool
    right: bool | None


def record(contest: Contest, received: Sequence[Received]) -> Mapping[str, Sequence[Any]]:
    """All buzzes and turns of a contest, in order."""
    return {"buzzes": list(_presses(received)), "turns": list(_turns(contest))}


def _presses(received: Sequence[Received]) -> Iterator[PressRow]:
    for each in received:
        event, asked = each.event, each.asked
        if asked is not None and isinstance(event, BuzzOpened | Buzzed):
            yield PressRow(
                number=presser(event),
                round=each.round,
                pool=asked.pool.value,
                ordinal=asked.ordinal,
                question=asked.question.text,
                at=event.at,
                took_ms=event.took_ms,
                credit_ms=event.credit_ms,
            )


def _turns(contest: Contest) -> Iterator[TurnRow]:
    for play in contest.plays:
        for asked in (*play.log, play.current):
            if isinstance(asked, Asked):
                yield from _turns_at(play.round.name, asked)


def _turns_at(round_name: str, asked: Asked) -> Iterator[TurnRow]:
    part = part_of(asked)
    pool, ordinal, text = asked.pool.value, asked.ordinal, asked.question.text
    for turn in part.turns if part else ():
        for number in turn.numbers:
            right = right_of(asked, number)
            yield TurnRow(number, round_name, pool, ordinal, text, turn.aloud, right)
