import pytest
from sqlalchemy import select

from quiz.core.nouns.state import Stage
from quiz.service.contests.rows import ContestRow
from quiz.service.people.rows import Grant
from quiz.store.contests import SqliteContests
from quiz.store.grants import SqliteGrants
from quiz.store.personal import SqlitePersonalData
from quiz.store.schema.tables import grants as grants_table
from quiz.store.sqlite.database import Database

NOW, LATER, UNTIL = 1_000, 2_000, 9_000
MADE = Grant(0, "one", "prompter", "Cô Hà", 3, NOW, LATER)


@pytest.fixture
def grants(database: Database) -> SqliteGrants:
    contests = SqliteContests(database)
    for contest_id, pin in (("one", "100001"), ("two", "100002")):
        contests.create(ContestRow(contest_id, pin, "Hội thi", 3, NOW, Stage.LOBBY), ())
    return SqliteGrants(database)


def test_grant_made_is_found_by_its_link_and_in_its_contests_list(grants: SqliteGrants) -> None:
    made, token = grants.make(MADE)
    assert made == Grant(1, "one", "prompter", "Cô Hà", 3, NOW, LATER)
    assert grants.by_token(token) == made
    assert (grants.of("one"), grants.of("two"), grants.by_token("")) == ((made,), (), None)


def test_list_begins_with_the_newest(grants: SqliteGrants) -> None:
    numbers = [grants.make(MADE)[0].id for _ in range(3)]
    assert [grant.id for grant in grants.of("one")] == numbers[::-1]


def test_link_is_spent_once_until_its_end(grants: SqliteGrants) -> None:
    made, token = grants.make(MADE)
    spent = grants.spend(token, LATER, UNTIL)
    assert spent is not None
    grant, secret = spent
    assert grant == Grant(made.id, "one", "prompter", "Cô Hà", 3, NOW, UNTIL, spent_at=LATER)
    assert grants.held(made.id, secret) == grant == grants.by_token(token)
    assert grants.spend(token, LATER, UNTIL) is None


def test_link_past_its_time_is_not_spent(grants: SqliteGrants) -> None:
    made, token = grants.make(MADE)
    assert grants.spend(token, LATER + 1, UNTIL) is None
    assert grants.of("one") == (made,)


def test_link_of_a_grant_taken_back_is_not_spent(grants: SqliteGrants) -> None:
    made, token = grants.make(MADE)
    grants.revoke("one", made.id, NOW)
    assert grants.spend(token, NOW, UNTIL) is None


def test_grant_is_held_by_its_own_secret_only(grants: SqliteGrants) -> None:
    (one, first), (two, second) = grants.make(MADE), grants.make(MADE)
    held = [grants.spend(token, NOW, UNTIL) for token in (first, second)]
    secrets = [each[1] for each in held if each]
    found = [grants.held(one.id, secret) for secret in (*secrets, first, "")]
    assert [grant and grant.id for grant in found] == [one.id, None, None, None]
    assert grants.held(two.id, secrets[1]) is not None


def test_nobody_holds_a_grant_that_was_not_taken_up(grants: SqliteGrants) -> None:
    made, token = grants.make(MADE)
    assert [grants.held(made.id, secret) for secret in (token, "")] == [None, None]


def test_grant_is_taken_back_in_its_own_contest_and_once(grants: SqliteGrants) -> None:
    made, _ = grants.make(MADE)
    grants.revoke("two", made.id, NOW)
    assert grants.of("one")[0].revoked_at is None
    for at in (NOW, LATER):
        grants.revoke("one", made.id, at)
    assert grants.of("one")[0].revoked_at == NOW


def test_link_and_secret_are_stored_as_hashes_only(
    grants: SqliteGrants, database: Database
) -> None:
    _, token = grants.make(MADE)
    spent = grants.spend(token, NOW, UNTIL)
    assert spent is not None
    with database.reading() as connection:
        stored = str(connection.execute(select(grants_table)).all())
    assert [word for word in (token, spent[1]) if word in stored] == []


def test_names_erased_take_those_of_the_contests_grants(
    grants: SqliteGrants, database: Database
) -> None:
    grants.make(MADE)
    grants.make(Grant(0, "two", "prompter", "Anh Bình", 3, NOW, LATER))
    SqlitePersonalData(database).rewrite("one", (), lambda event: event, NOW)
    assert [grant.who for each in ("one", "two") for grant in grants.of(each)] == ["", "Anh Bình"]
    assert "Hà".encode() not in database.path.read_bytes()


def test_contest_deleted_takes_its_grants(grants: SqliteGrants, database: Database) -> None:
    _, token = grants.make(MADE)
    SqlitePersonalData(database).delete("one")
    assert (grants.of("one"), grants.by_token(token)) == ((), None)
