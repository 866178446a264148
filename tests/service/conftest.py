"""What the tests of services stand on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database."""
    opened = open_database(tmp_path)
    yield opened
    opened.close()
