"""What one contest holds about buzzers: who pressed when, who was to answer, what was judged."""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.core import events as e
from quiz.core.judging import right_of
from quiz.core.state import Asked, Contest
from quiz.service.moments import moment


@dataclass(frozen=True, slots=True)
class Pressed:
    """A buzz as it came, even one that was taken back; times in ms.

    `took_ms` is the clock that had run less `credit_ms`, the credit for the way to the phone.
    """

    number: int
    round: str
    pool: str
    ordinal: int
    question: str
    at: str
    took_ms: int
    credit_ms: int


@dataclass(frozen=True, slots=True)
class Called:
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


def pressed(round_name: str, asked: Asked, event: e.BuzzOpened | e.Buzzed) -> Pressed:
    """A buzz at a question of a round."""
    return Pressed(
        number=event.number,
        round=round_name,
        pool=asked.pool.value,
        ordinal=asked.ordinal,
        question=asked.question.text,
        at=moment(event.at),
        took_ms=event.took_ms,
        credit_ms=event.credit_ms,
    )


def turns(contest: Contest) -> Iterator[Called]:
    """All turns of a contest, in order."""
    for play in contest.plays:
        for asked in (*play.log, play.current):
            if isinstance(asked, Asked):
                yield from _turns(play.round.name, asked)


def _turns(round_name: str, asked: Asked) -> Iterator[Called]:
    pool, ordinal, text = asked.pool.value, asked.ordinal, asked.question.text
    for turn in asked.turns:
        for number in turn.numbers:
            right = right_of(asked, number)
            yield Called(number, round_name, pool, ordinal, text, turn.aloud, right)
