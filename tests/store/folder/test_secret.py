import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from quiz.store.errors import DatabaseUnreadable
from quiz.store.folder.secret import FILE_NAME, secret_key


def test_key_is_made_once_and_kept(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(bytes.fromhex(key)) == 32
    assert secret_key(tmp_path) == key
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME, "secret.lock"]


def _key(folder: Path, start: "threading.Barrier") -> str:
    start.wait(30)
    return secret_key(folder)


@pytest.mark.parametrize("half", ["", "12ab"])
def test_key_is_one_for_all_who_start_at_once(tmp_path: Path, half: str) -> None:
    several = 8
    with multiprocessing.Manager() as shared, ProcessPoolExecutor(several) as pool:
        for place in range(5):
            folder = tmp_path / str(place)
            folder.mkdir()
            if half:
                (folder / FILE_NAME).write_text(half)
            start = shared.Barrier(several)
            made = [pool.submit(_key, folder, start) for _ in range(several)]
            keys = {each.result(60) for each in made}
            assert keys == {(folder / FILE_NAME).read_text()}


def test_key_of_another_folder_is_another(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert secret_key(tmp_path) != secret_key(tmp_path / "other")


def test_half_written_key_is_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("12ab")
    key = secret_key(tmp_path)
    assert len(key) == 64
    assert secret_key(tmp_path) == key


def test_key_is_for_its_owner_only(tmp_path: Path) -> None:
    secret_key(tmp_path)
    others = (tmp_path / FILE_NAME).stat().st_mode & 0o077
    # Windows keeps no such bits: there the folder's own permissions count.
    assert others == 0 or os.name == "nt"


def test_folder_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreadable):
        secret_key(tmp_path / "nowhere")
