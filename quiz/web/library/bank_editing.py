"""One question of a bank: made, changed with its history beside it, put back as it was."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from quiz.banks.alike import Pair
from quiz.banks.bank import FALSE, TRUE
from quiz.banks.differences import Difference, differences
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Kind, Question
from quiz.declared_roles import HOSTS
from quiz.service.library.bank_overlays import LibraryBank, LibraryQuestion
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.responses import PageResponse
from quiz.web.library.bank_forms import version_of
from quiz.web.library.bank_history import told
from quiz.web.library.question_fields import QuestionForm
from quiz.web.library.question_form import form_of, question_from, sent_form

_ = lazy_gettext
pages = Blueprint("bank_editing", __name__, url_prefix="/host/banks")


@pages.get("/<bank_id>/questions/new", roles=HOSTS)
def new(bank_id: str) -> str:
    """The form of a new question, dated as its bank is."""
    bank = desk().library.bank(bank_id)
    blank = Question("", Kind.ONE, "", (), source_status="secondary", as_of=bank.head.as_of)
    return page(bank, None, form_of(blank))


@pages.post("/<bank_id>/questions/new", roles=HOSTS)
def make(bank_id: str) -> PageResponse:
    """Add the question."""
    bank, form = desk().library.bank(bank_id), sent_form(request)
    question = question_from(form, "")
    keep_picture(form)
    if question is None:
        return page(bank, None, form), 422
    (made,) = desk().library.append(bank_id, [question], account=account().id)
    flash(_("Đã thêm câu hỏi."))
    return redirect(url_for(".edit", bank_id=bank_id, question_id=made), 303)


@pages.get("/<bank_id>/questions/<question_id>", roles=HOSTS)
def edit(bank_id: str, question_id: str) -> str:
    """The question's form, how it will look, and what was changed when and by whom."""
    library = desk().library
    stored = library.question(bank_id, question_id)
    return page(library.bank(bank_id), stored, form_of(stored.question))


@pages.post("/<bank_id>/questions/<question_id>", roles=HOSTS)
def save(bank_id: str, question_id: str) -> PageResponse:
    """Change the question; what somebody else saved meanwhile is shown beside one's own."""
    library, form = desk().library, sent_form(request)
    stored, bank = library.question(bank_id, question_id), library.bank(bank_id)
    question = question_from(form, question_id)
    keep_picture(form)
    if question is None:
        return page(bank, stored, form), 422
    based_on = version_of(request.form.get("based_on"))
    try:
        library.put(bank_id, question, account=account().id, based_on=based_on)
    except Rejected as refusal:
        if refusal.code != "stale":
            raise
        return page(bank, stored, form, differences(stored.question, question)), 409
    flash(_("Đã lưu. Bản cũ vẫn còn trong lịch sử."))
    return redirect(url_for(".edit", bank_id=bank_id, question_id=question_id), 303)


@pages.post("/<bank_id>/questions/<question_id>/revert", roles=HOSTS)
def revert(bank_id: str, question_id: str) -> Response:
    """Put the question back as it was."""
    version = version_of(request.form.get("version"))
    desk().library.revert(bank_id, question_id, version, account=account().id)
    flash(_("Đã đưa câu hỏi về bản đã chọn."))
    return redirect(url_for(".edit", bank_id=bank_id, question_id=question_id), 303)


def keep_picture(form: QuestionForm) -> None:
    """Keep a picture that was sent, so that a form with a mistake elsewhere does not lose it."""
    if form.new_picture:
        desk().library.keep_picture(form.new_picture)
        form.kept_picture.data = form.new_picture.name


def page(
    bank: LibraryBank,
    stored: LibraryQuestion | None,
    form: QuestionForm,
    mine: tuple[Difference, ...] | None = None,
) -> str:
    """The editor; `mine` is what the form would change of what somebody else has just saved."""
    library = desk().library
    question_id = stored.question.id if stored else ""
    picture = form.kept_picture.data
    return render_template(
        "library/bank_question.html",
        bank=bank,
        stored=stored,
        form=form,
        mine=mine,
        topics=sorted({each.question.topic for each in bank.questions if each.question.topic}),
        picture=url_for("pictures.picture", name=picture) if picture else "",
        uses=desk().usage.of(question_id) if stored else (),
        history=told(library.history(bank.head.id, question_id)) if stored else (),
        alike=like(stored) if stored else (),
        yes=TRUE,
        no=FALSE,
    )


def like(stored: LibraryQuestion) -> tuple[tuple[Pair, LibraryBank], ...]:
    """Questions that are nearly the same, each with its bank; not those kept apart from it."""
    library = desk().library
    apart = library.apart()
    home = {q.question.id: bank for bank in library.banks() for q in bank.questions}
    found = () if stored.archived else library.alike().like(stored.question)
    return tuple(
        (pair, home[pair.other.id])
        for pair in found
        if frozenset((pair.one.id, pair.other.id)) not in apart
    )
