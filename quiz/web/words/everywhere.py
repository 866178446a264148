"""Words that the scripts of phones, hall and host share."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words
from quiz.web.words.refusals import HEARD

EVERYWHERE: Words = {
    **HEARD,
    "connection.connecting": _("Đang kết nối…"),
    "connection.lost": _("Mất kết nối. Đang tự nối lại…"),
    "connection.long": _("Chưa nối lại được với máy chủ. Trang này vẫn đang thử."),
    "picture": _("Hình của câu hỏi"),
    "picture.failed": _("Hình chưa tải được. Trang này đang tự tải lại."),
    "picture.again": _("Tải lại hình"),
    "prizes_by_round": _("Giải trao theo thứ hạng của phần thi “{round}”."),
    "prizes_by_sum": _("Giải trao theo tổng điểm của các phần thi."),
    "prizes_by_winner": _(
        "Ai thắng phần thi “{round}” thì đứng đầu, những người khác theo tổng điểm."
    ),
    "places_on": _("Từ hạng {rank} trở đi không nêu tên"),
    "places_rest": _("Hạng {rank}: {people} người ngang nhau, không nêu tên"),
    "tie_reserve": _("{count} câu phụ đúng"),
    "tie_time": _("{seconds} giây"),
    "tie_lot": _("bốc thăm"),
}
