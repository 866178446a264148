"""Two consoles press at one instant: one wins, the other is told `stale`, for every act."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import TIMER, Actor
from quiz.core.nouns.state import Scene
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from quiz.formats.golden_bell.commands import (
    DeclineRescue,
    OpenRescue,
    PickRescued,
    UseLifeline,
)
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from tests.core.builders import Table, plan, whose
from tests.service.fakes import FakeStore

Way = Callable[[Table], object]


def lobby(table: Table) -> None:
    """Nothing was done yet."""


def locked_room(table: Table) -> None:
    table.act(c.LockRoom(0, True))


def drawn(table: Table) -> None:
    table.until("show")


def clock(table: Table) -> None:
    table.open()


def stood_still(table: Table) -> None:
    """The server stood still for three seconds of the clock."""
    table.open()
    table.now = table.asked.opens_at + 3_000
    table.do(c.ReportStop(table.asked.opens_at, table.now))


def paused(table: Table) -> None:
    table.open()
    table.act(c.Pause(0))


def one_left(table: Table) -> None:
    """The first question took all but one; a rescue is offered."""
    table.ask(1, wrong=(2, 3))


def rescue_open(table: Table) -> None:
    one_left(table)
    table.act(OpenRescue(0))


def survivor_asked(table: Table) -> None:
    one_left(table)
    table.act(DeclineRescue(0))
    table.open()


def spoken(table: Table) -> None:
    """Contestant 1 buzzed and has the turn."""
    table.open()
    table.do(Buzz(1, table.asked.pool, table.asked.ordinal))
    table.now = table.asked.deadline
    table.do(c.LockExpired())


def judged(table: Table) -> None:
    """What contestant 1 said was judged wrong, and the question settled."""
    spoken(table)
    table.act(JudgeTurn(0, 1, False))
    table.until("draw")


ACTS: list[tuple[Way, c.Act]] = [
    (lobby, c.Advance(0)),
    (lobby, c.LockRoom(0, True)),
    (lobby, c.SendScene(0, Scene.TEAMS)),
    (lobby, c.Mute(0, True)),
    (lobby, c.Freeze(0, True)),
    (lobby, c.CorrectContestant(0, 1, "Tên khác", "Đỏ")),
    (lobby, c.SetCaptain(0, "Đỏ", 2)),
    (lobby, c.RemoveContestant(0, 1)),
    (clock, c.RemoveJoined(0, 2)),
    (locked_room, c.Undo(0)),
    (drawn, c.Skip(0)),
    (clock, c.Pause(0)),
    (clock, c.AddTime(0, 10_000)),
    (clock, c.CloseNow(0)),
    (stood_still, c.GiveBackTime(0)),
    (paused, c.Resume(0)),
    (one_left, c.DrawAudienceQuestion(0)),
    (one_left, c.Void(0, 0, 0)),
    (one_left, c.AcceptAnswer(0, 0, 0, (2,))),
    (one_left, c.CorrectKey(0, 0, 0, ((2,),))),
    (one_left, c.Eliminate(0, 1, "nhắc bài")),
    (one_left, c.Disqualify(0, 2, "chép bài")),
    (one_left, OpenRescue(0)),
    (rescue_open, PickRescued(0, (2,))),
    (one_left, c.Rescue(0, (2,))),
    (one_left, DeclineRescue(0)),
    (one_left, c.CorrectScore(0, 1, 5, "chấm lại")),
    (one_left, c.FinishRound(0)),
    (survivor_asked, UseLifeline(0)),
    (clock, GiveTurn(0, 2)),
    (spoken, JudgeTurn(0, 1, True)),
    (judged, c.CorrectJudgement(0, 0, 0, 1, True)),
]


def test_every_act_is_raced() -> None:
    ours = [act for act in c.Act.__subclasses__() if act.__module__.startswith("quiz.")]
    assert {type(act).__name__ for _, act in ACTS} == {act.__name__ for act in ours}


def at_once(jobs: list[Callable[[], Receipt]]) -> tuple[list[Receipt], list[str]]:
    """Let all start at one instant: the receipts, and the codes of the refusals."""
    together = threading.Barrier(len(jobs))
    receipts: list[Receipt] = []
    codes: list[str] = []

    def run(job: Callable[[], Receipt]) -> None:
        together.wait(10)
        try:
            receipts.append(job())
        except Rejected as refusal:
            codes.append(refusal.code)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    return receipts, codes


@pytest.mark.parametrize(("way", "act"), ACTS, ids=[type(act).__name__ for _, act in ACTS])
def test_act_of_two_consoles_happens_once(way: Way, act: c.Act) -> None:
    of_buzzers = GiveTurn | JudgeTurn | c.CorrectJudgement
    played = "buzzer" if isinstance(act, of_buzzers) else "golden_bell"
    table = Table(plan(4, played), 3)
    way(table)
    before, store = table.contest, FakeStore()
    store.journals["a"] = []
    runner = Runner("a", before, store, ENGINE)
    command = replace(act, based_on=before.acted)

    def console(name: str) -> Callable[[], Receipt]:
        actor = Actor(f"account:{name}")
        return lambda: runner.submit(command, f"{actor}:x", table.now, actor)

    # The first console's press goes out twice, as after a lost acknowledgement.
    receipts, codes = at_once([console("1"), console("1"), console("2")])
    runner.close()
    winner = {entry.actor for entry in store.journals["a"]}
    assert len(store.journals["a"]) == len(winner) == 1
    assert codes == ["stale"] * (1 if winner == {"account:1"} else 2)
    assert set(receipts) == {Receipt(before.version + 1)}
    assert runner.contest.acted == before.version + 1


def test_joins_at_one_instant_get_numbers_of_their_own_and_a_double_press_one() -> None:
    people, store = 30, FakeStore()
    store.journals["a"] = []
    table = Table(plan())
    runner = Runner("a", table.contest, store, ENGINE)

    def join(person: int) -> Callable[[], Receipt]:
        newcomer = c.Join(f"Thí sinh {person}", "Đỏ")
        return lambda: runner.submit(newcomer, f"join:{person}", table.now, whose(newcomer))

    receipts, codes = at_once([join(person) for person in range(people) for _ in range(2)])
    runner.close()
    numbers = sorted(receipt.number for receipt in receipts)
    assert numbers == sorted([*range(1, people + 1)] * 2)
    assert (codes, len(store.journals["a"])) == ([], people)


def test_answer_and_lock_at_one_instant_leave_one_truth() -> None:
    """The answer was received in time; whether the lock came first decides it, once."""
    table = Table(plan(), 1)
    table.open()
    deadline = table.asked.deadline
    store = FakeStore()
    store.journals["a"] = []
    runner = Runner("a", table.contest, store, ENGINE)
    answer = c.SubmitAnswer(1, table.asked.pool, table.asked.ordinal, (0,))
    receipts, codes = at_once(
        [
            lambda: runner.submit(answer, "1:x", deadline, whose(answer)),
            lambda: runner.submit(answer, "1:x", deadline, whose(answer)),
            lambda: runner.submit(c.LockExpired(), "timer", deadline + 60, TIMER),
        ]
    )
    runner.close()
    kinds = [type(entry.event).__name__ for entry in store.journals["a"]]
    assert kinds in (["AnswerSubmitted", "QuestionClosed"], ["QuestionClosed"])
    answered = len(kinds) == 2
    assert (len(receipts), codes) == ((3, []) if answered else (1, ["too_late"] * 2))
