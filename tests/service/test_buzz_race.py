"""Buzzes at one instant, with a real journal: one turn, each buzz once, one truth."""

import random
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import TIMER
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.state import Asked, Life
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, GiveTurn
from quiz.formats.buzzer.events import Buzzed, BuzzOpened, TurnGiven
from quiz.service.contests.replaying import replayed
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.database import Database
from tests.core.builders import plan, whose
from tests.formats.looking import buzzer
from tests.service.fakes import FakeClock
from tests.service.test_race import PEOPLE, answering, runners_on

Job = Callable[[], Receipt]
PHONES = range(1, PEOPLE + 1)


class Race:
    """A buzzer question whose clock has run for a second, and many threads."""

    def __init__(self, database: Database, made: Plan) -> None:
        self.clock = FakeClock()
        self.runners = runners_on(database, self.clock)
        self.id = self.runners.create(made, owner=1)
        self.runner: Runner = self.runners.runner(self.id)
        answering(self.runner, self.clock)
        self._journal = SqliteJournal(database)
        self._before = self.runner.contest

    @property
    def asked(self) -> Asked:
        assert self.runner.contest.play is not None
        assert self.runner.contest.play.current is not None
        return self.runner.contest.play.current

    def job(self, command: c.Command, command_id: str, received: int) -> Job:
        if isinstance(command, c.Act):
            command = replace(command, based_on=self.runner.contest.acted)
        return lambda: self.runner.submit(command, command_id, received, whose(command))

    def buzz(self, number: int, received: int, credit_ms: int = 0, id: str = "") -> Job:
        command = Buzz(number, Pool.MAIN, 1, credit_ms)
        return self.job(command, id or f"{number}:buzz", received)

    def ring(self) -> None:
        """The timer rings a grace after what it waits for."""
        self.clock.time = self.asked.deadline + 60
        self.runner.submit(c.LockExpired(), f"timer-{self.clock.time}", self.clock.time, TIMER)

    def events(self) -> list[Event]:
        """What was recorded since the clock ran; the replay must be what is played."""
        recorded = list(self._journal.events(self.id))
        assert replayed(recorded, ENGINE) == self.runner.contest
        return [event for event, _ in recorded[self._before.version :]]


def made(**settings: object) -> Plan:
    return replace(plan(3, "buzzer", **settings), credit_ms=150)


def at_once(jobs: list[Job]) -> list[Receipt | str]:
    """Let all start at one instant: the receipt or the refusal's code of each."""
    together = threading.Barrier(len(jobs))
    outcomes: list[Receipt | str] = [""] * len(jobs)

    def run(place: int) -> None:
        together.wait(30)
        try:
            outcomes[place] = jobs[place]()
        except Rejected as refusal:
            outcomes[place] = refusal.code

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes


@pytest.mark.parametrize("seed", range(3))
def test_buzzes_of_many_threads_give_one_turn_to_the_first_by_credited_time(
    database: Database, seed: int
) -> None:
    luck, race = random.Random(seed), Race(database, made())
    received = {number: race.clock.time + luck.randrange(140) for number in PHONES}
    credit = {number: luck.randrange(200) for number in PHONES}
    # Each phone sends everything twice; the order of the threads is not that of the buzzes.
    numbers = [*PHONES, *PHONES]
    luck.shuffle(numbers)
    outcomes = at_once([race.buzz(n, received[n], credit[n]) for n in numbers])
    race.ring()
    race.runners.close()
    events = race.events()
    opened, *others, turn = events
    assert isinstance(opened, BuzzOpened)
    assert {type(event) for event in others} == {Buzzed}
    buzzes = [event for event in events if isinstance(event, BuzzOpened | Buzzed)]
    assert sorted(event.number for event in buzzes) == list(PHONES)
    counted = {n: received[n] - min(credit[n], 150) for n in PHONES}
    first = min(counted.values())
    assert isinstance(turn, TurnGiven)
    assert turn.numbers == tuple(n for n in PHONES if counted[n] == first)
    by_number: dict[int, set[Receipt | str]] = {}
    for number, outcome in zip(numbers, outcomes, strict=True):
        by_number.setdefault(number, set()).add(outcome)
    assert [len(by_number[number]) for number in PHONES] == [1] * PEOPLE
    given = [receipt for (receipt,) in by_number.values() if isinstance(receipt, Receipt)]
    assert sorted(receipt.v for receipt in given) == [
        race._before.version + place for place in PHONES
    ]
    assert {n: r.at for n, (r,) in by_number.items() if isinstance(r, Receipt)} == received


def test_equal_times_of_two_phones_share_the_turn(database: Database) -> None:
    race, now = Race(database, made()), 0
    now = race.clock.time
    at_once([race.buzz(7, now), race.buzz(3, now + 40, 40), race.buzz(5, now + 41, 40)])
    race.ring()
    race.runners.close()
    turn = race.events()[-1]
    assert isinstance(turn, TurnGiven)
    assert turn.numbers == (3, 7)


def test_second_press_of_one_phone_is_no_second_buzz(database: Database) -> None:
    race = Race(database, made())
    now = race.clock.time
    outcomes = at_once([race.buzz(1, now, id=f"1:{press}") for press in range(10)])
    race.runners.close()
    assert sorted(outcomes, key=str)[1:] == ["no_change"] * 9
    assert len(race.events()) == 1


def test_buzz_and_the_deadline_at_one_instant_leave_one_truth(database: Database) -> None:
    race = Race(database, made())
    deadline = race.asked.deadline
    outcomes = at_once(
        [
            race.buzz(1, deadline),
            race.buzz(1, deadline),
            race.job(c.LockExpired(), "timer", deadline + 60),
        ]
    )
    race.runners.close()
    kinds = [type(event).__name__ for event in race.events()]
    buzz, again, lock = outcomes
    assert buzz == again
    if kinds == ["BuzzOpened"]:
        assert (isinstance(buzz, Receipt), lock) == (True, "not_now")
    else:
        assert (kinds, buzz, isinstance(lock, Receipt)) == (["QuestionClosed"], "too_late", True)


def test_slower_buzz_and_the_giving_of_the_turn_leave_one_truth(database: Database) -> None:
    race = Race(database, made())
    race.buzz(1, race.clock.time)()
    settles_at = race.asked.deadline
    late, timer, twice = at_once(
        [
            race.buzz(2, settles_at, credit_ms=150),
            race.job(c.LockExpired(), "timer", settles_at + 60),
            race.job(c.LockExpired(), "timer again", settles_at + 60),
        ]
    )
    race.runners.close()
    kinds = [type(event).__name__ for event in race.events()[1:]]
    assert kinds in (["Buzzed", "TurnGiven"], ["TurnGiven"])
    assert isinstance(late, Receipt) is (len(kinds) == 2)
    assert isinstance(late, Receipt) or late == "too_late"
    assert [isinstance(one, Receipt) for one in (timer, twice)].count(True) == 1
    assert buzzer(race.asked).turns[0].numbers == ((1, 2) if len(kinds) == 2 else (1,))


@pytest.mark.parametrize(
    ("act", "event", "code"),
    [
        (c.Advance(0), "QuestionClosed", "too_late"),
        (c.CloseNow(0), "QuestionClosed", "too_late"),
        (c.Pause(0), "ClockPaused", "not_now"),
        (GiveTurn(0, 5), "TurnGiven", "too_late"),
        (c.Skip(0), "QuestionSkipped", "too_late"),
        (c.Undo(0), "Undone", "too_early"),
    ],
)
def test_of_a_buzz_and_a_hosts_act_at_one_instant_one_wins(
    database: Database, act: c.Act, event: str, code: str
) -> None:
    race = Race(database, made(early=False))
    now = race.clock.time
    buzz, press = at_once([race.buzz(1, now), race.job(act, "account:1:act", now)])
    race.runners.close()
    kinds = [type(event).__name__ for event in race.events()]
    if kinds == ["BuzzOpened"]:
        assert (isinstance(buzz, Receipt), press) == (True, "stale")
    else:
        assert (kinds, buzz, isinstance(press, Receipt)) == ([event], code, True)


def test_answer_of_the_holder_and_the_turns_end_leave_one_truth(database: Database) -> None:
    race = Race(database, made(aloud=False))
    race.buzz(1, race.clock.time)()
    race.ring()
    deadline = race.asked.deadline
    say = c.SubmitAnswer(1, Pool.MAIN, 1, (1,))
    answer, again, timer, press = at_once(
        [
            race.job(say, "1:x", deadline),
            race.job(say, "1:x", deadline),
            race.job(c.LockExpired(), "timer-x", deadline + 60),
            race.job(c.Advance(0), "account:1:x", deadline),
        ]
    )
    race.runners.close()
    kinds = [type(event).__name__ for event in race.events()[2:]]
    assert kinds in (["AnswerSubmitted", "TurnEnded"], ["TurnEnded"])
    assert answer == again
    assert isinstance(answer, Receipt) is (len(kinds) == 2)
    assert sum(isinstance(one, Receipt) for one in (timer, press)) == 1
    assert race.asked.life is Life.LOCKED
