import json
from collections import Counter

import pytest

from quiz.bots.tally import (
    RobotTally,
    SentMessages,
    Totals,
    as_json,
    percentile,
)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.5, 50.0), (0.95, 95.0), (0.99, 99.0), (1.0, 100.0)]
)
def test_percentile_of_a_hundred_values(share: float, expected: float) -> None:
    assert percentile([float(value) for value in range(100, 0, -1)], share) == expected


def test_percentile_of_one_value_is_that_value() -> None:
    assert percentile([7.04], 0.5) == 7.0


def test_percentile_of_nothing_is_nothing() -> None:
    assert percentile([], 0.99) is None


def test_totals_add_questions_up() -> None:
    tally = RobotTally()
    tally.joined, tally.reconnects = 3, 1
    tally.refused["room_locked"] += 1
    first, second = tally.question("main-1"), tally.question("main-2")
    first.answered, first.acknowledged, first.acks = 3, 2, [10.0, 20.0]
    first.refused, first.pushes = Counter(too_late=1), [5.0, 40.0]
    second.answered, second.acknowledged, second.acks = 1, 1, [30.0]
    second.pushes = [6.0]
    second.verdicts = [90.0, 50.0]
    second.others["buzz"] = SentMessages(3, 2, Counter(too_late=1))
    assert tally.totals() == Totals(
        joined=3,
        answered=4,
        acknowledged=3,
        refused={"room_locked": 1, "too_late": 1},
        reconnects=1,
        push_last_ms=40.0,
        reveal_last_ms=90.0,
        ack_p50_ms=20.0,
        ack_p95_ms=30.0,
        ack_p99_ms=30.0,
        others={"buzz": SentMessages(3, 2, Counter(too_late=1)), "give_help": SentMessages()},
    )


def test_json_has_what_is_no_answer_under_the_names_of_its_format() -> None:
    tally = RobotTally()
    tally.question("main-1").others["buzz"] = SentMessages(3, 2, Counter(too_late=1))
    told = json.loads(as_json(tally.totals()))
    assert list(told.items())[-7:-3] == [
        ("ack_p99_ms", None),
        ("buzzed", 3),
        ("buzzes_acknowledged", 2),
        ("buzzes_refused", {"too_late": 1}),
    ]
