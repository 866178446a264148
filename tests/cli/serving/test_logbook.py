"""The log: what its lines look like, what never stands in them, and that it harms nobody."""

import errno
import json
import logging
import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.routing import Map

from quiz.cli.serving import logbook
from quiz.core.errors import Rejected

SECRET = "Nguyễn Văn Kín"
log = logging.getLogger("quiz.service.hall")
other = logging.getLogger("sqlalchemy.pool")


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose log is kept."""
    with logbook.kept(tmp_path):
        yield tmp_path


def lines(data: Path, name: str = "quiz.log") -> list[str]:
    """The lines of the log, without their times."""
    text = (data / "logs" / name).read_text(encoding="utf-8")
    return [re.sub(r"^\S+Z ", "", line) for line in text.splitlines()]


def raised(problem: BaseException, cause: BaseException | None = None) -> BaseException:
    """The exception as somebody catches it who called what raised it."""
    try:
        raise problem from cause
    except type(problem) as caught:
        return caught


def test_line_is_time_level_logger_contest_and_message() -> None:
    record = log.makeRecord(
        log.name, logging.WARNING, "", 1, "queue: %d wait", (5,), None, extra={"contest": "7"}
    )
    record.created = 1_700_000_000.25

    assert logbook.Line().format(record) == (
        "2023-11-14T22:13:20.250Z WARNING quiz.service.hall contest=7 queue: 5 wait"
    )


def test_line_of_no_contest_names_none(data: Path) -> None:
    log.info("started")

    assert lines(data) == ["INFO quiz.service.hall started"]


def test_message_stays_on_its_line(data: Path) -> None:
    log.info("a\nb\rc")

    assert lines(data) == ["INFO quiz.service.hall a b c"]


def test_other_library_is_told_by_its_place_alone(data: Path) -> None:
    other.warning("the parameters are %s", SECRET)
    logging.getLogger("quiz").error("of the framework: %s", SECRET)

    assert [re.sub(r":\d+$", "", line) for line in lines(data)] == [
        "WARNING sqlalchemy.pool said something at tests/cli/serving/test_logbook.py",
        "ERROR quiz said something at tests/cli/serving/test_logbook.py",
    ]


def test_other_library_that_only_informs_is_not_heard(data: Path) -> None:
    other.info("nothing")

    assert lines(data) == []


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (KeyError(SECRET), "KeyError"),
        (Rejected("stale", SECRET), "Rejected stale"),
        (OSError(errno.ENOSPC, SECRET), "OSError ENOSPC"),
        (OSError(SECRET), "OSError"),
    ],
)
def test_exception_is_told_by_type_and_code(problem: Exception, told: str) -> None:
    assert logbook.kind(problem) == told


def test_exception_of_the_database_is_told_by_its_code() -> None:
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(":memory:").execute(f"SELECT * FROM '{SECRET}'")

    assert logbook.kind(caught.value) == "OperationalError SQLITE_ERROR"


def test_code_that_is_no_code_is_left_out() -> None:
    problem = Rejected(SECRET)

    assert logbook.kind(problem) == "Rejected"


def test_way_of_an_exception_names_places_and_causes_and_nothing_it_says(data: Path) -> None:
    cause = raised(OSError(errno.EACCES, SECRET))
    log.error("a write failed", exc_info=raised(ValueError(SECRET), cause))

    assert [re.sub(r":\d+ ", ": ", line) for line in lines(data)] == [
        "ERROR quiz.service.hall a write failed",
        "  Traceback:",
        "    tests/cli/serving/test_logbook.py: raised",
        "  PermissionError EACCES",
        "  which led to",
        "  Traceback:",
        "    tests/cli/serving/test_logbook.py: raised",
        "  ValueError",
    ]


def test_way_through_libraries_names_no_folder_of_the_machine() -> None:
    with pytest.raises(NotFound) as of_a_package:
        Map().bind("localhost").match("/nowhere")
    with pytest.raises(ValueError, match="Expecting") as of_python:
        json.loads("{")

    last = [list(logbook.way(caught.value))[-2] for caught in (of_a_package, of_python)]
    assert [re.sub(r":\d+ .*", "", place) for place in last] == [
        "    werkzeug/routing/map.py",
        "    decoder.py",
    ]


def test_warning_is_on_the_terminal_too_and_a_notice_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with logbook.kept(tmp_path):
        log.info("a notice")
        log.warning("a warning")

    assert re.sub(r"\S+Z ", "", capsys.readouterr().err) == (
        "WARNING quiz.service.hall a warning\n"
    )
    assert lines(tmp_path) == [
        "INFO quiz.service.hall a notice",
        "WARNING quiz.service.hall a warning",
    ]


def test_thread_that_ends_by_a_mistake_is_told(data: Path) -> None:
    def fail() -> None:
        raise KeyError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join(10)

    told = lines(data)
    assert (told[0], told[-1]) == (
        "ERROR quiz.cli.serving.logbook A thread ended by a mistake",
        "  KeyError",
    )


def test_everything_is_as_before_afterwards(tmp_path: Path) -> None:
    def state() -> tuple[object, ...]:
        loggers = [logging.getLogger(name) for name in ("", "quiz", "engineio.server")]
        levels = [each.level for each in loggers]
        return loggers[0].handlers[:], levels, logging.raiseExceptions, threading.excepthook

    before = state()
    with logbook.kept(tmp_path):
        assert state() != before
    assert state() == before


def test_log_begun_again_goes_on_where_it_was(tmp_path: Path) -> None:
    for text in ("first", "second"):
        with logbook.kept(tmp_path):
            log.info(text)

    assert lines(tmp_path) == ["INFO quiz.service.hall first", "INFO quiz.service.hall second"]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log whose files are full soon, and that lets everything be said."""
    monkeypatch.setattr(logbook, "LARGEST", 500)
    monkeypatch.setattr(logbook, "BURST", 100_000)


@pytest.mark.usefixtures("small")
def test_files_are_bounded_in_size_and_number_and_the_newest_lines_are_kept(tmp_path: Path) -> None:
    with logbook.kept(tmp_path):
        for number in range(200):
            log.info("line %03d", number)
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "logs").iterdir()}

    assert sorted(sizes) == ["quiz.log", *(f"quiz.log.{n + 1}" for n in range(logbook.OLDER))]
    assert max(sizes.values()) < 500
    names = [*(f"quiz.log.{n}" for n in range(logbook.OLDER, 0, -1)), "quiz.log"]
    kept = [int(line[-3:]) for name in names for line in lines(tmp_path, name)]
    assert kept == list(range(kept[0], 200))
    assert len(kept) > 20


@pytest.mark.skipif(os.name == "nt", reason="no such bits")
@pytest.mark.usefixtures("small")
def test_files_and_their_folder_are_the_owners_alone(tmp_path: Path) -> None:
    with logbook.kept(tmp_path):
        for number in range(20):
            log.info("line %03d", number)
    folder = tmp_path / "logs"

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) > 1


@pytest.mark.usefixtures("small")
def test_file_that_another_program_holds_is_copied_and_emptied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where an open file cannot be renamed."""

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    with logbook.kept(tmp_path):
        for number in range(30):
            log.info("line %03d", number)
    newest = [int(line[-3:]) for line in lines(tmp_path)]
    older = [int(line[-3:]) for line in lines(tmp_path, "quiz.log.1")]

    assert [*older, *newest] == list(range(older[0], 30))
    assert max(path.stat().st_size for path in (tmp_path / "logs").iterdir()) < 500


class FullDisk:
    """A file on a disk that is full."""

    def tell(self) -> int:
        return 0

    def seek(self, *_: int) -> int:
        return 0

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "full")

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "full")

    close = flush


def test_full_disk_keeps_nobody_from_going_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(logbook.Rotated, "_open", lambda self: FullDisk())
        with logbook.kept(tmp_path):
            log.error("not written")

    assert capsys.readouterr().err.endswith("ERROR quiz.service.hall not written\n")
    assert not (tmp_path / "logs").exists()


@pytest.mark.usefixtures("small")
def test_disk_that_is_full_at_the_end_of_a_file_keeps_nobody_from_going_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with logbook.kept(tmp_path):
        log.info("before")
        with monkeypatch.context() as patch:
            for name in ("private_file", "private_folder", "_move"):
                patch.setattr(logbook, name, full)
            for number in range(50):
                log.info("line %03d", number)
        log.info("afterwards")

    assert lines(tmp_path)[-1] == "INFO quiz.service.hall afterwards"


def test_folder_that_cannot_be_made_is_said_and_keeps_nobody_from_going_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file of somebody's")
    with logbook.kept(tmp_path):
        log.info("not written")

    assert re.sub(r"\S+Z ", "", capsys.readouterr().err) == (
        "WARNING quiz.cli.serving.logbook The log cannot be written: FileExistsError EEXIST\n"
    )
    assert (tmp_path / "logs").read_text() == "a file of somebody's"


def test_flood_from_one_place_is_cut_off_and_counted(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter([*[0] * 60, 1, 1])
    monkeypatch.setattr(logbook, "_now_ms", lambda: next(seconds) * 1000)
    logging.getLogger().handlers[-1].setLevel(logging.CRITICAL)
    for number in [*range(60), 60]:
        log.info("flood %d", number)
    log.info("another place")

    assert lines(data) == [
        *(f"INFO quiz.service.hall flood {number}" for number in range(logbook.BURST)),
        "INFO quiz.service.hall flood 60 (and 10 like it before)",
        "INFO quiz.service.hall another place",
    ]
