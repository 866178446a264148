import threading

from quiz.service.contests.locks import Locks

PATIENCE_S = 10


def test_name_is_held_by_one_thread_at_a_time() -> None:
    locks, order = Locks(), []
    waits = threading.Event()

    def wait() -> None:
        waits.set()
        with locks.of("a"):
            order.append("second")

    thread = threading.Thread(target=wait)
    with locks.of("a"):
        thread.start()
        assert waits.wait(PATIENCE_S)
        order.append("first")
    thread.join(PATIENCE_S)
    assert order == ["first", "second"]


def test_other_name_is_free_and_the_same_thread_comes_in_again() -> None:
    locks = Locks()
    with locks.of("a"), locks.of("a"), locks.of("b"):
        assert len(locks) == 2
        found: list[str] = []
        thread = threading.Thread(target=lambda: _hold(locks, "c", found))
        thread.start()
        thread.join(PATIENCE_S)
        assert found == ["c"]
    assert len(locks) == 0


def _hold(locks: Locks, name: str, found: list[str]) -> None:
    with locks.of(name):
        found.append(name)
