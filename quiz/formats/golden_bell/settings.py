"""What an organizer may set in a Golden Bell round."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from quiz.core.nouns.settings import chain, choice, items, switch, whole
from quiz.core.nouns.state import CRITERIA, AskingSettings, Measure
from quiz.formats.golden_bell.rescue_rule import RescueRule


@dataclass(frozen=True, kw_only=True)
class Settings(AskingSettings):
    """What an organizer may set in a Golden Bell round.

    `all_wrong`: before the last question, one that everybody on the floor gets wrong takes
    nobody `spare_once`, always (`spare`) or never (`out`). `rescues` has one rule per rescue
    allowed; one is offered when fewer than `rescue_below` or `rescue_below_percent` percent of
    the starters are left, up to question `rescue_until`. A `sole_survivor` goes on to the last
    question (`continue`) or `wins` at once. Several left at the end: `reserve` questions (up
    to `reserve_count`), the `bell` for the best ranked, or `no_bell`. What the
    audience chose by the `lifeline` is told to the `hall`, or to the `asker` alone. Who is on the
    floor at the end stands before who is not, so that whoever rings the bell is first.
    """

    criteria: ClassVar[Mapping[str, Measure]] = {
        **CRITERIA,
        "survived": lambda tally: tally.survived,
        "reserve": lambda tally: tally.reserve,
    }

    out_on_wrong: bool = switch(True, group="leaving")
    out_on_none: bool = switch(True, group="leaving")
    all_wrong: str = choice("spare_once", "spare", "out", group="leaving")
    rescues: tuple[RescueRule, ...] = items(
        (RescueRule("all"), RescueRule("number", 10)), RescueRule, most=3, group="rescue"
    )
    rescue_below: int = whole(10, 0, 5000, group="rescue")
    rescue_below_percent: int = whole(20, 0, 100, group="rescue")
    rescue_until: int = whole(15, 0, 100, group="rescue")
    sole_survivor: str = choice("continue", "wins", group="ending")
    ending: str = choice("reserve", "bell", "no_bell", group="ending")
    reserve_count: int = whole(3, 0, 50, group="ending")
    lifeline: bool = switch(True, group="ending")
    lifeline_told: str = choice("hall", "asker", group="ending")
    chain: tuple[str, ...] = chain(
        "floor,survived,correct,reserve,time,draw",
        "floor,survived,reserve,correct,time,draw",
        group="ending",
    )


UNNAMED_CHAIN = ("survived", "floor", "correct", "reserve", "time", "draw")
"""The order that a plan means which names none: such plans are from before the floor came first."""
