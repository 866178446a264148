"""The log of a running server: a file in the data folder, and warnings on the terminal.

A line is the time (UTC), level, logger, the contest where it is known, and the message. None
holds a name, an answer, a key, a token or anybody's address: loggers are told kinds, codes and
numbers; of an exception only its type, its code and where it was raised are written, and of
another library's words only where it said them. What goes wrong with the log stays with the log.
"""

import errno
import logging
import os
import re
import shutil
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from itertools import pairwise
from logging.handlers import RotatingFileHandler
from pathlib import Path

from quiz.budget import Budgets
from quiz.store.folder.private import private_file, private_folder

FOLDER, FILE_NAME = "logs", "quiz.log"
LARGEST, OLDER = 1_000_000, 5
"""Bytes of one file; how many full ones are kept beside it."""
BURST, PER_SECOND = 50, 1
"""Lines that one place in the program may write: at once, and each second after that."""
DEEPEST = 30
"""Calls that are told of the way of an exception, the last ones."""
ROOT = Path(__file__).resolve().parents[3]

_CODE = re.compile(r"[a-z_]{1,40}")
_LOUD = ("engineio.server", "socketio.server")
"""They would speak on the terminal by themselves, unless somebody has set their level."""
log = logging.getLogger(__name__)


@contextmanager
def kept(data: Path) -> Iterator[None]:
    """Write the log of this process into the folder `data` until the end of the `with`."""
    file, terminal = Rotated(data / FOLDER / FILE_NAME), logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    levels = {"": logging.WARNING, "quiz": logging.INFO, **dict.fromkeys(_LOUD, logging.ERROR)}
    before = {name: logging.getLogger(name).level for name in levels}
    raised, hook = logging.raiseExceptions, threading.excepthook
    for handler in (file, terminal):
        handler.setFormatter(Line())
        handler.addFilter(Calm())
        logging.getLogger().addHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    logging.raiseExceptions, threading.excepthook = False, _thread_failed
    try:
        file.begin()
        yield
    finally:
        logging.raiseExceptions, threading.excepthook = raised, hook
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
        for handler in (file, terminal):
            logging.getLogger().removeHandler(handler)
            with suppress(OSError):
                handler.close()


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if isinstance(failed.exc_value, Exception):
        log.error("A thread ended by a mistake", exc_info=failed.exc_value)


class Rotated(RotatingFileHandler):
    """A file only its owner reads; a full one is put beside it and the oldest is dropped."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", delay=True)

    def begin(self) -> None:
        """Open the file; say on the terminal where it cannot be."""
        try:
            self.stream = self._open()
        except OSError as problem:
            log.warning("The log cannot be written: %s", kind(problem))

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        private_folder(path.parent)
        private_file(path)
        return super()._open()

    def doRollover(self) -> None:  # noqa: N802  the name that logging gave it
        """Move each file on by one; one that another program holds (Windows) is copied."""
        full, self.stream = self.stream, None
        if full is not None:
            with suppress(OSError):
                full.close()
        path = Path(self.baseFilename)
        files = [path, *(path.with_name(f"{path.name}.{n + 1}") for n in range(OLDER))]
        for newer, older in reversed(list(pairwise(files))):
            with suppress(OSError):
                _move(newer, older)
        with suppress(OSError):
            os.truncate(path, 0)
        self.stream = self._open()


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except PermissionError:
        shutil.copy(source, target)


class Calm(logging.Filter):
    """Lets one place in the program say only so much: a flood must not push out the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._budgets = Budgets(BURST, PER_SECOND)
        self._left_out: dict[str, int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is written; one that is says how many before it were not."""
        place, now = f"{record.name}:{record.lineno}", _now_ms()
        if self._budgets.of(place, now).spend(now):
            record.left_out = self._left_out.pop(place, 0)
            return True
        self._left_out[place] = self._left_out.get(place, 0) + 1
        return False


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class Line(logging.Formatter):
    """A record as a line, and the way of an exception below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The text, without a line's end."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        contest, left_out = getattr(record, "contest", ""), getattr(record, "left_out", 0)
        words = [
            at.replace("+00:00", "Z"),
            record.levelname,
            record.name,
            *([f"contest={contest}"] if contest else []),
            _said(record),
            *([f"(and {left_out} like it before)"] if left_out else []),
        ]
        problem = record.exc_info[1] if record.exc_info else None
        return "\n".join((" ".join(words), *(way(problem) if problem else ())))


def _said(record: logging.LogRecord) -> str:
    """The message, on one line; of another library, whose words may hold anything, the place."""
    if not record.name.startswith("quiz."):
        return f"said something at {_place(record.pathname)}:{record.lineno}"
    return record.getMessage().replace("\r", " ").replace("\n", " ")


def way(problem: BaseException) -> Iterator[str]:
    """Where an exception came from and what it is, causes first; never what it says."""
    cause = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    if cause is not None:
        yield from way(cause)
        yield "  which led to"
    yield "  Traceback:"
    for frame, line in list(traceback.walk_tb(problem.__traceback__))[-DEEPEST:]:
        yield f"    {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"
    yield f"  {kind(problem)}"


def kind(problem: BaseException) -> str:
    """The type of an exception, and the code that this program or the system gave it."""
    code = getattr(problem, "code", "")
    if isinstance(problem, OSError):
        code = errno.errorcode.get(problem.errno or 0, "")
    elif not (isinstance(code, str) and _CODE.fullmatch(code)):
        code = getattr(problem, "sqlite_errorname", "")
    return f"{type(problem).__name__} {code}".rstrip()


def _place(file: str) -> str:
    """A file without the folders of this machine."""
    parts = Path(file).parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    with suppress(ValueError):
        return Path(file).relative_to(ROOT).as_posix()
    return Path(file).name
