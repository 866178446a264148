"""The form of a new contest: its fields, each saying in words what it does."""

from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from quiz.web.fields import NEEDED, WholeField, one_of, whole
from quiz.web.rules_form import RulesForm

_ = lazy_gettext
MOST_PEOPLE = 100_000


class PrizeForm(Form):
    """One prize and how many of it."""

    name = StringField(_("Tên giải"), [Length(max=60, message=_("Tên giải dài quá 60 chữ."))])
    count = WholeField(
        _("Số giải"),
        [Optional(), NumberRange(1, 100, _("Số giải từ 1 đến 100."))],
        render_kw={"min": 1, "max": 100},
    )


PRIZES = (
    {"name": "Giải Nhất", "count": 1},
    {"name": "Giải Nhì", "count": 1},
    {"name": "Giải Ba", "count": 5},
    {"name": "", "count": None},
    {"name": "", "count": None},
)


class ContestForm(RulesForm):
    """Everything an organizer decides; `seed` and `swaps` carry the draw between pages."""

    preset = HiddenField()
    seed = HiddenField()
    swaps = HiddenField()

    title = StringField(
        _("Tên cuộc thi"),
        [InputRequired(NEEDED), Length(max=120, message=_("Tên cuộc thi dài quá 120 chữ."))],
        description=_("Hiện trên điện thoại, máy chiếu và biên bản."),
    )
    round_name = StringField(
        _("Tên phần thi"),
        [Optional(), Length(max=60, message=_("Tên phần thi dài quá 60 chữ."))],
        description=_("Người xem thấy tên này khi phần thi bắt đầu. Để trống: lấy tên mẫu."),
    )
    banks = SelectMultipleField(_("Ngân hàng câu hỏi"), description=_("Chọn một hoặc nhiều."))
    topics = SelectMultipleField(
        _("Chủ đề"), description=_("Không chọn chủ đề nào nghĩa là lấy mọi chủ đề.")
    )
    avoid = one_of(
        _("Câu đã dùng"),
        [
            ("any", _("Được lấy lại")),
            ("recent", _("Không lấy câu đã dùng trong những tháng gần đây")),
            ("ever", _("Không lấy câu đã dùng ở bất kỳ cuộc thi nào")),
        ],
        _("Đã dùng: đã được hỏi, hoặc đang nằm trong một cuộc thi chưa kết thúc."),
    )
    avoid_months = whole(_("Số tháng gần đây"), 1, 120, 12, _("Câu dùng trước đó được lấy lại."))
    questions = whole(_("Câu chính"), 1, 100, 20, _("Số câu của phần thi."))
    reserve = whole(
        _("Câu dự phòng"),
        0,
        50,
        10,
        _("Dùng khi còn nhiều người sau câu cuối, hoặc thay câu bị bỏ."),
    )
    audience = whole(
        _("Câu cho khán giả"), 0, 50, 5, _("Hỏi người đã rời sàn, không tính vào kết quả.")
    )
    mcq_first = whole(
        _("Số câu đầu chỉ có trắc nghiệm"),
        0,
        100,
        10,
        _("Các câu đầu chỉ cần chạm để chọn; sau đó có thể có câu phải gõ."),
    )
    seconds = whole(
        _("Giây cho mỗi câu"), 3, 300, 15, _("Câu nào ghi thời gian riêng thì theo câu đó.")
    )
    clock = one_of(
        _("Đồng hồ"),
        [
            ("host", _("Người dẫn bấm, sau khi đọc xong câu hỏi")),
            ("at_once", _("Chạy ngay khi câu hỏi hiện ra")),
        ],
    )
    change_answer = BooleanField(
        _("Được đổi đáp án cho đến khi khóa"),
        description=_("Đáp án cuối cùng được tính. Bỏ chọn: đáp án đầu tiên được tính."),
        default=True,
    )
    teams = TextAreaField(
        _("Các đội"),
        description=_("Mỗi dòng một đội. Để trống nếu thi cá nhân."),
        render_kw={"rows": 4},
    )
    team_rule = one_of(
        _("Điểm của đội"),
        [
            ("sum", _("Tổng điểm các thành viên")),
            ("mean", _("Điểm trung bình của thành viên")),
            ("best", _("Tổng điểm của những người cao nhất")),
        ],
        _("Trung bình là công bằng khi các đội đông ít khác nhau."),
    )
    best_of = whole(
        _("Số người cao nhất được tính"), 1, 100, 3, _("Chỉ dùng khi tính người cao nhất.")
    )
    late_join = one_of(
        _("Người vào muộn"),
        [
            ("spectator", _("Được xem và trả lời câu khán giả")),
            ("floor", _("Được vào sàn thi")),
            ("closed", _("Không được vào")),
        ],
    )
    capacity = whole(
        _("Số người nhiều nhất"),
        0,
        MOST_PEOPLE,
        0,
        _("Đủ số này thì không nhận thêm, kể cả khán giả. 0: nhận đến hết sức của máy chủ."),
    )
    prizes = FieldList(FormField(PrizeForm), default=PRIZES)
