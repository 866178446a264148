"""Who is connected to one contest: phones by seat, consoles and projectors."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quiz.budget import Budget
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.shapes import SeatView
from quiz.live.trips import Trips
from quiz.service.contests.running.runner import Runner
from quiz.service.people.roles import Role


@dataclass(slots=True, eq=False)
class Visitor:
    """A connected socket; `number` is the contestant's, 0 for host and projector.

    `actor` is who acts through it: `account:3`, `grant:8`, `seat:17`, or empty where it only looks.
    `seen` is the seat view sent last, so that it is sent again only when it differs; `session`
    is what let a console or a projector in, kept to see whether it still would, `secret` what
    proves a contestant's seat. `is_slowed`: it has sent more than its budget.
    """

    sid: str
    runner: Runner
    budget: Budget
    role: Role
    actor: Actor
    number: int = 0
    secret: str = ""
    seen: SeatView | None = field(default=None)
    trips: Trips = field(default_factory=Trips)
    session: Mapping[str, Any] = field(default_factory=dict)
    is_slowed: bool = False

    @property
    def room(self) -> str:
        """Where it hears what all of its kind hear."""
        return readers(self.runner.id) if self.role is Role.PROMPTER else self.runner.id


def readers(contest_id: str) -> str:
    """The room of a contest's prompters, who are told less than the consoles beside them."""
    return f"{contest_id}/readers"


class Phones:
    """The phones of one contest, one for each seat."""

    def __init__(self) -> None:
        self._by_number: dict[int, Visitor] = {}
        self._moved: set[int] = set()
        self._guard = threading.Lock()

    def enter(self, visitor: Visitor) -> Visitor | None:
        """Seat this phone; the one that sat there before, if any."""
        with self._guard:
            before = self._by_number.get(visitor.number)
            self._by_number[visitor.number] = visitor
            self._moved.add(visitor.number)
        return before

    def leave(self, visitor: Visitor) -> None:
        """Free the seat, unless another phone took it over."""
        with self._guard:
            if self._by_number.get(visitor.number) is visitor:
                del self._by_number[visitor.number]
                self._moved.add(visitor.number)

    def moved(self) -> set[int]:
        """The seats that a phone came to or left since this was asked the last time."""
        with self._guard:
            moved, self._moved = self._moved, set()
        return moved

    def has(self, number: int) -> bool:
        """Whether the phone of this seat is connected."""
        return number in self._by_number

    def __len__(self) -> int:
        return len(self._by_number)

    def all(self) -> list[Visitor]:
        """The phones connected now."""
        return list(self._by_number.values())
