"""Which roles a session has in a contest: the one answer that pages and sockets go by."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.state import Contest
from quiz.core.views.seats import holds_seat, was_reopened
from quiz.service.contests.runners import Runners
from quiz.service.people.grants import OFFERED
from quiz.service.people.ports import HeldGrants, SessionReader
from quiz.service.people.roles import Role, Roles, account_role
from quiz.service.refusing import refusing

NOBODY = Actor("")
"""Who does nothing but look."""
Session = Mapping[str, Any]
"""What a browser's signed cookie holds."""
TOKEN = "_user_id"
"""Where it holds the token that signs it in: the name that browsers of before have."""


def token_of(session: Session) -> str:
    """What a session signs in with; empty when nobody is signed in."""
    return str(session.get(TOKEN, ""))


def held_by(session: Session) -> list[tuple[str, int, str]]:
    """The grants that a browser took up: contest, number and secret of each, oldest first."""
    return [
        (contest_id, number, secret) for contest_id, number, secret in session.get("grants", [])
    ]


def was_let_in(session: Session) -> bool:
    """Whether the browser came in somewhere: to a seat, a screen or a role, or signed in."""
    return any(session.get(held) for held in ("seats", "projectors", "grants", TOKEN))


def seat_held(session: Session, contest_id: str) -> tuple[int, str]:
    """The seat that a browser holds in a contest: its number, 0 for none, and what proves it."""
    number, secret = session.get("seats", {}).get(contest_id, (0, ""))
    return number, secret


def seats_held(session: Session) -> list[str]:
    """The contests that a browser holds a seat in, the one it went into last first.

    Browsers of before have no order: what it does not know is the oldest.
    """
    seats, recent = session.get("seats", {}), session.get("recent", [])
    return sorted(seats, key=lambda each: recent.index(each) if each in recent else -1)[::-1]


def newest_seat(session: Session) -> str:
    """The seat in the contest that a browser went into last, by a name of its own; or empty."""
    newest = next(iter(seats_held(session)), "")
    return str((newest, session["seats"][newest])) if newest else ""


class Rights:
    """What sessions may be, by account, grant, seat and screen.

    All but `is_seated` raises Rejected where the data cannot be read.
    """

    def __init__(
        self, runners: Runners, sessions: SessionReader, grants: HeldGrants, *, clock: Clock
    ) -> None:
        self._runners = runners
        self._sessions = sessions
        self._grants = grants
        self._clock = clock

    def roles_of(self, session: Session, contest_id: str) -> Roles:
        """The session's roles in this contest; outside of contests (an empty id) its account's."""
        return frozenset(self.actors(session, contest_id))

    def actors(self, session: Session, contest_id: str) -> dict[Role, Actor]:
        """The session's roles, and under which name it acts in each.

        A name is `account:3`, `grant:8` or `seat:17`, and empty for who does nothing but look.
        """
        found = {Role.NOBODY: NOBODY, **self._by_account(session)}
        if contest_id in session.get("projectors", []):
            found[Role.PROJECTOR] = NOBODY
        found |= self._by_grant(session, contest_id)
        number = self.seat(session, contest_id)
        if number:
            found[Role.CONTESTANT] = actors.seat(number)
        return found

    def seat(self, session: Session, contest_id: str) -> int:
        """The number of the contestant whose seat the session holds, or 0."""
        return self._seat_if(holds_seat, session, contest_id)

    def seat_before(self, session: Session, contest_id: str) -> int:
        """The number of the contestant whose seat it held, now opened on another device, or 0."""
        return self._seat_if(was_reopened, session, contest_id)

    def _seat_if(
        self, holds: Callable[[Contest, int, str], bool], session: Session, contest_id: str
    ) -> int:
        number, secret = seat_held(session, contest_id)
        if not number:
            return 0
        try:
            contest = self._runners.runner(contest_id).contest
        except Rejected as refusal:
            if refusal.code == "no_such_contest":
                return 0
            raise
        return number if holds(contest, number, secret) else 0

    def is_seated(self, session: Session) -> bool:
        """Whether the session holds any seat that is one.

        The newest is looked at first: the contests of before are not opened for it. One that
        cannot be read keeps nobody from the others.
        """
        for contest_id in seats_held(session):
            with suppress(Rejected):
                if self.seat(session, contest_id):
                    return True
        return False

    def has_priority(self, session: Session) -> bool:
        """Whether the session gets in where places are short, whatever its contest."""
        if session.get("projectors") or Role.HOST in self._by_account(session):
            return True
        return any(self._by_grant(session, contest_id) for contest_id, _, _ in held_by(session))

    def _by_grant(self, session: Session, contest_id: str) -> dict[Role, Actor]:
        found = {}
        for named, grant_id, secret in held_by(session):
            grant = self._grants.held(grant_id, secret) if named == contest_id else None
            if grant and grant.contest_id == contest_id and grant.role in OFFERED:
                found[Role(grant.role)] = actors.grant(grant.id)
        return found

    def _by_account(self, session: Session) -> dict[Role, Actor]:
        token = token_of(session)
        with refusing():
            account = self._sessions.account(token, self._clock.now()) if token else None
        if account is None:
            return {}
        return {account_role(account.role): actors.account(account.id)}
