from collections.abc import Iterator

import pytest

from quiz import resting
from quiz.resting import STRETCH_S, rested


def test_things_are_the_same_and_others_have_a_turn_after_each_stretch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, turns = [0.0], list[float]()

    class Hand:
        def monotonic(self) -> float:
            return now[0]

        def sleep(self, seconds: float) -> None:
            assert seconds == 0
            turns.append(now[0])

    def things() -> Iterator[int]:
        for thing in range(6):
            yield thing
            now[0] += STRETCH_S / 2

    monkeypatch.setattr(resting, "time", Hand())
    # The stretch that a thing ends is seen when the next one is asked for.
    assert list(rested(things())) == list(range(6))
    assert turns == [STRETCH_S, STRETCH_S * 2]
