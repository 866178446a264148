from pathlib import Path

import pytest

from quiz.service.way_in import WayIn
from quiz.store.folder.way_in import FILE_NAME, FileWayIn


def test_way_in_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    chosen = WayIn("http://192.168.1.20:5000", "Hội trường", "mật khẩu 1")
    FileWayIn(tmp_path).keep(chosen)
    FileWayIn(tmp_path).keep(chosen)
    assert FileWayIn(tmp_path).read() == chosen
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"url": "http://a"}'])
def test_file_that_cannot_be_read_is_nothing_kept(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert FileWayIn(tmp_path).read() is None


def test_folder_without_the_file_has_nothing_kept(tmp_path: Path) -> None:
    assert FileWayIn(tmp_path).read() is None
