"""Who has no phone connected, as consoles are told: late enough, once, and only what changed."""

from quiz.core.nouns.console_shapes import PresenceView
from quiz.live.attending.presence import STEADY_MS, Presence


class Hall:
    """Phones that come and go in a hall of so many; time is in hand."""

    def __init__(self, joined: int, before: int | None = None) -> None:
        self.here: set[int] = set()
        self.joined, self.now = joined, 1_000
        self.presence = Presence(joined if before is None else before, self.now)

    def steady_ms(self) -> int:
        return STEADY_MS + self.joined + self.joined // 10

    def look(self, *moved: int, after_ms: int = 0) -> int:
        self.now += after_ms
        return self.presence.follow(self.joined, moved, self.here.__contains__, self.now)

    def come(self, *numbers: int) -> None:
        self.here |= set(numbers)
        self.look(*numbers)

    def go(self, *numbers: int) -> None:
        self.here -= set(numbers)
        self.look(*numbers)


def away(*numbers: int) -> PresenceView:
    return PresenceView(False, numbers)


def back(*numbers: int) -> PresenceView:
    return PresenceView(False, (), numbers)


def test_phone_is_away_after_a_while_and_is_told_once() -> None:
    hall = Hall(3)
    hall.come(1, 2, 3)
    hall.go(2)
    assert hall.look(after_ms=1_000) == hall.steady_ms() - 1_000
    assert not hall.presence.is_news
    assert hall.look(after_ms=hall.steady_ms() - 1_000) == 0
    assert hall.presence.news() == away(2)
    hall.look(after_ms=60_000)
    assert not hall.presence.is_news


def test_phone_that_reconnects_soon_is_never_told_of() -> None:
    hall = Hall(2)
    hall.come(1, 2)
    for _ in range(5):
        hall.go(1)
        hall.look(after_ms=hall.steady_ms() - 1)
        hall.come(1)
    hall.look(after_ms=60_000)
    assert not hall.presence.is_news


def test_phone_that_is_back_is_told_at_once() -> None:
    hall = Hall(2)
    hall.come(1, 2)
    hall.go(1)
    hall.look(after_ms=hall.steady_ms())
    assert hall.presence.news() == away(1)
    hall.come(1)
    assert hall.presence.news() == back(1)


def test_what_was_not_told_need_not_be_taken_back() -> None:
    hall = Hall(2)
    hall.come(1, 2)
    hall.go(1)
    hall.look(after_ms=hall.steady_ms())
    hall.come(1)
    assert not hall.presence.is_news


def test_hall_that_comes_back_together_has_time_for_it() -> None:
    hall = Hall(5_000)
    hall.come(*range(1, 5_001))
    hall.go(*range(1, 5_001))
    hall.look(after_ms=STEADY_MS + 5_000)
    hall.come(*range(1, 5_001))
    assert not hall.presence.is_news


def test_who_joins_and_never_connects_is_away_and_unseen() -> None:
    hall = Hall(1)
    hall.come(1)
    hall.joined = 4
    hall.look()
    hall.come(3)
    assert hall.presence.unseen() == frozenset()
    hall.look(after_ms=hall.steady_ms())
    assert hall.presence.news() == away(2, 4)
    assert hall.presence.unseen() == {2, 4}
    hall.come(4)
    hall.go(4)
    hall.look(after_ms=hall.steady_ms())
    assert hall.presence.unseen() == {2}


def test_who_connected_before_the_join_was_looked_at_is_here() -> None:
    hall = Hall(0)
    hall.here.add(1)
    hall.look(1)
    hall.joined = 1
    hall.look()
    hall.look(after_ms=60_000)
    assert (hall.presence.is_news, hall.presence.unseen()) == (False, frozenset())


def test_who_was_in_before_is_away_without_a_phone_but_may_have_had_one() -> None:
    hall = Hall(2)
    hall.look(after_ms=hall.steady_ms())
    assert hall.presence.news() == away(1, 2)
    assert hall.presence.unseen() == frozenset()


def test_late_console_is_told_what_the_others_know() -> None:
    hall = Hall(3)
    hall.come(1, 2, 3)
    hall.go(1, 2)
    hall.look(after_ms=hall.steady_ms())
    assert hall.presence.whole() == PresenceView(True, ())
    hall.presence.news()
    hall.come(2)
    assert hall.presence.whole() == PresenceView(True, (1, 2))
    hall.presence.news()
    assert hall.presence.whole() == PresenceView(True, (1,))
