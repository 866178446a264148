"""What the MC reads out: sentences that every round has. A format's own are among its words."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

SCRIPT: Words = {
    "prompter.next": _("Bước tiếp theo trên bàn điều khiển:"),
    "prompter.private": _("Chỉ MC thấy"),
    "say.hello": _("Kính chào quý vị. Chào mừng quý vị đến với {title}."),
    "say.join": _(
        "Mời các thí sinh quét mã trên màn hình lớn, hoặc mở {site} trên điện thoại và nhập mã "
        "PIN {pin}."
    ),
    "say.joined": _("Đã có {joined} người vào thi."),
    "say.round": _("Sau đây là phần thi thứ {index}: {name}."),
    "say.round_only": _("Sau đây, xin mời các thí sinh bước vào phần thi {name}."),
    "say.round_size": _("Phần thi có {count} câu hỏi, mỗi câu {seconds} giây."),
    "say.floor_full": _("Trên sàn có {left} người. Chúc các thí sinh bình tĩnh, tự tin."),
    "say.prepare_main": _("Mời các thí sinh chuẩn bị. Sau đây là câu hỏi số {ordinal}."),
    "say.prepare_reserve": _("Mời các thí sinh chuẩn bị. Sau đây là câu dự phòng số {ordinal}."),
    "say.prepare_audience": _("Sau đây là câu hỏi dành cho khán giả."),
    "say.coming": _("Sẽ đọc khi câu hỏi hiện ra:"),
    "say.ask_main": _("Câu hỏi số {ordinal}."),
    "say.ask_reserve": _("Câu dự phòng số {ordinal}."),
    "say.ask_audience": _("Câu hỏi khán giả. Mời khán giả trả lời trên điện thoại."),
    "say.several": _("Chọn mọi phương án đúng."),
    "say.order": _("Xếp theo đúng thứ tự."),
    "say.text": _("Trả lời bằng vài từ."),
    "say.number": _("Trả lời bằng một con số."),
    "say.begin": _("Thời gian {seconds} giây, bắt đầu."),
    "say.paused": _("Đồng hồ tạm dừng, còn {seconds} giây. Xin mời chờ trong giây lát."),
    "say.locked": _("Đã hết giờ, xin mời dừng trả lời."),
    "say.answered": _("Có {answered} trên {eligible} người đã trả lời."),
    "say.and_the_key": _("Và đáp án đúng là…"),
    "say.key": _("Đáp án đúng là: {key}."),
    "say.citation": _("Căn cứ: {citation}."),
    "say.right": _("{right} trên {eligible} người trả lời đúng."),
    "say.right_none": _("Rất tiếc, chưa ai trả lời đúng."),
    "say.voided": _("Câu hỏi này được hủy, không tính cho ai."),
    "say.leaving": _("Xin chia tay {names}."),
    "say.leaving_few": _("Xin chia tay các thí sinh:"),
    "say.leaving_many": _("Xin chia tay {count} người, mang số {numbers}."),
    "say.leaving_none": _("Không ai phải rời sàn."),
    "say.returned": _("Chào mừng trở lại sàn: {names}."),
    "say.returned_few": _("Chào mừng các thí sinh trở lại sàn:"),
    "say.returned_many": _("Chào mừng {count} người trở lại sàn, mang số {numbers}."),
    "say.left": _("Trên sàn còn {left} người."),
    "say.left_one": _("Trên sàn chỉ còn một người: {who}."),
    "say.left_none": _("Trên sàn không còn ai."),
    "say.standings": _("Và đây là thứ hạng lúc này, từ dưới lên."),
    "say.place": _("Hạng {rank}: {who}, {points} điểm."),
    "say.standings_none": _("Chưa có ai ghi điểm. Mời các thí sinh chuẩn bị câu tiếp theo."),
    "say.held": _("Bảng xếp hạng đang được giữ kín đến khi công bố."),
    "say.round_over": _("Phần thi {name} đến đây kết thúc. Xin cảm ơn các thí sinh."),
    "say.round_next": _("Tiếp theo chương trình là phần thi {name}."),
    "say.results_soon": _("Ban tổ chức đang tổng hợp kết quả. Xin mời quý vị chờ trong giây lát."),
    "say.break": _("Chương trình tạm nghỉ ít phút. Xin mời quý vị giải lao."),
    "say.ceremony": _("Xin mời quý vị bước vào lễ trao giải của {title}."),
    "say.prize_first": _("Trước hết là {prize}."),
    "say.prize_next": _("Tiếp theo là {prize}."),
    "say.prize": _("{prize} thuộc về:"),
    "say.congratulations": _("Xin chúc mừng."),
    "say.end": _(
        "Xin chúc mừng tất cả những người đoạt giải. Chương trình đến đây kết thúc. Xin cảm ơn và "
        "hẹn gặp lại quý vị."
    ),
    "say.who": _("{name}, số {number}"),
    "say.who_of": _("{name}, số {number}, {team}"),
}
