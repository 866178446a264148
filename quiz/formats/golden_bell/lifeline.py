"""The lifeline ("phao cứu trợ"): once, before the last question, the sole survivor asks.

The clock stands, and the audience says on its phones what it would answer. Then the host closes
the help, how many chose what is told, and the clock runs on: only the survivor's own answer counts.
A question without options is helped aloud.
"""

from dataclasses import dataclass, field, replace

from quiz.core.errors import Rejected
from quiz.core.nouns.competitors import stands_as
from quiz.core.nouns.model import Answer, Kind, Pool
from quiz.core.nouns.state import Asked, Contest, Life
from quiz.core.numbered import Numbered
from quiz.core.question.checking import checked, option_counts
from quiz.core.question.timing import left, stopped
from quiz.core.standing.floor import playing
from quiz.formats.golden_bell.commands import GiveHelp
from quiz.formats.golden_bell.events import HelpGiven, LifelineUsed
from quiz.formats.golden_bell.play import GoldenBellPlay

COUNTED = (Kind.ONE, Kind.TRUE_FALSE, Kind.SEVERAL)
"""Kinds of which how many chose each option tells something."""


@dataclass(frozen=True)
class Help:
    """The audience's help at a question, `on_phones` or aloud: what each chose, while it is `open`.

    It is `over` once the clock runs on.
    """

    on_phones: bool
    open: bool
    answers: Numbered[Answer] = field(default_factory=Numbered)
    over: bool = False


def help_of(asked: Asked | None) -> Help | None:
    """The help at a question, None where none was asked for."""
    part = asked.part if asked else None
    return part if isinstance(part, Help) else None


def is_possible(play: GoldenBellPlay) -> bool:
    """Whether the sole survivor may ask now."""
    asked = play.current
    return (
        play.settings.lifeline
        and not play.lifeline_used
        and asked is not None
        and asked.pool is Pool.MAIN
        and asked.ordinal < len(play.round.questions)
        and asked.life in (Life.SHOWN, Life.CLOCK, Life.PAUSED)
        and len(playing(play.floor)) == 1
    )


def lifeline_event(play: GoldenBellPlay, now: int) -> LifelineUsed:
    """The lifeline is used and a running clock stands; raises Rejected("not_now")."""
    if not is_possible(play) or play.current is None:
        raise Rejected("not_now")
    (number,) = playing(play.floor)
    running = play.current.life is Life.CLOCK
    left_ms = left(play.current, now) if running else play.current.left_ms
    return LifelineUsed(number, now, left_ms, play.current.question.kind in COUNTED)


def stopped_to_ask(play: GoldenBellPlay, event: LifelineUsed) -> GoldenBellPlay:
    """The play with the clock standing and the audience asked."""
    asked = play.current
    if asked is None:
        return replace(play, lifeline_used=True)
    if asked.life is Life.CLOCK:
        asked = stopped(asked, event.at, event.left_ms)
    asked = replace(asked, part=Help(event.on_phones, event.on_phones))
    return replace(play, lifeline_used=True, current=asked)


def is_helping(play: GoldenBellPlay) -> bool:
    """Whether the lifeline is in use right now: from the act until the clock runs on."""
    asked = play.current
    helped = help_of(asked)
    standing = asked is not None and asked.life in (Life.SHOWN, Life.PAUSED)
    return helped is not None and not helped.over and standing


def is_told(play: GoldenBellPlay) -> bool:
    """Whether hall and phones are told of the help: aloud while it lasts, else until the reveal."""
    asked = play.current
    part = help_of(asked)
    if asked is None or part is None or asked.life is Life.REVEALED:
        return False
    return part.on_phones or is_helping(play)


def is_open(play: GoldenBellPlay) -> bool:
    """Whether the audience may help on its phones now."""
    helped = help_of(play.current)
    return is_helping(play) and helped is not None and helped.open


def given(play: GoldenBellPlay, command: GiveHelp, now: int) -> HelpGiven:
    """The help as it is recorded; raises Rejected: too_late, not_on_floor, bad_answer."""
    asked = play.current
    if asked is None or not asked.is_meant(command.pool, command.ordinal, command.asked):
        raise Rejected("too_late")
    if not is_open(play):
        raise Rejected("too_late")
    if not may_help(play, command.number):
        raise Rejected("not_on_floor")
    return HelpGiven(command.number, checked(asked.question, command.answer), now)


def may_help(play: GoldenBellPlay, number: int) -> bool:
    """Whether this person is of the audience: whoever does not stand on the floor."""
    return stands_as(play, number) not in playing(play.floor)


def helped(asked: Asked, event: HelpGiven) -> Asked:
    """The question with one more who helped, or another choice of the same one."""
    part = help_of(asked)
    if part is None:
        return asked
    return replace(asked, part=replace(part, answers=part.answers.set(event.number, event.answer)))


def has(asked: Asked, number: int) -> bool:
    """Whether this person's help is there."""
    part = help_of(asked)
    return part is not None and number in part.answers


def closed(asked: Asked) -> Asked:
    """The question with its help closed, and told."""
    part = help_of(asked)
    return asked if part is None else replace(asked, part=replace(part, open=False))


def ran_on(asked: Asked) -> Asked:
    """The question whose clock runs on: the help is over."""
    part = help_of(asked)
    return asked if part is None else replace(asked, part=replace(part, open=False, over=True))


def kept(asked: Asked, now: Asked | None) -> Asked:
    """A question taken back to, with the help that was given since."""
    part, later = help_of(asked), help_of(now)
    if part is None or later is None:
        return asked
    return replace(asked, part=replace(part, answers=later.answers))


def choices(asked: Asked) -> tuple[int, ...]:
    """How many of the audience chose each option; empty while it is open, or helped aloud."""
    part = help_of(asked)
    if part is None or part.open or not part.on_phones:
        return ()
    return option_counts(asked.question, part.answers.values())


def progress(contest: Contest, play: GoldenBellPlay) -> tuple[int, int] | None:
    """How many have helped, and of how many; None while the audience is not asked."""
    part = help_of(play.current)
    if part is None or not is_open(play):
        return None
    on_floor = playing(play.floor)
    audience = sum(stands_as(play, number) not in on_floor for number in contest.contestants)
    return len(part.answers), audience
