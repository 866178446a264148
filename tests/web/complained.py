"""An evening with everything somebody may complain about, its times in hand."""

from dataclasses import replace
from uuid import uuid4

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Answer, Kind, Plan, Question, Round, teams_named
from quiz.core.nouns.state import Asked
from quiz.service.contests.running.runner import Runner
from tests.core.builders import whose

PEOPLE = (("Nguyễn Thị Hồng Đào", "Văn phòng"), ("Lê An", "Y tế"), ("Trần Bình <b>", "Y tế"))
START = 4_102_444_800_000
"""In the year 2100: no timer of the server ends before a test does."""


def plan(questions: int = 3, format: str = "golden_bell") -> Plan:
    """One choice each; the right one is B, the last one is typed."""
    options = ("Năm 1920", "Năm 1929", "Năm 1930", "Năm 1945")
    asked = [
        Question(f"q{n}", Kind.ONE, f"Công đoàn thành lập năm nào ({n})?", ((1,),), options)
        for n in range(1, questions)
    ]
    typed = Question("chữ", Kind.TEXT, "Ngày 28/7/1929 ghi dấu việc gì?", ("Thành lập",))
    settings = {"all_wrong": "out", "rescues": []} if format == "golden_bell" else {}
    round_ = Round("Rung chuông vàng", format, (*asked, typed), (), (), settings)
    return Plan(
        "Điều lệ <Công đoàn>", (round_,), teams_named(("Văn phòng", "Y tế")), seed="mã-thăm"
    )


class Evening:
    """A runner whose commands come when told."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.now = START
        for name, team in PEOPLE:
            self.do(c.Join(name, team))

    @property
    def asked(self) -> Asked:
        play = self.runner.contest.play
        assert play is not None
        assert play.current is not None
        return play.current

    def do(self, command: c.Command) -> None:
        self.runner.submit(command, uuid4().hex, self.now, whose(command))

    def act(self, command: c.Act) -> None:
        self.now += 1_250
        self.do(replace(command, based_on=self.runner.contest.acted))

    def advance(self, times: int = 1) -> None:
        for _ in range(times):
            self.act(c.Advance(0))

    def open(self) -> None:
        """Ask the next question and start its clock."""
        self.advance(3)
        self.now = self.asked.opens_at

    def answer(self, number: int, answer: Answer, after_ms: int, credit_ms: int = 0) -> None:
        self.now = self.asked.opens_at + after_ms
        asked = self.asked
        self.do(c.SubmitAnswer(number, asked.pool, asked.ordinal, answer, "contestant", credit_ms))

    def first_question(self) -> None:
        """Two answers of one, a wrong one and a silent one; the key is corrected afterwards."""
        self.advance()
        self.open()
        self.answer(1, (0,), 1_234)
        self.answer(1, (1,), 3_456, 40)
        self.answer(2, (2,), 4_000, 90)
        self.advance(3)
        self.act(c.AcceptAnswer(0, 0, 0, (2,)))

    def second_question(self) -> None:
        """A pause, time added, an act undone, an elimination, a corrected score."""
        self.open()
        self.now += 2_000
        self.act(c.Pause(0))
        self.act(c.AddTime(0, 10_000))
        self.act(c.Resume(0))
        self.answer(1, (1,), 900, 500)
        self.answer(2, (1,), 1_500)
        self.act(c.CloseNow(0))
        self.act(c.Undo(0))
        self.act(c.Resume(0))
        self.advance(3)
        self.act(c.Rescue(0, (3,)))
        self.act(c.CorrectScore(0, 1, 5, "Cổ vũ <hay>"))
        self.act(c.Eliminate(0, 2, "Rời phòng thi"))

    def to_the_end(self) -> None:
        """The typed question, the bell, the finish, all prizes."""
        self.open()
        self.answer(1, "thanh lap", 5_000, 30)
        self.advance(3)
        while self.runner.contest.stage != "finished":
            self.advance()
