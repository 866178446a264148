import threading
from collections.abc import Callable, Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, account, seat
from quiz.core.nouns.commands import Advance, Command, Join, LockRoom
from quiz.core.nouns.events import ContestantJoined, RoomLocked
from quiz.core.nouns.state import Stage
from quiz.formats import ENGINE
from quiz.service.contests.rows import JournalEntry
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Change, Runner
from tests.core.builders import START, Table, plan, whose
from tests.service.fakes import FakeStore


@pytest.fixture
def store() -> FakeStore:
    kept = FakeStore()
    kept.journals["a"] = []
    return kept


@pytest.fixture
def runner(store: FakeStore) -> Iterator[Runner]:
    opened = Runner("a", Table(plan()).contest, store, ENGINE)
    yield opened
    store.gate.set()
    opened.close()


def join(runner: Runner, name: str, command_id: str) -> Receipt:
    return runner.submit(Join(name, "Đỏ"), command_id, START, NEWCOMER)


def refusal(runner: Runner, command: Command, command_id: str) -> str:
    with pytest.raises(Rejected) as problem:
        runner.submit(command, command_id, START, whose(command))
    return problem.value.code


def in_threads(acts: list[Callable[[], object]]) -> list[threading.Thread]:
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    return threads


def test_command_is_stored_before_it_is_acknowledged(runner: Runner, store: FakeStore) -> None:
    assert join(runner, "An", "x") == Receipt(2, number=1)
    joined = ContestantJoined(1, "An", "Đỏ", spectator=False)
    assert store.journals["a"] == [JournalEntry(2, "x", 0, joined, START, seat(1))]
    assert runner.contest.version == 2


def test_command_handed_in_is_told_of_after_the_commit(runner: Runner, store: FakeStore) -> None:
    store.gate.clear()
    told: list[tuple[Receipt | Exception, int]] = []

    def tell(outcome: Receipt | Exception) -> None:
        told.append((outcome, len(store.journals["a"])))

    runner.hand_in(Join("An", "Đỏ"), "x", START, NEWCOMER, tell)
    assert store.entered.wait(10)
    assert told == []
    store.gate.set()
    runner.close()
    assert told == [(Receipt(2, number=1), 1)]


def test_refusal_and_failure_are_told_to_who_handed_in(runner: Runner, store: FakeStore) -> None:
    told: list[Receipt | Exception] = []
    store.failure = "before"
    runner.hand_in(Join("An", "Đỏ"), "x", START, NEWCOMER, told.append)
    assert refusal(runner, Join("Bình", "Đỏ"), "y") == "storage_failed"
    store.failure = ""
    runner.hand_in(Join(" ", "Đỏ"), "z", START, NEWCOMER, told.append)
    runner.close()
    assert [each.code for each in told if isinstance(each, Rejected)] == [
        "storage_failed",
        "bad_name",
    ]


def test_one_that_cannot_be_told_keeps_nobody_from_hearing(
    runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(outcome: Receipt | Exception) -> None:
        raise ZeroDivisionError

    runner.hand_in(Join("An", "Đỏ"), "x", START, NEWCOMER, fail)
    assert join(runner, "Bình", "y") == Receipt(3, number=2)
    assert [record.getMessage() for record in caplog.records] == [
        "The callback of a command failed"
    ]


def test_refused_command_stores_nothing(runner: Runner, store: FakeStore) -> None:
    before = runner.contest
    assert refusal(runner, Join(" ", "Đỏ"), "x") == "bad_name"
    assert store.journals["a"] == []
    assert runner.contest is before


def test_repeated_command_gets_its_first_receipt_even_when_the_state_moved_on(
    runner: Runner, store: FakeStore
) -> None:
    first = join(runner, "An", "x")
    runner.submit(LockRoom(1, True), "y", START, account(1))
    assert refusal(runner, Join("Bình", "Đỏ"), "z") == "room_locked"
    assert join(runner, "An", "x") == first
    assert len(store.journals["a"]) == 2


def test_all_that_waits_is_committed_together(runner: Runner, store: FakeStore) -> None:
    store.gate.clear()
    first = in_threads([lambda: join(runner, "Đầu", "first")])
    assert store.entered.wait(10)
    waiting = in_threads(
        [lambda n=n: join(runner, f"Số {n}", f"c{n}") for n in range(20)]  # type: ignore[misc]
    )
    while len(runner._queue) < 20:
        threading.Event().wait(0.001)
    store.gate.set()
    for thread in first + waiting:
        thread.join(10)
    assert store.commits == [1, 20]


def test_storage_failure_refuses_the_batch_and_changes_nothing(
    runner: Runner, store: FakeStore
) -> None:
    before = runner.contest
    store.failure = "before"
    assert refusal(runner, Join("An", "Đỏ"), "x") == "storage_failed"
    assert runner.contest is before
    store.failure = ""
    assert join(runner, "An", "x") == Receipt(2, number=1)


def test_commit_whose_answer_was_lost_is_found_in_the_journal(
    runner: Runner, store: FakeStore
) -> None:
    changes: list[Change] = []
    runner.subscribe(changes.append)
    store.failure = "after"
    assert refusal(runner, Join("An", "Đỏ"), "x") == "storage_failed"
    assert runner.contest.version == 1
    store.failure = ""
    assert join(runner, "An", "x") == Receipt(2, number=1)
    assert [entry.version for entry in store.journals["a"]] == [2]
    runner.close()
    assert [change.events for change in changes] == [
        (ContestantJoined(1, "An", "Đỏ", spectator=False),)
    ]


def test_change_is_published_once_for_each_commit(runner: Runner) -> None:
    changes: list[Change] = []
    runner.subscribe(changes.append)
    start = runner.contest
    join(runner, "An", "x")
    middle = runner.contest
    refusal(runner, Join(" ", "Đỏ"), "y")
    join(runner, "An", "x")
    runner.submit(LockRoom(1, True), "z", START, account(1))
    runner.close()
    assert [(change.before, change.after) for change in changes] == [
        (start, middle),
        (middle, runner.contest),
    ]
    assert changes[1].events == (RoomLocked(locked=True),)


def test_listener_that_fails_is_logged_and_stops_nobody(
    runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    changes: list[Change] = []

    def fail(change: Change) -> None:
        raise ZeroDivisionError

    runner.subscribe(fail)
    runner.subscribe(changes.append)
    join(runner, "An", "x")
    join(runner, "Bình", "y")
    runner.close()
    assert [change.after.version for change in changes] == [2, 3]
    assert [record.getMessage() for record in caplog.records] == ["A listener failed"] * 2


def test_list_of_contests_is_told_only_when_something_in_it_changed(
    runner: Runner, store: FakeStore
) -> None:
    join(runner, "An", "x")
    runner.submit(LockRoom(1, True), "y", START, account(1))
    runner.submit(Advance(runner.contest.acted), "z", START, account(1))
    assert store.described == [(Stage.LOBBY, 1), (Stage.PLAYING, 1)]


def test_closed_runner_takes_nothing_in(runner: Runner) -> None:
    runner.close()
    with pytest.raises(Rejected, match="storage_failed"):
        runner.hand_in(Join("An", "Đỏ"), "x", START, NEWCOMER, lambda _: None)


def test_closed_runner_refuses(runner: Runner) -> None:
    runner.close()
    assert refusal(runner, Join("An", "Đỏ"), "x") == "storage_failed"
