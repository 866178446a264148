from pathlib import Path

from quiz.prepare import stamp


def lock(folder: Path, text: bytes) -> Path:
    path = folder / "requirements.lock"
    path.write_bytes(text)
    return path


def test_digest_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    path = lock(tmp_path, b"flask==3.1.3\n")

    assert stamp.digest([path], "3.11") == stamp.digest([path], "3.11")


def test_digest_does_not_depend_on_line_endings(tmp_path: Path) -> None:
    unix = stamp.digest([lock(tmp_path, b"flask==3.1.3\nyarl==1.2\n")])

    assert stamp.digest([lock(tmp_path, b"flask==3.1.3\r\nyarl==1.2\r\n")]) == unix


def test_digest_changes_with_content_and_with_facts(tmp_path: Path) -> None:
    first = stamp.digest([lock(tmp_path, b"flask==3.1.3\n")], "3.11")
    other_python = stamp.digest([lock(tmp_path, b"flask==3.1.3\n")], "3.12")
    other_lock = stamp.digest([lock(tmp_path, b"flask==3.1.4\n")], "3.11")

    assert len({first, other_python, other_lock}) == 3


def test_stamp_that_was_written_is_current(tmp_path: Path) -> None:
    mark = tmp_path / "folder" / ".stamp"
    stamp.write_stamp(mark, "ab12")

    assert (stamp.is_current(mark, "ab12"), stamp.is_current(mark, "cd34")) == (True, False)


def test_missing_or_garbled_stamp_is_not_current(tmp_path: Path) -> None:
    garbled = tmp_path / ".stamp"
    garbled.write_bytes(b"\xff\xfe")

    assert not stamp.is_current(garbled, "ab12")
    assert not stamp.is_current(tmp_path / "none", "ab12")
