"""Forms of an import: what all its questions share, and the bank that they go into."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from flask_babel import lazy_gettext
from wtforms import BooleanField, Form, SelectField, StringField
from wtforms.validators import Length, Optional, Regexp

from quiz.banks.bank import Bank
from quiz.banks.importing.draft import Imported
from quiz.banks.importing.whole import head_of
from quiz.banks.importing.work import FOR_ALL, Work
from quiz.banks.question import DATE
from quiz.web.frame.fields import one_of
from quiz.web.library.bank_forms import TOO_LONG, HeadForm, head_from
from quiz.web.library.question_key import plain

_ = lazy_gettext


class ForAllForm(Form):
    """What is filled in for every question at once; an empty field changes nothing."""

    topic = StringField(_("Chủ đề"), [Length(max=120, message=TOO_LONG)])
    citation = StringField(_("Căn cứ"), [Length(max=500, message=TOO_LONG)])
    as_of = StringField(
        _("Tính đến"),
        [
            Optional(),
            Regexp(DATE.pattern + "$", message=_("Ngày viết như 28/7/1929, 7/1929 hoặc 1929.")),
        ],
    )
    source_status = one_of(
        _("Nguồn"),
        [
            ("", _("Giữ như đang có")),
            ("secondary", _("Thứ cấp: báo, trang trích lại")),
            ("verified", _("Đã đối chiếu với văn bản")),
        ],
    )
    over = BooleanField(
        _("Thay cả những câu đã có"), description=_("Bỏ chọn: chỉ điền vào câu còn trống.")
    )

    def values(self) -> dict[str, str]:
        """What was filled in."""
        return {name: plain(self[name].data) for name in FOR_ALL}


class DestinationForm(HeadForm):
    """Where the questions go: a new bank with this head, or one that is there."""

    into = SelectField(_("Lưu vào"))

    def offer(self, banks: Sequence[Bank]) -> None:
        """Let the form offer these banks besides a new one."""
        new = ("", str(_("Một ngân hàng mới")))
        self.into.choices = [new, *((bank.id, bank.title) for bank in banks)]

    def valid(self) -> bool:
        """Whether the questions can go there; only a new bank needs a head."""
        fine = self.validate()
        return fine or (bool(self.into.data) and not self.into.errors)

    def head(self, like: Bank) -> Bank | None:
        """The new bank's head; None where the questions go into another bank."""
        return None if self.into.data else head_from(self, like.id)


def destination(head: Bank, banks: Sequence[Bank]) -> DestinationForm:
    """The form with the head that the file suggests, and the banks that may take more."""
    names = ("title", "title_en", "description", "as_of", "language")
    data = {name: getattr(head, name) for name in names}
    data["title_en"] = "" if head.title_en == head.title else head.title_en
    form = DestinationForm(None, data=data)
    form.offer(banks)
    return form


def head_like(work: Work, file: str, now: int) -> Bank:
    """The head that the file suggests; `now` in ms."""
    day = datetime.fromtimestamp(now / 1000, UTC).astimezone()
    head = head_of(
        Imported((), work.title, head=work.head), file, f"{day.day}/{day.month}/{day.year}"
    )
    return replace(head, questions=())
