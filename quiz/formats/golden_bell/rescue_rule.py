"""Rescue ("cứu trợ"): how many of those who left come back, and who first."""

from dataclasses import dataclass
from typing import Any

from quiz.core.errors import Rejected
from quiz.core.nouns.settings import choice, declared, fits, whole
from quiz.core.nouns.state import Tally
from quiz.core.numbered import Numbered
from quiz.core.standing.floor import off
from quiz.core.standing.ranking import lot


@dataclass(frozen=True, slots=True)
class RescueRule:
    """One rescue: `all`, a `number` or a `percent` (rounded up) of those off the floor.

    `order`: the latest out first, by score, at random by the stored seed, or chosen by hand;
    equal ones are told apart by lot. Raises Rejected("bad_settings").
    """

    how_many: str = choice("all", "number", "percent")
    amount: int = whole(0, 0, 5000, when=("how_many", "number", "percent"))
    order: str = choice("latest", "score", "random", "hand")

    def __post_init__(self) -> None:
        known = all(
            fits(setting, getattr(self, name)) for name, setting in declared(RescueRule).items()
        )
        if not known or (self.how_many == "percent" and self.amount > 100):
            raise Rejected("bad_settings", f"rescue: {self.how_many} {self.amount} {self.order}")


def proposal(floor: Numbered[Tally], rule: RescueRule, seed: str) -> tuple[int, ...]:
    """Who would return under the rule, in the order of their claim; nobody when by hand."""
    gone = off(floor)
    out = [(number, tally) for number, tally in floor.items() if number in gone]
    claims = sorted(out, key=lambda pair: _claim(rule.order, seed, *pair))
    wanted = {
        "all": len(claims),
        "number": rule.amount,
        "percent": -(-rule.amount * len(claims) // 100),
    }[rule.how_many]
    return () if rule.order == "hand" else tuple(number for number, _ in claims[:wanted])


def _claim(order: str, seed: str, number: int, tally: Tally) -> tuple[Any, ...]:
    by_order: dict[str, tuple[int, ...]] = {
        "latest": (-tally.left_at,),
        "score": (-tally.correct, tally.time_ms),
    }
    return (*by_order.get(order, ()), lot(seed, number))
