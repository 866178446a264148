"""Words that scripts of every page show: the connection, and what each refusal means."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

COMMON: Words = {
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
    "places_rest": _("Hạng {rank}: {people} người ngang nhau, không nêu tên"),
    "tie_reserve": _("{count} câu phụ đúng"),
    "tie_time": _("{seconds} giây"),
    "tie_lot": _("bốc thăm"),
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
    "code.come_again": _("Nhiều người đang vào cùng lúc. Hãy chờ một chút rồi thử lại."),
    "code.storage_failed": _("Máy chủ chưa lưu được. Hãy thử lại."),
}
