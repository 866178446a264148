"""The settings that every round of questions has, in words."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext

from quiz.web.formats.declaring import Group, Setting, SettingWords, pair
from quiz.web.frame.fields import Text
from quiz.web.rules.saying import Say
from quiz.web.rules.saying import words as gettext

_ = lazy_gettext
CLOCK = Group("clock", (pair("seconds", "clock"),))
ANSWERS = Group("answers", (pair("change_answer", "points"),))


def _clock(settings: Any) -> str:
    if settings.clock == "at_once":
        return gettext("Đồng hồ chạy ngay khi câu hỏi hiện ra.")
    return gettext("Đồng hồ chạy khi người dẫn bấm, sau khi đọc câu hỏi.")


def _change(settings: Any) -> str:
    if settings.change_answer:
        return gettext("Được đổi đáp án cho đến khi khóa; đáp án cuối cùng được tính.")
    return gettext("Không được đổi đáp án; đáp án đầu tiên được tính.")


def team_answer(settings: Any) -> str:
    """Whose answer is a team's; only where teams compete."""
    return {
        "last": gettext("Các đội thi với nhau; đáp án của đội là đáp án được gửi sau cùng."),
        "captain": gettext("Các đội thi với nhau; đáp án của đội là đáp án của đội trưởng."),
        "first": gettext(
            "Các đội thi với nhau; đáp án của đội là đáp án của người trả lời đầu tiên trong đội."
        ),
        "most": gettext(
            "Các đội thi với nhau; đáp án của đội là đáp án nhiều người chọn nhất; bằng nhau thì "
            "lấy đáp án có trước."
        ),
    }[settings.team_answer]


def chain(own: Mapping[str, Text] | None = None) -> Say:
    """Who stands before whom; `own` are the words of the format's own criteria."""
    names = {
        "floor": _("còn trên sàn trước, đã rời sàn sau"),
        "correct": _("số câu chính trả lời đúng"),
        "points": _("điểm"),
        "time": _("tổng thời gian của các câu trả lời đúng, ít hơn thì trước"),
        "draw": _("thăm, nhỏ hơn thì trước"),
        **(own or {}),
    }

    def say(settings: Any) -> str:
        order = "; ".join(str(names[name]) for name in settings.chain)
        ranked = gettext("Xếp hạng lần lượt theo: %(order)s.", order=order)
        after = gettext(
            "Bằng nhau ở mục trước mới xét đến mục sau; bằng nhau ở mọi mục thì cùng hạng."
        )
        return f"{ranked} {after}"

    return say


CLOCK_WORDS = SettingWords(
    _("Đồng hồ"),
    choices={
        "host": _("Người dẫn bấm, sau khi đọc xong câu hỏi"),
        "at_once": _("Chạy ngay khi câu hỏi hiện ra"),
    },
)
CHANGE_WORDS = SettingWords(
    _("Được đổi đáp án cho đến khi khóa"),
    _("Đáp án cuối cùng được tính. Bỏ chọn: đáp án đầu tiên được tính."),
)
CHAIN_WORDS = SettingWords(_("Thứ tự xếp hạng"), _("Bằng nhau ở mục trước mới xét đến mục sau."))
FLOOR_ZERO_WORDS = SettingWords(_("Điểm không xuống dưới 0"))
TEAM_ANSWER_WORDS = SettingWords(
    _("Đáp án của đội"),
    choices={
        "last": _("Đáp án gửi sau cùng"),
        "captain": _("Đáp án của đội trưởng"),
        "first": _("Đáp án của người trả lời đầu tiên"),
        "most": _("Đáp án nhiều người chọn nhất"),
    },
)
ASKING: Mapping[str, Setting] = {
    "seconds": Setting(
        SettingWords(_("Giây cho mỗi câu"), _("Câu nào ghi thời gian riêng thì theo câu đó.")),
        lambda s: gettext("Mỗi câu %(n)s giây, trừ câu ghi thời gian riêng.", n=s.seconds),
    ),
    "clock": Setting(CLOCK_WORDS, _clock),
    "change_answer": Setting(CHANGE_WORDS, _change),
    "points": Setting(
        SettingWords(_("Điểm cho câu đúng"), _("Câu nào ghi điểm riêng thì theo câu đó.")),
        lambda s: gettext("Câu đúng được %(n)s điểm, trừ câu ghi điểm riêng.", n=s.points),
    ),
    "team_answer": Setting(TEAM_ANSWER_WORDS, team_answer),
}
