"""Who may sign in, and the one-time links that sign somebody in without a password."""

import unicodedata
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import ColumnElement, Select, delete, insert, or_, select, update

from quiz.core.errors import Rejected
from quiz.service.people.rows import Account
from quiz.store.schema.tables import accounts, login_links
from quiz.store.sqlite.database import Database
from quiz.store.tokens import digest, new_token

LINK_LIFETIME_MS = 15 * 60 * 1000
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 200
ROLES = ("host", "judge", "marshal")

_hasher = PasswordHasher()
# Verified for names nobody has, so that the time taken does not tell which names exist.
_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$"
    "sSUHxYbjI4coebLMvC5OhA$K61NCNlTZXSObR9kuDA3f68J4k9TBbQ8H3ji+Wiv9mM"
)


class SqliteAccounts:
    """Accounts and links of one database. `now` is in ms since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, role: str, now: int) -> Account:
        """Add an account without a password.

        Raises:
            Rejected: `bad_name`, `bad_role`, or `name_taken`.
        """
        shown = unicodedata.normalize("NFC", name).strip()
        if not 1 <= len(shown) <= 40:
            raise Rejected("bad_name")
        if role not in ROLES:
            raise Rejected("bad_role")
        values = {"name": shown, "sign_in_name": _plain(name), "role": role, "created_at": now}
        with self._database.writing() as connection:
            if connection.execute(_where(accounts.c.sign_in_name == _plain(name))).first():
                raise Rejected("name_taken")
            made = connection.execute(insert(accounts).values(values).returning(accounts.c.id))
            return Account(made.scalar_one(), shown, role, has_password=False)

    def get(self, account_id: int) -> Account | None:
        """The account with this id."""
        return self._one(accounts.c.id == account_id)

    def named(self, name: str) -> Account | None:
        """The account with this name; capitals and spaces around it do not matter."""
        return self._one(accounts.c.sign_in_name == _plain(name))

    def set_password(self, account_id: int, password: str) -> None:
        """Replace the password.

        Raises:
            Rejected: `bad_password`: shorter than 8 or longer than 200 characters.
        """
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise Rejected("bad_password")
        self._store_hash(account_id, _hasher.hash(_same_letters(password)))

    def sign_in(self, name: str, password: str) -> Account | None:
        """The account whose name and password these are."""
        query = select(accounts.c.id, accounts.c.password_hash)
        with self._database.reading() as connection:
            row = connection.execute(query.where(accounts.c.sign_in_name == _plain(name))).first()
        account_id, stored = (row.id, row.password_hash) if row else (0, None)
        given = _same_letters(password[:LONGEST_PASSWORD])
        try:
            _hasher.verify(stored or _NOBODY, given)
        except (VerifyMismatchError, InvalidHashError):
            return None
        if stored is None:
            return None
        if _hasher.check_needs_rehash(stored):
            self._store_hash(account_id, _hasher.hash(given))
        return self.get(account_id)

    def link(self, account_id: int, now: int) -> str:
        """A token that signs this account in once, within 15 minutes."""
        return self._new_link(account_id, now + LINK_LIFETIME_MS)

    def start_link(self, name: str, now: int) -> str:
        """A token that signs the host `name` in once, valid until the next start.

        The account is made if there is none; tokens of earlier starts are withdrawn.
        """
        account = self._host(name, now)
        with self._database.writing() as connection:
            connection.execute(delete(login_links).where(login_links.c.expires_at.is_(None)))
        return self._new_link(account.id, None)

    def host_link(self, name: str, now: int) -> str:
        """A token that signs the host `name` in once, within 15 minutes; others stay good.

        The account is made if there is none.
        """
        return self.link(self._host(name, now).id, now)

    def enter(self, token: str, now: int) -> Account | None:
        """Use a token up; the account it signs in, or None when it is not (or no longer) good."""
        valid = or_(login_links.c.expires_at.is_(None), login_links.c.expires_at >= now)
        used = delete(login_links).where(login_links.c.token_hash == digest(token), valid)
        with self._database.writing() as connection:
            account_id = connection.execute(used.returning(login_links.c.account_id)).scalar()
            connection.execute(delete(login_links).where(login_links.c.expires_at < now))
        return None if account_id is None else self.get(account_id)

    def _host(self, name: str, now: int) -> Account:
        return self.named(name) or self.create(name, "host", now)

    def _new_link(self, account_id: int, expires_at: int | None) -> str:
        token = new_token()
        values = {
            "token_hash": digest(token),
            "account_id": account_id,
            "expires_at": expires_at,
        }
        with self._database.writing() as connection:
            connection.execute(insert(login_links).values(values))
        return token

    def _one(self, condition: ColumnElement[bool]) -> Account | None:
        with self._database.reading() as connection:
            row = connection.execute(_where(condition)).first()
        if row is None:
            return None
        return Account(row.id, row.name, row.role, row.password_hash is not None)

    def _store_hash(self, account_id: int, password_hash: str) -> None:
        change = update(accounts).where(accounts.c.id == account_id)
        with self._database.writing() as connection:
            connection.execute(change.values(password_hash=password_hash))


def _where(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(accounts).where(condition)


def _same_letters(password: str) -> str:
    """A letter with its marks is the same however the keyboard composed it."""
    return unicodedata.normalize("NFC", password)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()
