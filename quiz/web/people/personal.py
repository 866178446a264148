"""The personal data of one contest: what is kept, taking it away, erasing it."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, lazy_gettext
from wtforms import Form, SelectField, StringField
from wtforms.validators import InputRequired

from quiz.core.errors import Rejected
from quiz.declared_roles import HOSTS
from quiz.service.apart import NotMade
from quiz.service.contests.rows import ContestRow
from quiz.service.people.personal import PERIODS
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import NEEDED, failed
from quiz.web.people.personal_files import FILES

_ = lazy_gettext
pages = Blueprint("personal", __name__, url_prefix="/host/contests/<contest_id>")

USUAL = "usual"
"""The choice of what the server's settings say."""
REFUSED = {
    "erase": {
        "under_way": _(
            "Cuộc thi chưa kết thúc. Hãy kết thúc ở bàn điều khiển, rồi quay lại đây xóa tên."
        ),
        "unreadable": _(
            "Không đọc được dữ liệu của cuộc thi này nên không xóa riêng tên được. "
            "Có thể xóa cả cuộc thi."
        ),
    },
    "delete": {
        "under_way": _("Cuộc thi đang diễn ra. Hãy kết thúc ở bàn điều khiển trước."),
    },
    "": {
        "clock_running": _(
            "Một câu hỏi đang chạy giờ, ở cuộc thi này hoặc cuộc thi khác. Xóa lúc này sẽ bắt các "
            "điện thoại phải chờ. Đợi khóa câu trả lời rồi bấm lại."
        ),
        "storage_failed": _(
            "Chưa dọn sạch được tệp dữ liệu: đĩa đầy, hoặc một chương trình khác đang đọc tệp. "
            "Hãy xử lý rồi bấm lại."
        ),
    },
}
"""Why names or a contest could not go; under "" what holds for both."""


class KeepForm(Form):
    """How long names are kept."""

    days = SelectField(_("Giữ tên trong"))

    def offer(self, usual: int) -> None:
        """The choices; `usual` days are what the server's settings say."""
        named = {str(days): period(days) for days in PERIODS}
        self.days.choices = [
            (USUAL, _("Theo máy chủ: %(days)s", days=period(usual))),
            *named.items(),
        ]


class PinForm(Form):
    """What cannot be taken back is confirmed by typing the contest's PIN."""

    pin = StringField(
        _("Gõ mã PIN của cuộc thi để xác nhận"),
        [InputRequired(NEEDED)],
        render_kw={"inputmode": "numeric"},
    )


@dataclass(frozen=True, slots=True)
class Forms:
    """The three forms of the page."""

    keep: KeepForm
    erase: PinForm
    delete: PinForm


def period(days: int) -> LazyString:
    """So many days in words; 0 is for ever."""
    return _("%(days)s ngày", days=days) if days else _("đến khi tự tay xóa")


def forms_of(contest_id: str) -> Forms:
    """The forms, filled with what was sent."""
    names = desk().personal.names().get(contest_id)
    if names is None:
        abort(404)
    keep = KeepForm(request.form, days=USUAL if names.chosen is None else str(names.chosen))
    keep.offer(desk().personal.usual_days)
    return Forms(
        keep, PinForm(request.form, prefix="erase-"), PinForm(request.form, prefix="delete-")
    )


def row_of(contest_id: str) -> ContestRow:
    """The contest's line in the list, or the page that says there is none."""
    found = next((row for row in desk().runners.listing() if row.id == contest_id), None)
    return found or abort(404)


def page(contest_id: str, forms: Forms, status: int = 200) -> ResponseReturnValue:
    """The page with these forms."""
    row = row_of(contest_id)
    text = render_template(
        "people/personal.html",
        row=row,
        names=desk().personal.names()[contest_id],
        copies=desk().personal.copies(),
        forms=forms,
    )
    return text, status


@pages.get("/data", roles=HOSTS)
def show(contest_id: str) -> ResponseReturnValue:
    """What is kept, for whom and until when."""
    return page(contest_id, forms_of(contest_id))


@pages.get("/data.<kind>", roles=HOSTS)
def download(contest_id: str, kind: str) -> ResponseReturnValue:
    """Everything of the contest as one file."""
    if kind not in FILES:
        abort(404)
    row = row_of(contest_id)
    try:
        found = desk().personal.record(contest_id)
    except Rejected:
        abort(503)
    write, mime = FILES[kind]
    try:
        file = write(found)
    except NotMade:
        abort(503)
    name = f"attachment; filename=cuoc-thi-{row.pin}.{kind}"
    return Response(file, mimetype=mime, headers={"Content-Disposition": name})


@pages.post("/data/keep", roles=HOSTS)
def keep(contest_id: str) -> ResponseReturnValue:
    """Set how long names are kept."""
    forms = forms_of(contest_id)
    if not forms.keep.validate():
        return page(contest_id, forms, 422)
    chosen = forms.keep.days.data
    desk().personal.keep(contest_id, None if chosen == USUAL else int(chosen))
    flash(_("Đã lưu thời gian giữ tên."))
    return redirect(url_for("personal.show", contest_id=contest_id))


@pages.post("/data/erase", roles=HOSTS)
def erase(contest_id: str) -> ResponseReturnValue:
    """Erase the names for good."""
    forms = forms_of(contest_id)
    if not is_confirmed(contest_id, forms.erase):
        return page(contest_id, forms, 422)
    try:
        desk().personal.erase(contest_id)
    except Rejected as refusal:
        failed(forms.erase.pin, reason("erase", refusal.code))
        return page(contest_id, forms, 422)
    flash(_("Đã xóa tên. Mọi màn hình đang mở của cuộc thi đã tải lại."))
    return redirect(url_for("personal.show", contest_id=contest_id))


@pages.post("/data/delete", roles=HOSTS)
def delete(contest_id: str) -> ResponseReturnValue:
    """Delete the whole contest for good."""
    forms = forms_of(contest_id)
    if not is_confirmed(contest_id, forms.delete):
        return page(contest_id, forms, 422)
    try:
        desk().personal.delete(contest_id)
    except Rejected as refusal:
        if any(row.id == contest_id for row in desk().runners.listing()):
            failed(forms.delete.pin, reason("delete", refusal.code))
            return page(contest_id, forms, 422)
        flash(
            _(
                "Cuộc thi không còn trong danh sách, nhưng chưa dọn sạch được tệp dữ liệu: đĩa "
                "đầy, hoặc một chương trình khác đang đọc tệp. Lần xóa sau sẽ dọn luôn."
            )
        )
    else:
        flash(_("Đã xóa cả cuộc thi."))
    return redirect(url_for("contests.index"))


def is_confirmed(contest_id: str, form: PinForm) -> bool:
    """Whether the contest's own PIN was typed; else the reason is at the field."""
    if not form.validate():
        return False
    if (form.pin.data or "").replace(" ", "") != desk().runners.pin(contest_id):
        failed(form.pin, _("Đây không phải mã PIN của cuộc thi này."))
        return False
    return True


def reason(act: str, code: str) -> LazyString:
    """A refusal in words."""
    return REFUSED[act].get(code) or REFUSED[""].get(code) or REFUSED[""]["storage_failed"]
