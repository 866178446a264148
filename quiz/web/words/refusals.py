"""What each refusal means, in words a person can act on."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from quiz.web.formats import PAGES as FORMATS
from quiz.web.formats import words_of
from quiz.web.words import Words

HEARD: Words = {
    "code.failed": _("Máy chủ gặp lỗi, việc này chưa được làm. Hãy thử lại."),
    "code.unknown": _("Không làm được ({code})."),
    "code.replaced": _("Đã thay bằng lần gửi sau."),
    "code.stale": _("Cuộc thi vừa thay đổi ở nơi khác. Hãy xem lại rồi làm lại."),
    "code.too_late": _("Đã hết giờ khi máy chủ nhận được."),
    "code.too_early": _("Chưa đến lúc trả lời."),
    "code.not_on_floor": _("Chỉ người đang ở trên sàn được trả lời câu này."),
    "code.no_change": _("Mỗi câu chỉ được gửi một lần; câu trả lời trước được giữ."),
    "code.bad_answer": _("Câu trả lời không đúng dạng."),
    "code.no_such_question": _("Câu này không còn được hỏi."),
    "code.no_such_judgement": _("Câu này không chấm miệng, hoặc đã chấm như vậy rồi."),
    "code.no_such_contest": _("Không có cuộc thi này."),
    "code.no_such_contestant": _("Không có thí sinh này."),
    "code.not_now": _("Lúc này chưa làm được việc đó."),
    "code.room_locked": _("Phòng thi đã đóng, không nhận thêm người."),
    "code.contest_full": _("Cuộc thi đã đủ người."),
    "code.bad_name": _("Tên cần có từ 1 đến 40 chữ."),
    "code.bad_team": _("Hãy chọn một đội trong danh sách."),
    "code.nothing_to_undo": _("Không còn gì để hoàn tác."),
    "code.bad_payload": _("Trang gửi dữ liệu không đúng. Hãy tải lại trang."),
    "code.unknown_event": _("Trang này không hợp với máy chủ. Hãy tải lại trang."),
    "code.slow_down": _("Gửi quá nhanh. Hãy chờ một chút."),
    "code.not_allowed": _("Tài khoản này không được làm việc đó."),
    "code.unreadable": _("Dữ liệu của cuộc thi này không đọc được."),
    "code.no_seat": _("Máy này chưa có chỗ trong cuộc thi."),
    "code.seat_moved": _("Chỗ này đã được mở trên máy khác."),
    "code.come_again": _("Nhiều người đang vào cùng lúc. Hãy chờ một chút rồi thử lại."),
    "code.storage_failed": _("Máy chủ chưa lưu được. Hãy thử lại."),
}
"""Phones, projectors and consoles all hear of these."""

ACTS: Words = {
    "code.already_accepted": _("Câu trả lời này đã được tính đúng."),
    "code.bad_reason": _("Cần ghi lý do, và số điểm vừa phải."),
    "code.bad_settings": _("Lựa chọn này không hợp lệ. Hãy xem lại các số."),
    "code.nobody_joined": _("Chưa có ai vào thi nên chưa bắt đầu được."),
    "code.team_in_use": _("Đã có người vào một đội không còn trong danh sách đội."),
    "code.too_soon": _("Màn hình vừa đổi, nên lần bấm này được bỏ qua."),
}
"""Of the host's acts alone: phones have no use for these words."""

OF_FORMATS: Words = {
    key: text for key, text in words_of("host", FORMATS).items() if key.startswith("code.")
}
"""Of the acts that round formats add."""

PAGES: Words = {
    "code.bad_address": _("Máy này không còn địa chỉ đó. Hãy chọn lại."),
    "code.bad_wifi": _("Ghi tên Wi-Fi trước khi ghi mật khẩu, không quá dài."),
    "code.bad_plan": _("Cuộc thi cần có tên, và mỗi phần thi cần có câu hỏi."),
    "code.no_such_format": _("Máy chủ này không có thể thức đó."),
    "code.bad_password": _("Mật khẩu cần có từ 8 đến 200 ký tự."),
    "code.bad_role": _("Không có loại tài khoản này."),
    "code.clock_running": _("Một câu hỏi đang chạy giờ. Đợi khóa câu trả lời rồi làm lại."),
    "code.doubtful": _("Còn chỗ chưa chắc, cần người xem lại."),
    "code.id_taken": _("Câu hỏi này đang ở một ngân hàng khác."),
    "code.name_taken": _("Đã có tài khoản mang tên này."),
    "code.no_questions": _("Không có câu hỏi nào."),
    "code.no_such_draft": _("Bản nháp này không còn: nó đã thành cuộc thi, hoặc đã bị xóa."),
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

WORDS: Words = {**HEARD, **ACTS, **OF_FORMATS, **PAGES}
"""Of whatever a page can be refused; merged once, for a crowd at the door asks again and again."""


def said(code: str) -> LazyString:
    """The words for a code."""
    return WORDS.get(f"code.{code}", WORDS["code.failed"])
