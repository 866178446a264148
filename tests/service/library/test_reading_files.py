from pathlib import Path

import pytest

from quiz.service.apart import Apart
from quiz.service.errors import StorageFailed
from quiz.service.library import reading_files
from quiz.service.library.reading_files import FileReadingProcess
from quiz.service.library.rows import Original


def test_file_whose_reading_cannot_start_leaves_no_keys_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(*_: str) -> None:
        raise BlockingIOError(11, "no more processes")

    monkeypatch.setattr(reading_files, "start_apart", start)
    with pytest.raises(StorageFailed) as refused:
        FileReadingProcess(Apart(tmp_path), Original("a.txt", b"a key"), [])
    assert (refused.value.code, list((tmp_path / "apart").iterdir())) == ("storage_failed", [])
