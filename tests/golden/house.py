"""A data folder with its services, the clock and the names in hand; a hand that plays contests."""

from dataclasses import replace
from pathlib import Path
from types import TracebackType

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Answer, Kind, Plan, Question
from quiz.core.nouns.state import Asked, Contest
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.golden_bell.commands import GiveHelp
from quiz.service.afterwards.statistics import Statistics
from quiz.service.afterwards.usage import Usage
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.batch import Receipt
from quiz.service.library.library import Library
from quiz.service.people.personal import PersonalData
from quiz.store.accounts import SqliteAccounts
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.library import SqliteLibrary
from quiz.store.personal import SqlitePersonalData
from quiz.store.pictures import SqlitePictures
from quiz.store.schema.migrate import open_database
from tests.core.builders import whose

BUNDLED = Path(__file__).with_name("shipped")
EVENING = 1_700_000_000_000
"""When the first of the contests begins (ms since 1970)."""
USUAL_DAYS = 90
GRACE_MS = 60


class Clock:
    """Moves only when told to."""

    def __init__(self) -> None:
        self.at = EVENING

    def now(self) -> int:
        return self.at


class Names:
    """Names in order; a contest gets the one that was set for it."""

    def __init__(self) -> None:
        self.next_contest = ""
        self._made = 0

    def contest(self) -> str:
        return self.next_contest

    def pin(self) -> str:
        self._made += 1
        return str(246_800 + self._made)

    def command(self) -> str:
        self._made += 1
        return f"server-{self._made}"


class House:
    """Everything that keeps something in a data folder."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.names = Clock(), Names()
        self.database = open_database(folder)
        contests, journal = SqliteContests(self.database), SqliteJournal(self.database)
        self.runners = Runners(
            ENGINE,
            contests,
            journal,
            clock=self.clock,
            ids=self.names,
            # Deadlines are told by hand, at the same instant every time.
            later=lambda ms, act: lambda: None,
        )
        self.accounts = SqliteAccounts(self.database)
        self.pictures = SqlitePictures(self.database)
        self.library = Library(
            BUNDLED, SqliteLibrary(self.database), self.pictures, clock=self.clock
        )
        self.usage = Usage(contests, journal)
        self.statistics = Statistics(journal, ENGINE, self.usage)
        rows = SqlitePersonalData(self.database)
        self.personal = PersonalData(self.runners, rows, ENGINE, clock=self.clock, days=USUAL_DAYS)

    def __enter__(self) -> "House":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.runners.close()
        self.database.close()

    def create(self, name: str, plan: Plan, *, owner: int = 1) -> "Evening":
        """A new contest, a day after the last."""
        self.clock.at += 24 * 60 * 60 * 1000
        self.names.next_contest = name
        return Evening(self, self.runners.create(plan, owner=owner))

    def evening(self, name: str) -> "Evening":
        """A contest that is there already, five seconds after its last event."""
        *_, last = self.runners.noted(name)
        self.clock.at = last.at + 5_000
        return Evening(self, name)


class Evening:
    """One contest, played through its runner as a server would."""

    def __init__(self, house: House, name: str) -> None:
        self.house, self.name = house, name
        self.runner = house.runners.runner(name)

    @property
    def contest(self) -> Contest:
        return self.runner.contest

    @property
    def asked(self) -> Asked:
        """The question being asked."""
        assert self.contest.play is not None
        assert self.contest.play.current is not None
        return self.contest.play.current

    @property
    def entry(self) -> int:
        """The place in the log of what was entered last."""
        assert self.contest.play is not None
        return len(self.contest.play.log) - 1

    def step(self) -> str:
        """What the host's primary button would do."""
        return ENGINE.see(self.contest).step

    def do(self, command: c.Command, command_id: str = "") -> Receipt:
        """Hand a command in now."""
        name = command_id or f"{self.name}-{self.contest.version + 1}"
        return self.runner.submit(command, name, self.house.clock.at, whose(command))

    def act(self, *commands: c.Act | c.ChangePlan) -> None:
        """Acts of the host, a second and a half between them."""
        for command in commands:
            self.house.clock.at += 1_500
            self.do(replace(command, based_on=self.contest.acted))

    def undo(self, times: int = 1) -> None:
        for _ in range(times):
            self.act(c.Undo(0))

    def advance(self, times: int = 1) -> None:
        for _ in range(times):
            self.act(c.Advance(0))

    def until(self, *steps: str) -> None:
        """Press the primary button until it would do one of these."""
        for _ in range(60):
            if self.step() in steps:
                return
            self.advance()
        raise AssertionError(f"never came to {steps}")

    def join(self, *people: str, teams: tuple[str, ...] = ("",)) -> None:
        """People come in, one team after the other."""
        for place, name in enumerate(people):
            self.house.clock.at += 700
            self.do(c.Join(name, teams[place % len(teams)], f"seat-{self.contest.joined + 1}"))

    def open(self) -> None:
        """Come to a question whose clock runs, at the instant from which answers count."""
        self.until("close")
        self.house.clock.at = max(self.house.clock.at, self.asked.opens_at)

    def at(self, after_ms: int) -> None:
        """So long after the clock began to run, or ran on."""
        self.house.clock.at = self.asked.opens_at + after_ms

    def give(self, number: int, answer: Answer, *, by: str = "contestant", credit: int = 0) -> None:
        """An answer that comes now."""
        asked = self.asked
        self.do(c.SubmitAnswer(number, asked.pool, asked.ordinal, answer, by, credit))

    def answer(self, right: tuple[int, ...] = (), wrong: tuple[int, ...] = ()) -> None:
        """These right, those wrong, one after the other from the opening of the clock."""
        for place, number in enumerate((*right, *wrong), start=1):
            self.at(900 * place + 37 * number)
            question = self.asked.question
            self.give(number, question.key[0] if number in right else wrong_answer(question))

    def buzz(self, number: int, after_ms: int, credit: int = 0) -> None:
        """A buzz received so long after the clock opened."""
        self.at(after_ms)
        asked = self.asked
        self.do(Buzz(number, asked.pool, asked.ordinal, credit))

    def help(self, number: int, answer: Answer) -> None:
        """One of the audience helps now."""
        self.do(GiveHelp(number, self.asked.pool, self.asked.ordinal, answer))

    def expire(self) -> None:
        """The timer rings at its time."""
        self.house.clock.at = max(self.house.clock.at, self.asked.deadline) + GRACE_MS
        self.do(c.LockExpired(), self.house.names.command())

    def ask(self, right: tuple[int, ...] = (), wrong: tuple[int, ...] = ()) -> None:
        """One question until its time is over, revealed and settled."""
        self.open()
        self.answer(right, wrong)
        self.expire()
        self.advance(2)


def wrong_answer(question: Question) -> Answer:
    """An answer that the first key does not take."""
    first = question.key[0]
    if question.kind is Kind.NUMBER:
        return "1.234.567"
    if isinstance(first, str):
        return "Không rõ"
    if question.kind is Kind.ORDER:
        return tuple(reversed(first))
    return ((first[0] + 1) % len(question.options),)
