"""Real sessions of real accounts: whose they are stands in the journal."""

from uuid import uuid4

from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.service.people.roles import Role
from quiz.store.journal import SqliteJournal
from tests.safety.conftest import Venue


def act(venue: Venue, cookie: str, act: str, **fields: object) -> None:
    message = {"id": uuid4().hex, "act": act, "based_on": venue.runner.contest.acted} | fields
    reply = venue.socket("/host", cookie).emit("act", message, namespace="/host", callback=True)
    assert reply["ok"], reply


def doers(venue: Venue) -> list[Actor]:
    return [entry.actor for entry in SqliteJournal(venue.app.database).entries(venue.id)]


def test_two_hosts_act_each_by_their_own_account(venue: Venue) -> None:
    one = venue.accounts[Role.HOST]
    two = venue.app.accounts.create("Lan", "host", venue.app.clock.now())
    token = venue.app.sessions.start(two.id, venue.app.clock.now())
    act(venue, venue.signed(venue.session(Role.HOST)), "mute", muted=True)
    act(venue, venue.signed({"_user_id": token, "_fresh": True}), "undo")
    assert doers(venue) == [
        actors.account(one.id),
        actors.seat(venue.number),
        actors.account(one.id),
        actors.account(two.id),
    ]


def test_cookie_that_names_another_account_acts_by_its_own_session(venue: Venue) -> None:
    """Whoever could sign a cookie might write this; the token alone counts."""
    session = venue.session(Role.HOST) | {"actor": "account:99", "account": 99}
    act(venue, venue.signed(session), "mute", muted=True)
    assert doers(venue)[-1] == actors.account(venue.accounts[Role.HOST].id)
