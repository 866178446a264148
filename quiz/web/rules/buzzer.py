"""The rules of a buzzer round, in words.

The defaults are those of the common warm-up round of "Đường lên đỉnh Olympia", season 26: one may
buzz while the question is being read, 3 seconds for the answer, +10 or −5 points, nobody else
after a wrong answer. Season 23 had no score below zero. The seconds for buzzing, the span for
slower lines and that equal times share the turn are this program's own.
"""

from typing import Any

from quiz.web.rules.asking import chain
from quiz.web.rules.saying import Said, either
from quiz.web.rules.saying import words as _


def _seconds(settings: Any) -> str:
    time = _("Có %(n)s giây để bấm chuông, trừ câu ghi thời gian riêng.", n=settings.seconds)
    first = _(
        "Ai bấm chuông sớm nhất theo thời gian tính (thời gian lúc máy chủ nhận, trừ phần bù độ "
        "trễ mạng) thì có lượt trả lời; thời gian tính bằng nhau thì cùng có lượt."
    )
    span = _(
        "Sau tiếng chuông đầu tiên, máy chủ còn nhận chuông đến chậm trong một khoảng bằng mức bù "
        "nhiều nhất, để người có đường mạng chậm không bị thiệt."
    )
    return f"{time} {first} {span}"


def _clock(settings: Any) -> str:
    if settings.clock == "at_once":
        return _("Đồng hồ bấm chuông chạy ngay khi câu hỏi hiện ra.")
    return _("Đồng hồ bấm chuông chạy khi người dẫn bấm, sau khi đọc câu hỏi.")


def _answer_seconds(settings: Any) -> str:
    time = _("Người có lượt có %(n)s giây để trả lời.", n=settings.answer_seconds)
    raised = _("Người dẫn được gọi người giơ tay thay cho bấm chuông.")
    return f"{time} {raised}"


def _aloud(settings: Any) -> str:
    if settings.aloud:
        return _(
            "Người có lượt trả lời miệng, người dẫn chấm đúng hay sai; hết giờ mà chưa trả lời thì "
            "người dẫn chấm sai. Sửa đáp án về sau không chấm lại câu trả lời miệng."
        )
    return _(
        "Người có lượt trả lời trên điện thoại của mình; câu trả lời đầu tiên là cuối cùng. Hết "
        "giờ mà chưa trả lời thì mất lượt."
    )


def _again(settings: Any) -> str:
    if settings.again:
        return _(
            "Sau câu trả lời sai hoặc không trả lời, những người chưa có lượt được bấm chuông tiếp "
            "trong thời gian còn lại; mỗi người một lượt ở mỗi câu."
        )
    return _("Mỗi câu chỉ một lượt: sau câu trả lời sai hoặc không trả lời thì không ai bấm nữa.")


def _points(settings: Any) -> str:
    return _(
        "Người có lượt trả lời đúng được %(n)s điểm, trừ câu ghi điểm riêng; người không có lượt "
        "không được và không mất điểm.",
        n=settings.points,
    )


def _penalty(settings: Any) -> str:
    if not settings.penalty:
        return _("Có lượt mà trả lời sai hoặc không trả lời thì không bị trừ điểm.")
    return _("Có lượt mà trả lời sai hoặc không trả lời bị trừ %(n)s điểm.", n=settings.penalty)


def _chain(settings: Any) -> str:
    own = _("Thời gian ở phần này là thời gian bấm chuông.") if "time" in settings.chain else ""
    return f"{chain(settings)} {own}".strip()


BUZZER: Said = {
    "seconds": _seconds,
    "clock": _clock,
    "early": either(
        "early",
        lambda: _("Được bấm chuông từ lúc câu hỏi hiện ra, cả khi người dẫn đang đọc."),
        lambda: _("Chỉ được bấm chuông khi đồng hồ đã chạy; bấm sớm hơn không được tính."),
    ),
    "answer_seconds": _answer_seconds,
    "aloud": _aloud,
    "again": _again,
    "points": _points,
    "penalty": _penalty,
    "floor_zero": either(
        "floor_zero",
        lambda: _("Điểm không xuống dưới 0."),
        lambda: _("Điểm có thể xuống dưới 0."),
    ),
    "change_answer": either(
        "change_answer",
        lambda: _("Ở câu khán giả: được đổi đáp án cho đến khi khóa; đáp án cuối cùng được tính."),
        lambda: _("Ở câu khán giả: không được đổi đáp án; đáp án đầu tiên được tính."),
    ),
    "chain": _chain,
}
