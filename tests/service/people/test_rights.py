"""One session's roles, by account, seat and screen."""

from collections.abc import Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, account
from quiz.core.nouns.commands import Join, RemoveContestant
from quiz.formats import ENGINE
from quiz.service.contests.runners import Runners
from quiz.service.errors import StorageFailed
from quiz.service.people.rights import Rights, newest_seat
from quiz.service.people.roles import Role, foremost
from quiz.service.people.rows import Account, Grant
from tests.core.builders import plan
from tests.service.fakes import Alarms, FakeClock, FakeIds, FakeStore

ACCOUNTS = {"theirs": Account(3, "Lan", "host", True), "odd": Account(4, "Minh", "", True)}


class Signed:
    def account(self, token: str, now: int) -> Account | None:
        if token == "away":
            raise StorageFailed("disk gone")
        return ACCOUNTS.get(token)


class Lent:
    """Three grants of one contest; 10 is of a role that is not handed out (yet)."""

    def __init__(self, contest_id: str) -> None:
        roles = {8: "prompter", 9: "cohost", 10: "host"}
        self.grants = {
            number: Grant(number, contest_id, role, "Hà", 3, 0, 0) for number, role in roles.items()
        }

    def held(self, grant_id: int, secret: str) -> Grant | None:
        if secret == "away":
            raise Rejected("storage_failed")
        return self.grants.get(grant_id) if secret == "secret" else None


class Evening:
    """A contest in memory and who may do what in it."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.clock = FakeClock()
        self.runners = Runners(
            ENGINE, self.store, self.store, clock=self.clock, ids=FakeIds(), later=Alarms().later
        )
        self.id = self.runners.create(plan(3), owner=3)
        self.rights = Rights(self.runners, Signed(), Lent(self.id), clock=self.clock)

    def join(self, secret: str) -> int:
        newcomer = Join("An", "Đỏ", secret)
        return (
            self.runners.runner(self.id).submit(newcomer, secret, self.clock.now(), NEWCOMER).number
        )


@pytest.fixture
def evening() -> Iterator[Evening]:
    made = Evening()
    yield made
    made.runners.close()


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
    runner = evening.runners.runner(evening.id)
    removal = RemoveContestant(runner.contest.acted, number)
    runner.submit(removal, "removed", evening.clock.now(), account(1))
    assert evening.rights.roles_of(session, evening.id) == {Role.NOBODY}


def test_seat_in_a_contest_that_is_gone_is_none(evening: Evening) -> None:
    assert evening.rights.seat({"seats": {"gone": [1, "secret"]}}, "gone") == 0


def test_seat_that_cannot_be_looked_up_is_not_taken_for_none(evening: Evening) -> None:
    session = {"seats": {evening.id: [1, "secret"]}}
    evening.runners._unreadable.add(evening.id)
    with pytest.raises(Rejected):
        evening.rights.roles_of(session, evening.id)


@pytest.mark.parametrize(
    ("recent", "newest"),
    [
        (["b", "a"], "('a', [1, 'x'])"),
        (["a", "b"], "('b', [2, 'y'])"),
        (["a", "b", "without a seat"], "('b', [2, 'y'])"),
        (["a"], "('a', [1, 'x'])"),
    ],
)
def test_newest_seat_is_that_of_the_contest_gone_into_last(recent: list[str], newest: str) -> None:
    session = {"seats": {"a": [1, "x"], "b": [2, "y"]}, "recent": recent}
    assert newest_seat(session) == newest


def test_browser_of_before_has_a_newest_seat_too() -> None:
    assert newest_seat({"seats": {"a": [1, "x"]}}) == "('a', [1, 'x'])"
    assert newest_seat({"recent": ["a"]}) == newest_seat({}) == ""


@pytest.mark.parametrize("code", ["unreadable", "storage_failed", "no_such_contest"])
def test_browser_is_seated_where_it_can_be_looked_up(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    seats = {"lost": [1, "x"], evening.id: [evening.join("secret"), "secret"]}
    session = {"seats": seats, "recent": [evening.id, "lost"]}
    runner = evening.runners.runner

    def some(contest_id: str) -> object:
        if contest_id == "lost":
            raise Rejected(code)
        return runner(contest_id)

    monkeypatch.setattr(evening.runners, "runner", some)
    assert evening.rights.is_seated(session)
    assert not evening.rights.is_seated({"seats": {"lost": [1, "x"]}})


def test_browser_has_no_older_contest_opened_once_a_seat_is_found(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [evening.join("secret"), "secret"]
    session = {"seats": {"a": held, evening.id: held, "z": held}, "recent": ["a", "z", evening.id]}
    runner, opened = evening.runners.runner, []

    def noted(contest_id: str) -> object:
        opened.append(contest_id)
        return runner(contest_id)

    monkeypatch.setattr(evening.runners, "runner", noted)
    assert evening.rights.is_seated(session)
    assert opened == [evening.id]


@pytest.mark.parametrize("holding", [{"_user_id": "away"}, {"grants": [["any", 0, "away"]]}])
def test_rights_that_cannot_be_read_are_refused_in_words(
    evening: Evening, holding: dict[str, object]
) -> None:
    for ask in (
        lambda: evening.rights.actors(holding, "any"),
        lambda: evening.rights.roles_of(holding, "any"),
        lambda: evening.rights.has_priority(holding),
    ):
        with pytest.raises(Rejected, match="storage_failed"):
            ask()


def test_projectors_link_shows_its_contest_only(evening: Evening) -> None:
    session = {"projectors": [evening.id]}
    assert evening.rights.actors(session, evening.id) == {Role.NOBODY: "", Role.PROJECTOR: ""}
    assert evening.rights.roles_of(session, "another") == {Role.NOBODY}


def test_grant_is_good_in_its_contest_with_its_secret(evening: Evening) -> None:
    session = {"grants": [[evening.id, 8, "secret"]]}
    assert evening.rights.actors(session, evening.id) == {
        Role.NOBODY: "",
        Role.PROMPTER: "grant:8",
    }
    assert evening.rights.roles_of(session, "another") == {Role.NOBODY}
    assert evening.rights.roles_of(session, "") == {Role.NOBODY}
    for grants in ([["another", 8, "secret"]], [[evening.id, 8, "wrong"]], [[evening.id, 7, "x"]]):
        assert evening.rights.roles_of({"grants": grants}, evening.id) == {Role.NOBODY}
        assert evening.rights.roles_of({"grants": grants}, "another") == {Role.NOBODY}


def test_grant_of_a_role_that_is_not_handed_out_is_none(evening: Evening) -> None:
    session = {"grants": [[evening.id, 10, "secret"]]}
    assert evening.rights.roles_of(session, evening.id) == {Role.NOBODY}


def test_everything_a_session_holds_counts_together(evening: Evening) -> None:
    session = {
        "_user_id": "theirs",
        "projectors": [evening.id],
        "grants": [[evening.id, 8, "secret"], [evening.id, 9, "secret"]],
        "seats": {evening.id: [evening.join("secret"), "secret"]},
    }
    assert evening.rights.actors(session, evening.id) == {
        Role.NOBODY: "",
        Role.HOST: "account:3",
        Role.PROJECTOR: "",
        Role.PROMPTER: "grant:8",
        Role.COHOST: "grant:9",
        Role.CONTESTANT: "seat:1",
    }


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
    assert evening.rights.has_priority(session) is first


def test_holder_of_a_good_grant_comes_first(evening: Evening) -> None:
    for held, first in ((evening.id, 9, "secret"), True), ((evening.id, 9, "wrong"), False):
        assert evening.rights.has_priority({"grants": [list(held)]}) is first
    assert evening.rights.has_priority({"grants": [["another", 9, "secret"]]}) is False


def test_foremost_role_is_the_one_declared_last() -> None:
    assert foremost({Role.PROJECTOR, Role.HOST, Role.NOBODY}) is Role.HOST
    assert foremost({Role.NOBODY, Role.CONTESTANT}) is Role.CONTESTANT
    assert foremost(()) is Role.NOBODY
