"""What is shown of a buzzer: who has the turn, who had it, who was how much slower."""

from quiz.core.console_views import BuzzRow
from quiz.core.judging import right_of
from quiz.core.people import people
from quiz.core.rules import Seen
from quiz.core.state import Asked, Contest, Life, Turn
from quiz.core.views import BuzzerView


def buzzer_view(contest: Contest, asked: Asked | None, seen: Seen) -> BuzzerView | None:
    """The buzzer of the current question, if it has one; no verdict before it is in the open.

    A question that counts for nobody has no verdict either.
    """
    if asked is None or not asked.buzzer:
        return None
    open_ = asked.turns if asked.life is Life.REVEALED else asked.turns[: asked.missed]
    open_ = () if asked.voided else open_
    answering = asked.turns[asked.missed :] if asked.life in (Life.ANSWERING, Life.LOCKED) else ()
    right = () if asked.voided else _right(asked)
    return BuzzerView(
        opens_at=seen.buzzes_from,
        since=asked.opens_at if asked.life is Life.ANSWERING else 0,
        aloud=any(turn.aloud for turn in answering),
        answering=people(contest, _numbers(answering)),
        missed=people(contest, (n for n in _numbers(open_) if n not in right)),
        right=people(contest, right),
    )


def buzz_rows(contest: Contest, asked: Asked) -> tuple[BuzzRow, ...]:
    """The buzzes since the clock last ran, the quickest first; for the host."""
    holders = _numbers(asked.turns[asked.missed :])
    order = sorted(asked.buzzes.items(), key=lambda each: (each[1].took_ms, each[0]))
    rows = []
    for number, _ in order:
        for one in people(contest, (number,)):
            behind = behind_ms(asked, number)
            turn, right = number in holders, right_of(asked, number)
            rows.append(BuzzRow(one.number, one.name, one.team, behind, turn, right))
    return tuple(rows)


def behind_ms(asked: Asked, number: int) -> int:
    """By how much (ms) a contestant's buzz came after the first; -1 without a buzz."""
    buzz = asked.buzzes.get(number)
    if buzz is None:
        return -1
    return buzz.took_ms - min(each.took_ms for each in asked.buzzes.values())


def _right(asked: Asked) -> tuple[int, ...]:
    """Who is known to be right: by ear at once, by the key once it is revealed."""
    known = asked.life is Life.REVEALED
    return tuple(
        number
        for number in _numbers(asked.turns)
        if (known or number in asked.judged) and right_of(asked, number)
    )


def _numbers(turns: tuple[Turn, ...]) -> tuple[int, ...]:
    return tuple(number for turn in turns for number in turn.numbers)
