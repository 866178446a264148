"""Words that the hall page's scripts need."""

from flask_babel import lazy_gettext as _

PROJECTOR = {
    "lost": _("Đang nối lại"),
    "number": _("Số {number}"),
    "no_team": _("Chưa có đội"),
    # Joining
    "join_scan": _("Quét mã để vào thi"),
    "join_wifi": _("Wi-Fi:"),
    "join_wifi_password": _("mật khẩu:"),
    "join_open": _("Hoặc mở địa chỉ này trên điện thoại"),
    "join_pin": _("rồi nhập mã PIN"),
    "join_nobody": _("Chưa có ai vào. Mời cả hội trường cầm điện thoại lên."),
    "join_other_teams": _("và {count} đội khác"),
    "join_total": _("người đã vào"),
    # Cards between
    "prepare": _("Chuẩn bị"),
    "prepare_note": _("Câu hỏi sắp xuất hiện trên màn hình và trên điện thoại"),
    "round_of": _("Phần thi {index} trên {of}"),
    # A question
    "question_main": _("Câu {ordinal}/{of}"),
    "question_reserve": _("Câu phụ {ordinal}/{of}"),
    "question_audience": _("Câu hỏi khán giả {ordinal}/{of}"),
    "reading": _("Mời nghe đọc câu hỏi"),
    "paused": _("Tạm dừng"),
    "locked": _("Đã khóa"),
    "answered": _("đã trả lời"),
    "type_text": _("Viết đáp án trên điện thoại"),
    "type_number": _("Nhập con số trên điện thoại"),
    # Its reveal
    "right_answer": _("Đáp án"),
    "were_right": _("trả lời đúng"),
    "no_answer": _("{count} người không trả lời"),
    "voided": _("Câu này không tính"),
    # The floor
    "floor_left": _("trên sàn, trong {started} người"),
    "floor_empty": _("Sàn thi đấu đang chờ thí sinh."),
    "floor_leaving": _("{count} người rời sàn"),
    "floor_returned": _("{count} người trở lại sàn"),
    # Standings
    "standings": _("Bảng xếp hạng"),
    "standings_empty": _("Chưa có kết quả để xếp hạng."),
    "standings_held": _("Kết quả được công bố trong lễ trao giải."),
    "held_after": _("Đang giữ, như sau câu {ordinal}, phần thi “{round}”"),
    "held_before": _("Đang giữ, như khi bắt đầu phần thi “{round}”"),
    "team_standings": _("Xếp hạng đội"),
    "team_standings_empty": _("Chưa có đội nào."),
    "survived": _("câu đã qua"),
    "correct": _("câu đúng"),
    "points": _("điểm"),
    "members": _("thành viên"),
    "on_floor": _("còn trên sàn"),
    # The prizes
    "ceremony": _("Lễ trao giải"),
    "prizes_empty": _("Cuộc thi này không có giải thưởng."),
    "prize_closed": _("Chờ công bố"),
    "prize_people": _("{people} người"),
    "prize_nobody": _("Không có người đoạt giải"),
}
