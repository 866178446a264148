"""The autopilot against the real rules, without a socket in between."""

import asyncio
import random
from collections.abc import Callable
from typing import Any, cast

import msgspec
import pytest

from quiz.bots.autopilot import Autopilot, Ending
from quiz.bots.wire import Wire
from quiz.core.errors import Rejected
from quiz.core.nouns import commands
from quiz.core.nouns.model import Kind, Plan, Pool, Question, Round
from quiz.core.nouns.state import Asked, Contest, Life
from quiz.core.views.host_view import host_view
from quiz.core.views.seeing import counts, current
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from quiz.formats.buzzer.part import Phase
from quiz.formats.golden_bell.commands import DeclineRescue
from tests.formats.looking import bell, buzzer, life

PEOPLE = 12
FASTER = 5000
ACTS = {
    "advance": commands.Advance,
    "decline_rescue": DeclineRescue,
    "judge_turn": JudgeTurn,
}


def plan() -> Plan:
    questions = tuple(
        Question(f"q{n}", Kind.ONE, f"Câu {n}", ((0,),), ("A", "B")) for n in range(1, 5)
    )
    rules = {"rescue_below": 10, "rescues": [{"how_many": "all"}, {"how_many": "all"}]}
    return Plan("Thi thử", (Round("Chuông vàng", "golden_bell", questions, settings=rules),))


def buzzers(**rules: bool) -> Plan:
    questions = plan().rounds[0].questions[:2]
    return Plan("Thi thử", (Round("Bấm chuông", "buzzer", questions, settings=rules),))


class Desk:
    """Stands in for the wire and the server behind it; `during` is what people do then."""

    def __init__(self, autopilot: Autopilot, contest: Plan) -> None:
        self.autopilot = autopilot
        self.acts: list[str] = []
        self.ms = 1_000_000
        self.refusal = ""
        self.too_soon = 0
        self.during: dict[str | None, Callable[[Desk], None]] = {Life.CLOCK: answer_all}
        (created,) = ENGINE.decide(None, commands.CreateContest(contest), self.ms)
        self.contest: Contest = ENGINE.evolve(None, created)
        for place in range(PEOPLE):
            self.do(commands.Join(f"Người {place}"))

    def do(self, command: commands.Command) -> None:
        for event in ENGINE.decide(self.contest, command, self.ms):
            self.contest = ENGINE.evolve(self.contest, event)

    def show(self) -> None:
        body = msgspec.json.encode(host_view(ENGINE, self.contest, self.ms))
        self.autopilot.take("view", body)
        self.autopilot.take("counts", msgspec.json.encode(counts(ENGINE, self.contest, PEOPLE)))

    async def call(self, event: str, data: dict[str, Any]) -> dict[str, Any]:
        if self.too_soon:
            self.too_soon -= 1
            return {"ok": False, "code": "too_soon"}
        if self.refusal:
            return {"ok": False, "code": self.refusal}
        fields = {name: data[name] for name in data if name not in ("id", "act")}
        self.ms += 1000
        try:
            self.do(ACTS[data["act"]](**fields))
        except Rejected as refusal:
            return {"ok": False, "code": refusal.code}
        self.acts.append(data["act"])
        version = self.contest.version
        self.show()
        asyncio.get_running_loop().call_soon(self.then)
        return {"ok": True, "v": version}

    def then(self) -> None:
        asked = current(self.contest)
        happens = self.during.get(life(asked) if asked else None)
        if happens is not None:
            happens(self)


def answer_all(desk: Desk) -> None:
    """Half of those on the floor are right, and at least the first one is."""
    asked = current(desk.contest)
    assert asked is not None
    desk.ms = asked.opens_at + 500
    for place, number in enumerate(sorted(asked.eligible)):
        answer = (0,) if place % 2 == 0 else (1,)
        desk.do(commands.SubmitAnswer(number, Pool.MAIN, asked.ordinal, answer))
    desk.show()


def run_out(desk: Desk) -> None:
    """The clock runs out."""
    asked = current(desk.contest)
    assert asked is not None
    desk.ms = asked.deadline + 60
    desk.do(commands.LockExpired())
    desk.show()


def close_by_hand(desk: Desk) -> None:
    """Another host locks the answers before the deadline."""
    desk.do(commands.CloseNow(desk.contest.acted))
    desk.show()


def buzz_until_two_had_a_turn(desk: Desk) -> None:
    """One after the other buzzes; once two have been called, nobody wants to any more."""
    asked = current(desk.contest)
    assert asked is not None
    if len(buzzer(asked).turns) == 2:
        run_out(desk)
        return
    desk.ms = asked.opens_at + 500
    desk.do(Buzz(len(buzzer(asked).turns) + 1, Pool.MAIN, asked.ordinal))
    desk.show()
    desk.ms += 200
    desk.do(commands.LockExpired())
    desk.show()
    desk.then()


def answer_on_the_phone(desk: Desk) -> None:
    """Who has the turn is wrong, at once."""
    asked = current(desk.contest)
    assert asked is not None
    (holder,) = buzzer(asked).turns[-1].numbers
    desk.ms = asked.opens_at + 900
    desk.do(commands.SubmitAnswer(holder, Pool.MAIN, asked.ordinal, (1,)))
    desk.do(commands.LockExpired())
    desk.show()


def fly(
    prepare: Callable[[Desk], None] = lambda desk: None,
    contest: Plan | None = None,
) -> tuple[Desk, Ending]:
    async def flight() -> tuple[Desk, Ending]:
        autopilot = Autopilot(speed=FASTER, luck=random.Random(1))
        desk = Desk(autopilot, contest or plan())
        prepare(desk)
        desk.show()
        async with asyncio.timeout(20):
            return desk, await autopilot.fly(cast(Wire, desk))

    return asyncio.run(flight())


def test_contest_is_played_to_the_last_prize_with_one_rescue() -> None:
    desk, ending = fly()
    view = host_view(ENGINE, desk.contest, desk.ms)
    assert (ending, view.step) == (Ending.FINISHED, "none")
    assert bell(desk.contest).winner is not None
    assert desk.acts.count("decline_rescue") >= 1


def test_clock_that_runs_out_is_nobodys_act() -> None:
    def nobody_answers(desk: Desk) -> None:
        desk.during[Life.CLOCK] = run_out

    assert fly(nobody_answers)[1] is Ending.FINISHED


def test_another_hosts_act_ends_the_flight_for_good() -> None:
    def somebody_closes(desk: Desk) -> None:
        desk.during[Life.CLOCK] = close_by_hand

    desk, ending = fly(somebody_closes)
    asked = current(desk.contest)
    assert ending is Ending.TAKEN
    assert asked is not None
    assert life(asked) == Life.LOCKED
    assert desk.acts == ["advance"] * 4


@pytest.mark.parametrize("aloud", [True, False])
def test_buzzer_round_is_judged_resumed_and_played_to_its_end(aloud: bool) -> None:
    def buzzing(desk: Desk) -> None:
        desk.during = {Life.CLOCK: buzz_until_two_had_a_turn}
        if not aloud:
            desk.during[Phase.ANSWERING] = answer_on_the_phone

    desk, ending = fly(buzzing, contest=buzzers(aloud=aloud, again=True))
    (round_,) = desk.contest.plays
    asked = [entry for entry in round_.log if isinstance(entry, Asked)]
    assert ending is Ending.FINISHED
    assert len(asked) == 2
    assert desk.acts.count("judge_turn") == sum(len(each.judged) for each in asked)
    if aloud:
        assert [buzzer(each).turns[0].numbers for each in asked] == [(1,), (1,)]
        assert all(len(each.judged) == len(buzzer(each).turns) for each in asked)
    else:
        assert [[turn.numbers for turn in buzzer(each).turns] for each in asked] == [
            [(1,), (2,)]
        ] * 2


def test_shared_turn_is_judged_for_each() -> None:
    def two_at_once(desk: Desk) -> None:
        asked = current(desk.contest)
        assert asked is not None
        desk.ms = asked.opens_at + 500
        desk.do(Buzz(1, Pool.MAIN, asked.ordinal))
        desk.do(Buzz(2, Pool.MAIN, asked.ordinal))
        desk.ms += 200
        desk.show()
        desk.do(commands.LockExpired())
        desk.show()

    def buzzing(desk: Desk) -> None:
        desk.during = {Life.CLOCK: two_at_once}

    desk, ending = fly(buzzing, contest=buzzers(aloud=True, again=False))
    (round_,) = desk.contest.plays
    asked = [entry for entry in round_.log if isinstance(entry, Asked)]
    assert ending is Ending.FINISHED
    assert [sorted(number for number, _ in each.judged.items()) for each in asked] == [[1, 2]] * 2


def test_host_who_gives_somebody_the_turn_has_taken_over() -> None:
    def called_up(desk: Desk) -> None:
        desk.do(GiveTurn(desk.contest.acted, 3))
        desk.show()

    def calling(desk: Desk) -> None:
        desk.during = {Life.CLOCK: called_up}

    assert fly(calling, contest=buzzers(aloud=True))[1] is Ending.TAKEN


def test_refusal_that_no_waiting_mends_is_told() -> None:
    def refuse(desk: Desk) -> None:
        desk.refusal = "not_allowed"

    with pytest.raises(ConnectionError, match="not_allowed"):
        fly(refuse)


def test_press_that_came_too_soon_is_made_again() -> None:
    def pass_over(desk: Desk) -> None:
        desk.too_soon = 1

    desk, ending = fly(pass_over)
    assert (ending, desk.too_soon) == (Ending.FINISHED, 0)
