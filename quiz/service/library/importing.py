"""Imports from the file that came in to the bank that is saved; each survives a restart."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from quiz.banks.bank import Bank
from quiz.banks.importing.whole import whole
from quiz.banks.importing.work import Work, read_work, written
from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.service.library.library import Library
from quiz.service.library.ports import ImportStore, PictureStore
from quiz.service.library.reading_files import FileReading, StartFileReading
from quiz.service.library.rows import ImportRow, Original
from quiz.service.ports import Ids
from quiz.service.refusing import refusing

KEPT_MS = 14 * 24 * 60 * 60 * 1000
MOST_AT_HAND = 4
"""Works that are kept decoded."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A file that is still being read; `share` goes from 0 to 1."""

    share: float


class Importing:
    """The imports on their way; safe to use from any thread."""

    def __init__(
        self,
        imports: ImportStore,
        library: Library,
        pictures: PictureStore,
        *,
        clock: Clock,
        ids: Ids,
        start: StartFileReading,
    ) -> None:
        self._imports = imports
        self._library = library
        self._pictures = pictures
        self._clock = clock
        self._ids = ids
        self._start = start
        self._readings: dict[str, FileReading] = {}
        self._at_hand: dict[str, Work] = {}
        self._guard = threading.RLock()

    def begin(self, file: Original, *, account: int) -> str:
        """Keep a file that came in and begin to read it; returns the import's id.

        Raises:
            Rejected: `storage_failed`.
        """
        now = self._clock.now()
        row = ImportRow(self._ids.contest(), account, file.name, now)
        with self._held():
            self._imports.remove_before(now - KEPT_MS)
            self._imports.add(row, file.data)
            self._read(row.id, file)
        return row.id

    def listing(self) -> tuple[ImportRow, ...]:
        """All imports on their way, the newest first; raises Rejected: `storage_failed`."""
        with self._held():
            rows = self._imports.listing()
        return tuple(row for row in rows if row.at >= self._clock.now() - KEPT_MS)

    def file(self, import_id: str) -> Original:
        """The file as it came in; raises Rejected: `no_such_import`, `storage_failed`."""
        with self._held():
            file = self._imports.file(import_id)
        if file is None:
            raise Rejected("no_such_import", import_id)
        return file

    def name(self, import_id: str) -> str:
        """The name of the file; raises Rejected: `no_such_import`, `storage_failed`."""
        found = next((row.name for row in self.listing() if row.id == import_id), None)
        if found is None:
            raise Rejected("no_such_import", import_id)
        return found

    def state(self, import_id: str) -> Work | Progress:
        """The work on an import, or how far its file is read.

        A reading that a restart cut short begins again.

        Raises:
            Rejected: `no_such_import`, `storage_failed`.
        """
        with self._held():
            if reading := self._readings.get(import_id):
                if not reading.has_ended():
                    return Progress(reading.share())
                return self._taken(import_id, reading)
            if import_id in self._at_hand:
                return self._at_hand[import_id]
            text = self._imports.work(import_id)
            if text is None:
                raise Rejected("no_such_import", import_id)
            try:
                return self._hold(import_id, read_work(text))
            except msgspec.MsgspecError:
                # Not read to its end, or by another version of the program.
                self._read(import_id, self.file(import_id))
                return Progress(0.0)

    def change(self, import_id: str, changed: Callable[[Work], Work]) -> Work:
        """Change the work and keep it; raises what `changed` raises, and as `state`."""
        with self._held():
            work = self.state(import_id)
            if isinstance(work, Progress):
                raise Rejected("not_now", import_id)
            return self._keep(import_id, changed(work))

    def save(self, import_id: str, head: Bank | None, into: str, *, account: int) -> str:
        """Make the questions a bank with this head, or add them to the bank `into`.

        Returns the bank's id. The import is over; its file stays with the bank.

        Raises:
            Rejected: `doubtful` while a doubt is open, `no_questions` when all were dropped,
                and as `state`.
        """
        with self._held():
            work = self.state(import_id)
            if isinstance(work, Progress):
                raise Rejected("not_now", import_id)
            if work.doubtful():
                raise Rejected("doubtful", str(len(work.doubtful())))
            if not work.kept():
                raise Rejected("no_questions")
            file = self.file(import_id)
            made = whole(head or self._library.bank(into).head, work.kept(), file.name).bank
            if head:
                into = self._library.add(made, account=account, original=file)
            else:
                self._library.append(into, made.questions, account=account, original=file)
            self._forget(import_id)
            return into

    def throw_away(self, import_id: str) -> None:
        """Forget an import and its file; raises Rejected: `storage_failed`."""
        with self._held():
            self._forget(import_id)

    def close(self) -> None:
        """End what is being read; it begins again when it is next asked for."""
        with self._guard:
            for reading in self._readings.values():
                reading.close()
            self._readings.clear()

    def _read(self, import_id: str, file: Original) -> None:
        known = [question for bank in self._library.load()[0] for question in bank.questions]
        self._readings[import_id] = self._start(file, known)

    def _taken(self, import_id: str, reading: FileReading) -> Work:
        read = reading.take()
        self._pictures.put_all(read.pictures)
        work = self._keep(import_id, read.work)
        del self._readings[import_id]
        reading.close()
        return work

    def _keep(self, import_id: str, work: Work) -> Work:
        self._imports.keep(import_id, written(work))
        return self._hold(import_id, work)

    def _hold(self, import_id: str, work: Work) -> Work:
        self._at_hand.pop(import_id, None)
        while len(self._at_hand) >= MOST_AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]
        self._at_hand[import_id] = work
        return work

    def _forget(self, import_id: str) -> None:
        if reading := self._readings.pop(import_id, None):
            reading.close()
        self._at_hand.pop(import_id, None)
        self._imports.remove(import_id)

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._guard, refusing():
            yield
