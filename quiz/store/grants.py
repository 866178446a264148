"""Roles handed out for one contest: who has a link, who took it up, who lost it again."""

from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from quiz.service.people.rows import Grant
from quiz.store.schema.tables import grants
from quiz.store.sqlite.database import Database
from quiz.store.tokens import digest, new_token

_SHOWN = [column for column in grants.c if column.name not in ("token_hash", "holder_hash")]


class SqliteGrants:
    """The grants of one database; of links and of their holders' secrets it keeps hashes only.

    Times are ms since 1970. Everything raises StorageFailed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, made: Grant) -> tuple[Grant, str]:
        """Add a grant (its id is given here) and the token of its link."""
        token = new_token()
        values = {
            "contest_id": made.contest_id,
            "role": made.role,
            "who": made.who,
            "made_by": made.made_by,
            "made_at": made.made_at,
            "expires_at": made.expires_at,
            "token_hash": digest(token),
        }
        with self._database.writing() as connection:
            row = connection.execute(insert(grants).values(values).returning(*_SHOWN)).one()
        return _grant(row), token

    def by_token(self, token: str) -> Grant | None:
        """The grant that this link is for, whatever became of it."""
        return self._one(grants.c.token_hash == digest(token))

    def held(self, grant_id: int, secret: str) -> Grant | None:
        """The grant, where this is its holder's secret; whatever became of it."""
        return self._one(grants.c.id == grant_id, grants.c.holder_hash == digest(secret))

    def of(self, contest_id: str) -> tuple[Grant, ...]:
        """All grants of a contest, the newest first."""
        query = select(*_SHOWN).where(grants.c.contest_id == contest_id)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(grants.c.id.desc())).all()
        return tuple(_grant(row) for row in rows)

    def spend(self, token: str, now: int, until: int) -> tuple[Grant, str] | None:
        """Use a link up: the grant, good until then, and its holder's secret.

        None where the link is unknown, spent, revoked or too old; of several at once one gets it.
        """
        secret = new_token()
        good = (
            grants.c.token_hash == digest(token),
            grants.c.spent_at.is_(None),
            grants.c.revoked_at.is_(None),
            grants.c.expires_at >= now,
        )
        values = {"spent_at": now, "expires_at": until, "holder_hash": digest(secret)}
        change = update(grants).where(*good).values(values).returning(*_SHOWN)
        with self._database.writing() as connection:
            row = connection.execute(change).first()
        return None if row is None else (_grant(row), secret)

    def revoke(self, contest_id: str, grant_id: int, now: int) -> None:
        """Take a grant of this contest back; the second time changes nothing."""
        here = (grants.c.contest_id == contest_id, grants.c.id == grant_id)
        change = update(grants).where(*here, grants.c.revoked_at.is_(None))
        with self._database.writing() as connection:
            connection.execute(change.values(revoked_at=now))

    def _one(self, *conditions: ColumnElement[bool]) -> Grant | None:
        with self._database.reading() as connection:
            row = connection.execute(select(*_SHOWN).where(*conditions)).first()
        return None if row is None else _grant(row)


def _grant(row: Row[Any]) -> Grant:
    return Grant(**row._mapping)
