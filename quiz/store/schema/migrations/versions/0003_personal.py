"""How long each contest keeps names; sessions that are open instead of those signed out."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contests", sa.Column("keep_days", sa.Integer, nullable=True))
    op.add_column("contests", sa.Column("erased_at", sa.BigInteger, nullable=True))
    op.create_table(
        "sessions",
        sa.Column("session_hash", sa.Text, nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("session_hash", name="pk_sessions"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_sessions_account_id"),
    )
    op.drop_table("signed_out")
