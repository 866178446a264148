"""The session cookie, what it holds of contests: of the newest few, so that it stays small.

A browser drops a cookie of more than 4 KB whole, and with it the seat that is played on.
"""

from contextlib import suppress

from flask import session

from quiz.core.errors import Rejected
from quiz.core.nouns.state import Stage
from quiz.service.people.grants import Held
from quiz.service.people.rights import held_by
from quiz.web.frame.desk import desk

MOST = 12
"""Contests that a cookie holds something of."""
LONG_MS = 30 * 24 * 60 * 60 * 1000
"""How long after it was made a contest that is over is forgotten; its names go later."""
MOST_GRANTS = 6
"""Roles taken up that a cookie holds."""
CONTESTS = ("seats", "projectors", "grants", "recent")
"""The parts of a session that belong to contests; `recent` is their order, the newest last."""


def keep_seat(contest_id: str, number: int, secret: str) -> None:
    """Hold a seat, with the secret that proves it."""
    session["seats"] = {**session.get("seats", {}), contest_id: [number, secret]}
    _newest(contest_id)


def keep_projector(contest_id: str) -> None:
    """Hold the right to show a contest."""
    session["projectors"] = sorted({*session.get("projectors", []), contest_id})
    _newest(contest_id)


def keep_grant(held: Held) -> None:
    """Hold a role that was taken up, with the secret that proves it."""
    grant = held.grant
    session["grants"] = [*held_by(session), (grant.contest_id, grant.id, held.secret)]
    _newest(grant.contest_id)


def _newest(contest_id: str) -> None:
    """Make this contest the newest held, and forget those that are too many."""
    session.permanent = True
    seats, projectors = session.get("seats", {}), session.get("projectors", [])
    recent = [each for each in session.get("recent", []) if each != contest_id]
    grants = held_by(session)
    held = {*seats, *projectors, *(contest for contest, _, _ in grants)}
    unknown = sorted(held - {*recent, contest_id})
    others = [*unknown, *recent]
    kept = [*(_still(others) if others else []), contest_id][-MOST:]
    session["recent"] = kept
    if seats:
        session["seats"] = {each: seats[each] for each in kept if each in seats}
    if projectors:
        session["projectors"] = [each for each in projectors if each in kept]
    if grants:
        session["grants"] = [each for each in grants if each[0] in kept][-MOST_GRANTS:]


def _still(contest_ids: list[str]) -> list[str]:
    """Those of these contests that are there, and not over for long; all when that is unknown."""
    with suppress(Rejected):
        before = desk().now() - LONG_MS
        rows = {row.id: row for row in desk().runners.listing()}
        return [
            each
            for each in contest_ids
            if each in rows
            and (rows[each].stage is not Stage.FINISHED or rows[each].created_at >= before)
        ]
    return contest_ids
