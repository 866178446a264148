import pytest
from sqlalchemy import select, update

from quiz.service.people.rows import Account
from quiz.store.accounts import SqliteAccounts
from quiz.store.schema.tables import accounts as accounts_table
from quiz.store.schema.tables import sessions as sessions_table
from quiz.store.sessions import LIFETIME_MS, SqliteSessions
from quiz.store.sqlite.database import Database

NOW = 1_000_000
DAY_MS = 24 * 60 * 60 * 1000


@pytest.fixture
def sessions(database: Database) -> SqliteSessions:
    return SqliteSessions(database)


@pytest.fixture
def host(database: Database) -> Account:
    return SqliteAccounts(database).create("Hoàng Lan", "host", NOW)


def test_session_signs_in_until_it_is_ended(sessions: SqliteSessions, host: Account) -> None:
    one, two = sessions.start(host.id, NOW), sessions.start(host.id, NOW)
    assert [sessions.account(token, NOW) for token in (one, two, "")] == [host, host, None]
    sessions.end(one)
    assert [sessions.account(token, NOW) for token in (one, two)] == [None, host]


def test_others_of_the_account_are_ended_and_no_other_accounts(
    sessions: SqliteSessions, host: Account, database: Database
) -> None:
    judge = SqliteAccounts(database).create("Minh", "judge", NOW)
    mine, other, theirs = (sessions.start(who.id, NOW) for who in (host, host, judge))
    sessions.end_others(host.id, kept=mine)
    assert [sessions.account(token, NOW) for token in (mine, other, theirs)] == [host, None, judge]


def test_session_is_good_as_long_as_it_is_used(sessions: SqliteSessions, host: Account) -> None:
    token = sessions.start(host.id, NOW)
    later = NOW + LIFETIME_MS - 1
    assert sessions.account(token, later) == host
    assert sessions.account(token, later + LIFETIME_MS) == host
    assert sessions.account(token, later + 2 * LIFETIME_MS + 1) is None


def test_session_used_often_is_written_once_a_day(
    sessions: SqliteSessions, host: Account, database: Database
) -> None:
    token = sessions.start(host.id, NOW)
    query = select(sessions_table.c.expires_at)
    ends = []
    for moment in (NOW, NOW + DAY_MS, NOW + DAY_MS + 1, NOW + DAY_MS + 2):
        sessions.account(token, moment)
        with database.reading() as connection:
            ends.append(connection.execute(query).scalar_one() - LIFETIME_MS - NOW)
    assert ends == [0, 0, DAY_MS + 1, DAY_MS + 1]


def test_sessions_past_their_time_are_forgotten(
    sessions: SqliteSessions, host: Account, database: Database
) -> None:
    sessions.start(host.id, NOW)
    sessions.start(host.id, NOW + LIFETIME_MS + 1)
    with database.reading() as connection:
        assert len(connection.execute(select(sessions_table)).all()) == 1


def test_account_is_seen_as_it_is_now(
    sessions: SqliteSessions, host: Account, database: Database
) -> None:
    token = sessions.start(host.id, NOW)
    with database.writing() as connection:
        connection.execute(update(accounts_table).values(role="judge"))
    assert sessions.account(token, NOW) == Account(host.id, host.name, "judge", False)


def test_token_is_stored_as_a_hash_only(
    sessions: SqliteSessions, host: Account, database: Database
) -> None:
    token = sessions.start(host.id, NOW)
    with database.reading() as connection:
        assert token not in str(connection.execute(select(sessions_table)).all())


def test_watchers_hear_that_sessions_ended(sessions: SqliteSessions, host: Account) -> None:
    heard: list[str] = []
    sessions.watch(lambda: heard.append("ended"))
    token = sessions.start(host.id, NOW)
    assert heard == []
    sessions.end(token)
    sessions.end_others(host.id, kept="")
    assert heard == ["ended", "ended"]
