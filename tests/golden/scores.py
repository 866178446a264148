"""A points contest, and one of several rounds of different formats, sealed, with teams."""

from dataclasses import replace

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Draw, Plan, Pool, Prize, Quota, Round, TeamRule, teams_named
from quiz.core.nouns.state import Scene
from quiz.formats.golden_bell.commands import OpenRescue
from tests.golden.bells import TEAMS
from tests.golden.house import Evening, House
from tests.golden.questions import ALL_KINDS, FOUNDED, NATURES, TEETH, choice, choices


def points(house: House, picture: str) -> None:
    """Finished: speed and penalty, latecomers play, a question with a picture."""
    questions = (choice("anh-1", 2, "Đây là cờ gì?", picture), *ALL_KINDS)
    settings = {"speed": True, "penalty": 4, "floor_zero": False, "points": 100}
    round_ = Round("Tích điểm", "points", questions, (), choices("td-kg", 1), settings)
    plan = Plan("Hội thi tích điểm", (round_,), late_join="floor", seconds=12, seed="hạt 4")
    evening = house.create("points", replace(plan, title="Hội thi chưa đặt tên"))
    evening.act(c.ChangePlan(plan, 0))
    evening.join("Cao Văn Quý", "Châu Thị Rạng", "Đinh Văn Sơn", "Hà Thị Tâm", "Lâm Văn Út")
    evening.ask((1, 2, 3), (4,))
    evening.join("Ninh Thị Vân")
    evening.open()
    evening.answer((6, 1), (2, 3))
    evening.at(9_000)
    evening.give(2, (1,), credit=150)
    evening.do(c.ReportStop(evening.house.clock.now() - 4_000, evening.house.clock.now()))
    evening.act(c.GiveBackTime(0))
    evening.act(c.Pause(0), c.AddTime(0, 5_000), c.Resume(0))
    evening.answer((), (5,))
    evening.act(c.CloseNow(0))
    evening.advance(2)
    evening.act(c.Freeze(0, frozen=True))
    evening.ask((1, 4, 6), (2, 5))
    evening.act(c.SendScene(0, Scene.STANDINGS), c.Freeze(0, frozen=False))
    evening.ask((2, 3), (1,))
    evening.act(c.AcceptAnswer(0, 0, evening.entry - 1, (0, 1, 2)))
    evening.act(c.Eliminate(0, 5, "Về sớm"), c.DrawAudienceQuestion(0))
    evening.ask((5,))
    evening.ask((3, 1), (2,))
    evening.act(c.CorrectScore(0, 3, 25, "Giải thích hay"))
    evening.undo()
    evening.until("show")
    evening.advance()
    evening.act(c.Skip(0))
    evening.undo()
    evening.open()
    evening.answer((4, 1), (2, 3))
    evening.give(6, "13,4")
    evening.expire()
    evening.advance(2)
    evening.act(c.Void(0, 0, 0), c.CorrectScore(0, 6, -15, "Nhắc bài"))
    evening.act(c.SendScene(0, Scene.BLANK))
    evening.ask((1, 2), (3,))
    evening.act(c.Disqualify(0, 2, "Chép bài"), c.Disqualify(0, 3, "Nhầm người"))
    evening.act(c.Disqualify(0, 3, "Đã xem lại", disqualified=False))
    evening.until("show_prize")
    evening.advance(3)


def rounds_plan() -> Plan:
    first = Draw(
        seed="hạt bốc thăm",
        banks=("lich-su", "dieu-le"),
        topics=("Lịch sử",),
        quotas=(
            Quota(Pool.MAIN, "lich-su", "Lịch sử", 1, 1),
            Quota(Pool.RESERVE, "dieu-le", "Điều lệ", 2, 1),
        ),
        mcq_first=1,
        avoided=("ls-777",),
        swaps=("ls-888", "ls-999"),
    )
    speed = Round(
        "Khởi động",
        "points",
        (FOUNDED, NATURES, TEETH),
        choices("kd-dp", 1),
        settings={"clock": "at_once", "seconds": 8, "chain": ["points", "time", "draw"]},
        draw=first,
    )
    buzzer = Round(
        "Vượt chướng ngại vật",
        "buzzer",
        choices("vc", 3),
        settings={"aloud": False, "again": True, "answer_seconds": 6, "floor_zero": True},
    )
    bell = Round(
        "Về đích",
        "golden_bell",
        choices("vd", 2),
        choices("vd-dp", 1),
        choices("vd-kg", 1),
        settings={
            "ending": "no_bell",
            "sole_survivor": "wins",
            "all_wrong": "spare",
            "rescues": [{"how_many": "all"}],
            "points": 30,
        },
    )
    prizes = (Prize("Giải Vàng", 1), Prize("Giải Bạc", 2), Prize("Giải Khuyến khích", 3))
    return Plan(
        "Ngày hội Công đoàn",
        (speed, buzzer, bell),
        teams_named(TEAMS),
        TeamRule("mean"),
        prizes,
        seconds=10,
        credit_ms=200,
        seed="b6d7f0a1c2e39485",
    )


def rounds(house: House) -> None:
    """Finished: three rounds of three formats, an earlier round corrected from a later one."""
    evening = house.create("rounds", rounds_plan(), owner=2)
    people = ("Tống Văn Xuân", "Trịnh Thị Yến", "Uông Văn Ân", "Vi Thị Ấm", "Võ Văn Đạt")
    evening.join(*people, teams=TEAMS)
    evening.ask((1, 2), (3, 4))
    evening.ask((2, 3, 5))
    evening.act(c.FinishRound(0))
    evening.undo()
    evening.act(c.FinishRound(0))
    evening.join("Xa Thị Đến", teams=TEAMS)
    typed_turns(evening)
    evening.act(c.Void(0, 0, 0))
    evening.until("draw")
    evening.ask((1, 2, 3), (4,))
    evening.act(OpenRescue(0), c.Rescue(0))
    evening.act(c.CorrectKey(0, 0, 1, ((0, 2), (0, 1, 2))))
    evening.ask((1, 2, 5), (3,))
    evening.until("finish")
    evening.act(c.CorrectScore(0, 5, 7, "Cổ vũ tốt"), c.CorrectScore(0, 4, 30, "Tiếp sức"))
    evening.until("show_prize")
    evening.advance(3)


def typed_turns(evening: Evening) -> None:
    """A turn on the phone: missed in silence, answered wrong, answered right; one taken back."""
    evening.open()
    evening.buzz(2, 1_500, credit=80)
    evening.buzz(1, 1_530, credit=20)
    evening.expire()
    evening.act(c.AddTime(0, 2_000))
    evening.expire()
    evening.advance()
    evening.buzz(1, 400)
    evening.expire()
    evening.at(1_000)
    evening.give(1, ((evening.asked.question.key[0][0] + 2) % 4,))  # type: ignore[operator]
    evening.advance()
    evening.undo()
    evening.advance()
    evening.buzz(4, 600)
    evening.expire()
    evening.at(900)
    evening.give(4, evening.asked.question.key[0])
    evening.expire()
    evening.give(4, evening.asked.question.key[0], by="marshal")
    evening.advance(2)
    evening.open()
    evening.expire()
    evening.advance(2)
    evening.act(c.FinishRound(0))
