"""The forms of the library's pages: a bank's head, and what somebody looks for."""

from collections.abc import Mapping

from flask_babel import lazy_gettext
from wtforms import Form, HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from quiz.banks.bank import Bank
from quiz.banks.importing.values.names import plain
from quiz.banks.question import DATE
from quiz.web.frame.fields import NEEDED, one_of
from quiz.web.library.question_key import plain as clean

_ = lazy_gettext
TOO_LONG = _("Dài quá: nhiều nhất %(max)d chữ cái.")
LONGEST_ID = 40


class HeadForm(Form):
    """What is said of a bank as a whole."""

    title = StringField(
        _("Tên ngân hàng"),
        [InputRequired(NEEDED), Length(max=120, message=TOO_LONG)],
        description=_("Ngắn gọn, như “Luật Công đoàn 2024”."),
    )
    title_en = StringField(
        _("Tên tiếng Anh"),
        [Optional(), Length(max=120, message=TOO_LONG)],
        description=_("Để trống: dùng tên trên."),
    )
    description = TextAreaField(
        _("Giới thiệu"), [Length(max=600, message=TOO_LONG)], render_kw={"rows": 3}
    )
    as_of = StringField(
        _("Tính đến"),
        [
            InputRequired(NEEDED),
            Regexp(DATE.pattern + "$", message=_("Ngày viết như 28/7/1929, 7/1929 hoặc 1929.")),
        ],
        description=_("Các câu hỏi đúng vào lúc nào: ngày 28/7/1929, tháng 7/1929 hoặc năm 1929."),
    )
    language = one_of(_("Ngôn ngữ"), [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))])
    based_on = HiddenField(default="0")


def form_of(bank: Bank, based_on: int) -> HeadForm:
    """The form of a bank's head, filled in."""
    names = ("title", "title_en", "description", "as_of", "language")
    data = {name: getattr(bank, name) for name in names}
    return HeadForm(None, data=data | {"based_on": str(based_on)})


def head_from(form: HeadForm, id: str = "") -> Bank:
    """The head that the form describes; without an id, one told from its title."""
    title = clean(form.title.data)
    return Bank(
        id or slug(title),
        title,
        clean(form.title_en.data) or title,
        clean(form.description.data),
        clean(form.as_of.data),
        form.language.data,
        (),
    )


def slug(title: str) -> str:
    """An id of a title's words, without marks."""
    words = plain(title).encode("ascii", "ignore").decode().split()
    return "-".join(words)[:LONGEST_ID].strip("-") or "bank"


def page_number(arguments: Mapping[str, str]) -> int:
    """The page that an address asks for, from 1."""
    return max(1, version_of(arguments.get("page")))


def version_of(text: str | None) -> int:
    """The version that a form was based on; 0 for what is no number."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
