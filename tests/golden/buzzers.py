"""A buzzer contest judged by ear: who was first, who was wrong, what was taken back."""

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.state import Scene
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from tests.golden.house import Evening, House
from tests.golden.questions import FOUNDER, TEETH, choices


def buzzer(house: House) -> None:
    """Finished: turns aloud, a shared one, one given by the host, judgements corrected."""
    questions = (*choices("bc", 3), FOUNDER, TEETH)
    settings = {"again": True, "penalty": 5, "answer_seconds": 4}
    round_ = Round("Bấm chuông", "buzzer", questions, (), choices("bc-kg", 1), settings)
    evening = house.create("buzzer", Plan("Hội thi bấm chuông", (round_,), seed="hạt 5"))
    evening.join("Âu Văn Một", "Bạch Thị Hai", "Cù Văn Ba", "Doãn Thị Bốn", "Giáp Văn Năm")
    again_and_missed(evening)
    taken_back(evening)
    called_up(evening)
    shared_and_corrected(evening)
    evening.open()
    evening.at(3_000)
    evening.act(GiveTurn(0, 4))
    judge(evening, 4, right=False)
    evening.act(c.CloseNow(0), c.Void(0, 0, -1))
    evening.advance(2)
    evening.until("show_prize")
    evening.advance(3)


def judge(evening: Evening, number: int, *, right: bool) -> None:
    """The host's verdict."""
    evening.act(JudgeTurn(0, number, right))


def again_and_missed(evening: Evening) -> None:
    """One buzzes while it is read, a slower line was earlier; wrong; another is right."""
    evening.until("start_clock")
    evening.house.clock.at = evening.asked.show_at + 1_000
    asked = evening.asked
    evening.do(Buzz(1, asked.pool, asked.ordinal, 10))
    evening.house.clock.at += 60
    evening.do(Buzz(2, asked.pool, asked.ordinal, 120))
    evening.house.clock.at += 20
    evening.do(Buzz(5, asked.pool, asked.ordinal, 0))
    evening.expire()
    judge(evening, 2, right=False)
    evening.advance()
    evening.act(c.Pause(0), c.Resume(0))
    evening.buzz(3, 1_200)
    evening.expire()
    judge(evening, 3, right=True)
    evening.advance(2)


def taken_back(evening: Evening) -> None:
    """A first buzz undone, a turn undone, a judgement undone."""
    evening.open()
    evening.buzz(4, 2_000)
    evening.undo()
    evening.act(c.Resume(0))
    evening.buzz(5, 700, credit=30)
    evening.do(c.SendScene(evening.contest.acted, Scene.BLANK))
    evening.buzz(1, 760, credit=150)
    evening.do(c.Undo(evening.contest.acted))
    evening.expire()
    evening.undo()
    evening.act(c.Resume(0))
    evening.buzz(1, 500)
    evening.buzz(5, 560, credit=90)
    evening.expire()
    judge(evening, 5, right=True)
    evening.undo()
    judge(evening, 5, right=False)
    evening.undo(3)
    evening.act(c.Resume(0))
    evening.buzz(2, 300)
    evening.expire()
    judge(evening, 2, right=True)
    evening.advance(2)
    evening.undo()
    evening.advance()


def called_up(evening: Evening) -> None:
    """The host calls two up by hand; the question goes to nobody else."""
    evening.until("start_clock")
    evening.act(GiveTurn(0, 4))
    judge(evening, 4, right=False)
    evening.act(GiveTurn(0, 5))
    evening.undo()
    evening.act(GiveTurn(0, 1))
    judge(evening, 1, right=False)
    evening.act(c.CloseNow(0))
    evening.advance(2)
    evening.act(c.DrawAudienceQuestion(0))
    evening.ask()


def shared_and_corrected(evening: Evening) -> None:
    """Equal times share the turn; a verdict is put right later, and once more."""
    evening.open()
    evening.at(2_000)
    evening.act(GiveTurn(0, 2))
    evening.undo()
    evening.act(c.Resume(0))
    evening.buzz(1, 1_000, credit=50)
    evening.buzz(3, 1_020, credit=70)
    evening.expire()
    judge(evening, 1, right=True)
    judge(evening, 3, right=False)
    evening.act(c.CorrectJudgement(0, 0, -1, 3, right=True))
    evening.advance(2)
    evening.act(c.CorrectJudgement(0, 0, evening.entry, 1, right=False))
    evening.act(c.CorrectJudgement(0, 0, 0, 2, right=True))
    evening.undo()
    evening.act(c.CorrectJudgement(0, 0, 0, 2, right=True))
    evening.act(c.CorrectScore(0, 5, 10, "Hát hay"), c.Eliminate(0, 5, "Về trước"))
