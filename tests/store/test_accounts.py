from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from quiz.core.errors import Rejected
from quiz.service.people.rows import Account
from quiz.store.accounts import _NOBODY, LINK_LIFETIME_MS, SqliteAccounts
from quiz.store.schema.tables import accounts as accounts_table
from quiz.store.schema.tables import login_links
from quiz.store.sqlite.database import Database

NOW = 1_000_000


@pytest.fixture
def accounts(database: Database) -> SqliteAccounts:
    return SqliteAccounts(database)


@pytest.fixture
def host(accounts: SqliteAccounts) -> Account:
    return accounts.create("Hoàng Lan", "host", NOW)


def refusal(accounts: SqliteAccounts, name: str, role: str) -> str:
    with pytest.raises(Rejected) as problem:
        accounts.create(name, role, NOW)
    return problem.value.code


def test_account_is_found_by_id_and_by_name(accounts: SqliteAccounts, host: Account) -> None:
    assert host == Account(1, "Hoàng Lan", "host", has_password=False)
    assert accounts.get(1) == host
    assert accounts.named("  hoàng LAN ") == host
    assert accounts.get(2) is None


def test_account_with_a_bad_name_or_role_is_refused(
    accounts: SqliteAccounts, host: Account
) -> None:
    assert refusal(accounts, "hoàng lan", "judge") == "name_taken"
    assert refusal(accounts, "   ", "judge") == "bad_name"
    assert refusal(accounts, "x" * 41, "judge") == "bad_name"
    assert refusal(accounts, "Minh", "contestant") == "bad_role"


def test_right_password_signs_in(accounts: SqliteAccounts, host: Account) -> None:
    accounts.set_password(host.id, "chuông vàng")
    assert accounts.sign_in("Hoàng Lan", "chuông vàng") == Account(1, "Hoàng Lan", "host", True)


def test_password_typed_with_separate_marks_is_the_same(
    accounts: SqliteAccounts, host: Account
) -> None:
    accounts.set_password(host.id, "chu\u00f4ng v\u00e0ng")
    assert accounts.sign_in("Hoàng Lan", "chuo\u0302ng va\u0300ng") is not None


def test_wrong_password_unknown_name_and_no_password_do_not_sign_in(
    accounts: SqliteAccounts, host: Account
) -> None:
    assert accounts.sign_in("Hoàng Lan", "chuông vàng") is None
    accounts.set_password(host.id, "chuông vàng")
    assert accounts.sign_in("Hoàng Lan", "chuông bạc") is None
    assert accounts.sign_in("Ai đó", "chuông vàng") is None


def test_unknown_name_costs_a_verification_too(
    accounts: SqliteAccounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            verified.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr("quiz.store.accounts._hasher", Counting())
    assert accounts.sign_in("Ai đó", "chuông vàng") is None
    assert verified == [_NOBODY]
    assert PasswordHasher().check_needs_rehash(_NOBODY) is False


def test_password_too_short_or_too_long_is_refused(accounts: SqliteAccounts, host: Account) -> None:
    for password in ("1234567", "x" * 201):
        with pytest.raises(Rejected) as problem:
            accounts.set_password(host.id, password)
        assert problem.value.code == "bad_password"


def test_hash_of_weaker_settings_is_renewed_at_sign_in(
    accounts: SqliteAccounts, host: Account, database: Database
) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("chuông vàng")
    with database.writing() as connection:
        connection.execute(update(accounts_table).values(password_hash=weak))
    assert accounts.sign_in("Hoàng Lan", "chuông vàng") is not None
    with database.reading() as connection:
        stored = connection.execute(select(accounts_table.c.password_hash)).scalar_one()
    assert PasswordHasher().check_needs_rehash(stored) is False
    assert accounts.sign_in("Hoàng Lan", "chuông vàng") is not None


def test_link_signs_in_once(accounts: SqliteAccounts, host: Account) -> None:
    token = accounts.link(host.id, NOW)
    assert accounts.enter(token, NOW + LINK_LIFETIME_MS) == host
    assert accounts.enter(token, NOW + LINK_LIFETIME_MS) is None


def test_link_is_good_for_fifteen_minutes(accounts: SqliteAccounts, host: Account) -> None:
    token = accounts.link(host.id, NOW)
    assert accounts.enter(token, NOW + LINK_LIFETIME_MS + 1) is None
    assert accounts.enter(token, NOW) is None
    assert accounts.enter("made up", NOW) is None


def test_link_is_stored_as_a_digest_only(
    accounts: SqliteAccounts, host: Account, database: Database
) -> None:
    token = accounts.link(host.id, NOW)
    with database.reading() as connection:
        stored = str(connection.execute(select(login_links)).all())
    assert token not in stored


def test_start_link_makes_the_host_and_lasts_until_the_next_start(accounts: SqliteAccounts) -> None:
    first = accounts.start_link("Ban tổ chức", NOW)
    second = accounts.start_link("Ban tổ chức", NOW)
    much_later = NOW + 1000 * LINK_LIFETIME_MS
    assert accounts.enter(first, NOW) is None
    assert accounts.enter(second, much_later) == Account(1, "Ban tổ chức", "host", False)
    assert accounts.enter(second, much_later) is None
