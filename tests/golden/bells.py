"""Golden Bell contests: one with nearly everything in it, one of reserve questions, one silent."""

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Round, TeamRule, teams_named
from quiz.core.nouns.state import Scene
from quiz.formats.golden_bell.commands import DeclineRescue, OpenRescue, UseLifeline
from tests.golden.house import Evening, House
from tests.golden.questions import (
    FOUNDED,
    FOUNDER,
    NATURES,
    ORDER,
    TEETH,
    VOLUNTARY,
    choice,
    choices,
    seconds,
)

TEAMS = ("Tổ 1", "Tổ 2", "Tổ 3")
PEOPLE = (
    *(
        "Trần Văn An",
        "Lê Thị Bình",
        "Phạm Văn Cường",
        "Hoàng Thị Dung",
        "Vũ Văn Em",
        "Đỗ Thị Giang",
    ),
    *(
        "Bùi Văn Hải",
        "Đặng Thị Hương",
        "Ngô Văn Khoa",
        "Dương Thị Lan",
        "Lý Văn Minh",
        "Mai Thị Nga",
    ),
)


def bell_plan() -> Plan:
    known = (FOUNDED, NATURES, VOLUNTARY, FOUNDER, choice("bo-qua", 3), TEETH, ORDER)
    main = (*known, choice("gb-8", 1), choice("gb-9", 2), choice("gb-10"))
    settings = {
        "seconds": 20,
        "rescue_below": 7,
        "rescue_below_percent": 10,
        "rescue_until": 6,
        "rescues": [
            {"how_many": "percent", "amount": 50, "order": "score"},
            {"how_many": "number", "amount": 1, "order": "latest"},
        ],
    }
    name = "Rung chuông vàng"
    round_ = Round(
        name, "golden_bell", main, choices("gb-dp", 2), choices("gb-kg", 2), settings=settings
    )
    title = "Hội thi Rung chuông vàng"
    return Plan(title, (round_,), teams_named(TEAMS), TeamRule("best", 2), seed="hạt giống 1")


def golden_bell(house: House) -> None:
    """Finished: elimination, rescues, lifeline, corrections, undo, the bell, the prizes."""
    evening = house.create("golden-bell", bell_plan())
    lobby(evening)
    first_question(evening)
    corrected_questions(evening)
    rescued(evening)
    regraded(evening)
    last_questions(evening)
    ceremony(evening)


def lobby(evening: Evening) -> None:
    """Twelve stay, one was taken out, one has another name; the door shut and opened."""
    evening.act(c.SendScene(0, Scene.JOIN))
    evening.join(*PEOPLE, "Vào nhầm", teams=TEAMS)
    evening.act(
        c.RemoveContestant(0, 13),
        c.CorrectContestant(0, 5, "Vũ Văn Êm", "Tổ 3"),
        c.LockRoom(0, locked=True),
        c.LockRoom(0, locked=False),
        c.Mute(0, muted=True),
        c.CorrectContestant(0, 1, "Nhầm rồi", "Tổ 2"),
    )
    evening.undo()
    evening.act(c.Mute(0, muted=False))


def first_question(evening: Evening) -> None:
    """Changed answers, a marshal, the clock paused, undone, resumed, lengthened."""
    evening.until("draw")
    evening.join("Đến Muộn", teams=TEAMS)
    evening.advance()
    evening.undo()
    evening.open()
    evening.at(1_200)
    evening.give(3, (0,), credit=40)
    evening.at(2_400)
    evening.give(3, (1,), credit=45)
    evening.answer((1, 2, 4, 5))
    evening.act(c.Pause(0))
    evening.give(12, (2,), by="marshal")
    evening.undo()
    evening.act(c.Resume(0), c.AddTime(0))
    evening.answer((6, 7, 8, 9, 10), (11,))
    evening.expire()
    evening.give(12, (3,), by="marshal")
    evening.advance()
    evening.undo()
    evening.advance(2)


def corrected_questions(evening: Evening) -> None:
    """A question voided and counting again; a key corrected before its reveal."""
    evening.ask((1, 2, 3, 4, 5, 6, 7, 8, 9), (10,))
    evening.act(c.Void(0, 0, evening.entry), c.Void(0, 0, evening.entry, voided=False))
    evening.act(c.Freeze(0, frozen=True))
    evening.open()
    evening.answer((8, 9), (1, 2, 3, 4, 5, 6, 7))
    evening.act(c.CloseNow(0), c.CorrectKey(0, 0, -1, ((0,),)))
    evening.advance(2)
    evening.act(c.SendScene(0, Scene.FLOOR), c.Freeze(0, frozen=False))


def rescued(evening: Evening) -> None:
    """One is sent off; the rescue by rule is proposed, undone, proposed, done; one by hand."""
    evening.act(c.Eliminate(0, 7, "Trao đổi bài"))
    evening.advance()
    evening.undo()
    evening.advance(2)
    evening.undo()
    evening.advance()
    evening.act(c.CorrectScore(0, 4, 5, "Trả lời thêm"), c.CorrectScore(0, 4, -2, "Ghi nhầm"))
    evening.act(c.Rescue(0, (10, 14)))


def regraded(evening: Evening) -> None:
    """An answer accepted afterwards, a rescue declined, a skip, all wrong, a rescue by hand."""
    on_floor = sorted(evening.contest.play.floor.items()) if evening.contest.play else []
    others = [number for number, tally in on_floor if tally.playing and number > 4]
    evening.open()
    evening.answer((1, 2, 3, 4))
    evening.at(9_000)
    for number in others:
        evening.give(number, "Nguyen Duc Canh" if number == others[0] else "Trần Phú")
    evening.expire()
    evening.advance(2)
    evening.act(c.AcceptAnswer(0, 0, evening.entry, "Nguyen Duc Canh"))
    evening.act(OpenRescue(0, "number", 2, "random"), DeclineRescue(0))
    evening.act(c.AcceptAnswer(0, 0, 1, (0, 1, 2)))
    evening.until("show")
    evening.advance()
    evening.act(c.Skip(0))
    evening.act(DeclineRescue(0))
    evening.ask((), (1, 2, 3, 4, others[0]))
    evening.act(c.Rescue(0, (6,)))
    evening.act(DeclineRescue(0))
    evening.undo()
    evening.advance()
    evening.act(DeclineRescue(0))
    evening.ask((1, 2, 3), (4, others[0]))
    evening.act(c.AcceptAnswer(0, 0, 1, (0, 2, 3)))
    evening.act(c.Rescue(0, (4,)))


def last_questions(evening: Evening) -> None:
    """The audience is asked; the sole survivor asks the hall, and answers the last one."""
    evening.act(c.DrawAudienceQuestion(0))
    evening.ask((8, 14), (11,))
    evening.ask((1,), (2, 3))
    evening.open()
    evening.at(3_000)
    evening.act(UseLifeline(0))
    evening.undo()
    evening.act(UseLifeline(0))
    evening.undo()
    evening.act(c.Resume(0), UseLifeline(0))
    evening.help(2, (1,))
    evening.help(3, (0,))
    evening.help(2, (2,))
    evening.advance()
    evening.undo()
    evening.advance(2)
    evening.answer((1,))
    evening.expire()
    evening.advance(2)
    evening.ask((1,))


def ceremony(evening: Evening) -> None:
    """The bell, undone and rung again; a name mended late; the prizes from the lowest up."""
    evening.advance()
    evening.undo()
    evening.until("finish")
    evening.act(c.CorrectScore(0, 2, 1, "Câu phụ"))
    evening.advance()
    evening.undo()
    evening.advance()
    evening.act(c.SendScene(0, Scene.TEAMS), c.SendScene(0, Scene.PRIZES))
    evening.advance(2)
    evening.undo()
    evening.advance(2)
    evening.act(c.CorrectContestant(0, 2, "Lê Thị Bình", "Tổ 1"))


def reserve(house: House) -> None:
    """Finished: the clock at once, no latecomers; reserve questions; the bell, taken back once."""
    main = (seconds(choice("dp-1"), 10), choice("dp-2", 1))
    settings = {
        "clock": "at_once",
        "all_wrong": "out",
        "out_on_none": False,
        "change_answer": False,
        "lifeline": False,
        "rescues": [],
        "reserve_count": 3,
    }
    round_ = Round("Chung kết", "golden_bell", main, choices("dp-r", 4), settings=settings)
    plan = Plan("Chung kết", (round_,), late_join="closed", credit_ms=0, lead_ms=400, seed="hạt 2")
    evening = house.create("reserve", plan)
    evening.join("Hồ Văn Lợi", "Kiều Thị Mơ", "Tạ Văn Năm", "Phan Thị Oanh", "Quách Văn Phú")
    evening.ask((1, 2, 3), (5,))
    evening.ask((1, 2, 3), (4,))
    evening.ask((), (1, 2, 3))
    evening.ask((2, 3), (1,))
    evening.ask((3, 2))
    evening.until("finish")
    rang = evening.contest.play.winner if evening.contest.play else 0
    evening.act(c.Eliminate(0, rang, "Nhờ người nhắc"))
    evening.undo()
    evening.until("show_prize")
    evening.advance()


def silent(house: House) -> None:
    """Finished without a winner, and the names erased since."""
    settings = {"rescues": [{"how_many": "all", "order": "hand"}], "lifeline": False}
    round_ = Round("Vòng loại", "golden_bell", choices("vl", 2), settings=settings)
    evening = house.create(
        "erased", Plan("Vòng loại", (round_,), teams_named(("Kho", "Xưởng")), seed="hạt 3")
    )
    evening.join(*GONE[:5], teams=("Kho", "Xưởng"))
    evening.act(c.RemoveContestant(0, 4), c.CorrectContestant(0, 5, GONE[5], "Kho"))
    evening.until("draw")
    evening.act(c.Eliminate(0, 5, GONE_REASONS[0]))
    evening.act(c.CorrectScore(0, 1, 10, GONE_REASONS[1]))
    evening.ask((1, 2), (3,))
    evening.act(OpenRescue(0), c.Rescue(0, (3,)))
    evening.ask((), (1, 2, 3))
    evening.until("show_prize")
    house.personal.erase("erased")


GONE = ("Xoá Văn Sáu", "Xoá Thị Bảy", "Xoá Văn Tám", "Xoá Thị Chín", "Xoá Văn Mười", "Xoá Văn Mươi")
GONE_REASONS = ("Bà Bảy xin về sớm", "Ông Sáu giúp ban tổ chức")
