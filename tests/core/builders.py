"""Small contests for tests, and a hand that presses the host's buttons."""

from dataclasses import replace
from typing import Any

from quiz.core.errors import Rejected
from quiz.core.nouns import actors
from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import LogRow
from quiz.core.nouns.model import Answer, Kind, Plan, Pool, Question, Round, teams_named
from quiz.core.nouns.state import Asked, Contest
from quiz.core.views.host_view import log_row
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz

START = 1_700_000_000_000


def one_choice(name: str, right: int = 0) -> Question:
    return Question(
        id=name,
        kind=Kind.ONE,
        text=f"Câu {name}?",
        options=("Một", "Hai", "Ba", "Bốn"),
        key=((right,),),
        explanation=f"Giải thích {name}",
        citation=f"Điều {name}",
    )


def questions(count: int, prefix: str = "q") -> tuple[Question, ...]:
    return tuple(one_choice(f"{prefix}{place}", place % 4) for place in range(1, count + 1))


def plan(count: int = 3, format: str = "golden_bell", **settings: Any) -> Plan:
    round_ = Round(
        "Rung chuông vàng",
        format,
        questions(count),
        questions(3, "r"),
        questions(2, "k"),
        settings,
    )
    return Plan("Hội thi", (round_,), teams_named(("Đỏ", "Vàng")), seed="hạt")


def of_teams(made: Plan) -> Plan:
    """The plan with teams for competitors in all rounds."""
    rounds = tuple(replace(round_, competitors="teams") for round_ in made.rounds)
    return replace(made, rounds=rounds)


def with_points(made: Plan, points: int) -> Plan:
    """The plan with points of its own for the first question."""
    round_ = made.rounds[0]
    first, *rest = round_.questions
    worth = (replace(first, points=points), *rest)
    return replace(made, rounds=(replace(round_, questions=worth),))


class Table:
    """A contest played by hand: `now` moves only when told to."""

    def __init__(self, made: Plan, people: int = 0) -> None:
        self.now = START
        self.events: list[object] = []
        self.state: Contest | None = None
        self.do(c.CreateContest(made))
        for number in range(1, people + 1):
            self.do(c.Join(f"Thí sinh {number}", made.teams[number % 2].name if made.teams else ""))

    @property
    def contest(self) -> Contest:
        assert self.state is not None
        return self.state

    @property
    def asked(self) -> Asked:
        assert self.contest.play is not None
        assert self.contest.play.current is not None
        return self.contest.play.current

    def do(self, command: c.Command) -> None:
        for part, event in enumerate(ENGINE.decide(self.state, command, self.now)):
            self.state = ENGINE.evolve(self.state, event, part)
            self.events.append(event)

    def act(self, command: c.Act) -> None:
        """Do a host's act as based on the newest state."""
        self.do(replace(command, based_on=self.contest.acted))

    def advance(self, times: int = 1) -> None:
        for _ in range(times):
            self.act(c.Advance(0))

    def step(self) -> str:
        return ENGINE.see(self.contest).step

    def until(self, *steps: str) -> None:
        """Press the primary button until it would do one of these."""
        for _ in range(200):
            if self.step() in steps:
                return
            self.advance()
        raise AssertionError(f"never came to {steps}")

    def open(self) -> None:
        """Come to a question whose clock runs."""
        self.until("close")
        self.now = self.asked.opens_at

    def answer(self, number: int, answer: Answer, after_ms: int = 1000) -> None:
        asked = self.asked
        self.now = asked.opens_at + after_ms
        self.do(c.SubmitAnswer(number, asked.pool, asked.ordinal, answer))

    def ask(self, *right: int, wrong: tuple[int, ...] = ()) -> None:
        """Play one question to its consequences: these right, those wrong, others silent."""
        self.open()
        key = self.asked.question.key[0]
        assert not isinstance(key, str)
        for number in right:
            self.answer(number, key)
        for number in wrong:
            self.answer(number, ((key[0] + 1) % 4,))
        self.advance(3)

    def playing(self) -> list[int]:
        assert self.contest.play is not None
        return [n for n, tally in self.contest.play.floor.items() if tally.playing]

    def refused(self, command: c.Command) -> str:
        """The code a command is refused with, or an empty text."""
        try:
            ENGINE.decide(self.state, command, self.now)
        except Rejected as rejected:
            return rejected.code
        return ""


def submit(table: Table, number: int, answer: Answer) -> c.SubmitAnswer:
    return c.SubmitAnswer(number, table.asked.pool, table.asked.ordinal, answer)


def whose(command: c.Command) -> actors.Actor:
    """Who gives such a command, where a test does not care who: account 1 is the host's."""
    match command:
        case c.Join():
            return actors.NEWCOMER
        case c.SubmitAnswer(by="contestant") | Buzz():
            return actors.seat(command.number)
        case c.LockExpired():
            return actors.TIMER
    return actors.account(1)


MAIN = Pool.MAIN


def log_rows(contest: Contest) -> tuple[LogRow, ...]:
    """The record of all rounds, a line for each entry."""
    return tuple(
        log_row(contest, round_, place, entry)
        for round_, play in enumerate(contest.plays)
        for place, entry in enumerate(play.log)
    )
