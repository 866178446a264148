"""The library: every bank with its counts; new, changed, archived and merged banks."""

from datetime import UTC, datetime

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import lazy_gettext

from quiz.banks.alike import Alike
from quiz.banks.counting import counted
from quiz.core.errors import Rejected
from quiz.declared_roles import HOSTS
from quiz.service.library.bank_overlays import LibraryBank
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.own_paths import own_path
from quiz.web.frame.responses import PageResponse
from quiz.web.library.bank_forms import HeadForm, form_of, head_from, version_of

_ = lazy_gettext
pages = Blueprint("banks", __name__, url_prefix="/host/banks")
OWN_PAGES = ("/host/banks/",)


@pages.app_template_filter("moment")
def moment(at: int) -> str:
    """A time as people write it, 20:14 28/7/2026, in this machine's time zone; `at` in ms."""
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone()
    return f"{local:%H:%M} {local.day}/{local.month}/{local.year}"


@pages.get("/", roles=HOSTS)
def index() -> str:
    """Every bank, the archived ones folded away."""
    banks = desk().library.banks()
    rows = [(bank, counted(bank.bank.questions)) for bank in banks]
    return render_template(
        "library/banks.html",
        rows=[row for row in rows if not row[0].archived],
        archived=[row for row in rows if row[0].archived],
        problems=desk().library.load()[1],
        total=sum(counts.total for bank, counts in rows if not bank.archived),
    )


@pages.get("/new", roles=HOSTS)
def new() -> str:
    """The form of a new bank."""
    return render_template("library/bank_head.html", form=HeadForm(), bank=None)


@pages.post("/new", roles=HOSTS)
def make() -> PageResponse:
    """Make an empty bank."""
    form = HeadForm(request.form)
    if not form.validate():
        return render_template("library/bank_head.html", form=form, bank=None), 422
    bank_id = desk().library.add(head_from(form), account=account().id)
    flash(_("Đã tạo ngân hàng. Thêm câu hỏi ngay ở đây, hoặc nhập từ tệp."))
    return redirect(url_for("bank_questions.listing", bank_id=bank_id), 303)


@pages.get("/<bank_id>/head", roles=HOSTS)
def head(bank_id: str) -> str:
    """The form of what is said of a bank as a whole."""
    bank = desk().library.bank(bank_id)
    form = form_of(bank.head, bank.version)
    return render_template("library/bank_head.html", form=form, bank=bank)


@pages.post("/<bank_id>/head", roles=HOSTS)
def change(bank_id: str) -> PageResponse:
    """Change it; what somebody else changed meanwhile is shown first."""
    library = desk().library
    bank, form = library.bank(bank_id), HeadForm(request.form)
    if not form.validate():
        return render_template("library/bank_head.html", form=form, bank=bank), 422
    try:
        based_on = version_of(form.based_on.data)
        library.change_head(
            bank_id, head_from(form, bank_id), account=account().id, based_on=based_on
        )
    except Rejected as refusal:
        if refusal.code != "stale":
            raise
        form.based_on.data = str(bank.version)
        page = render_template("library/bank_head.html", form=form, bank=bank, theirs=bank.head)
        return page, 409
    flash(_("Đã lưu."))
    return redirect(url_for("bank_questions.listing", bank_id=bank_id), 303)


@pages.post("/<bank_id>/archive", roles=HOSTS)
def archive(bank_id: str) -> PageResponse:
    """Take a bank, or the question that the form names, out of use."""
    question = request.form.get("question", "")
    desk().library.archive(bank_id, question, account=account().id)
    flash(_("Đã cất đi câu hỏi.") if question else _("Đã cất đi ngân hàng."))
    return back(bank_id)


@pages.post("/<bank_id>/restore", roles=HOSTS)
def restore(bank_id: str) -> PageResponse:
    """Take it into use again."""
    question = request.form.get("question", "")
    try:
        desk().library.restore(bank_id, question, account=account().id)
    except Rejected as refusal:
        if refusal.code != "id_taken":
            raise
        other = desk().library.bank(refusal.detail).head.title
        flash(_("Câu này đã chuyển sang ngân hàng “%(bank)s” và đang dùng ở đó.", bank=other))
        return back(bank_id)
    flash(_("Đã dùng lại câu hỏi.") if question else _("Đã dùng lại ngân hàng."))
    return back(bank_id)


def back(bank_id: str) -> PageResponse:
    """To the page that the form came from, or to the bank."""
    listing = url_for("bank_questions.listing", bank_id=bank_id)
    return redirect(own_path(request.form.get("next", ""), listing, OWN_PAGES), 303)


@pages.get("/merge", roles=HOSTS)
def merge() -> str:
    """Choose two banks; what the merged one will be is said before anything is done."""
    library = desk().library
    banks = [bank for bank in library.banks() if not bank.archived]
    named = {bank.head.id: bank for bank in banks}
    one, other = (named.get(request.args.get(name, "")) for name in ("from", "into"))
    ready = one is not None and other is not None and one is not other
    alike = between(one, other) if ready and one and other else ()
    return render_template(
        "library/bank_merge.html", banks=banks, one=one, other=other, ready=ready, alike=alike
    )


def between(one: LibraryBank, other: LibraryBank) -> tuple[object, ...]:
    """The questions of one bank that are like one of the other."""
    others = Alike(other.bank.questions)
    return tuple(pair for question in one.bank.questions for pair in others.like(question)[:1])


@pages.post("/merge", roles=HOSTS)
def merged() -> PageResponse:
    """Move the questions of one bank into another."""
    one, other = request.form.get("from", ""), request.form.get("into", "")
    desk().library.merge(one, other, account=account().id)
    flash(_("Đã gộp. Ngân hàng cũ được cất đi."))
    return redirect(url_for("bank_questions.listing", bank_id=other), 303)


@pages.get("/<bank_id>/originals/<int:place>", roles=HOSTS)
def original(bank_id: str, place: int) -> Response:
    """A file that the bank was imported from, as it was; never opened in the browser."""
    file = desk().library.original(bank_id, place)
    answer = Response(file.data, mimetype="application/octet-stream")
    answer.headers.set("Content-Disposition", "attachment", filename=file.name)
    return answer
