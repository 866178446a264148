"""One session's roles, by account, seat and screen."""

from collections.abc import Iterator

import pytest

from quiz.core.commands import Join, RemoveContestant
from quiz.core.errors import Rejected
from quiz.formats import ENGINE
from quiz.service.halls import Halls
from quiz.service.rights import Rights
from quiz.service.roles import Role, foremost
from quiz.store.rows import Account
from tests.core.builders import plan
from tests.service.fakes import Alarms, FakeClock, FakeIds, FakeStore

ACCOUNTS = {"theirs": Account(3, "Lan", "host", True), "odd": Account(4, "Minh", "", True)}


class Signed:
    def account(self, token: str, now: int) -> Account | None:
        return ACCOUNTS.get(token)


class Evening:
    """A contest in memory and who may do what in it."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.clock = FakeClock()
        self.halls = Halls(
            ENGINE, self.store, self.store, clock=self.clock, ids=FakeIds(), later=Alarms().later
        )
        self.id = self.halls.create(plan(3), owner=3)
        self.rights = Rights(self.halls, Signed(), clock=self.clock)

    def join(self, secret: str) -> int:
        newcomer = Join("An", "Đỏ", secret)
        return self.halls.hall(self.id).submit(newcomer, secret, self.clock.now()).number


@pytest.fixture
def evening() -> Iterator[Evening]:
    made = Evening()
    yield made
    made.halls.close()


def test_session_of_nothing_is_nobody(evening: Evening) -> None:
    assert evening.rights.roles_of({}, evening.id) == {Role.NOBODY}
    assert evening.rights.roles_of({"_user_id": "unknown"}, "") == {Role.NOBODY}


def test_account_has_its_role_in_every_contest_and_outside(evening: Evening) -> None:
    for contest_id in (evening.id, "another", ""):
        found = evening.rights.actors({"_user_id": "theirs"}, contest_id)
        assert found == {Role.NOBODY: "", Role.HOST: "account:3"}


def test_account_without_a_role_is_nobody(evening: Evening) -> None:
    assert evening.rights.roles_of({"_user_id": "odd"}, evening.id) == {Role.NOBODY}


def test_seat_is_good_in_its_contest_with_its_secret_until_it_is_taken_away(
    evening: Evening,
) -> None:
    number = evening.join("secret")
    session = {"seats": {evening.id: [number, "secret"]}}
    assert evening.rights.actors(session, evening.id) == {
        Role.NOBODY: "",
        Role.CONTESTANT: f"seat:{number}",
    }
    assert evening.rights.roles_of(session, "another") == {Role.NOBODY}
    wrong = {"seats": {evening.id: [number, "another"]}}
    assert evening.rights.roles_of(wrong, evening.id) == {Role.NOBODY}
    hall = evening.halls.hall(evening.id)
    hall.submit(RemoveContestant(hall.contest.acted, number), "removed", evening.clock.now())
    assert evening.rights.roles_of(session, evening.id) == {Role.NOBODY}


def test_seat_in_a_contest_that_is_gone_is_none(evening: Evening) -> None:
    assert evening.rights.seat({"seats": {"gone": [1, "secret"]}}, "gone") == 0


def test_seat_that_cannot_be_looked_up_is_not_taken_for_none(evening: Evening) -> None:
    session = {"seats": {evening.id: [1, "secret"]}}
    evening.halls._unreadable.add(evening.id)
    with pytest.raises(Rejected):
        evening.rights.roles_of(session, evening.id)


def test_projectors_link_shows_its_contest_only(evening: Evening) -> None:
    session = {"projectors": [evening.id]}
    assert evening.rights.actors(session, evening.id) == {Role.NOBODY: "", Role.PROJECTOR: ""}
    assert evening.rights.roles_of(session, "another") == {Role.NOBODY}


@pytest.mark.parametrize(
    ("session", "first"),
    [
        ({}, False),
        ({"_user_id": "theirs"}, True),
        ({"_user_id": "odd"}, False),
        ({"projectors": ["any"]}, True),
        ({"seats": {"any": [1, "secret"]}}, False),
    ],
)
def test_hosts_and_screens_come_first(
    evening: Evening, session: dict[str, object], first: bool
) -> None:
    assert evening.rights.comes_first(session) is first


def test_foremost_role_is_the_one_declared_last() -> None:
    assert foremost({Role.PROJECTOR, Role.HOST, Role.NOBODY}) is Role.HOST
    assert foremost({Role.NOBODY, Role.CONTESTANT}) is Role.CONTESTANT
    assert foremost(()) is Role.NOBODY
