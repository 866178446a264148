import threading
import time
from collections.abc import Callable

from quiz.transport.websocket.turns import AT_ONCE, Turns


class Beside:
    """Runs what was to run beside when the test says so."""

    def __init__(self) -> None:
        self.tasks: list[Callable[[], None]] = []

    def start(self, task: Callable[[], None]) -> None:
        self.tasks.append(task)


def waiting(turns: Turns, beside: Beside, name: str, called: list[str]) -> threading.Thread:
    """Somebody who waits, once that is certain: the first has somebody call."""
    before, tasks = len(turns._waiting), len(beside.tasks)

    def wait() -> None:
        turns.wait(beside.start)
        called.append(name)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    while len(turns._waiting) == before or (before == 0 and len(beside.tasks) == tasks):
        time.sleep(0)
    return thread


def test_few_are_called_before_others_have_a_turn() -> None:
    turns, beside, called = Turns(), Beside(), list[str]()
    threads = [waiting(turns, beside, f"{place}", called) for place in range(AT_ONCE + 1)]

    assert turns._call_some()
    for thread in threads[:AT_ONCE]:
        thread.join()
    assert sorted(called) == sorted(f"{place}" for place in range(AT_ONCE))

    assert turns._call_some()
    threads[-1].join()
    assert called[-1] == f"{AT_ONCE}"
    assert not turns._call_some()


def test_one_task_calls_all_who_wait_and_another_those_who_come_later() -> None:
    turns, beside, called = Turns(), Beside(), list[str]()
    threads = [waiting(turns, beside, f"{place}", called) for place in range(2 * AT_ONCE)]
    [call] = beside.tasks
    call()
    for thread in threads:
        thread.join()
    late = waiting(turns, beside, "late", called)
    assert len(beside.tasks) == 2
    beside.tasks[1]()
    late.join()
    assert called[-1] == "late"
