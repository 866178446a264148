"""What a server counts: plain numbers, from any thread."""

import threading

from quiz.meter import Meter, Spread


def test_value_is_counted_up_to_its_bound_and_beyond_the_last_one() -> None:
    spread = Spread((1, 2.5))
    for value in (0, 1, 1.5, 2.5, 3, 100):
        spread.add(value)
    assert (spread.counts, spread.total) == ([2, 2, 2], 108)


def test_batch_is_counted_with_each_commands_wait() -> None:
    meter = Meter()
    meter.commit(0.004, [0.0004, 0.02, 9], joined=1, acknowledged=2)
    meter.commit(0.004, [], joined=0, acknowledged=0)
    assert (meter.joined, meter.acknowledged) == (1, 2)
    assert (sum(meter.batches.counts), meter.batches.total) == (2, 3)
    assert (sum(meter.commits.counts), meter.commits.total) == (2, 0.008)
    assert (sum(meter.queued.counts), meter.queued.total) == (3, 9.0204)
    assert (meter.queued.counts[0], meter.queued.counts[-1]) == (1, 1)


def test_refusals_and_failures_are_counted_by_code() -> None:
    meter = Meter()
    for code in ("stale", "closed", "stale"):
        meter.refuse(code)
    meter.fail("disk_full")
    assert (meter.refused, meter.failed) == ({"stale": 2, "closed": 1}, {"disk_full": 1})


def test_counts_of_many_threads_are_all_there() -> None:
    meter, start = Meter(), threading.Barrier(4)

    def count() -> None:
        start.wait(10)
        for _ in range(2_000):
            meter.refuse("stale")
            meter.commit(0.001, [0.001], joined=1, acknowledged=1)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (meter.refused["stale"], meter.joined, sum(meter.queued.counts)) == (8_000,) * 3
