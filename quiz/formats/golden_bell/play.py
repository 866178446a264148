"""A Golden Bell round: its settings and its state."""

from dataclasses import dataclass, field

from quiz.core.state import AskingSettings, Play
from quiz.formats.golden_bell.rescue_rule import RescueRule


@dataclass(frozen=True, kw_only=True)
class Settings(AskingSettings):
    """What an organizer may set in a Golden Bell round.

    `all_wrong`: before the last question, one that everybody on the floor gets wrong takes
    nobody `spare_once`, always (`spare`) or never (`out`). `rescues` has one rule per rescue
    allowed; one is offered when fewer than `rescue_below` or `rescue_below_percent` percent of
    the starters are left, up to question `rescue_until`. A `sole_survivor` goes on to the last
    question (`continue`) or `wins` at once. Several left at the end: `reserve` questions (up
    to `reserve_count`), the `bell` for the best ranked, or `no_bell`.
    """

    out_on_wrong: bool = True
    out_on_none: bool = True
    all_wrong: str = "spare_once"
    rescues: tuple[RescueRule, ...] = (RescueRule("all"), RescueRule("number", 10))
    rescue_below: int = 10
    rescue_below_percent: int = 20
    rescue_until: int = 15
    sole_survivor: str = "continue"
    ending: str = "reserve"
    reserve_count: int = 3
    lifeline: bool = True
    chain: tuple[str, ...] = ("survived", "floor", "correct", "reserve", "time", "draw")


CHOICES = {
    "clock": ("host", "at_once"),
    "all_wrong": ("spare_once", "spare", "out"),
    "sole_survivor": ("continue", "wins"),
    "ending": ("reserve", "bell", "no_bell"),
}


@dataclass(frozen=True, kw_only=True)
class GoldenBellPlay(Play):
    """A Golden Bell round in play.

    `proposed` are those a rescue being previewed would return; `rescue_handled` means that the
    one offered after the last question was used or declined; `spared` are places in the log.
    """

    settings: Settings = field(default_factory=Settings)
    proposed: tuple[int, ...] | None = None
    rescue_handled: bool = True
    spared: tuple[int, ...] = ()
    lifeline_used: bool = False
    bell: int | None = None
