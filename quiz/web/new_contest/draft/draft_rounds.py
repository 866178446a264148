"""What was filled in of a contest that is being made: for the whole contest, and for each round.

Everything is kept as it was typed, right or wrong, so that nothing is ever lost.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec
from werkzeug.datastructures import MultiDict

FieldPair = tuple[str, str]
FieldPairs = tuple[FieldPair, ...]
Holds = Callable[[str], bool]
"""Whether a page has the field of this name."""
MOST = 8
ROUND = "round:"
"""What a choice of one of the rounds begins with; its place follows."""
DRAWN = ("seed", "swaps", "chosen", "was", "pick:main", "pick:reserve", "pick:audience")
"""The fields of a round that say which questions it has."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """What was filled in; `seen` are the steps that were left once, whose errors are shown.

    `source` is the contest that it was taken from, `based_on` the seal of its plan then.
    """

    contest: FieldPairs = ()
    rounds: tuple[FieldPairs, ...] = ()
    seen: tuple[str, ...] = ()
    source: str = ""
    based_on: str = ""

    def fields(self, place: int) -> MultiDict[str, str]:
        """What the form of a round is filled in with."""
        own = self.rounds[place] if place < len(self.rounds) else ()
        return MultiDict([*self.contest, *own])

    def value(self, place: int, name: str) -> str:
        """A field of a round; empty where it is not there."""
        return next((value for field, value in self.rounds[place] if field == name), "")

    def kept(self, sent: Iterable[FieldPair], holds: Holds) -> "Rounds":
        """The same with what a page of the whole contest sent of the fields that it has."""
        return replace(self, contest=_merged(self.contest, sent, holds))

    def kept_in(self, place: int, sent: Iterable[FieldPair], holds: Holds) -> "Rounds":
        """The same with what a page of one round sent of the fields that it has."""
        return self._with(place, _merged(self.rounds[place], sent, holds))

    def having(self, place: int, **fields: str) -> "Rounds":
        """The same with these fields of a round changed."""
        return self.holding(place, fields.items())

    def holding(self, place: int, fields: Iterable[FieldPair]) -> "Rounds":
        """The same with these fields of a round changed; an empty one is taken out."""
        new = tuple(fields)
        names = {name for name, _ in new}
        old = (pair for pair in self.rounds[place] if pair[0] not in names)
        return self._with(place, (*old, *((name, value) for name, value in new if value)))

    def left(self, step: str) -> "Rounds":
        """The same after a step was left."""
        return self if step in self.seen else replace(self, seen=(*self.seen, step))

    def added(self, fields: Iterable[FieldPair]) -> "Rounds":
        """The same with one more round at the end; as it is where there are enough."""
        if len(self.rounds) >= MOST:
            return self
        return replace(self, rounds=(*self.rounds, tuple(fields)))

    def copied(self, place: int, seed: str) -> "Rounds":
        """The same with a round once more behind itself, which draws questions of its own."""
        if len(self.rounds) >= MOST or not self.has(place):
            return self
        places = list(range(len(self.rounds)))
        made = self._ordered([*places[: place + 1], place, *places[place + 1 :]])
        own = tuple(pair for pair in made.rounds[place + 1] if pair[0] not in (*DRAWN, "origin"))
        return made._with(place + 1, (*own, ("seed", seed)))

    def moved(self, place: int, to: int) -> "Rounds":
        """The same with a round at another place."""
        if not self.has(place) or not self.has(to):
            return self
        order = [each for each in range(len(self.rounds)) if each != place]
        order.insert(to, place)
        return self._ordered(order)

    def without(self, place: int) -> "Rounds":
        """The same without a round; the last one stays."""
        if not self.has(place) or len(self.rounds) < 2:
            return self
        return self._ordered([each for each in range(len(self.rounds)) if each != place])

    def has(self, place: int) -> bool:
        """Whether there is a round at this place."""
        return 0 <= place < len(self.rounds)

    def written(self) -> str:
        """As it is stored."""
        return msgspec.json.encode(self).decode()

    def _with(self, place: int, own: FieldPairs) -> "Rounds":
        return replace(self, rounds=(*self.rounds[:place], own, *self.rounds[place + 1 :]))

    def _ordered(self, order: Sequence[int]) -> "Rounds":
        """The rounds of these places; what named one of them names it where it stands now."""
        contest = tuple(_renumbered(pair, order) for pair in self.contest)
        return replace(self, contest=contest, rounds=tuple(self.rounds[each] for each in order))


_decoder = msgspec.json.Decoder(Rounds)


def read_rounds(work: str) -> Rounds:
    """What was stored."""
    return _decoder.decode(work)


def number(place: str) -> int:
    """The place as a number; what is none is beyond every round."""
    return int(place) if place.isascii() and place.isdigit() and len(place) < 3 else MOST


def among(names: Collection[str]) -> Holds:
    """Whether a field is one of these, or a part of one (`prizes-0-name`)."""
    return lambda name: name in names or name.split("-", 1)[0] in names


def _merged(old: FieldPairs, sent: Iterable[FieldPair], holds: Holds) -> FieldPairs:
    new = (pair for pair in sent if holds(pair[0]))
    return (*(pair for pair in old if not holds(pair[0])), *new)


def _renumbered(pair: FieldPair, order: Sequence[int]) -> FieldPair:
    """A field of the contest after the rounds were put in order; one that is gone is to choose."""
    name, value = pair
    if name != "prizes_from" or not value.startswith(ROUND):
        return pair
    at = number(value.removeprefix(ROUND))
    return name, f"{ROUND}{order.index(at)}" if at in order else "winner"
