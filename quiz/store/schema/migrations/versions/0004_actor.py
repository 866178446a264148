"""Who did what: the actor of every entry of a journal; nobody knows it of those before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal", sa.Column("actor", sa.Text, nullable=False, server_default="unknown"))
