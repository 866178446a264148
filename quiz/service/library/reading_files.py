"""One file of questions being read in a process of its own."""

import contextlib
import shutil
import signal
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import msgspec

from quiz.banks.importing import reading_apart
from quiz.banks.importing.work import Work, read_work
from quiz.core.nouns.model import Question
from quiz.service.apart import Apart, end_apart, start_apart
from quiz.service.library.rows import Original

LONGEST_S = 300
NEARLY = 0.99
STOPPED = tuple(-getattr(signal, name, 9) for name in ("SIGXCPU", "SIGPROF", "SIGKILL"))
"""How a process ends that had more than its share."""
FAILED = Work(unreadable=("broken", ""))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file gave: the work, and the pictures that its questions name."""

    work: Work
    pictures: Mapping[str, bytes]


class FileReading(Protocol):
    """A file being read; whoever asks never waits for it."""

    def share(self) -> float:
        """How far it has come."""

    def has_ended(self) -> bool:
        """Whether there is something to take."""

    def take(self) -> ReadFile:
        """What the file gave."""

    def close(self) -> None:
        """End it and clear up behind it."""


StartFileReading = Callable[[Original, Iterable[Question]], FileReading]
"""Begin to read a file, whose questions are to be compared with those; raises StorageFailed."""


class FileReadingProcess:
    """A process that reads one file; whoever asks never waits for it."""

    def __init__(self, apart: Apart, file: Original, known: Iterable[Question]) -> None:
        """Start it; `known` are questions that those of the file are compared with.

        Raises:
            StorageFailed: it cannot be started; nothing of the file stays behind.
        """
        self._give_up_at = time.monotonic() + LONGEST_S
        self._was_stopped = False
        with apart.new_folder() as folder:
            (folder / reading_apart.FILE).write_bytes(file.data)
            (folder / reading_apart.NAME).write_text(file.name, encoding="utf-8")
            (folder / reading_apart.KNOWN).write_bytes(msgspec.json.encode(tuple(known)))
            self._process = start_apart(reading_apart.__name__, str(folder))
        self._folder = folder

    def share(self) -> float:
        """How far it has come: from 0, and below 1 until there is something to take."""
        with contextlib.suppress(OSError, ValueError):
            share = float((self._folder / reading_apart.SHARE).read_text(encoding="utf-8"))
            return min(share, NEARLY)
        return 0.0

    def has_ended(self) -> bool:
        """Whether there is something to take; one that takes too long is ended."""
        if self._process.poll() is None and time.monotonic() >= self._give_up_at:
            self._was_stopped = True
            self._process.kill()
        return self._process.poll() is not None

    def take(self) -> ReadFile:
        """What the file gave; a process that died on it gave a damaged file.

        One that was stopped, by us or by its bound of the processor's time, gave too much work.
        """
        try:
            work = read_work((self._folder / reading_apart.WORK).read_text(encoding="utf-8"))
            folder = self._folder / reading_apart.PICTURES
            files = folder.iterdir() if folder.is_dir() else ()
            return ReadFile(work, {file.name: file.read_bytes() for file in files})
        except (OSError, msgspec.MsgspecError):
            was_stopped = self._was_stopped or self._process.poll() in STOPPED
            return ReadFile(reading_apart.TOO_MUCH_WORK if was_stopped else FAILED, {})

    def close(self) -> None:
        """End the process and clear up behind it."""
        end_apart(self._process)
        shutil.rmtree(self._folder, ignore_errors=True)
