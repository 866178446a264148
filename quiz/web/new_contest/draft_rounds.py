"""The rounds of a contest that is being made: one is open in the form, the others travel with it.

Stateless, nothing is kept on the server: a hidden field holds what was filled in for the others.
"""

from dataclasses import dataclass, replace

import msgspec
from werkzeug.datastructures import MultiDict

from quiz.web.new_contest.quota_table import PREFIX

FieldPair = tuple[str, str]
FieldPairs = tuple[FieldPair, ...]
MOST = 8
ROUND = "round:"
"""What a choice of one of the rounds begins with; its place follows."""
CONTEST = (
    "title",
    "teams",
    "team_rule",
    "best_of",
    "late_join",
    "capacity",
    "credit_ms",
    "prizes",
    "prizes_from",
    "earned",
)
"""The fields of the whole contest; the others are a round's own."""
BUTTONS = ("csrf_token", "do", "swap", "add", "open", "remove", "drop", "others", "place", "shown")
_decoder = msgspec.json.Decoder(tuple[FieldPairs, ...])


@dataclass(frozen=True, slots=True)
class Rounds:
    """What was filled in: for the contest, for each round, and which round is open (from 0).

    The open place may be one beyond the last round: that one is being added.
    """

    contest: FieldPairs = ()
    rounds: tuple[FieldPairs, ...] = ()
    place: int = 0

    def fields(self, place: int | None = None) -> MultiDict[str, str]:
        """What the form of a round (the open one unless said) is filled in with."""
        at = self.place if place is None else place
        own = self.rounds[at] if at < len(self.rounds) else ()
        return MultiDict([*self.contest, *own])

    @property
    def others(self) -> str:
        """The other rounds, as the hidden field holds them."""
        others = (*self.rounds[: self.place], *self.rounds[self.place + 1 :])
        return msgspec.json.encode(others).decode()

    @property
    def kept(self) -> list[FieldPair]:
        """Every choice of the open round and the contest, as hidden fields send it back."""
        return [
            *self.fields().items(multi=True),
            ("others", self.others),
            ("place", str(self.place)),
        ]

    def having(self, **fields: str) -> "Rounds":
        """The same with these fields of the open round changed."""
        old = self.rounds[self.place]
        new = tuple(pair for pair in old if pair[0] not in fields)
        changed = (*new, *fields.items())
        rounds = (*self.rounds[: self.place], changed, *self.rounds[self.place + 1 :])
        return replace(self, rounds=rounds)

    def opened(self, place: str) -> "Rounds":
        """The same with another round open; as it is where there is no such round."""
        return replace(self, place=int(place)) if self._has(place) else self

    def without(self, place: str) -> "Rounds":
        """The same without one of the rounds that are not open."""
        if not self._has(place) or int(place) == self.place:
            return self
        at = int(place)
        rounds = (*self.rounds[:at], *self.rounds[at + 1 :])
        contest = tuple(_renumbered(pair, at) for pair in self.contest)
        return Rounds(contest, rounds, self.place - (at < self.place))

    def dropped(self) -> "Rounds":
        """The same without the open round, the one before it open; the last one stays."""
        if len(self.rounds) < 2:
            return self
        neighbour = self.place - 1 if self.place else 1
        return self.opened(str(neighbour)).without(str(self.place))

    def added(self) -> "Rounds":
        """The same with a place for one more round, which is open."""
        return replace(self, place=len(self.rounds))

    def _has(self, place: str) -> bool:
        return number(place) < len(self.rounds)


def read_rounds(fields: MultiDict[str, str]) -> Rounds:
    """The rounds that a form sent; other rounds that cannot be read are none."""
    try:
        others = _decoder.decode(fields.get("others") or "[]")[: MOST - 1]
    except (msgspec.MsgspecError, UnicodeError):
        others = ()
    at = min(number(fields.get("place") or "0"), len(others))
    pairs = [
        pair
        for pair in fields.items(multi=True)
        if pair[0] not in BUTTONS and (pair[1] or not pair[0].startswith(PREFIX))
    ]
    contest = tuple(pair for pair in pairs if is_of_contest(pair[0]))
    own = tuple(pair for pair in pairs if not is_of_contest(pair[0]))
    return Rounds(contest, (*others[:at], own, *others[at:]), at)


def number(place: str) -> int:
    """The place as a number; what is none is beyond every round."""
    return int(place) if place.isascii() and place.isdigit() and len(place) < 3 else MOST


def is_of_contest(name: str) -> bool:
    """Whether this field is of the whole contest."""
    return name in CONTEST or name.startswith("prizes-")


def _renumbered(pair: FieldPair, gone: int) -> FieldPair:
    """A field of the contest without a round: what named that round is to be chosen again."""
    name, value = pair
    if name != "prizes_from" or not value.startswith(ROUND):
        return pair
    at = number(value.removeprefix(ROUND))
    return name, "winner" if at == gone else f"{ROUND}{at - (at > gone)}"
