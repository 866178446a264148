"""What is shown of a buzzer: who has the turn, who had it, who was how much slower."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quiz.core.nouns.competitors import stands_as
from quiz.core.nouns.rules import Views
from quiz.core.nouns.shapes import Person
from quiz.core.nouns.state import Asked, Contest, Life, Stage
from quiz.core.question.judging import right_of
from quiz.core.views.people import people
from quiz.formats.buzzer.part import BuzzerPart, Phase, Turn, part_of
from quiz.formats.buzzer.play import BuzzerPlay, buzzes_from, may_buzz


@dataclass(frozen=True, slots=True)
class BuzzerView:
    """A question for who buzzes first, for phones and hall; absent where everybody answers.

    `phase` is `buzzed` while slower lines are waited for, `answering` while somebody has the
    turn, else empty. Buzzes count from `opens_at` (ms, 0: not now). `answering` have the turn,
    `aloud` or on their phones, from `since`; `missed` had it before; `right` once that is in the
    open.
    """

    phase: str
    opens_at: int
    since: int
    aloud: bool
    answering: tuple[Person, ...]
    missed: tuple[Person, ...]
    right: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class BuzzRow:
    """A buzz, the quickest first; `behind_ms` after it. `turn` means that it won the turn.

    `right` is whether the answer was right, None without one.
    """

    number: int
    name: str
    team: str
    behind_ms: int
    turn: bool
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class BuzzerHostView:
    """What only the host sees of a buzzer; `waiting` have the turn and are not judged yet."""

    buzzes: tuple[BuzzRow, ...]
    waiting: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BuzzerPrompterView:
    """What a prompter sees beside the hall: `waiting` have the turn and are not judged yet."""

    waiting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BuzzerSeatView:
    """A phone's own: may it buzz, by how much (ms) its buzz came after the first.

    `behind_ms` is 0 for the first and -1 without a buzz.
    """

    may_buzz: bool
    behind_ms: int


def buzzer_view(contest: Contest, play: BuzzerPlay) -> BuzzerView | None:
    """The buzzer of the open question, if it has one; no verdict before it is in the open.

    A question that counts for nobody has no verdict either.
    """
    asked = play.current
    part = part_of(asked)
    if contest.stage is not Stage.PLAYING or asked is None or part is None:
        return None
    open_ = part.turns if asked.life is Life.REVEALED else part.turns[: part.missed]
    open_ = () if asked.voided else open_
    right = () if asked.voided else _right(asked, part)
    answering = part.turns[part.missed :] if _has_turn(asked, part) else ()
    return BuzzerView(
        phase=part.phase or "",
        opens_at=buzzes_from(play, asked),
        since=asked.opens_at if part.turn else 0,
        aloud=any(turn.aloud for turn in answering),
        answering=people(contest, _numbers(answering)),
        missed=people(contest, (n for n in _numbers(open_) if n not in right)),
        right=people(contest, right),
    )


def host_view(contest: Contest, play: BuzzerPlay) -> BuzzerHostView | None:
    """The buzzes since the clock last ran, the quickest first."""
    asked = play.current
    part = part_of(asked)
    if contest.stage is not Stage.PLAYING or asked is None or part is None:
        return None
    return BuzzerHostView(tuple(_rows(contest, asked, part)), _waiting(asked, part))


def prompter_view(contest: Contest, play: BuzzerPlay) -> BuzzerPrompterView | None:
    """Whose answer is waited for."""
    told = host_view(contest, play)
    return BuzzerPrompterView(told.waiting) if told else None


def seat_views(contest: Contest, play: BuzzerPlay) -> Callable[[int], BuzzerSeatView] | None:
    """What each phone is told of the buzzer.

    By how much a buzz came later is told once the turn is given: until then a slower line may
    still bring an earlier one.
    """
    asked = play.current
    part = part_of(asked)
    if contest.stage is not Stage.PLAYING or asked is None or part is None:
        return None
    may = may_buzz(play, asked)
    behind = {} if part.phase is Phase.BUZZED else behind_ms(part)

    def seat_of(number: int) -> BuzzerSeatView:
        side = stands_as(play, number)
        return BuzzerSeatView(side in may, behind.get(side, -1))

    return seat_of


def behind_ms(part: BuzzerPart) -> dict[int, int]:
    """By how much (ms) each buzz came after the first, by the contestant's number."""
    least = min((each.took_ms for each in part.buzzes.values()), default=0)
    return {number: each.took_ms - least for number, each in part.buzzes.items()}


def _has_turn(asked: Asked, part: BuzzerPart) -> bool:
    return part.phase is Phase.ANSWERING or asked.life is Life.LOCKED


def _waiting(asked: Asked, part: BuzzerPart) -> tuple[int, ...]:
    """Who has the turn and has not been judged."""
    return tuple(n for n in part.turn.numbers if n not in asked.judged) if part.turn else ()


def _rows(contest: Contest, asked: Asked, part: BuzzerPart) -> Iterable[BuzzRow]:
    holders = _numbers(part.turns[part.missed :])
    order = sorted(part.buzzes.items(), key=lambda each: (each[1].took_ms, each[0]))
    behind = behind_ms(part)
    for one in people(contest, (number for number, _ in order)):
        turn, right = one.number in holders, right_of(asked, one.number)
        yield BuzzRow(one.number, one.name, one.team, behind[one.number], turn, right)


def _right(asked: Asked, part: BuzzerPart) -> tuple[int, ...]:
    """Who is known to be right: by ear at once, by the key once it is revealed."""
    known = asked.life is Life.REVEALED
    return tuple(
        number
        for number in _numbers(part.turns)
        if (known or number in asked.judged) and right_of(asked, number)
    )


def _numbers(turns: tuple[Turn, ...]) -> tuple[int, ...]:
    return tuple(number for turn in turns for number in turn.numbers)


VIEWS = Views(
    phone=buzzer_view,
    hall=buzzer_view,
    host=host_view,
    prompter=prompter_view,
    seats=seat_views,
    shapes=(BuzzerView, BuzzRow, BuzzerHostView, BuzzerPrompterView, BuzzerSeatView),
)
