"""Handing out, taking up and taking back, on a real table."""

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.state import Stage
from quiz.service.contests.rows import ContestRow
from quiz.service.people.grants import HELD_MS, LINK_MS, OFFERED, Grants, GrantState
from quiz.service.people.roles import Role
from quiz.store.contests import SqliteContests
from quiz.store.grants import SqliteGrants
from quiz.store.sqlite.database import Database
from tests.service.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def grants(database: Database, clock: FakeClock) -> Grants:
    row = ContestRow("one", "100001", "Hội thi", 3, clock.now(), Stage.LOBBY)
    SqliteContests(database).create(row, ())
    return Grants(SqliteGrants(database), clock=clock)


@pytest.mark.parametrize("role", OFFERED)
def test_role_offered_is_handed_out(grants: Grants, clock: FakeClock, role: Role) -> None:
    made, _ = grants.make("one", role, "  Cô\u202e  Hà ", 3)
    assert (made.role, made.who, made.made_by) == (role.value, "Cô Hà", 3)
    assert (made.made_at, made.expires_at) == (clock.now(), clock.now() + LINK_MS)
    assert grants.of("one") == (made,)


@pytest.mark.parametrize("role", [*sorted(set(Role) - set(OFFERED)), "", "king"])
def test_role_not_offered_is_refused(grants: Grants, role: str) -> None:
    with pytest.raises(Rejected, match="bad_role"):
        grants.make("one", role, "Cô Hà", 3)
    assert grants.of("one") == ()


@pytest.mark.parametrize("who", ["", "  ", "\u202e", "x" * 41])
def test_grant_needs_a_name_to_know_it_by(grants: Grants, who: str) -> None:
    with pytest.raises(Rejected, match="bad_name"):
        grants.make("one", Role.PROMPTER, who, 3)


def test_grant_waits_is_held_and_ends(grants: Grants, clock: FakeClock) -> None:
    made, token = grants.make("one", Role.PROMPTER, "Cô Hà", 3)
    assert grants.became(made) is GrantState.WAITING
    clock.time += LINK_MS
    held = grants.take_up(token)
    assert held is not None
    assert grants.became(held.grant) is GrantState.HELD
    assert grants.held(made.id, held.secret) == held.grant
    clock.time += HELD_MS
    assert grants.held(made.id, held.secret) == held.grant
    clock.time += 1
    assert grants.became(held.grant) is GrantState.EXPIRED
    assert grants.held(made.id, held.secret) is None


def test_link_waits_a_day(grants: Grants, clock: FakeClock) -> None:
    made, token = grants.make("one", Role.PROMPTER, "Cô Hà", 3)
    clock.time += LINK_MS + 1
    assert grants.became(made) is GrantState.EXPIRED
    assert grants.take_up(token) is None


def test_looking_at_a_link_does_not_take_it_up(grants: Grants) -> None:
    made, token = grants.make("one", Role.PROMPTER, "Cô Hà", 3)
    assert [grants.by_token(token) for _ in range(3)] == [made] * 3
    assert grants.take_up(token) is not None
    assert grants.take_up(token) is None


def test_taking_back_ends_it_and_tells_the_watchers(grants: Grants) -> None:
    made, token = grants.make("one", Role.PROMPTER, "Cô Hà", 3)
    held = grants.take_up(token)
    assert held is not None
    seen: list[object] = []
    grants.watch(lambda: seen.append(grants.held(made.id, held.secret)))
    grants.revoke("one", made.id)
    assert seen == [None]
    assert grants.became(grants.of("one")[0]) is GrantState.REVOKED
    assert grants.take_up(token) is None


def test_storage_that_fails_is_a_refusal(grants: Grants, database: Database) -> None:
    database.close()
    with pytest.raises(Rejected, match="storage_failed"):
        grants.of("one")
