"""What a refusal means that pages say without a script; those of sockets are in `common`."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from quiz.web.words import Words
from quiz.web.words.common import COMMON

PAGES: Words = {
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


def said(code: str) -> LazyString:
    """The words for a code."""
    key = f"code.{code}"
    return PAGES.get(key) or COMMON.get(key) or COMMON["code.failed"]
