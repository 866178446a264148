"""Words that the scripts of a Golden Bell round show."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

PHONE: Words = {
    "lifeline.open": _("Phao cứu trợ: khán giả đang giúp {name}. Đồng hồ dừng."),
    "lifeline.you": _(
        "Phao cứu trợ: khán giả đang chọn giúp bạn. Đồng hồ dừng; bạn vẫn tự trả lời khi đồng hồ "
        "chạy tiếp."
    ),
    "lifeline.aloud": _("Phao cứu trợ: khán giả giúp {name} bằng lời. Đồng hồ dừng."),
    "lifeline.given": _("Khán giả đã giúp xong ({answers} người). Chờ đồng hồ chạy tiếp."),
    "lifeline.chosen": _("Khán giả chọn: {chosen}"),
    "help.title": _("Mời bạn giúp {name}"),
    "help.text": _("Bạn chọn phương án nào? Đây không phải bài thi của bạn, không tính điểm."),
    "help.recorded": _("Đã ghi lúc {time}. Đổi được đến khi người dẫn chốt."),
    "help.code.too_late": _("Người dẫn đã chốt ý kiến khán giả."),
    "help.code.not_on_floor": _("Bạn đang thi câu này nên không giúp được."),
    "floor.spared": _("Cả sàn cùng sai, không ai rời sàn."),
    "left.rescue": _("Nếu có cứu trợ, bạn có thể được trở lại sàn."),
    "rescue.title": _("Đang có cứu trợ"),
    "rescue.on": _("Bạn vẫn ở trên sàn. Chờ xem ai trở lại."),
    "rescue.left": _("Một số người sẽ trở lại sàn. Chờ người dẫn công bố."),
    "winner.you": _("Bạn rung được Chuông Vàng"),
    "winner.other": _("Chuông Vàng đã rung"),
    "winner.name": _("{name}, số {number}"),
    "bell.silent": _("Chuông Vàng chưa rung lần này"),
    "bell.silent.text": _("Không ai qua câu cuối. Thứ hạng tính theo số câu đã vượt qua."),
}

PROJECTOR: Words = {
    "format_golden_bell": _("Trả lời sai là rời sàn. Người cuối cùng rung chuông vàng."),
    "lifeline.open": _("Phao cứu trợ: mời khán giả chọn giúp {name} trên điện thoại"),
    "lifeline.aloud": _("Phao cứu trợ: mời khán giả giúp {name}"),
    "lifeline.given": _("Khán giả đã chọn giúp {name}"),
    "lifeline.helped": _("khán giả đã giúp"),
    "lifeline.told": _("người giúp; chỉ {name} thấy họ chọn gì"),
    "spared": _("Không ai trả lời đúng, không ai rời sàn"),
    "rescue": _("Cứu trợ"),
    "rescue_waiting": _("Cơ hội trở lại sàn thi đấu"),
    "bell_rings": _("Rung chuông vàng"),
    "bell_silent": _("Chuông vàng hôm nay chưa vang"),
    "bell_waiting": _("Ai sẽ rung chuông vàng?"),
}

HOST: Words = {
    "scene.rescue": _("cứu trợ"),
    "scene.bell": _("chuông vàng"),
    "lifeline": _("Phao cứu trợ: hỏi khán giả"),
    "lifeline.answered": _("Khán giả đã giúp {done}/{eligible}"),
    "lifeline.chosen": _("Khán giả chọn: {chosen}"),
    "lifeline.nobody": _("Chưa khán giả nào chọn."),
    "lifeline.aloud": _("Khán giả giúp bằng lời. Đồng hồ dừng đến khi bấm chạy tiếp."),
    "step.close_help": _("Chốt ý kiến khán giả"),
    "hint.close_help": _(
        "Khán giả đang chọn trên điện thoại. Chốt thì hiện bao nhiêu người chọn gì; đồng hồ vẫn "
        "dừng đến khi cho chạy tiếp."
    ),
    "undo.HelpClosed": _("chốt ý kiến khán giả"),
    "winner": _("Chuông vàng: số {number}, {name}"),
    "bell_silent": _("Không ai rung được chuông."),
    "spared": _("Tất cả cùng sai: câu này không loại ai."),
    "rescue.offered": _("Theo luật, lúc này được cứu trợ lần {time}/{allowed}."),
    "rescue.open": _("Mở cứu trợ"),
    "rescue.decline": _("Không cứu trợ lần này"),
    "rescue.title": _("Cứu trợ lần {time}/{allowed}: ai trở lại sàn"),
    "rescue.total": _("{people} người trở lại, trong số {out} người đã rời sàn"),
    "rescue.pick": _("Bỏ chọn hoặc chọn thêm từng người; chưa ai trở lại cho đến khi xác nhận."),
    "rescue.how_many": _("Bao nhiêu người"),
    "rescue.how.all": _("Tất cả"),
    "rescue.how.number": _("Một số người"),
    "rescue.how.percent": _("Theo phần trăm"),
    "rescue.amount": _("Số người hoặc %"),
    "rescue.who_first": _("Ai trước"),
    "rescue.order.latest": _("Rời sàn muộn nhất"),
    "rescue.order.score": _("Điểm cao hơn"),
    "rescue.order.random": _("Bốc thăm"),
    "rescue.order.hand": _("Tự chọn"),
    "rescue.again": _("Lập lại danh sách"),
    "format.golden_bell": _("Trả lời sai là rời sàn. Người cuối cùng rung chuông vàng."),
    "prompter.rescue": _("Sắp có người trở lại sàn. Chưa đọc tên: chờ bàn điều khiển quyết định."),
    "code.no_rescue_left": _("Đã dùng hết số lần cứu trợ của phần thi."),
    "code.nobody_to_rescue": _("Chưa chọn ai, hoặc người được chọn vẫn ở trên sàn."),
    "step.open_rescue": _("Xem ai được cứu trợ"),
    "hint.open_rescue": _("Chưa ai trở lại: danh sách hiện ra để xem và sửa trước."),
    "step.rescue": _("Đưa {people} người trở lại sàn"),
    "hint.rescue": _("Ô của họ sáng lại trên máy chiếu. Hoàn tác được."),
    "step.rescue_nobody": _("Chưa chọn ai"),
    "hint.rescue_nobody": _("Chọn ít nhất một người, hoặc bấm Không cứu trợ lần này."),
    "step.ring_bell": _("Rung chuông vàng"),
    "hint.ring_bell": _("Máy chiếu rung chuông cho người thắng."),
    "step.ring_bell_silent": _("Kết thúc: không ai rung chuông"),
    "hint.ring_bell_silent": _("Không còn ai trên sàn. Bảng xếp hạng vẫn phân định giải."),
    "undo.RescueOpened": _("danh sách cứu trợ"),
    "undo.RescueDeclined": _("bỏ qua cứu trợ"),
    "undo.LifelineUsed": _("phao cứu trợ"),
    "undo.BellRung": _("rung chuông"),
    "undo.BellTakenBack": _("thu chuông"),
    "taken_back": _(
        "Kết quả vừa được sửa nên số {number} không còn là người thắng: chuông đã được thu lại."
    ),
    "taken_back_silent": _(
        "Kết quả vừa được sửa nên chuông không còn im lặng: bước này được làm lại."
    ),
}
