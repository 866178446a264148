from collections.abc import Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, UNKNOWN, account
from quiz.core.nouns.commands import Advance, Join
from quiz.core.nouns.events import ContestCreated, KeyCorrected
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Life, Stage
from quiz.formats import ENGINE
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from quiz.service.contests.watching.timers import GRACE_MS
from quiz.service.errors import StorageFailed
from tests.core.builders import START, plan
from tests.service.fakes import Alarms, FakeClock, FakeIds, FakePulse, FakeStore

HOUR_MS = 60 * 60 * 1000


class Venue:
    """Runners on a store that outlives them."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.clock = FakeClock()
        self.ids = FakeIds()
        self.alarms = Alarms()
        self.pulse: FakePulse | None = None
        self.runners = self._opened()

    def restart(self) -> None:
        self.runners.close()
        self.runners = self._opened()

    def _opened(self) -> Runners:
        return Runners(
            ENGINE,
            self.store,
            self.store,
            clock=self.clock,
            ids=self.ids,
            later=self.alarms.later,
            pulse=self.pulse,
            go_on_from=self.clock.go_on_from,
        )


@pytest.fixture
def venue() -> Iterator[Venue]:
    made = Venue()
    yield made
    made.runners.close()


def refusal(venue: Venue, contest_id: str) -> str:
    with pytest.raises(Rejected) as problem:
        venue.runners.runner(contest_id)
    return problem.value.code


def advance(runner: Runner, command_id: str, now: int) -> None:
    runner.submit(Advance(runner.contest.acted), command_id, now, account(1))


def run_clock(venue: Venue, runner: Runner) -> int:
    """Go on until a question's clock runs; returns its deadline."""
    for step in range(10):
        play = runner.contest.play
        if play and play.current and play.current.life is Life.CLOCK:
            return play.current.deadline
        advance(runner, f"step-{step}", venue.clock.now())
    raise AssertionError


def test_created_contest_is_listed_with_its_pin_and_begins_with_its_plan(venue: Venue) -> None:
    made = plan()
    contest_id = venue.runners.create(made, owner=7)
    assert venue.runners.listing() == (ContestRow(contest_id, "100001", "Hội thi", 7, START),)
    assert venue.runners.by_pin("100001") == contest_id
    assert venue.store.journals[contest_id] == [
        JournalEntry(1, "command-1", 0, ContestCreated(made), START, account(7))
    ]
    assert venue.runners.runner(contest_id).contest.plan == made


def test_pin_in_use_is_not_given_again(venue: Venue) -> None:
    venue.ids.pins = ["111111", "111111", "222222"]
    venue.runners.create(plan(), owner=1)
    second = venue.runners.create(plan(), owner=1)
    assert venue.runners.by_pin("222222") == second


def test_plan_that_cannot_be_played_is_refused(venue: Venue) -> None:
    with pytest.raises(Rejected) as problem:
        venue.runners.create(Plan("Trống", ()), owner=1)
    assert problem.value.code == "bad_plan"
    assert venue.runners.listing() == ()


def test_contest_that_cannot_be_stored_is_refused(venue: Venue) -> None:
    venue.store.failure = "before"
    with pytest.raises(Rejected) as problem:
        venue.runners.create(plan(), owner=1)
    assert problem.value.code == "storage_failed"


def test_pin_that_cannot_be_looked_up_is_refused(venue: Venue) -> None:
    venue.store.failure = "before"
    with pytest.raises(Rejected) as problem:
        venue.runners.by_pin("100001")
    assert problem.value.code == "storage_failed"


def test_rows_that_cannot_be_read_on_the_way_are_refused(
    venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    contest_id = venue.runners.create(plan(), owner=1)

    def torn(contest_id: str) -> Iterator[JournalEntry]:
        yield from venue.store.entries(contest_id)
        raise StorageFailed("disk gone")

    monkeypatch.setattr(venue.store, "walk", torn)
    rows = venue.runners.noted(contest_id)
    assert next(rows).at == START
    with pytest.raises(Rejected) as problem:
        next(rows)
    assert problem.value.code == "storage_failed"


def test_runner_is_one_for_everybody(venue: Venue) -> None:
    contest_id = venue.runners.create(plan(), owner=1)
    assert venue.runners.runner(contest_id) is venue.runners.runner(contest_id)


def test_unknown_contest_is_refused(venue: Venue) -> None:
    assert refusal(venue, "nowhere") == "no_such_contest"


def test_journal_that_cannot_be_read_is_refused_until_it_can(venue: Venue) -> None:
    contest_id = venue.runners.create(plan(), owner=1)
    venue.store.failure = "before"
    assert refusal(venue, contest_id) == "storage_failed"
    venue.store.failure = ""
    assert venue.runners.runner(contest_id).contest.version == 1


def test_restart_brings_back_state_and_receipts(venue: Venue) -> None:
    contest_id = venue.runners.create(plan(), owner=1)
    runner = venue.runners.runner(contest_id)
    first = runner.submit(Join("An", "Đỏ"), "x", START, NEWCOMER)
    runner.submit(Join("Bình", "Vàng"), "y", START, NEWCOMER)
    before = runner.contest
    venue.restart()
    again = venue.runners.runner(contest_id)
    assert again is not runner
    assert again.contest == before
    assert again.submit(Join("An", "Đỏ"), "x", START, NEWCOMER) == first == Receipt(2, number=1)
    assert again.contest == before


def test_restart_runs_the_clock_on(venue: Venue) -> None:
    contest_id = venue.runners.create(plan(), owner=1)
    runner = venue.runners.runner(contest_id)
    runner.submit(Join("An", "Đỏ"), "x", START, NEWCOMER)
    deadline = run_clock(venue, runner)
    venue.alarms.next()
    venue.restart()
    venue.clock.time = deadline + GRACE_MS
    venue.runners.start()
    venue.alarms.next().ring()
    play = venue.runners.runner(contest_id).contest.play
    assert play is not None
    assert play.current is not None
    assert play.current.life is Life.LOCKED


def being_played(venue: Venue) -> str:
    """A contest whose first round has begun."""
    contest_id = venue.runners.create(plan(), owner=1)
    runner = venue.runners.runner(contest_id)
    runner.submit(Join("An", "Đỏ"), f"an-{contest_id}", START, NEWCOMER)
    advance(runner, f"start-{contest_id}", START)
    return contest_id


def test_start_opens_what_is_being_played_alone(venue: Venue) -> None:
    finished = ContestRow("old", "999999", "Năm ngoái", 1, START, Stage.FINISHED)
    venue.store.create(finished, [])
    venue.runners.create(plan(), owner=1)
    contest_id = being_played(venue)
    venue.restart()
    opened: list[str] = []
    venue.runners.watch(lambda runner: opened.append(runner.id))
    venue.runners.start()
    assert opened == [contest_id]


def test_contest_that_cannot_be_opened_does_not_stop_the_others(
    venue: Venue, caplog: pytest.LogCaptureFixture
) -> None:
    broken = ContestRow("broken", "999999", "Hỏng", 1, START, Stage.PLAYING)
    venue.store.create(
        broken, [JournalEntry(1, "x", 0, KeyCorrected(0, 0, ((0,),)), START, account(1))]
    )
    contest_id = being_played(venue)
    venue.restart()
    opened: list[str] = []
    venue.runners.watch(lambda runner: opened.append(runner.id))
    venue.runners.start()
    assert opened == [contest_id]
    assert [(record.getMessage(), vars(record)["contest"]) for record in caplog.records] == [
        ("The journal cannot be read", "broken"),
        ("The contest is left out: unreadable", "broken"),
    ]
    assert {row.id: row.readable for row in venue.runners.listing()} == {
        "broken": False,
        contest_id: True,
    }


def test_journal_that_cannot_be_replayed_is_told_and_the_others_go_on(venue: Venue) -> None:
    contest_id, broken = (venue.runners.create(plan(), owner=1) for _ in range(2))
    settled = JournalEntry(2, "x", 0, KeyCorrected(0, 0, ((0,),)), START, UNKNOWN)
    venue.store.journals[broken].append(settled)
    venue.runners.start()
    assert refusal(venue, broken) == "unreadable"
    assert venue.runners.runner(contest_id).contest.version == 1
    assert [row.id for row in venue.runners.listing() if not row.readable] == [broken]


def test_pin_of_a_contest_is_found_by_its_id(venue: Venue) -> None:
    venue.runners.create(plan(), owner=1)
    contest_id = venue.runners.create(plan(), owner=1)
    assert venue.runners.pin(contest_id) == "100002"
    with pytest.raises(Rejected) as problem:
        venue.runners.pin("nowhere")
    assert problem.value.code == "no_such_contest"


def test_watcher_is_told_of_each_runner_once(venue: Venue) -> None:
    opened: list[str] = []
    first = venue.runners.create(plan(), owner=1)
    second = venue.runners.create(plan(), owner=1)
    venue.runners.runner(first)
    venue.runners.watch(lambda runner: opened.append(runner.id))
    venue.runners.runner(first)
    venue.runners.runner(second)
    assert opened == [first, second]


def in_mid_question(venue: Venue) -> tuple[FakePulse, str, int]:
    """The signs of life of a server, a contest whose clock runs on it, and its deadline (ms)."""
    venue.pulse = pulse = FakePulse()
    venue.restart()
    contest_id = venue.runners.create(plan(), owner=1)
    runner = venue.runners.runner(contest_id)
    runner.submit(Join("An", "Đỏ"), "join", venue.clock.now(), NEWCOMER)
    return pulse, contest_id, run_clock(venue, runner)


@pytest.mark.parametrize("signs_ms", [[4_000], []])
def test_restart_in_mid_question_offers_back_what_the_clock_lost(
    venue: Venue, signs_ms: list[int]
) -> None:
    pulse, contest_id, deadline = in_mid_question(venue)
    stored_at = venue.clock.time
    venue.alarms = Alarms()
    pulse.beats = [stored_at + after_ms for after_ms in signs_ms]
    venue.clock.time = deadline + 10_000
    venue.restart()
    venue.runners.start()
    for _ in range(2):
        venue.alarms.next().ring()
    play = venue.runners.runner(contest_id).contest.play
    assert play is not None
    assert play.current is not None
    assert play.current.life is Life.LOCKED
    assert play.current.lost is not None
    stopped_ms = deadline + 10_000 - max([stored_at, *pulse.beats[:1]])
    assert play.current.lost.stopped_ms == stopped_ms


@pytest.mark.parametrize("back_ms", [HOUR_MS, 30 * 24 * HOUR_MS])
def test_clock_set_back_before_a_restart_leaves_the_question_the_time_it_had(
    venue: Venue, back_ms: int
) -> None:
    """Beyond a day the journal is not believed: its times may be what was wrong."""
    pulse, _, deadline = in_mid_question(venue)
    pulse.beats = [deadline - 5_000]
    set_to = venue.clock.time = deadline - 4_000 - back_ms
    venue.restart()
    venue.runners.start()
    assert venue.clock.time == (deadline - 5_000 if back_ms == HOUR_MS else set_to)
