"""Words about people on the host's pages, and the help."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

PEOPLE: Words = {
    "lobby.open": _("Quét mã QR, hoặc mở địa chỉ này trên điện thoại cùng mạng Wi-Fi:"),
    "lobby.pin": _("Mã PIN"),
    "lobby.way_in": _("Đổi địa chỉ hoặc Wi-Fi"),
    "lobby.wifi": _("Wi-Fi đang hiện: {wifi}"),
    "lobby.qr": _("Mã QR để vào thi"),
    "lobby.joined": _("người đã vào"),
    "lobby.online": _("{online} máy đang nối"),
    "lobby.nobody": _("Chưa có ai vào. Mở màn hình máy chiếu cho cả hội trường quét mã."),
    "lobby.latest": _("Vừa vào: {names}"),
    "lobby.locked": _("Phòng đang khóa: người mới chưa vào được."),
    "lobby.full": _("Đủ {joined} trên {capacity} người: người mới không vào được nữa."),
    "lobby.start": _("Khi mọi người đã vào, bấm nút đỏ ở trên hai lần để bắt đầu."),
    "link.title": _("Chiếu từ một máy khác"),
    "link.projector": _("Đường dẫn cho máy chiếu"),
    "link.hint": _(
        "Mở trên máy nối máy chiếu. Máy đó không cần đăng nhập và không điều khiển được."
    ),
    "link.copy": _("Sao chép"),
    "link.copied": _("Đã sao chép"),
    "link.roles": _("Giao vai cho MC, máy chiếu, người dẫn thứ hai"),
    "tab.floor": _("Thí sinh"),
    "tab.standings": _("Cá nhân"),
    "tab.teams": _("Các đội"),
    "search": _("Tìm số hoặc tên, không cần dấu"),
    "show": _("Hiện"),
    "show.everybody": _("Tất cả {count}"),
    "show.in": _("Trên sàn {count}"),
    "show.out": _("Đã rời {count}"),
    "show.away": _("Mất kết nối {count}"),
    "show.same_name": _("Trùng tên {count}"),
    "away": _("mất kết nối"),
    "same_name": _("trùng tên"),
    "nobody_yet": _("Chưa có ai vào."),
    "nobody_found": _("Không tìm thấy ai."),
    "too_many": _("Hiện {shown} trong {all} người. Gõ tên để tìm."),
    "state.joined": _("đã vào"),
    "state.in": _("trên sàn"),
    "state.out": _("đã rời"),
    "state.leaving": _("vừa rời"),
    "state.returned": _("trở lại"),
    "state.spectator": _("khán giả"),
    "doubts": _("Nên biết trước khi trao giải"),
    "doubt.lot": _("{prize}: {people} người ngang nhau, bốc thăm quyết định ai được giải."),
    "doubt.few": _(
        "{prize}: có {count} giải, chỉ {people} người có kết quả. "
        "Giải còn lại do ban tổ chức quyết định."
    ),
    "standings_none": _("Chưa có xếp hạng."),
    "correct_points": _("{correct} đúng · {points} điểm"),
    "team_facts": _("{members} thành viên · {left} trên sàn"),
    "points": _("{points} điểm"),
    "table.rank": _("Hạng"),
    "table.who": _("Thí sinh"),
    "table.survived": _("Đến câu"),
    "table.correct": _("Đúng"),
    "table.points": _("Điểm"),
    "ceremony.title": _("Lễ trao giải"),
    "ceremony.over": _("Cuộc thi đã kết thúc"),
    "ceremony.done": _("Đã trao hết giải. Kết quả được lưu và xem lại được ở đây bất cứ lúc nào."),
    "afterwards.figures": _("Luật và số liệu"),
    "afterwards.statistics": _("Thống kê"),
    "afterwards.data": _("Dữ liệu cá nhân"),
    "afterwards.contests": _("Các cuộc thi"),
    "ceremony.prize": _("{name} ({count})"),
    "ceremony.nobody": _("Không có ai"),
    "ceremony.waiting": _("Chưa công bố"),
    "contestant.title": _("Số {number}: {name}"),
    "contestant.board": _("Nhập thay điện thoại hỏng"),
    "contestant.board_hint": _("Dùng khi thí sinh giơ bảng. Nhật ký ghi rõ là nhập thay."),
    "contestant.enter": _("Ghi câu trả lời này"),
    "contestant.entered": _("Đã ghi câu trả lời của số {number} {name}."),
    "contestant.return": _("Đưa trở lại sàn"),
    "contestant.admit": _("Cho vào thi từ câu sau"),
    "contestant.eliminate": _("Cho rời sàn"),
    "contestant.disqualify": _("Không xét giải"),
    "contestant.disqualify_hint": _(
        "Rời sàn và không còn trong xếp hạng; những người sau lên một bậc. Hội trường không thấy "
        "lý do, nhật ký và số liệu khiếu nại thì có."
    ),
    "contestant.requalify": _("Xét giải trở lại"),
    "contestant.disqualified": _("không xét giải"),
    "contestant.reason": _("Lý do"),
    "contestant.points": _("Cộng hoặc trừ điểm"),
    "contestant.score": _("Sửa điểm"),
    "contestant.name": _("Họ tên"),
    "contestant.team": _("Đội"),
    "contestant.save": _("Lưu tên và đội"),
    "contestant.figures": _("Số liệu để giải quyết khiếu nại"),
    "contestant.remove": _("Xóa khỏi cuộc thi"),
    "seat.hint": _(
        "Điện thoại hỏng hay hết pin: người này thi tiếp trên máy khác, giữ nguyên số, câu trả lời "
        "và điểm."
    ),
    "seat.open": _("Mở lại bằng máy khác"),
    "seat.qr": _("Mã QR mở lại số {number}"),
    "seat.scan": _("Quét bằng máy mới để mở số {number} {name}."),
    "seat.type": _("Hoặc mở {site} trên máy mới và nhập:"),
    "seat.until": _("Dùng một lần, đến {until}. Đừng để màn hình này lên máy chiếu."),
    "seat.close": _("Thu hồi mã"),
    "seat.closed": _("Đã thu hồi mã."),
    "seat.over": _("Mã đã hết hạn hoặc bị thu hồi."),
    "seat.opened": _("Số {number} đã mở trên máy khác. Máy cũ không còn giữ chỗ."),
    "flood.title": _("Người vào dồn dập"),
    "flood.people": _("{people} người vào trong ít phút; trước đó có {before}."),
    "flood.unseen": _("Trong số mới vào, {unseen} người không có máy nào nối."),
    "flood.do": _("Không phải người trong hội trường thì đóng cửa, rồi xóa. Hoàn tác được."),
    "flood.locked": _("Cửa đã đóng. Xóa thì hoàn tác được."),
    "flood.lock": _("Đóng cửa phòng"),
    "flood.remove": _("Xóa {people} người vừa vào"),
    "flood.remove_unseen": _("Xóa {people} người không có máy nối"),
    "flood.welcome": _("Là người trong hội trường"),
    "newcomers.open": _("Xóa những người vừa vào…"),
    "newcomers.since": _("Xóa từ người này đến người mới nhất…"),
    "newcomers.title": _("Xóa những người vừa vào"),
    "newcomers.hint": _(
        "Dùng khi có người vào phá. Điện thoại của họ báo không còn trong danh sách; hoàn tác thì "
        "trong vài phút chúng tự về chỗ cũ. Ai đã trả lời hay đã bấm giành quyền thì được giữ."
    ),
    "newcomers.from": _("Từ số thứ tự"),
    "newcomers.unseen": _("Chỉ những người chưa từng có máy nào nối"),
    "newcomers.going": _("{people} người sẽ bị xóa, từ số {first} đến số {last}. Mới nhất:"),
    "newcomers.going_at_most": _(
        "Nhiều nhất {people} người sẽ bị xóa, từ số {first} đến số {last}. Mới nhất:"
    ),
    "newcomers.more": _("và {people} người vào trước đó"),
    "newcomers.remove": _("Xóa"),
    "newcomers.remove_many": _("Xóa {people} người"),
    "close": _("Đóng"),
}

HELP: Words = {
    "help.title": _("Trợ giúp"),
    "help.forward_key": _("Phím cách, Page Down, →"),
    "help.forward": _("Bước tiếp theo: giống hệt nút đỏ. Nút bấm trình chiếu cũng dùng được."),
    "help.back_key": _("Page Up, ←"),
    "help.back": _("Hoàn tác việc vừa làm, phải bấm hai lần."),
    "help.question_key": _("?"),
    "help.question": _("Mở trang trợ giúp này."),
    "help.escape_key": _("Esc"),
    "help.escape": _("Đóng cửa sổ đang mở."),
    "help.second_press": _(
        "Khi đồng hồ chạy, bước tiếp theo là khóa đáp án. Để không ai bị cắt ngang vì chạm nhầm, "
        "phải bấm hai lần, trừ khi mọi người đã trả lời. Bắt đầu và kết thúc phần thi cũng vậy."
    ),
    "help.correct": _(
        "Việc gì cũng sửa được: bấm vào một câu ở kịch bản để hủy câu hoặc sửa đáp án, "
        "bấm vào một thí sinh để đưa trở lại, cho rời sàn, sửa điểm, sửa tên."
    ),
    "help.two_consoles": _(
        "Mở bàn điều khiển trên nhiều máy cũng không sao: mỗi bước chỉ được làm một lần."
    ),
}

REFUSED: Words = {
    "refused.no_change": _("Không đổi gì: đã chấm người này, hoặc người này đã trả lời."),
    "refused.not_on_floor": _("Người này không ở trên sàn, hoặc không có lượt ở câu này."),
}
"""What a refusal means at the console, where it is not what it means on a phone."""
