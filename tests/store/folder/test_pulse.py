from pathlib import Path

from quiz.store.folder.pulse import FILE_NAME, FilePulse


def test_next_server_knows_when_the_one_before_was_alive(tmp_path: Path) -> None:
    first = FilePulse(tmp_path)
    assert first.last() == 0
    first.beat(1_700_000_000_000)
    first.beat(1_700_000_001_000)
    assert (first.last(), FilePulse(tmp_path).last()) == (1_700_000_001_000, 1_700_000_001_000)


def test_pulse_is_its_owners_alone(tmp_path: Path) -> None:
    FilePulse(tmp_path)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_file_that_holds_something_else_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\x00 half")
    assert FilePulse(tmp_path).last() == 0


def test_folder_that_went_away_is_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    pulse = FilePulse(folder)
    (folder / FILE_NAME).unlink()
    folder.rmdir()
    pulse.beat(1_700_000_000_000)
    assert not folder.exists()
