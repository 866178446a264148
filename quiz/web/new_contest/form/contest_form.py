"""The form of a new contest: its fields, each saying in words what it does."""

from collections.abc import Iterator, Mapping
from functools import cache

from flask_babel import LazyString, format_decimal, gettext, lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.core import UnboundField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from quiz.web.formats import PAGES
from quiz.web.formats.declaring import Preset, alone, pair
from quiz.web.frame.fields import NEEDED, WholeField, one_of, whole
from quiz.web.frame.running import most_people
from quiz.web.new_contest.form.plans import BY_WINNER
from quiz.web.new_contest.form.settings_form import fields
from quiz.web.new_contest.presets import preset

_ = lazy_gettext
LARGEST_CAPACITY = 100_000


def about_capacity() -> str:
    """What the most people of a contest are, and how many this server lets in by itself."""
    most = format_decimal(most_people())
    about = gettext(
        "Đủ số này thì không nhận thêm, kể cả khán giả. 0: như máy chủ đặt, là %(most)s.", most=most
    )
    return str(about)


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


class ContestForm(Form):
    """What an organizer decides in any format; `seed` and `swaps` carry the draw between pages."""

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
        LARGEST_CAPACITY,
        0,
        LazyString(about_capacity),
    )
    credit_ms = whole(
        _("Bù độ trễ mạng, nhiều nhất (ms)"),
        0,
        1000,
        150,
        _("Máy chủ tự đo đường đi của tin và trừ nửa vòng vào thời gian trả lời. 0: không bù."),
    )
    prizes = FieldList(FormField(PrizeForm), default=PRIZES)
    earned = BooleanField(
        _("Chỉ trao giải cho người có kết quả"),
        description=_(
            "Ai chưa đúng câu nào và không có điểm thì không được giải; "
            "giải còn lại do ban tổ chức quyết định."
        ),
        default=True,
    )
    prizes_from = SelectField(
        _("Giải thưởng trao theo"),
        description=_("Cũng là bảng xếp hạng chung của cuộc thi."),
        choices={},
        default=BY_WINNER,
        validate_choice=False,
    )
    weight = whole(
        _("Hệ số điểm của phần này"),
        1,
        100,
        1,
        _("Khi cộng điểm các phần, điểm của phần này được nhân với số này."),
    )


RULES = (pair("late_join", "capacity"), alone("credit_ms"))
"""Rows of what is rarely changed of a whole contest."""


@cache
def form_of(format: str) -> type[ContestForm]:
    """The form of a round of this format: with its settings, in its words."""
    pages = PAGES[format]
    made: type[ContestForm] = type("RoundForm", (ContestForm,), fields(pages))
    for name, about in pages.about.items():
        field = getattr(ContestForm, name)
        again = {**field.kwargs, "description": about}
        setattr(made, name, UnboundField(field.field_class, *field.args, **again))
    return made


def read_form(sent: MultiDict[str, str]) -> ContestForm:
    """The form of a round as it was sent."""
    return form_of(preset(sent.get("preset", "")).format)(sent)


def fresh_form(chosen: Preset, held: Mapping[str, object] | None = None) -> ContestForm:
    """The form of a round as a preset fills it in; `held` are what other fields keep."""
    data = {**chosen.values, **(held or {}), "preset": chosen.id}
    return form_of(chosen.format)(None, data=data)


def filled_in(form: Form) -> Iterator[tuple[str, str]]:
    """The fields of a form as a browser would send them."""
    for field in form:
        if isinstance(field, FieldList):
            for entry in field:
                yield from filled_in(entry.form)
        elif isinstance(field, BooleanField):
            yield from [(field.name, "y")] * bool(field.data)
        elif isinstance(field, SelectMultipleField):
            yield from ((field.name, str(each)) for each in field.data or ())
        else:
            yield field.name, "" if field.data is None else str(field.data)
