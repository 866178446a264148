"""Who is signed in: a session signs in as long as it is listed here, whatever its cookie says."""

from collections.abc import Callable

from sqlalchemy import delete, insert, select, update

from quiz.service.people.rows import Account
from quiz.store.schema.tables import accounts, sessions
from quiz.store.sqlite.database import Database
from quiz.store.tokens import digest, new_token

LIFETIME_MS = 7 * 24 * 60 * 60 * 1000
"""How long a session is good after it was used last."""
_RENEWED_MS = 24 * 60 * 60 * 1000


class SqliteSessions:
    """The open sessions of one database. `now` is in ms since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Have `watcher` called whenever sessions were ended."""
        self._watchers.append(watcher)

    def start(self, account_id: int, now: int) -> str:
        """Sign this account in; the token for its cookie."""
        token = new_token()
        values = {
            "session_hash": digest(token),
            "account_id": account_id,
            "expires_at": now + LIFETIME_MS,
        }
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.expires_at < now))
            connection.execute(insert(sessions).values(values))
        return token

    def account(self, token: str, now: int) -> Account | None:
        """The account, as it is now, that this token signs in."""
        if not token:
            # Every phone that connects; asking for it would take longer than all the rest.
            return None
        query = (
            select(accounts, sessions.c.expires_at)
            .join(sessions, sessions.c.account_id == accounts.c.id)
            .where(sessions.c.session_hash == digest(token), sessions.c.expires_at >= now)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        if row.expires_at < now + LIFETIME_MS - _RENEWED_MS:
            self._renew(token, now)
        return Account(row.id, row.name, row.role, row.password_hash is not None)

    def end(self, token: str) -> None:
        """Let this session sign nobody in any more."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.session_hash == digest(token)))
        self._tell()

    def end_others(self, account_id: int, kept: str) -> None:
        """End all sessions of this account but the one whose token is `kept`."""
        others = sessions.c.session_hash != digest(kept)
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.account_id == account_id, others))
        self._tell()

    def _renew(self, token: str, now: int) -> None:
        change = update(sessions).where(sessions.c.session_hash == digest(token))
        with self._database.writing() as connection:
            connection.execute(change.values(expires_at=now + LIFETIME_MS))

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()
