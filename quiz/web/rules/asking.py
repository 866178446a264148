"""The rules that every round of questions has, in words."""

from typing import Any

from quiz.web.rules.saying import Said
from quiz.web.rules.saying import words as _


def clock(settings: Any) -> str:
    """When the clock begins to run."""
    if settings.clock == "at_once":
        return _("Đồng hồ chạy ngay khi câu hỏi hiện ra.")
    return _("Đồng hồ chạy khi người dẫn bấm, sau khi đọc câu hỏi.")


def change(settings: Any) -> str:
    """Which of several answers counts."""
    if settings.change_answer:
        return _("Được đổi đáp án cho đến khi khóa; đáp án cuối cùng được tính.")
    return _("Không được đổi đáp án; đáp án đầu tiên được tính.")


def chain(settings: Any) -> str:
    """Who stands before whom."""
    names = {
        "survived": _("câu chính cuối cùng còn trên sàn"),
        "floor": _("còn trên sàn trước, đã rời sàn sau"),
        "correct": _("số câu chính trả lời đúng"),
        "reserve": _("số câu dự phòng trả lời đúng"),
        "points": _("điểm"),
        "time": _("tổng thời gian của các câu trả lời đúng, ít hơn thì trước"),
        "draw": _("thăm, nhỏ hơn thì trước"),
    }
    order = "; ".join(names[name] for name in settings.chain)
    ranked = _("Xếp hạng lần lượt theo: %(order)s.", order=order)
    after = _("Bằng nhau ở mục trước mới xét đến mục sau; bằng nhau ở mọi mục thì cùng hạng.")
    return f"{ranked} {after}"


ASKING: Said = {
    "seconds": lambda s: _("Mỗi câu %(n)s giây, trừ câu ghi thời gian riêng.", n=s.seconds),
    "clock": clock,
    "change_answer": change,
    "points": lambda s: _("Câu đúng được %(n)s điểm, trừ câu ghi điểm riêng.", n=s.points),
}
