"""Contests that nobody visits go out of memory, and come back whole to whoever asks."""

import gc
import threading
import weakref
from collections.abc import Iterable, Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, account
from quiz.core.nouns.commands import Advance, FinishRound, Join
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Stage
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner, RunnerClosed
from quiz.service.contests.watching.unvisited import LOOK_MS, QUIET_MS, Unvisited
from tests.core.builders import START, plan
from tests.service.contests.test_runners import Venue, advance, run_clock
from tests.service.fakes import Alarms

PATIENCE_S = 30


@pytest.fixture
def venue() -> Iterator[Venue]:
    made = Venue()
    yield made
    made.store.gate.set()
    made.runners.close()


def joined(venue: Venue, made: Plan | None = None) -> tuple[str, Runner]:
    """A contest in its lobby with one person in it."""
    contest_id = venue.runners.create(made or plan(), owner=1)
    runner = venue.runners.runner(contest_id)
    runner.submit(Join("An", "Đỏ"), "an", START, NEWCOMER)
    return contest_id, runner


def pass_by(venue: Venue, ms: int = QUIET_MS + 1) -> None:
    """Time in which nobody comes, and a look at the end."""
    venue.clock.time += ms
    venue.runners.letting_go.let_go(venue.clock.time - QUIET_MS)


def opened(venue: Venue) -> list[str]:
    return [runner.id for runner in venue.runners.opened()]


def test_contest_nobody_asks_for_is_let_go_and_read_anew(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    before = runner.contest
    pass_by(venue, QUIET_MS)
    assert opened(venue) == [contest_id]
    pass_by(venue)
    assert opened(venue) == []
    again = venue.runners.runner(contest_id)
    assert again is not runner
    assert again.contest == before
    assert again.submit(Join("An", "Đỏ"), "an", START, NEWCOMER) == Receipt(2, number=1)


def test_contest_asked_for_meanwhile_stays(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    venue.clock.time += QUIET_MS
    assert venue.runners.runner(contest_id) is runner
    pass_by(venue, QUIET_MS)
    assert venue.runners.runner(contest_id) is runner


def test_contest_let_go_leaves_no_thread_and_no_memory(venue: Venue) -> None:
    _, runner = joined(venue)
    venue.clock.time += QUIET_MS + 1
    gone = weakref.ref(runner)
    writer = runner._writer
    del runner
    gc.disable()
    try:
        venue.runners.letting_go.let_go(venue.clock.time - QUIET_MS)
        assert (writer.is_alive(), gone()) == (False, None)
    finally:
        gc.enable()
    assert len(venue.runners.doors) == 0


def test_contest_whose_clock_runs_stays(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    run_clock(venue, runner)
    pass_by(venue)
    assert venue.runners.runner(contest_id) is runner


def test_contest_in_a_round_with_people_stays_and_goes_after_it(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    advance(runner, "start", START)
    assert runner.contest.stage is Stage.PLAYING
    for _ in range(3):
        pass_by(venue)
    assert venue.runners.runner(contest_id) is runner
    runner.submit(FinishRound(runner.contest.acted), "end", START, account(1))
    while runner.contest.stage is Stage.PLAYING:
        runner.submit(
            Advance(runner.contest.acted), f"on-{runner.contest.version}", START, account(1)
        )
    pass_by(venue)
    assert opened(venue) == []


def test_contest_that_somebody_is_connected_to_stays(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    connected = [runner]
    venue.runners.letting_go.kept_while(lambda each: each in connected)
    pass_by(venue)
    assert venue.runners.runner(contest_id) is runner
    connected.clear()
    pass_by(venue)
    assert opened(venue) == []


def test_contest_is_quiet_from_when_the_last_one_left(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    connected = [runner]
    venue.runners.letting_go.kept_while(lambda each: each in connected)
    pass_by(venue)
    connected.clear()
    pass_by(venue, QUIET_MS)
    assert opened(venue) == [contest_id]


def test_those_who_follow_a_runner_hear_that_it_is_let_go(venue: Venue) -> None:
    heard: list[Runner] = []
    shut: list[str] = []
    venue.runners.letting_go.on_let_go(heard.append)
    venue.runners.on_closed(shut.append)
    _, runner = joined(venue)
    pass_by(venue)
    assert (heard, shut) == ([runner], [])


def test_one_who_came_while_it_was_decided_keeps_the_runner(venue: Venue) -> None:
    """In between the first look and the last, somebody connected."""
    contest_id, runner = joined(venue)
    looks = iter([False, True])
    venue.runners.letting_go.kept_while(lambda each: next(looks))
    pass_by(venue)
    assert venue.runners.runner(contest_id) is runner
    assert runner.submit(Join("Bình", "Đỏ"), "binh", START, NEWCOMER) == Receipt(3, number=2)


def test_command_that_comes_while_it_is_let_go_is_carried_out_once(venue: Venue) -> None:
    """It has the runner already, and hands in when that is closed."""
    contest_id, runner = joined(venue)
    found, shut = threading.Barrier(2), threading.Barrier(2)
    take = runner.submit

    def late(*given: object) -> Receipt:
        found.wait(PATIENCE_S)
        shut.wait(PATIENCE_S)
        return take(*given)  # type: ignore[arg-type]

    runner.submit = late  # type: ignore[method-assign, assignment]
    receipts: list[Receipt] = []

    def join() -> None:
        receipts.append(
            venue.runners.submit(contest_id, Join("Bình", "Đỏ"), "binh", START, NEWCOMER)
        )

    thread = threading.Thread(target=join)
    thread.start()
    found.wait(PATIENCE_S)
    pass_by(venue)
    shut.wait(PATIENCE_S)
    thread.join(PATIENCE_S)
    again = venue.runners.runner(contest_id)
    assert again is not runner
    assert receipts == [Receipt(3, number=2)]
    assert [person.name for person in again.contest.contestants.values()] == ["An", "Bình"]
    assert [entry.version for entry in venue.store.journals[contest_id]] == [1, 2, 3]


def test_command_that_waits_in_the_queue_is_stored_before_the_runner_goes(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    venue.store.gate.clear()
    venue.store.entered.clear()
    receipts: list[Receipt] = []
    waits = threading.Thread(
        target=lambda: receipts.append(runner.submit(Join("Bình", "Đỏ"), "binh", START, NEWCOMER))
    )
    waits.start()
    assert venue.store.entered.wait(PATIENCE_S)
    goes = threading.Thread(target=pass_by, args=(venue,))
    goes.start()
    while opened(venue):
        threading.Event().wait(0.001)
    comes: list[Runner] = []
    asks = threading.Thread(target=lambda: comes.append(venue.runners.runner(contest_id)))
    asks.start()
    venue.store.gate.set()
    for thread in (waits, goes, asks):
        thread.join(PATIENCE_S)
    assert receipts == [Receipt(3, number=2)]
    assert comes[0] is not runner
    assert comes[0].contest.version == 3


def test_many_who_come_and_go_at_once_lose_nothing(venue: Venue) -> None:
    """Joins cross with letting go, again and again."""
    contest_id, _ = joined(venue)
    people, each = 4, 25
    together = threading.Barrier(people + 1)
    done = threading.Event()

    def join(person: int) -> None:
        together.wait(PATIENCE_S)
        for number in range(each):
            name = f"{person}-{number}"
            venue.runners.submit(contest_id, Join(name, "Đỏ"), name, START, NEWCOMER)

    def let_go() -> None:
        together.wait(PATIENCE_S)
        while not done.is_set():
            venue.runners.letting_go.let_go(venue.clock.time + 1)

    threads = [threading.Thread(target=join, args=(person,)) for person in range(people)]
    looks = threading.Thread(target=let_go)
    for thread in (*threads, looks):
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    done.set()
    looks.join(PATIENCE_S)
    contest = venue.runners.runner(contest_id).contest
    assert contest.version == 2 + people * each
    assert len({person.name for person in contest.contestants.values()}) == 1 + people * each


def test_command_for_a_closed_server_is_refused(venue: Venue) -> None:
    contest_id, runner = joined(venue)
    venue.runners.close()
    with pytest.raises(RunnerClosed):
        runner.submit(Join("Bình", "Đỏ"), "binh", START, NEWCOMER)
    with pytest.raises(Rejected) as refused:
        venue.runners.submit(contest_id, Join("Bình", "Đỏ"), "binh", START, NEWCOMER)
    assert refused.value.code == "storage_failed"


def test_look_is_taken_every_minute_until_it_is_closed(venue: Venue) -> None:
    alarms = Alarms()
    unvisited = Unvisited(venue.runners, venue.clock, alarms.later)
    joined(venue)
    unvisited.start()
    alarm = alarms.next()
    assert alarm.ms == LOOK_MS
    venue.clock.time += QUIET_MS + 1
    alarm.ring()
    assert opened(venue) == []
    last = alarms.next()
    unvisited.close()
    assert last.called_off
    last.ring()
    assert alarms.none_set()


def test_contest_that_is_read_keeps_nobody_from_another(venue: Venue) -> None:
    slow, other = (venue.runners.create(plan(), owner=1) for _ in range(2))
    began, go_on = threading.Event(), threading.Event()
    read = venue.store.events

    def events(contest_id: str) -> Iterable[tuple[Event, int]]:
        if contest_id == slow:
            began.set()
            assert go_on.wait(PATIENCE_S)
        return read(contest_id)

    venue.store.events = events  # type: ignore[method-assign, assignment]
    found: list[Runner] = []
    readers = [
        threading.Thread(target=lambda: found.append(venue.runners.runner(slow))) for _ in range(2)
    ]
    for reader in readers:
        reader.start()
    assert began.wait(PATIENCE_S)
    others: list[Runner] = []
    visitor = threading.Thread(target=lambda: others.append(venue.runners.runner(other)))
    visitor.start()
    visitor.join(PATIENCE_S)
    assert (len(others), found) == (1, [])
    go_on.set()
    for reader in readers:
        reader.join(PATIENCE_S)
    assert found == [venue.runners.runner(slow)] * 2


def test_contest_that_is_shut_keeps_nobody_from_another(venue: Venue) -> None:
    shut, _ = joined(venue)
    other = venue.runners.create(plan(), owner=1)
    found: list[str] = []
    with venue.runners.closed(shut):
        visitor = threading.Thread(target=lambda: found.append(venue.runners.runner(other).id))
        visitor.start()
        visitor.join(PATIENCE_S)
    assert found == [other]


def test_start_opens_what_is_being_played_and_no_old_contest(venue: Venue) -> None:
    day_ms = 24 * 60 * 60 * 1000
    old, today = (joined(venue)[0] for _ in range(2))
    for place, contest_id in enumerate((old, today)):
        advance(venue.runners.runner(contest_id), "start", START + place * day_ms)
    lobby, _ = joined(venue)
    venue.clock.time = START + day_ms
    venue.restart()
    venue.runners.start()
    assert opened(venue) == [today]
    assert venue.runners.runner(old).contest.stage is Stage.PLAYING
    assert venue.runners.runner(lobby).contest.stage is Stage.LOBBY
