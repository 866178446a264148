"""What refusals mean that phones and projectors never hear of; the others are in `common`."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from quiz.web.formats import PAGES as FORMATS
from quiz.web.formats import words_of
from quiz.web.words import Words
from quiz.web.words.common import COMMON

ACTS: Words = {
    "code.already_accepted": _("Câu trả lời này đã được tính đúng."),
    "code.bad_reason": _("Cần ghi lý do, và số điểm vừa phải."),
    "code.bad_settings": _("Lựa chọn này không hợp lệ. Hãy xem lại các số."),
    "code.nobody_joined": _("Chưa có ai vào thi nên chưa bắt đầu được."),
    "code.too_soon": _("Màn hình vừa đổi, nên lần bấm này được bỏ qua."),
}
"""Of the host's acts alone: phones have no use for these words."""

OF_FORMATS: Words = {
    key: text for key, text in words_of("host", FORMATS).items() if key.startswith("code.")
}
"""Of the acts that round formats add."""

PAGES: Words = {
    "code.bad_plan": _("Cuộc thi cần có tên, và mỗi phần thi cần có câu hỏi."),
    "code.no_such_format": _("Máy chủ này không có thể thức đó."),
    "code.bad_password": _("Mật khẩu cần có từ 8 đến 200 ký tự."),
    "code.bad_role": _("Không có loại tài khoản này."),
    "code.clock_running": _("Một câu hỏi đang chạy giờ. Đợi khóa câu trả lời rồi làm lại."),
    "code.doubtful": _("Còn chỗ chưa chắc, cần người xem lại."),
    "code.id_taken": _("Câu hỏi này đang ở một ngân hàng khác."),
    "code.name_taken": _("Đã có tài khoản mang tên này."),
    "code.no_questions": _("Không có câu hỏi nào."),
    "code.no_such_bank": _("Không có ngân hàng câu hỏi này."),
    "code.no_such_import": _("Không có tệp nhập này."),
    "code.no_such_original": _("Không có tệp gốc này."),
    "code.no_such_version": _("Không có bản cũ này."),
    "code.not_exported": _("Không xuất được sang dạng tệp này."),
    "code.same_bank": _("Hãy chọn hai ngân hàng khác nhau."),
    "code.too_few_questions": _("Không đủ câu hỏi để rút."),
    "code.under_way": _("Cuộc thi chưa kết thúc."),
    "code.unknown_question": _("Câu hỏi này không còn trong ngân hàng."),
}
"""Of pages without a socket."""

WORDS: Words = {**COMMON, **ACTS, **OF_FORMATS, **PAGES}
"""Of whatever a page can be refused; merged once, for a crowd at the door asks again and again."""


def said(code: str) -> LazyString:
    """The words for a code."""
    return WORDS.get(f"code.{code}", WORDS["code.failed"])
