"""The fields of one question's form: those of every kind together; the page shows what counts."""

from flask_babel import LazyString, lazy_gettext
from wtforms import (
    BooleanField,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, NumberRange, Optional

from quiz.banks.importing.checking import LONGEST_OPTION, LONGEST_TEXT, MOST_POINTS
from quiz.banks.pictures.pictures import Picture
from quiz.core.nouns.model import Kind
from quiz.web.frame.fields import WholeField, one_of

_ = lazy_gettext
ROWS = 6
"""Rows for options that every form has."""
KINDS = [
    (Kind.ONE, _("Chọn một")),
    (Kind.SEVERAL, _("Chọn nhiều")),
    (Kind.TRUE_FALSE, _("Đúng hay sai")),
    (Kind.TEXT, _("Trả lời ngắn")),
    (Kind.NUMBER, _("Điền số")),
    (Kind.ORDER, _("Sắp thứ tự")),
]
TOO_LONG = _("Dài quá: nhiều nhất %(max)d chữ cái.")


def optional_whole(label: LazyString, lowest: int, highest: int, about: LazyString) -> WholeField:
    """A whole number within bounds, or nothing."""
    message = _("Cần một số nguyên từ %(lowest)s đến %(highest)s.", lowest=lowest, highest=highest)
    limits = {"min": lowest, "max": highest, "inputmode": "numeric"}
    checks = [Optional(), NumberRange(lowest, highest, message)]
    return WholeField(label, checks, description=about, render_kw=limits)


class OptionForm(Form):
    """One option: its text, whether it is right, and its place where options are put in order."""

    text = StringField(_("Phương án"), [Length(max=LONGEST_OPTION, message=TOO_LONG)])
    right = BooleanField(_("Đúng"))
    place = WholeField(_("Thứ tự đúng"), [Optional()], render_kw={"min": 1, "inputmode": "numeric"})


class QuestionForm(Form):
    """One question of any kind; fields that its kind does not have are not looked at."""

    kind = one_of(_("Loại câu hỏi"), [(kind.value, words) for kind, words in KINDS])
    text = TextAreaField(
        _("Câu hỏi"),
        [Length(max=LONGEST_TEXT, message=TOO_LONG)],
        description=_("Không quá 160 chữ cái thì đọc rõ trong hội trường."),
        render_kw={"rows": 3},
    )
    options = FieldList(FormField(OptionForm), _("Các phương án"), min_entries=ROWS)
    truth = RadioField(
        _("Đáp án"),
        [Optional()],
        choices=lambda: [("true", str(_("Đúng"))), ("false", str(_("Sai")))],
    )
    answers = TextAreaField(
        _("Các câu trả lời được nhận"),
        description=_("Mỗi dòng một cách viết đúng. Chữ hoa và dấu câu không tính."),
        render_kw={"rows": 3},
    )
    strict_marks = BooleanField(
        _("Phải đúng dấu"), description=_("Bỏ chọn: thiếu dấu tiếng Việt vẫn được nhận.")
    )
    number = StringField(
        _("Số đúng"),
        description=_("Viết liền, phần lẻ sau dấu phẩy: 140000 hoặc 74,5."),
        render_kw={"inputmode": "decimal"},
    )
    tolerance = StringField(
        _("Được lệch"),
        description=_("Để trống: phải đúng chính xác."),
        render_kw={"inputmode": "decimal"},
    )
    fixed_order = BooleanField(
        _("Không xáo phương án"),
        description=_("Chọn khi có phương án nói đến phương án khác, như “Cả A và B”."),
    )
    explanation = TextAreaField(
        _("Giải thích"),
        [Length(max=LONGEST_TEXT, message=TOO_LONG)],
        description=_("Một câu, hiện sau khi công bố đáp án."),
        render_kw={"rows": 2},
    )
    citation = StringField(
        _("Căn cứ"),
        [Length(max=LONGEST_OPTION, message=TOO_LONG)],
        description=_("Văn bản, điều, khoản."),
    )
    as_of = StringField(_("Tính đến"), description=_("Ngày 28/7/1929, tháng 7/1929 hoặc năm 1929."))
    source_status = one_of(
        _("Nguồn"),
        [
            ("secondary", _("Thứ cấp: báo, trang trích lại")),
            ("verified", _("Đã đối chiếu với văn bản")),
        ],
    )
    topic = StringField(
        _("Chủ đề"),
        [Length(max=120, message=TOO_LONG)],
        description=_("Dùng khi rút câu hỏi."),
        render_kw={"list": "topics"},
    )
    difficulty = one_of(_("Độ khó"), [("1", _("Dễ")), ("2", _("Vừa")), ("3", _("Khó"))])
    seconds = optional_whole(_("Số giây"), 5, 600, _("Để trống: theo phần thi."))
    points = optional_whole(_("Điểm"), 1, MOST_POINTS, _("Để trống: theo phần thi."))
    picture = FileField(
        _("Ảnh"),
        description=_("PNG, JPEG hoặc WebP. Ảnh được thu nhỏ và bỏ thông tin riêng."),
        render_kw={"accept": "image/png,image/jpeg,image/webp,image/gif"},
    )
    remove_picture = BooleanField(_("Bỏ ảnh này"))
    kept_picture = HiddenField()
    new_picture: Picture | None = None
    """The picture that was sent, once it was looked at."""
