"""Personal data of contests: until when it is kept, and how it goes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.evidence.nameless import nameless
from quiz.core.nouns.state import Contest, Stage
from quiz.formats import EVENTS
from quiz.service.contests.errors import EventUnreadable
from quiz.service.contests.rows import ContestRow
from quiz.service.contests.runners import Runners
from quiz.service.people.contest_record import ContestRecord, contest_record
from quiz.service.people.ports import PersonalDataStore
from quiz.service.people.rows import RetentionRow
from quiz.service.ports import Rules
from quiz.service.refusing import refusing

DAY_MS = 24 * 60 * 60 * 1000
PERIODS = (30, 90, 180, 365, 0)
"""Days to choose from; 0 is until they are erased by hand."""
_UNDER_WAY_MS = DAY_MS
NAMING = tuple(kind for kind in EVENTS if kind.traits.personal)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one contest: kept `days` (0: until erased), until `until` (None: no end).

    `chosen` is what was set for this contest, None where the server's settings say;
    `erased_at` is 0 while they are there; times in ms since 1970.
    """

    days: int
    chosen: int | None
    until: int | None
    erased_at: int


class PersonalData:
    """The personal data of all contests; `days` is for contests that say nothing themselves."""

    def __init__(
        self, runners: Runners, rows: PersonalDataStore, rules: Rules, *, clock: Clock, days: int
    ) -> None:
        self._runners = runners
        self._rules = rules
        self._rows = rows
        self._clock = clock
        self.usual_days = days

    def names(self) -> dict[str, Names]:
        """By contest; raises Rejected: `storage_failed`."""
        with refusing():
            return {kept.contest_id: self._names(kept) for kept in self._rows.kept()}

    def record(self, contest_id: str) -> ContestRecord:
        """Everything the contest holds about its people.

        Raises:
            Rejected: `no_such_contest`, `unreadable`, `storage_failed`.
        """
        row = self._row(contest_id)
        self._runners.runner(contest_id)
        with refusing():
            return contest_record(row, self._rows.entries(contest_id), self._rules)

    def copies(self) -> tuple[str, ...]:
        """The names of files beside the database that still hold what was erased since."""
        return self._rows.copies()

    def keep(self, contest_id: str, days: int | None) -> None:
        """Keep the names of this contest so many days after its last event; None: as usual here.

        Raises:
            Rejected: `bad_payload` unless it is one of `PERIODS`, `storage_failed`.
        """
        if days is not None and days not in PERIODS:
            raise Rejected("bad_payload")
        with refusing():
            self._rows.keep(contest_id, days)

    def erase(self, contest_id: str) -> None:
        """Erase names and reasons for good.

        Raises:
            Rejected: `under_way` before its end, `clock_running` while any contest's clock
                runs, `unreadable`, `no_such_contest`, `storage_failed`.
        """
        with self._shut(contest_id, _ended):
            self._make_nameless(contest_id)

    def delete(self, contest_id: str) -> None:
        """Delete the whole contest, unless it is being played; raises Rejected like `erase`."""
        with self._shut(contest_id, _not_played):
            self._rows.delete(contest_id)

    def due(self) -> tuple[str, ...]:
        """The contests whose names' time is over; none while people are playing anywhere.

        Raises:
            Rejected: `storage_failed`.
        """
        now = self._clock.now()
        with refusing():
            kept = {each.contest_id: each for each in self._rows.kept()}
        for row in self._runners.listing():
            if row.id in kept and _is_played(row, now - kept[row.id].last_at):
                return ()
        until = {each.contest_id: self._names(each).until for each in kept.values()}
        return tuple(name for name, end in until.items() if end is not None and end <= now)

    def erase_due(self, contest_id: str) -> None:
        """Erase the names of a contest, ended or left standing; raises Rejected like `erase`."""
        with self._shut(contest_id, _anything):
            self._make_nameless(contest_id)

    def _make_nameless(self, contest_id: str) -> None:
        try:
            self._rows.rewrite(contest_id, NAMING, nameless, self._clock.now())
        except EventUnreadable as problem:
            raise Rejected("unreadable") from problem

    @contextmanager
    def _shut(self, contest_id: str, check: Callable[[ContestRow], None]) -> Iterator[None]:
        """Keep the contest shut and every clock as it is; raises Rejected where `check` does.

        Looked at before, so that nobody is turned out in vain, and again when nothing moves any
        more: in between the contest may have gone on, and a clock may have started.
        """
        check(self._row(contest_id))
        self._wait_for_no_clock()
        with self._runners.closed(contest_id) as last, self._runners.still():
            check(self._row(contest_id))
            self._wait_for_no_clock(last)
            with refusing():
                yield

    def _wait_for_no_clock(self, shut: Contest | None = None) -> None:
        """Writing the file anew keeps every answer waiting meanwhile; `shut` is not open now."""
        was_running = shut is not None and self._rules.due_at(shut) is not None
        if was_running or self._runners.is_clock_running():
            raise Rejected("clock_running")

    def _row(self, contest_id: str) -> ContestRow:
        for row in self._runners.listing():
            if row.id == contest_id:
                return row
        raise Rejected("no_such_contest")

    def _names(self, kept: RetentionRow) -> Names:
        days = self.usual_days if kept.days is None else kept.days
        until = kept.last_at + days * DAY_MS if days and not kept.erased_at else None
        return Names(days, kept.days, until, kept.erased_at or 0)


def _ended(row: ContestRow) -> None:
    if row.stage is not Stage.FINISHED:
        raise Rejected("under_way")


def _not_played(row: ContestRow) -> None:
    if row.stage in (Stage.PLAYING, Stage.BETWEEN):
        raise Rejected("under_way")


def _anything(row: ContestRow) -> None:
    """One that was left standing loses its names too."""


def _is_played(row: ContestRow, quiet_ms: int) -> bool:
    """Whether people are in it now; one that was left standing yesterday is not."""
    return row.joined > 0 and row.stage is not Stage.FINISHED and quiet_ms < _UNDER_WAY_MS
