"""The tables as the program sees them now; `migrations/` says how a file gets there."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
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
# `keep_days` is how long names are kept after the last event; NULL: as the server's settings
# say, 0: until they are erased by hand. `erased_at` is when they were.
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
    Column("keep_days", Integer, nullable=True),
    Column("erased_at", BigInteger, nullable=True),
)

# `actor` is who did it, as `quiz.core.nouns.actors` writes it.
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
    Column("actor", Text, nullable=False, server_default="unknown"),
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

# Who is signed in; a session that is not here signs nobody in, whatever its cookie says.
sessions = Table(
    "sessions",
    metadata,
    Column("session_hash", Text, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)

# Roles of one contest, each handed out by a link: `token_hash` is the link's, `holder_hash` that
# of whoever took it up. `made_by` is an account, without a foreign key: a grant outlives it.
grants = Table(
    "grants",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Text, ForeignKey("contests.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_by", Integer, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("holder_hash", Text, nullable=True),
    Column("spent_at", BigInteger, nullable=True),
    Column("revoked_at", BigInteger, nullable=True),
)

# Append-only, like the journal: what people changed in a bank. `question_id` is empty where the
# change is the bank's own; `account_id` has no foreign key: a change outlives its account.
bank_changes = Table(
    "bank_changes",
    metadata,
    Column("bank_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("question_id", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("data", Text, nullable=True),
    Column("account_id", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("bank_id", "version"),
    sqlite_with_rowid=False,
)

# The files that questions were imported from, as they were.
originals = Table(
    "originals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bank_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_originals_bank_id", "bank_id"),
)

# Imports not confirmed yet: the file, and in `work` the questions read from it with the fixes.
imports = Table(
    "imports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("work", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

# Contests that are being made or changed: in `work` all that was filled in so far. `contest_id` is
# the contest that is being changed, empty where it is a new one; `owner` as in `contests`.
drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("contest_id", Text, nullable=False),
    Column("work", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

# Pictures of questions, checked and made small; the name is told from the data.
pictures = Table(
    "pictures",
    metadata,
    Column("name", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
