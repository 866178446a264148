"""Roles for one evening: handed out by a link, taken up once, taken back by one press."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quiz.clock import Clock
from quiz.core.engine.joining import clean_name
from quiz.core.errors import Rejected
from quiz.service.people.ports import GrantStore
from quiz.service.people.roles import Role
from quiz.service.people.rows import Grant
from quiz.service.refusing import refusing

LINK_MS = 24 * 60 * 60 * 1000
"""How long a link waits to be taken up."""
HELD_MS = 7 * 24 * 60 * 60 * 1000
"""How long a role lasts after that, unless it is taken back."""
OFFERED = (Role.COHOST, Role.PROMPTER, Role.PROJECTOR)
"""The roles that can be handed out."""


class GrantState(StrEnum):
    """What became of a grant."""

    WAITING = "waiting"
    HELD = "held"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Held:
    """A grant in its holder's hands: what the browser keeps."""

    grant: Grant
    secret: str


class Grants:
    """The grants of all contests. Everything raises Rejected: `storage_failed`."""

    def __init__(self, rows: GrantStore, *, clock: Clock) -> None:
        self._rows = rows
        self._clock = clock
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Have `watcher` called whenever a grant was taken back."""
        self._watchers.append(watcher)

    def make(self, contest_id: str, role: str, who: str, account_id: int) -> tuple[Grant, str]:
        """Hand out a role of this contest: the grant, and the token of its link, told once.

        `who` is free text for the host's list; `account_id` is who hands it out.

        Raises:
            Rejected: `bad_role`, `bad_name`.
        """
        if role not in OFFERED:
            raise Rejected("bad_role")
        now = self._clock.now()
        made = Grant(0, contest_id, role, clean_name(who), account_id, now, now + LINK_MS)
        with refusing():
            return self._rows.make(made)

    def of(self, contest_id: str) -> tuple[Grant, ...]:
        """All grants of a contest, the newest first."""
        with refusing():
            return self._rows.of(contest_id)

    def by_token(self, token: str) -> Grant | None:
        """The grant that this link is for, whatever became of it; looking spends nothing."""
        with refusing():
            return self._rows.by_token(token)

    def take_up(self, token: str) -> Held | None:
        """Spend a link; None where it is good no more."""
        now = self._clock.now()
        with refusing():
            spent = self._rows.spend(token, now, now + HELD_MS)
        return Held(*spent) if spent else None

    def held(self, grant_id: int, secret: str) -> Grant | None:
        """The grant that a browser holds, as long as it is good."""
        with refusing():
            grant = self._rows.held(grant_id, secret)
        return grant if grant and self.became(grant) is GrantState.HELD else None

    def revoke(self, contest_id: str, grant_id: int) -> None:
        """Take a grant of this contest back: its link and its holder get in nowhere any more."""
        with refusing():
            self._rows.revoke(contest_id, grant_id, self._clock.now())
        for watcher in self._watchers:
            watcher()

    def became(self, grant: Grant) -> GrantState:
        """What became of it by now."""
        if grant.revoked_at is not None:
            return GrantState.REVOKED
        if grant.expires_at < self._clock.now():
            return GrantState.EXPIRED
        return GrantState.WAITING if grant.spent_at is None else GrantState.HELD
