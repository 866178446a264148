"""A journal, a clock, ids and timers in hand."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Stage
from quiz.service.contests.errors import PinTaken
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.errors import StorageFailed
from quiz.service.way_in import WayIn
from tests.core.builders import START


class FakeTransaction:
    def __init__(self, held: list[JournalEntry], tried: Callable[[int], None]) -> None:
        self.held = held
        self.tried = tried
        self.added: list[JournalEntry] = []
        self.described: tuple[Stage, int] | None = None
        self.title = ""

    def after(self, version: int) -> list[JournalEntry]:
        return [entry for entry in self.held if entry.version > version]

    def of_commands(self, command_ids: Iterable[str]) -> list[JournalEntry]:
        wanted = set(command_ids)
        return [entry for entry in self.held if entry.command_id in wanted]

    def append(self, entries: Sequence[JournalEntry]) -> None:
        self.added += entries

    def describe(self, stage: Stage, joined: int) -> None:
        self.described = (stage, joined)

    def entitle(self, title: str) -> None:
        self.title = title

    def try_room(self, entries: int) -> None:
        self.tried(entries)


class FakeStore:
    """Journal and list of contests in memory.

    `failure` says when transactions fail: never, before they store, or after (a commit whose
    answer was lost); `room` is how many entries it has room for at once, and `tried` for how
    many it was tried. `gate` holds transactions back until it is set.
    """

    def __init__(self) -> None:
        self.journals: dict[str, list[JournalEntry]] = {}
        self.rows: dict[str, ContestRow] = {}
        self.commits: list[int] = []
        self.described: list[tuple[Stage, int]] = []
        self.failure = ""
        self.room = 1_000_000
        self.tried: list[int] = []
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    @contextmanager
    def transaction(self, contest_id: str) -> Iterator[FakeTransaction]:
        self.entered.set()
        assert self.gate.wait(10)
        transaction = FakeTransaction(self.journals[contest_id], self._try_room)
        yield transaction
        if self.failure == "before" or len(transaction.added) > self.room:
            raise StorageFailed("disk full", "disk_full")
        self.journals[contest_id] += transaction.added
        if transaction.added:
            self.commits.append(len(transaction.added))
        if transaction.described:
            self.described.append(transaction.described)
            if contest_id in self.rows:
                stage, joined = transaction.described
                self.rows[contest_id] = replace(self.rows[contest_id], stage=stage, joined=joined)
        if transaction.title and contest_id in self.rows:
            self.rows[contest_id] = replace(self.rows[contest_id], title=transaction.title)
        if self.failure == "after":
            raise StorageFailed("answer lost")

    def _try_room(self, entries: int) -> None:
        self.tried.append(entries)
        if entries > self.room:
            raise StorageFailed("disk full", "disk_full")

    def events(self, contest_id: str) -> list[tuple[Event, int]]:
        if self.failure:
            raise StorageFailed("disk gone")
        return [(entry.event, entry.part) for entry in self.journals.get(contest_id, [])]

    def entries(self, contest_id: str, after: int = 0) -> list[JournalEntry]:
        if self.failure:
            raise StorageFailed("disk gone")
        return [entry for entry in self.journals.get(contest_id, []) if entry.version > after]

    def walk(self, contest_id: str) -> list[JournalEntry]:
        return self.entries(contest_id)

    def last_at(self, contest_id: str) -> int:
        return max((entry.at for entry in self.entries(contest_id)), default=0)

    def create(self, row: ContestRow, entries: Sequence[JournalEntry]) -> None:
        if self.failure:
            raise StorageFailed("disk full", "disk_full")
        if row.pin in {other.pin for other in self.rows.values()}:
            raise PinTaken(row.pin)
        self.rows[row.id] = row
        self.journals[row.id] = list(entries)

    def by_pin(self, pin: str) -> str | None:
        if self.failure:
            raise StorageFailed("disk gone")
        return next((row.id for row in self.rows.values() if row.pin == pin), None)

    def pin(self, contest_id: str) -> str | None:
        if self.failure:
            raise StorageFailed("disk gone")
        row = self.rows.get(contest_id)
        return row.pin if row else None

    def listing(self) -> tuple[ContestRow, ...]:
        return tuple(self.rows.values())


class FakeClock:
    def __init__(self) -> None:
        self.time = START

    def now(self) -> int:
        return self.time

    def go_on_from(self, at: int) -> None:
        self.time = max(self.time, at)


class FakeIds:
    """Names in order; `pins` are handed out from the front."""

    def __init__(self) -> None:
        self.made = 0
        self.pins = [str(pin) for pin in range(100_001, 100_100)]

    def contest(self) -> str:
        return f"contest-{self._next()}"

    def pin(self) -> str:
        return self.pins.pop(0)

    def command(self) -> str:
        return f"command-{self._next()}"

    def _next(self) -> int:
        self.made += 1
        return self.made


class Alarm:
    """A timer somebody set: `ring` it, or see that it was called off."""

    def __init__(self, ms: int, act: Callable[[], None]) -> None:
        self.ms = ms
        self.ring = act
        self.called_off = False

    def call_off(self) -> None:
        self.called_off = True


class Alarms:
    """`later` in hand; `next` waits for an alarm, for runners set them in their own thread."""

    def __init__(self) -> None:
        self._set: queue.Queue[Alarm] = queue.Queue()

    def later(self, ms: int, act: Callable[[], None]) -> Callable[[], None]:
        alarm = Alarm(ms, act)
        self._set.put(alarm)
        return alarm.call_off

    def next(self) -> Alarm:
        return self._set.get(timeout=10)

    def none_set(self) -> bool:
        return self._set.empty()


class FakePulse:
    """Remembers the beats; the first may be from a server before."""

    def __init__(self, *beats: int) -> None:
        self.beats = list(beats)

    def last(self) -> int:
        return self.beats[-1] if self.beats else 0

    def beat(self, now: int) -> None:
        self.beats.append(now)


class FakeWayIn:
    """Keeps how phones get in; while it is `full` it cannot."""

    def __init__(self, kept: WayIn | None = None) -> None:
        self.kept = kept
        self.is_full = False

    def read(self) -> WayIn | None:
        return self.kept

    def keep(self, way_in: WayIn) -> None:
        if self.is_full:
            raise OSError("full")
        self.kept = way_in
