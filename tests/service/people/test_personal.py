"""Names go when a host says so and when their time is over; never under people who play."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import account
from quiz.core.nouns.commands import Advance, CloseNow, Command, FinishRound, Join, Undo
from quiz.core.nouns.state import Contest, Life, Stage
from quiz.core.standing.ranking import standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view, roster
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.runner import Runner
from quiz.service.errors import StorageFailed
from quiz.service.people.personal import DAY_MS, Names, PersonalData
from quiz.service.people.retention import LOOK_MS, Retention
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.personal import SqlitePersonalData
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.database import Database
from tests.core.builders import START, plan, whose
from tests.service.fakes import Alarms, FakeClock, FakeIds

KEPT_DAYS = 90


def never(ms: int, act: Callable[[], None]) -> Callable[[], None]:
    """A timer of a contest: none of them rings here, and none is held."""
    return lambda: None


class Archive:
    """Contests on a database, with the clock and the timers in hand."""

    def __init__(self, folder: Path) -> None:
        self.database: Database = open_database(folder)
        self.clock, self.alarms = FakeClock(), Alarms()
        self.runners = Runners(
            ENGINE,
            SqliteContests(self.database),
            SqliteJournal(self.database),
            clock=self.clock,
            ids=FakeIds(),
            later=never,
        )
        self.rows = SqlitePersonalData(self.database)
        self.personal = PersonalData(
            self.runners, self.rows, ENGINE, clock=self.clock, days=KEPT_DAYS
        )
        self.retention = Retention(self.personal, self.alarms.later)
        self.commands = 0

    def contest(self, *names: str, until: Stage = Stage.FINISHED) -> str:
        contest_id = self.runners.create(plan(2), owner=1)
        for name in names:
            self.do(contest_id, Join(name, "Đỏ"))
        while names and self.runner(contest_id).contest.stage != until:
            self.advance(contest_id)
        return contest_id

    def runner(self, contest_id: str) -> Runner:
        return self.runners.runner(contest_id)

    def do(self, contest_id: str, command: Command) -> None:
        self.commands += 1
        self.runner(contest_id).submit(
            command, f"test-{self.commands}", self.clock.now(), whose(command)
        )

    def advance(self, contest_id: str) -> None:
        contest = self.runner(contest_id).contest
        play = contest.play if contest.stage is Stage.PLAYING else None
        current = play.current if play else None
        if current is not None and current.life is Life.CLOCK:
            self.do(contest_id, CloseNow(contest.acted))
        elif play is not None and play.log and current is None:
            self.do(contest_id, FinishRound(contest.acted))
        else:
            self.do(contest_id, Advance(contest.acted))

    def run_clock(self, contest_id: str) -> None:
        while True:
            play = self.runner(contest_id).contest.play
            if play and play.current and play.current.life is Life.CLOCK:
                return
            self.advance(contest_id)

    def names(self, contest_id: str) -> list[str]:
        return [person.name for person in self.runner(contest_id).contest.contestants.values()]

    def pass_time(self, ms: int) -> None:
        self.clock.time += ms

    def refused(self, act: str, contest_id: str) -> str:
        with pytest.raises(Rejected) as problem:
            getattr(self.personal, act)(contest_id)
        return problem.value.code


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made = Archive(tmp_path)
    yield made
    made.retention.close()
    made.runners.close()
    made.database.close()


def test_erased_contest_is_the_same_without_names(archive: Archive) -> None:
    contest_id = archive.contest("Lê An", "Trần Bình")
    before = archive.runner(contest_id)
    archive.pass_time(5)
    archive.personal.erase(contest_id)
    after = archive.runner(contest_id)
    assert after is not before
    assert archive.names(contest_id) == ["Thí sinh 1", "Thí sinh 2"]
    assert after.contest.version == before.contest.version
    assert standings(after.contest) == standings(before.contest)
    assert archive.personal.names()[contest_id] == Names(KEPT_DAYS, None, None, START + 5)


def test_runner_closed_for_it_takes_no_command_and_its_followers_hear(archive: Archive) -> None:
    contest_id = archive.contest("Lê An")
    heard: list[str] = []
    runner = archive.runner(contest_id)
    archive.runners.on_closed(heard.append)
    archive.personal.erase(contest_id)
    with pytest.raises(Rejected) as problem:
        runner.submit(Advance(runner.contest.acted), "late", START, account(1))
    assert (problem.value.code, heard) == ("storage_failed", [contest_id])


@pytest.mark.parametrize("stage", [Stage.LOBBY, Stage.PLAYING, Stage.BETWEEN])
def test_contest_that_has_not_ended_keeps_its_names(archive: Archive, stage: Stage) -> None:
    contest_id = archive.contest("Lê An", until=stage)
    assert archive.refused("erase", contest_id) == "under_way"
    assert archive.names(contest_id) == ["Lê An"]


@pytest.mark.parametrize("stage", [Stage.PLAYING, Stage.BETWEEN])
def test_contest_being_played_cannot_be_deleted(archive: Archive, stage: Stage) -> None:
    contest_id = archive.contest("Lê An", until=stage)
    assert archive.refused("delete", contest_id) == "under_way"


@pytest.mark.parametrize("act", ["erase", "delete"])
def test_nothing_goes_while_a_clock_runs_anywhere(archive: Archive, act: str) -> None:
    contest_id, other = archive.contest("Lê An"), archive.contest("Bình", until=Stage.PLAYING)
    archive.run_clock(other)
    assert archive.refused(act, contest_id) == "clock_running"
    assert archive.names(contest_id) == ["Lê An"]
    archive.advance(other)
    getattr(archive.personal, act)(contest_id)


def shutting_after(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]
) -> None:
    """Have `act` happen after the first look, just before the contest is shut."""
    closed = archive.runners.closed

    def closing(contest_id: str) -> AbstractContextManager[Contest | None]:
        act()
        return closed(contest_id)

    monkeypatch.setattr(archive.runners, "closed", closing)


@pytest.mark.parametrize("act", ["erase", "delete", "erase_due"])
def test_clock_that_starts_after_the_first_look_is_seen(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    contest_id, other = archive.contest("Lê An"), archive.contest("Bình", until=Stage.PLAYING)
    shutting_after(archive, monkeypatch, lambda: archive.run_clock(other))
    assert archive.refused(act, contest_id) == "clock_running"
    assert archive.names(contest_id) == ["Lê An"]


def test_own_clock_that_starts_after_the_first_look_is_seen_and_runs_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    contest_id = archive.contest("Lê An", until=Stage.PLAYING)
    shutting_after(archive, monkeypatch, lambda: archive.run_clock(contest_id))
    assert archive.refused("erase_due", contest_id) == "clock_running"
    (runner,) = archive.runners.opened()
    assert runner.due_at is not None
    assert archive.names(contest_id) == ["Lê An"]


def test_contest_that_goes_on_after_the_first_look_keeps_its_names(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    contest_id = archive.contest("Lê An")

    def take_back() -> None:
        archive.do(contest_id, Undo(archive.runner(contest_id).contest.acted))

    shutting_after(archive, monkeypatch, take_back)
    assert archive.refused("erase", contest_id) == "under_way"
    assert archive.names(contest_id) == ["Lê An"]


def test_no_clock_starts_while_names_go(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    contest_id, other = archive.contest("Lê An"), archive.contest("Bình", until=Stage.PLAYING)
    before = archive.runner(other).contest
    rewrite = archive.rows.rewrite
    acts: list[threading.Thread] = []

    def rewriting(*given: object) -> None:
        act = threading.Thread(target=archive.run_clock, args=(other,))
        act.start()
        acts.append(act)
        rewrite(*given)  # type: ignore[arg-type]
        assert archive.runner(other).contest is before

    monkeypatch.setattr(archive.rows, "rewrite", rewriting)
    archive.personal.erase(contest_id)
    acts[0].join(30)
    assert archive.runner(other).due_at is not None


def holders(name: str) -> list[object]:
    """What in this process's memory holds a text with this name in it."""
    gc.collect()
    found = []
    for held in gc.get_objects():
        texts = [text for text in gc.get_referents(held) if type(text) is str]
        if name in "\n".join(texts):
            found.append(held)
    return found


@pytest.mark.parametrize("act", ["erase", "delete"])
def test_name_that_went_stays_in_no_memory(archive: Archive, act: str) -> None:
    name = "".join(("Ngu", "yễn Thị ", "Khác ", "Thường"))
    contest_id = archive.contest(name)
    contest = archive.runner(contest_id).contest
    for view in (host_view, projector_view, phone_view):
        view(ENGINE, contest, START)
    roster(contest)
    standings(contest)
    del contest
    assert len(holders(name)) >= 3
    getattr(archive.personal, act)(contest_id)
    assert [type(held).__name__ for held in holders(name)] == []


@pytest.mark.parametrize("stage", [Stage.LOBBY, Stage.FINISHED])
def test_deleted_contest_is_nowhere(archive: Archive, stage: Stage) -> None:
    contest_id, other = archive.contest("Lê An", until=stage), archive.contest("Bình")
    pin = archive.runners.pin(contest_id)
    assert archive.runners.by_pin(pin) == contest_id
    archive.personal.delete(contest_id)
    assert [row.id for row in archive.runners.listing()] == [other]
    assert (archive.runners.by_pin(pin), list(archive.personal.names())) == (None, [other])
    with pytest.raises(Rejected) as problem:
        archive.runner(contest_id)
    assert problem.value.code == "no_such_contest"


@pytest.mark.parametrize("act", ["erase", "delete"])
def test_contest_that_is_not_there_is_said_to_be(archive: Archive, act: str) -> None:
    assert archive.refused(act, "nothing") == "no_such_contest"


def test_contest_that_cannot_be_read_can_be_deleted_and_not_erased(archive: Archive) -> None:
    contest_id = archive.contest("Lê An")
    with archive.database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET data = '{}' WHERE version = 2")
    assert archive.refused("erase", contest_id) == "unreadable"
    archive.personal.delete(contest_id)
    assert archive.runners.listing() == ()


def test_names_are_kept_as_long_as_the_contest_or_else_the_server_says(archive: Archive) -> None:
    contest_id = archive.contest("Lê An")
    ends = [archive.personal.names()[contest_id].until]
    for days in (30, 0, None):
        archive.personal.keep(contest_id, days)
        ends.append(archive.personal.names()[contest_id].until)
    usual = START + KEPT_DAYS * DAY_MS
    assert ends == [usual, START + 30 * DAY_MS, None, usual]
    with pytest.raises(Rejected):
        archive.personal.keep(contest_id, 31)


def test_names_go_when_their_time_is_over_and_not_before(archive: Archive) -> None:
    short, long, forever = (archive.contest(name) for name in ("An", "Bình", "Cúc"))
    archive.personal.keep(short, 30)
    archive.personal.keep(forever, 0)
    everybody = [["An"], ["Bình"], ["Cúc"]]

    def names() -> list[list[str]]:
        return [archive.names(contest_id) for contest_id in (short, long, forever)]

    archive.pass_time(30 * DAY_MS - 1)
    archive.retention.start()
    assert names() == everybody
    archive.pass_time(1)
    archive.alarms.next().ring()
    assert names() == [["Thí sinh 1"], ["Bình"], ["Cúc"]]
    archive.pass_time(10_000 * DAY_MS)
    archive.alarms.next().ring()
    assert names() == [["Thí sinh 1"], ["Thí sinh 1"], ["Cúc"]]


def test_time_is_counted_from_the_last_event(archive: Archive) -> None:
    contest_id = archive.contest("An")
    archive.pass_time(10 * DAY_MS)
    archive.do(contest_id, Advance(archive.runner(contest_id).contest.acted))
    assert archive.personal.names()[contest_id].until == START + (10 + KEPT_DAYS) * DAY_MS


def test_names_of_a_contest_left_standing_go_too(archive: Archive) -> None:
    contest_id = archive.contest("An", until=Stage.PLAYING)
    archive.pass_time(KEPT_DAYS * DAY_MS)
    archive.retention.start()
    assert archive.names(contest_id) == ["Thí sinh 1"]


@pytest.mark.parametrize("stage", [Stage.LOBBY, Stage.PLAYING, Stage.BETWEEN])
def test_names_wait_while_people_play(archive: Archive, stage: Stage) -> None:
    old = archive.contest("An")
    archive.pass_time(KEPT_DAYS * DAY_MS)
    archive.contest("Bình", until=stage)
    archive.retention.start()
    assert archive.names(old) == ["An"]
    alarm = archive.alarms.next()
    assert alarm.ms == LOOK_MS
    archive.pass_time(DAY_MS)
    alarm.ring()
    assert archive.names(old) == ["Thí sinh 1"]


def test_contest_nobody_has_joined_keeps_no_names_waiting(archive: Archive) -> None:
    old = archive.contest("An")
    archive.pass_time(KEPT_DAYS * DAY_MS)
    archive.contest()
    archive.retention.start()
    assert archive.names(old) == ["Thí sinh 1"]


def test_one_contest_that_cannot_be_erased_does_not_stop_the_others(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    broken, other = archive.contest("An"), archive.contest("Bình")
    with archive.database.writing() as connection:
        change = "UPDATE journal SET data = '{}' WHERE version = 2 AND contest_id = ?"
        connection.exec_driver_sql(change, (broken,))
    archive.pass_time(KEPT_DAYS * DAY_MS)
    archive.retention.start()
    assert archive.names(other) == ["Thí sinh 1"]
    told = [(record.getMessage(), vars(record).get("contest")) for record in caplog.records]
    assert ("Names are kept beyond their time: unreadable", broken) in told


def test_store_that_fails_is_looked_at_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    contest_id = archive.contest("An")
    archive.pass_time(KEPT_DAYS * DAY_MS)

    def full() -> None:
        raise StorageFailed("disk full", "disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(archive.database, "wipe", full)
        archive.retention.start()
    assert archive.personal.names()[contest_id].erased_at == 0
    archive.alarms.next().ring()
    assert archive.personal.names()[contest_id].erased_at == archive.clock.now()


def test_closed_retention_looks_no_more(archive: Archive) -> None:
    contest_id = archive.contest("An")
    archive.retention.start()
    alarm = archive.alarms.next()
    archive.retention.close()
    assert alarm.called_off
    archive.pass_time(KEPT_DAYS * DAY_MS)
    alarm.ring()
    assert (archive.names(contest_id), archive.alarms.none_set()) == (["An"], True)
