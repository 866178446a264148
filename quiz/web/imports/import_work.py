"""An import that was read: every question as understood, mended in place, and the bank saved."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from quiz.banks.importing.work import (
    Work,
    dropped,
    for_all,
    item_at,
    question_to_fix,
    settled,
)
from quiz.core.errors import Rejected
from quiz.declared_roles import HOSTS
from quiz.service.library.importing import Progress
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.responses import PageResponse
from quiz.web.imports.import_forms import DestinationForm, ForAllForm, head_like
from quiz.web.imports.import_page import (
    doubt_in_words,
    draft_key,
    is_marked,
    note_words,
    own_banks,
    place_words,
    work_page,
)
from quiz.web.library.question_fields import QuestionForm
from quiz.web.library.question_form import form_of, question_from, sent_form
from quiz.web.words import spoken
from quiz.web.words.importing import IMPORTING

_ = lazy_gettext
pages = Blueprint("import_work", __name__, url_prefix="/host/banks/import/<import_id>")
pages.add_app_template_filter(doubt_in_words, "doubt")
pages.add_app_template_filter(note_words, "import_note")
pages.add_app_template_filter(place_words, "import_place")
pages.add_app_template_filter(draft_key, "draft_key")
pages.add_app_template_test(is_marked, "marked")


@pages.get("", roles=HOSTS)
def show(import_id: str) -> PageResponse:
    """The questions as understood, or how far the file is read."""
    state = desk().importing.state(import_id)
    if isinstance(state, Progress):
        return render_template(
            "imports/import_reading.html",
            import_id=import_id,
            name=desk().importing.name(import_id),
            share=state.share,
            words=spoken(IMPORTING),
        )
    place = request.args.get("open", -1, int)
    form = None
    if 0 <= place < len(state.items):
        form = form_of(question_to_fix(state.items[place].draft))
    return work_page(import_id, state, place, form)


@pages.post("/questions", roles=HOSTS)
def fix(import_id: str) -> PageResponse:
    """One question: save it as a person made it, leave it out, or take it back."""
    do, place = request.form.get("do", "save"), request.form.get("place", -1, int)
    if do in ("drop", "take"):
        desk().importing.change(import_id, lambda work: dropped(work, [place], drop=do == "drop"))
        return back(import_id, place)
    form, based_on = sent_form(request), request.form.get("based_on", 0, int)
    item_at(work_of(import_id), place)
    question = question_from(form, "", sparing=True)
    keep_picture(form)
    if question is None:
        return work_page(import_id, work_of(import_id), place, form), 422
    try:
        work = desk().importing.change(
            import_id, lambda work: settled(work, place, question, based_on)
        )
    except Rejected as refusal:
        if refusal.code != "stale":
            raise
        return work_page(import_id, work_of(import_id), place, form, stale=True), 409
    if do == "next":
        after = [other for other in work.doubtful() if other > place] or work.doubtful()
        return back(import_id, after[0] if after else place, opened=bool(after))
    return back(import_id, place)


@pages.post("/all", roles=HOSTS)
def change_all(import_id: str) -> PageResponse:
    """Fill in what all questions share, or leave out every question with a doubt."""
    if request.form.get("do") == "drop":
        desk().importing.change(import_id, lambda work: dropped(work, work.doubtful(), drop=True))
        return back(import_id, -1)
    form = ForAllForm(request.form)
    if not form.validate():
        return work_page(import_id, work_of(import_id), -1, None, all_form=form), 422
    desk().importing.change(
        import_id, lambda work: for_all(work, form.values(), over=bool(form.over.data))
    )
    flash(_("Đã điền cho các câu hỏi."))
    return back(import_id, -1)


@pages.post("/save", roles=HOSTS)
def save(import_id: str) -> PageResponse:
    """Make a bank of the questions, if nothing is doubtful any more."""
    importing = desk().importing
    work, name = work_of(import_id), importing.name(import_id)
    form = DestinationForm(request.form)
    form.offer(own_banks())
    if not form.valid():
        return work_page(import_id, work, -1, None, head_form=form), 422
    head = form.head(head_like(work, name, desk().now()))
    try:
        bank_id = importing.save(import_id, head, form.into.data, account=account().id)
    except Rejected as refusal:
        if refusal.code not in ("doubtful", "no_questions"):
            raise
        return work_page(import_id, work_of(import_id), -1, None, head_form=form), 422
    title = desk().library.bank(bank_id).head.title
    flash(_("Đã lưu %(count)s câu vào ngân hàng “%(title)s”.", count=len(work.kept()), title=title))
    return redirect(url_for("bank_questions.listing", bank_id=bank_id), 303)


def keep_picture(form: QuestionForm) -> None:
    """Keep a picture that was sent, so that a form with a mistake elsewhere does not lose it."""
    if form.new_picture:
        desk().library.keep_picture(form.new_picture)
        form.kept_picture.data = form.new_picture.name


def work_of(import_id: str) -> Work:
    """The work on an import that was read; raises Rejected."""
    return desk().importing.change(import_id, lambda work: work)


def back(import_id: str, place: int, *, opened: bool = False) -> Response:
    """Back to the list as it was seen, at the question of this place."""
    address = url_for(
        "import_work.show",
        import_id=import_id,
        only=request.form.get("only") or None,
        page=None if opened else request.form.get("page"),
        open=place if opened else None,
        _anchor=f"q-{place}" if place >= 0 else None,
    )
    return redirect(address, 303)
