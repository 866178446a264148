"""Words that the form of a new contest says while it is filled in."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

DRAW: Words = {
    "draft.saving": _("Đang lưu…"),
    "draft.saved": _("Đã lưu lúc {time}."),
    "draft.not_saved": _("Chưa lưu được, máy đang thử lại. Đừng đóng trang."),
    "draw.few": _("Chỉ có {have} câu, cần {need}."),
    "draw.free": _("Không chia: cả {count} câu được rút tự do."),
    "draw.divided": _("Đã chia {divided} trong {count} câu, còn {free} câu được rút tự do."),
    "draw.all_divided": _("Đã chia đủ {count} câu."),
    "draw.over": _("Đã chia {divided} câu, nhiều hơn {count} câu của nhóm này."),
    "draw.left_out": _("Bỏ ra {count} câu đã dùng trong {total} câu của các ngân hàng đã chọn."),
    "draw.none_left_out": _("Có {count} câu đã dùng trong {total} câu của các ngân hàng đã chọn."),
}
