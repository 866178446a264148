"""Run by Alembic; the connection, with its transaction already begun, is handed in."""

from alembic import context

from quiz.store.schema.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
