"""Pushing one contest's state: acts to everybody, counters to host and projector.

A phone is sent nothing when somebody else answers or joins. The thread here runs beside the
writer, so that a push to thousands never keeps an answer waiting; it sends the newest state and
may pass over one that lasted for a moment only.
"""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial

from quiz.core.engine.engine import Engine
from quiz.core.nouns.console_shapes import (
    FloodView,
    LogView,
    PresenceView,
    RosterView,
    TroubleView,
)
from quiz.core.nouns.state import Contest, Stage
from quiz.core.question.timing import back_within_ms
from quiz.core.remembering import Same
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view, lost_view, notes_view, roster_follows
from quiz.core.views.prompter_view import prompter_view
from quiz.core.views.seats import Seats, my_answer, was_reopened
from quiz.core.views.seeing import counts, phone_view
from quiz.live import host, phone, projector
from quiz.live.attending.attendance import Attendance
from quiz.live.attending.roster import Roster
from quiz.live.hub import Hub
from quiz.live.told_log import ToldLog
from quiz.live.visitors import Phones, Visitor, readers
from quiz.service.contests.running.runner import Change, Runner
from quiz.service.people.roles import Role
from quiz.transport.messages.json_text import plain

log = logging.getLogger(__name__)

COUNTS_MS = 250
ROSTER_MS = 1000
AT_ONCE = 200
"""Seats worked out before answers get their turn."""


class Publisher:
    """Follows one runner and tells those connected."""

    def __init__(self, engine: Engine, hub: Hub, runner: Runner) -> None:
        self.runner = runner
        self.phones = Phones()
        self._engine = engine
        self._clock = hub.clock
        self._emit = hub.emit
        self._disconnect = hub.disconnect
        self._hub_place = hub.place
        self._meter = hub.meter
        self._acted_at = 0.0
        self._wake = threading.Event()
        self._closed = False
        self._acted = runner.contest.acted
        self._notes = runner.contest.notes
        self._lost = lost_view(runner.contest)
        self._due = {"counts": 0, "roster": 0}
        self._told: dict[str, object] = {}
        self._seated: object = None
        self._shown: object = None
        self._people = Roster()
        self._log = ToldLog()
        self._reopened = runner.contest.reopened
        self.attendance = Attendance(runner.contest, hub.clock.now())
        self._has_readers = False
        self._made: tuple[tuple[object, ...], Seats, dict[str, object]] | None = None
        runner.subscribe(self._follow)
        runner.on_trouble(self._warn)
        self._thread = threading.Thread(target=self._run, name=f"push-{runner.id}", daemon=True)
        self._thread.start()

    def touch(self) -> None:
        """Somebody came or went: the counters may have changed."""
        self._wake.set()

    def tell_place(self) -> None:
        """Tell consoles and screens how phones get in."""
        place = self._hub_place(self.runner.id)
        for push in (host.PLACE, projector.PLACE):
            self._emit(push, place, to=self.runner.id)

    def part(self) -> None:
        """Tell the phones, which are about to be cut off, how to come back."""
        within = {"back_within_ms": back_within_ms(len(self.runner.contest.contestants))}
        self._emit(phone.COME_BACK, within, to=self.runner.id)

    def close(self) -> None:
        """Stop following."""
        self._closed = True
        self._wake.set()
        self._thread.join()

    def _follow(self, change: Change) -> None:
        if change.after.acted != change.before.acted:
            self._acted_at = self._acted_at or time.perf_counter()
        self._wake.set()

    def _warn(self, code: str) -> None:
        self._emit(host.TROUBLE, self._trouble(code), to=self.runner.id)

    def _trouble(self, code: str) -> object:
        return plain(TroubleView(self.runner.contest.version, code))

    def _run(self) -> None:
        pause: float | None = None
        while not self._closed:
            self._wake.wait(pause)
            self._wake.clear()
            try:
                pause = self._tell_all(self.runner.contest)
            except Exception:
                # One view that cannot be built must not silence the evening.
                log.exception("The contest could not be shown", extra={"contest": self.runner.id})
                self._seated = self._shown = None
                pause = COUNTS_MS / 1000

    def _tell_all(self, contest: Contest) -> float | None:
        if self._shown is None and contest.acted == self._acted:
            self._shown = _news(self._for_phones(contest)[1])
        if contest.acted != self._acted:
            self._publish(contest)
            self._acted = contest.acted
        elif lost_view(contest) != self._lost:
            # No act: the hall and its phones have nothing to hear of it.
            shown = host_view(self._engine, contest, self._clock.now())
            self._emit(host.VIEW, plain(shown), to=self.runner.id)
        self._lost = lost_view(contest)
        if contest.reopened is not self._reopened:
            self._reopened = contest.reopened
            self._turn_out(contest)
        if contest.notes is not self._notes:
            new = plain(notes_view(contest, self._notes))
            self._emit(host.NOTES, new, to=self.runner.id)
            self._notes = contest.notes
        return self._publish_counters(contest)

    def _publish(self, contest: Contest) -> None:
        seats, phones = self._for_phones(contest)
        acted_at, self._acted_at = self._acted_at, 0.0
        if (news := _news(phones)) != self._shown:
            self._shown = news
            self._emit(phone.VIEW, phones, to=self.runner.id)
            if acted_at:
                self._meter.push(time.perf_counter() - acted_at)
            # Green threads: what waits for thousands of phones goes out before the rest is built.
            time.sleep(0)
        self._log.changes(contest, partial(self._tell_log, self.runner.id))
        shown = host_view(self._engine, contest, self._clock.now())
        view = plain(shown)
        self._emit(host.VIEW, view, to=self.runner.id)
        if self._has_readers:
            said = plain(prompter_view(self._engine, contest, shown.hall))
            self._emit(host.VIEW, said, to=readers(self.runner.id))
        self._emit(projector.VIEW, view["hall"], to=self.runner.id)
        if seats.inputs != self._seated:
            self._seated = seats.inputs
            self._seat(seats)

    def _seat(self, seats: Seats) -> None:
        """Tell each phone its seat where it changed."""
        for place, visitor in enumerate(self.phones.all(), start=1):
            if place % AT_ONCE == 0:
                time.sleep(0)
            seat = seats.of(visitor.number)
            if seat is None:
                # It comes back by itself, and is told then that it has no seat.
                self._disconnect(visitor.sid, phone.PLAY)
            elif seat != visitor.seen:
                visitor.seen = seat
                self._emit(phone.SEAT, plain(seat), to=visitor.sid)

    def _turn_out(self, contest: Contest) -> None:
        """Hang up phones whose seats were opened elsewhere; they come back, and are told then."""
        for visitor in self.phones.all():
            if was_reopened(contest, visitor.number, visitor.secret):
                self._disconnect(visitor.sid, phone.PLAY)

    def _for_phones(self, contest: Contest) -> tuple[Seats, dict[str, object]]:
        """Seats and shared view; made once for thousands of phones that come back at once."""
        told = Same(self._engine.seats_follow(contest))
        stamp, now = (contest.acted, contest.joined, told), self._clock.now()
        if self._made is None or self._made[0] != stamp:
            view = plain(phone_view(self._engine, contest, now))
            self._made = (stamp, Seats(self._engine, contest), view)
        _, seats, view = self._made
        return seats, {**view, "v": contest.version, "now": now}

    def _publish_counters(self, contest: Contest) -> float | None:
        """Send what changed and is due; the seconds until the next is due, or None."""
        waits = [
            self._tell("counts", COUNTS_MS, (contest.version, len(self.phones)), self._counts),
            self._tell("roster", ROSTER_MS, roster_follows(contest), self._roster),
            self.attendance.follow(
                contest, self.phones, self._clock.now(), partial(self._attend, self.runner.id)
            ),
        ]
        pending = [wait for wait in waits if wait > 0]
        return min(pending) / 1000 if pending else None

    def _tell(self, what: str, every_ms: int, stamp: object, send: Callable[[], None]) -> int:
        if self._told.get(what) == stamp:
            return 0
        now = self._clock.now()
        # A clock set back must not silence the counters.
        wait = min(self._due[what] - now, every_ms)
        if wait > 0:
            return wait
        self._due[what] = now + every_ms
        self._told[what] = stamp
        send()
        return 0

    def _counts(self) -> None:
        data = self._counted(self.runner.contest)
        for push in (host.COUNTS, projector.COUNTS):
            self._emit(push, data, to=self.runner.id)
        if self._has_readers:
            self._emit(host.COUNTS, data, to=readers(self.runner.id))

    def _roster(self) -> None:
        self._people.changes(self.runner.contest, partial(self._list, self.runner.id))

    def _list(self, to: str, people: RosterView) -> None:
        self._emit(host.ROSTER, plain(people), to=to)

    def _tell_log(self, to: str, log: LogView) -> None:
        self._emit(host.LOG, plain(log), to=to)

    def _attend(self, to: str, told: PresenceView | FloodView) -> None:
        push = host.FLOOD if isinstance(told, FloodView) else host.PRESENCE
        self._emit(push, plain(told), to=to)

    def welcome(self, visitor: Visitor) -> None:
        """Everything a phone needs, whatever it knew before."""
        contest = self.runner.contest
        seats, view = self._for_phones(contest)
        seat = seats.of(visitor.number)
        if seat is None:
            return
        visitor.seen = seat
        # This phone may be ahead of the others, and might be left behind by an undo.
        if seats.inputs != self._seated:
            self._seated = None
        if _news(view) != self._shown:
            self._shown = None
        answer = my_answer(contest, visitor.number)
        data = {"view": view, "seat": plain(seat), "answer": plain(answer)}
        self._emit(phone.WELCOME, data, to=visitor.sid)

    def show_console(self, visitor: Visitor) -> None:
        """The whole state for a console, or for a prompter beside it."""
        # A message to an empty room is written all the same: none is sent before the first came.
        self._has_readers |= visitor.role is Role.PROMPTER
        contest, now = self.runner.contest, self._clock.now()
        if visitor.role is Role.PROMPTER:
            hall = projector_view(self._engine, contest, now)
            view = plain(prompter_view(self._engine, contest, hall))
        else:
            view = plain(host_view(self._engine, contest, now))
            self._log.whole(contest, partial(self._tell_log, visitor.sid))
            self._people.whole(contest, partial(self._list, visitor.sid))
            self.attendance.whole(partial(self._attend, visitor.sid))
            self._emit(host.NOTES, plain(notes_view(contest, {})), to=visitor.sid)
            self._emit(host.TROUBLE, self._trouble(self.runner.word.said), to=visitor.sid)
        self._emit(host.VIEW, view, to=visitor.sid)
        self._emit(host.COUNTS, self._counted(contest), to=visitor.sid)

    def show_projector(self, visitor: Visitor) -> None:
        """The whole state for a projector."""
        contest = self.runner.contest
        view = plain(projector_view(self._engine, contest, self._clock.now()))
        self._emit(projector.VIEW, view, to=visitor.sid)
        self._emit(projector.COUNTS, self._counted(contest), to=visitor.sid)

    def _counted(self, contest: Contest) -> object:
        return plain(counts(self._engine, contest, len(self.phones)))


def _news(view: dict[str, object]) -> dict[str, object]:
    """What a view tells a phone that joins, which no phone hears of, have not changed.

    A door that is closed, strangers who are taken out: who is in need not notice.
    """
    aside = {"v", "now", "back_within_ms"}
    if view["stage"] == Stage.LOBBY:
        aside.add("floor")
    return {name: told for name, told in view.items() if name not in aside}
