"""What is in a data folder is for its owner alone, whoever made the folder."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quiz.store.folder.secret import secret_key
from quiz.store.schema.migrate import SCRIPTS, open_database, revisions
from quiz.store.sqlite.copies import back_up, restore
from quiz.store.sqlite.database import FILE_NAME
from tests.store.schema.test_migrate import later_scripts

# Windows keeps no such bits: there the folder's own permissions count.
pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such bits")


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_folder_found_and_file_found_become_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    with closing(sqlite3.connect(folder / FILE_NAME)):
        (folder / FILE_NAME).chmod(0o644)
    with closing(open_database(folder)):
        assert mode(folder) == 0o700
        assert set(modes(folder).values()) == {0o600}


def test_copy_from_before_and_key_found_become_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_database(folder).close()
    secret_key(folder)
    older = folder / "contests-before-migration-of-0001.db"
    shutil.copy(folder / FILE_NAME, older)
    for path in folder.iterdir():
        path.chmod(0o644)
    with closing(open_database(folder)):
        assert set(modes(folder).values()) == {0o600}


def test_folder_with_a_log_in_it_is_still_ours_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "logs").mkdir(parents=True)
    folder.chmod(0o755)
    open_database(folder).close()
    assert (mode(folder), mode(folder / FILE_NAME)) == (0o700, 0o600)


def test_copy_of_a_migration_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_database(folder).close()
    open_database(folder, scripts=later_scripts(tmp_path, "SELECT 1")).close()
    copy = folder / f"contests-before-migration-of-{revisions(SCRIPTS)[-1]}.db"
    assert mode(copy) == 0o600


def test_folder_that_others_keep_things_in_stays_open_and_ours_do_not(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    letter = folder / "letter.txt"
    letter.write_text("a letter")
    letter.chmod(0o644)
    open_database(folder).close()
    assert (mode(folder), mode(folder / FILE_NAME), mode(letter)) == (0o755, 0o600, 0o644)


def test_restored_folder_is_its_owners_alone(tmp_path: Path) -> None:
    open_database(tmp_path / "data").close()
    back_up(tmp_path / "data", tmp_path / "copy.db")
    folder = tmp_path / "other"
    folder.mkdir(mode=0o755)
    restore(folder, tmp_path / "copy.db", replace=False, stamp="x")
    assert (mode(folder), modes(folder)) == (0o700, {FILE_NAME: 0o600})
