"""A new contest: choose, look at the questions drawn, swap, create.

Nothing is kept on the server between the pages: the form carries every choice, the seed and
the swaps, and these draw the same questions again.
"""

import secrets
from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import get_locale, lazy_gettext
from werkzeug.wrappers import Response

from quiz.banks.bank import Bank, Problem
from quiz.banks.words import sentence
from quiz.core.model import Kind, Question
from quiz.core.seeing import key_text
from quiz.web.contest_form import ContestForm
from quiz.web.desk import desk
from quiz.web.drafts import Drawn, TooFewError, Wanted, drawing, unused
from quiz.web.fields import failed
from quiz.web.plans import plan
from quiz.web.presets import FOUR_TEAMS, PRESETS, preset
from quiz.web.sign_in import account

_ = lazy_gettext
Answer = str | Response | tuple[str, int]
pages = Blueprint("new_contest", __name__, url_prefix="/host/contests")
pages.add_app_template_filter(key_text, "key_text")


@pages.app_template_filter("problem")
def problem_words(problem: Problem) -> str:
    """What is wrong with a bank file, in the visitor's language."""
    return sentence(problem, str(get_locale()))


@pages.app_template_filter("is_right")
def is_right(question: Question, position: int) -> bool:
    """Does the option at this position belong to the key?"""
    return question.kind is not Kind.ORDER and any(position in entry for entry in question.key)


@pages.get("/new")
def choose() -> str:
    """The form, filled in by a preset."""
    chosen = preset(request.args.get("preset", ""))
    banks, _problems = desk().library.load()
    form = ContestForm(None, data={**chosen.values, "preset": chosen.id})
    if len(banks) == 1:
        form.banks.data = [banks[0].id]
    return form_page(form)


@pages.post("/new")
def submit() -> Answer:
    """One of the buttons: preview, swap, redraw, back to the form, create."""
    form = ContestForm(request.form)
    do = request.form.get("do", "preview")
    if do == "edit":
        return form_page(form)
    if do == "redraw" or not form.seed.data:
        form.seed.data, form.swaps.data = secrets.token_hex(8), ""
    swaps = (form.swaps.data or "").split()
    if swap := request.form.get("swap"):
        swaps.append(swap)
        form.swaps.data = " ".join(swaps)
    drawn = checked(form, swaps)
    if drawn is None:
        return form_page(form), 422
    return create(form, drawn) if do == "create" else preview(form, drawn, swaps)


def checked(form: ContestForm, swaps: Sequence[str]) -> Drawn | None:
    """The questions drawn, or None with the reason at the field that must change."""
    banks, _problems = desk().library.load()
    offer(form, banks)
    if not form.validate():
        return None
    if not form.banks.data:
        failed(form.banks, _("Chọn ít nhất một ngân hàng câu hỏi."))
        return None
    if form.team_rule.data == "best" and not (form.teams.data or "").strip():
        failed(form.teams, _("Cách tính điểm đội đã chọn cần có ít nhất một đội."))
        return None
    try:
        return drawing(chosen(form, banks), wanted(form), form.seed.data or "", swaps)
    except TooFewError as few:
        failed(form.mcq_first if few.tapped else form.questions, few_words(few))
        return None


def few_words(few: TooFewError) -> str:
    """Why the draw is impossible."""
    if few.tapped:
        words = _(
            "Chỉ có %(have)s câu trắc nghiệm trong ngân hàng đã chọn, cần %(need)s.",
            have=few.have,
            need=few.need,
        )
    else:
        words = _(
            "Chỉ có %(have)s câu trong ngân hàng đã chọn, cần %(need)s.",
            have=few.have,
            need=few.need,
        )
    return str(words)


def chosen(form: ContestForm, banks: Sequence[Bank]) -> list[Bank]:
    """The banks ticked."""
    return [bank for bank in banks if bank.id in (form.banks.data or ())]


def wanted(form: ContestForm) -> Wanted:
    """What the form asks to draw; topics of banks not chosen are left out of account."""
    data = form.data
    banks, _problems = desk().library.load()
    offered = {topic for bank in chosen(form, banks) for topic in bank.topics()}
    topics = tuple(topic for topic in data["topics"] or () if topic in offered)
    return Wanted(data["questions"], data["reserve"], data["audience"], data["mcq_first"], topics)


def offer(form: ContestForm, banks: Sequence[Bank]) -> None:
    """Let the form offer these banks and their topics."""
    form.banks.choices = {bank.id: bank.title for bank in banks}
    form.topics.choices = {topic: topic for bank in banks for topic in bank.topics()}


def form_page(form: ContestForm) -> str:
    """The form with its errors."""
    banks, problems = desk().library.load()
    offer(form, banks)
    return render_template(
        "host/new_contest.html",
        form=form,
        banks=banks,
        problems=problems,
        presets=PRESETS,
        preset=preset(form.preset.data or ""),
        example="\n".join(FOUR_TEAMS),
    )


def preview(form: ContestForm, drawn: Drawn, swaps: Sequence[str]) -> str:
    """The questions drawn, each with a button to swap it."""
    banks, _problems = desk().library.load()
    titles = {question.id: bank.title for bank in banks for question in bank.questions}
    return render_template(
        "host/preview.html",
        form=form,
        kept=kept(form),
        drawn=drawn,
        titles=titles,
        secondary=sum(doubtful(question) for _, pool in drawn.pools() for question in pool),
        unused=unused(chosen(form, banks), wanted(form), drawn, swaps),
    )


def doubtful(question: Question) -> bool:
    """Is the source only a secondary one?"""
    return question.source_status != "verified"


def kept(form: ContestForm) -> list[tuple[str, str]]:
    """Every choice of the form, as the preview sends it back."""
    carried = ("csrf_token", "do", "swap", "seed", "swaps")
    choices = [pair for pair in request.form.items(multi=True) if pair[0] not in carried]
    return [*choices, ("seed", form.seed.data or ""), ("swaps", form.swaps.data or "")]


def create(form: ContestForm, drawn: Drawn) -> Answer:
    """Start the contest and open its console."""
    based_on = preset(form.preset.data or "")
    made = plan(
        form.data,
        drawn,
        format=based_on.format,
        name=str(based_on.name),
        seed=secrets.token_hex(16),
    )
    contest_id = desk().halls.create(made, owner=account().id)
    flash(_("Đã tạo cuộc thi. Mời mọi người vào bằng mã PIN hoặc mã QR."))
    return redirect(url_for("console.console", contest_id=contest_id), 303)
