"""The tables as the program sees them now; `migrations/` says how a file gets there."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

# `stage` and `joined` repeat what the journal says, so that the list needs no replay.
# `owner` has no foreign key: a contest outlives the account that made it.
contests = Table(
    "contests",
    metadata,
    Column("id", Text, primary_key=True),
    Column("pin", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("owner", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("stage", Text, nullable=False),
    Column("joined", Integer, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("contest_id", Text, ForeignKey("contests.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("command_id", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("contest_id", "version"),
    UniqueConstraint("command_id", "contest_id", "part"),
    sqlite_with_rowid=False,
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sign_in_name", Text, nullable=False, unique=True),
    Column("password_hash", Text, nullable=True),
    Column("role", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
)

# `expires_at` NULL: until it is used or the program starts again.
login_links = Table(
    "login_links",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("expires_at", BigInteger, nullable=True),
)

# Sessions that were signed out before their time; forgotten once they would have expired.
signed_out = Table(
    "signed_out",
    metadata,
    Column("session_hash", Text, primary_key=True),
    Column("expires_at", BigInteger, nullable=False),
)
