"""Contests that are not over: in the lobby, while a clock runs, while somebody has the turn."""

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Pool, Round, teams_named
from quiz.formats.buzzer.commands import JudgeTurn
from tests.formats.looking import buzzer, life
from tests.golden.house import Evening, House
from tests.golden.questions import choices

UNFINISHED = ("lobby", "unfinished", "turn")


def lobby(house: House) -> None:
    """People have come in, the door is shut, nothing was asked."""
    round_ = Round("Vòng một", "golden_bell", choices("cho", 2))
    evening = house.create("lobby", Plan("Tối nay", (round_,), seed="hạt 6"), owner=2)
    evening.join("Khúc Văn Sớm", "Lục Thị Sớm", "Kẻ Đùa Một", "Kẻ Đùa Hai")
    evening.act(c.RemoveJoined(0, 3))
    evening.do(c.ReopenSeat(2, "seat-2-again"))
    evening.act(c.LockRoom(0, locked=True))


def unfinished(house: House) -> None:
    """Its second question's clock runs, some have answered; the standings are frozen."""
    settings = {"rescue_below": 1, "rescue_below_percent": 1}
    round_ = Round(
        "Vòng một", "golden_bell", choices("dang", 4), choices("dang-dp", 2), settings=settings
    )
    plan = Plan("Đang thi", (round_,), teams_named(("Đỏ", "Xanh")), seed="hạt 7")
    evening = house.create("unfinished", plan)
    people = ("Mạc Văn Giữa", "Nhâm Thị Giữa", "Ôn Văn Giữa", "Phí Thị Giữa", "Sử Văn Giữa")
    evening.join(*people, teams=("Đỏ", "Xanh"))
    evening.act(c.SetCaptain(0, "Đỏ", 3))
    evening.ask((1, 2, 3, 4), (5,))
    evening.act(c.Freeze(0, frozen=True), c.Mute(0, muted=True))
    evening.open()
    evening.answer((1,), (2,))
    evening.at(2_500)
    evening.give(1, (3,), credit=12)


def turn(house: House) -> None:
    """Somebody has the turn on the phone and has not answered."""
    settings = {"aloud": False, "again": True, "answer_seconds": 30}
    round_ = Round("Bấm chuông", "buzzer", choices("luot", 3), settings=settings)
    evening = house.create("turn", Plan("Đang trả lời", (round_,), seed="hạt 8"))
    evening.join("Thạch Văn Lượt", "Thân Thị Lượt", "Tiêu Văn Lượt")
    evening.open()
    evening.buzz(2, 1_000, credit=25)
    evening.buzz(3, 1_050, credit=10)
    evening.expire()


def played_out(evening: Evening) -> None:
    """Play on by the simplest of hosts until nothing is left to do."""
    for _ in range(200):
        step = evening.step()
        if step == "none" and evening.contest.stage.value == "finished":
            return
        if step == "judge":
            evening.act(JudgeTurn(0, buzzer(evening.asked).turns[-1].numbers[0], right=True))
        elif step == "close":
            _answered(evening)
        else:
            evening.advance()
    raise AssertionError("it never ended")


def _answered(evening: Evening) -> None:
    """Those who may answer do, the even numbers right, until the time is over."""
    asked = evening.asked
    evening.house.clock.at = max(evening.house.clock.at, asked.opens_at) + 100
    if life(asked).value == "answering":
        for number in buzzer(asked).turns[-1].numbers:
            evening.give(number, asked.question.key[0])
    elif asked.pool is not Pool.AUDIENCE and asked.part is None:
        for number in sorted(asked.eligible - set(asked.answers)):
            evening.house.clock.at += 10
            key = asked.question.key[0]
            assert not isinstance(key, str)
            evening.give(number, key if number % 2 == 0 else ((key[0] + 1) % 4,))
    evening.expire()
