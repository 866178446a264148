"""The steps of a contest that is being made; whatever is sent is kept before it is looked at."""

import secrets

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask_babel import LazyString, lazy_gettext
from werkzeug.wrappers import Response

from quiz.core.errors import Rejected
from quiz.declared_roles import HOSTS
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.language import LANGUAGES
from quiz.web.frame.responses import PageResponse
from quiz.web.new_contest.changing_plan import change_plan
from quiz.web.new_contest.draft.changing_preset import changed_preset
from quiz.web.new_contest.draft.draft_acts import (
    question_act,
    redrawn,
    restored,
    rounds_changed,
    sent_to,
    with_prize,
)
from quiz.web.new_contest.draft.draft_rounds import Rounds
from quiz.web.new_contest.draft.draft_work import DraftWork, keep, work_of
from quiz.web.new_contest.form.checked_rounds import fingerprint
from quiz.web.new_contest.presets import PRESETS, preset
from quiz.web.new_contest.step_pages import step_page
from quiz.web.new_contest.steps import BY_ID, STEPS, beside
from quiz.web.words.refusals import said

_ = lazy_gettext
pages = Blueprint("draft_pages", __name__, url_prefix="/host/drafts/<draft_id>")
OF_ROUND = ("rules", "questions")
"""Pages that there is one of for each round."""


def seed() -> str:
    """The seed of a draw, like no other."""
    return secrets.token_hex(8)


def where(draft_id: str, page: str, place: int = 0, anchor: str = "") -> str:
    """The address of a page."""
    at = place if page in OF_ROUND else None
    return url_for(
        "draft_pages.show", draft_id=draft_id, page=page, place=at, _anchor=anchor or None
    )


@pages.get("/<page>", roles=HOSTS)
@pages.get("/<page>/<int:place>", roles=HOSTS)
def show(draft_id: str, page: str, place: int = 0) -> PageResponse:
    """One step, with what was filled in."""
    work = work_of(draft_id)
    if page not in (*BY_ID, *OF_ROUND) or not work.rounds.has(place):
        abort(404)
    if page == "review":
        keep(draft_id, lambda rounds: all_seen(rounds))
        work = work_of(draft_id)
    return step_page(work, page, place)


@pages.post("/<page>", roles=HOSTS)
@pages.post("/<page>/<int:place>", roles=HOSTS)
def save(draft_id: str, page: str, place: int = 0) -> PageResponse:
    """Keep what was typed, then do what was pressed."""
    if page not in (*BY_ID, *OF_ROUND) or not work_of(draft_id).rounds.has(place):
        abort(404)
    keep(draft_id, lambda rounds: sent_to(rounds, page, place))
    do = request.form.get("do", "")
    if do == "create":
        return create(draft_id)
    if do == "detach":
        desk().drafts.detach(draft_id)
        flash(_("Bản nháp này giờ tạo một cuộc thi khác; cuộc thi cũ giữ nguyên."))
        return redirect(where(draft_id, "review"), 303)
    if do == "later":
        return redirect(url_for("contests.index"), 303)
    if do != "save":
        act(draft_id, page, place)
    return redirect(after(draft_id, page, place), 303)


def all_seen(rounds: Rounds) -> Rounds:
    """Every step shows what is wrong from now on."""
    for step in STEPS:
        rounds = rounds.left(step.id)
    return rounds


def act(draft_id: str, page: str, place: int) -> None:
    """Do what a button says to what was filled in."""
    if request.form.get("lang") in LANGUAGES:
        session["lang"] = request.form["lang"]
    do = request.form.get("do", "")
    if page == "rounds":
        keep(draft_id, lambda rounds: rounds_changed(rounds, seed()))
    elif do == "more_prizes":
        keep(draft_id, with_prize)
    elif do == "redraw":
        keep(draft_id, lambda rounds: redrawn(rounds, place, seed()))
    elif do == "restore":
        keep(draft_id, lambda rounds: restored(rounds, place))
    elif page == "questions":
        draft = work_of(draft_id).checked[place].draft
        if draft is not None:
            keep(draft_id, lambda rounds: question_act(rounds, draft, place))
    if do == "next" or "go" in request.form:
        keep(draft_id, lambda rounds: rounds.left("rounds" if page == "rules" else page))


def after(draft_id: str, page: str, place: int) -> str:
    """Where a button leads."""
    go, _slash, at = request.form.get("go", "").partition("/")
    if go in (*BY_ID, *OF_ROUND):
        return where(draft_id, go, int(at) if at.isascii() and at.isdigit() and len(at) < 4 else 0)
    if go == "choose":
        name, _space, instead = at.partition(" ")
        return url_for(
            "choosing.choose", draft_id=draft_id, place=place, pool=name, instead=instead or None
        )
    if go == "preset":
        return url_for("draft_pages.preview_preset", draft_id=draft_id, place=place, to=at)
    if request.form.get("do") == "next":
        return onwards(draft_id, page, place)
    touched = next((request.form[name] for name in TOUCHING if name in request.form), "")
    anchor = f"q-{touched.split(' ')[0]}" if touched and page == "questions" else ""
    return where(draft_id, page, place, anchor)


TOUCHING = ("up", "down", "to", "move")


def onwards(draft_id: str, page: str, place: int) -> str:
    """The page after this one; this one again while something is wrong here."""
    if page == "rules":
        return where(draft_id, "rounds")
    work = work_of(draft_id)
    if page == "questions":
        here = work.checked[place].wrong("questions")
        if not here and work.rounds.has(place + 1):
            return where(draft_id, page, place + 1)
        return where(draft_id, page, place) if here else where(draft_id, beside(page, 1))
    return where(draft_id, page if work.wrong(page) else beside(page, 1) or page)


@pages.get("/rules/<int:place>/preset", roles=HOSTS)
def preview_preset(draft_id: str, place: int) -> PageResponse:
    """What another preset would replace in a round, and what stays."""
    work = work_of(draft_id)
    if not work.rounds.has(place):
        abort(404)
    to = preset(request.args.get("to", ""))
    return render_template(
        "new_contest/preset.html",
        work=work,
        place=place,
        to=to,
        old=preset(work.rounds.value(place, "preset")),
        change=changed_preset(work.rounds, place, to),
    )


@pages.post("/rules/<int:place>/preset", roles=HOSTS)
def take_preset(draft_id: str, place: int) -> Response:
    """Give a round another preset."""
    to = preset(request.form.get("to", ""))

    def changed(rounds: Rounds) -> Rounds:
        if not rounds.has(place) or to not in PRESETS:
            return rounds
        fields = changed_preset(rounds, place, to).fields
        return rounds.kept_in(place, fields, lambda _: True)

    keep(draft_id, changed)
    flash(_("Đã đổi mẫu. Những gì đã gõ mà mẫu mới cũng có thì vẫn được giữ."))
    return redirect(where(draft_id, "rules", place), 303)


def create(draft_id: str) -> PageResponse:
    """Make the contest, or change the one that the draft is of."""
    work = work_of(draft_id)
    if not work.drafts:
        return redirect(where(draft_id, "review"), 303)
    if request.form.get("shown", "") != fingerprint(work.drafts):
        return step_page(work, "review", 0, changed=True), 422
    try:
        contest_id = made_of(work)
    except Rejected as refusal:
        return step_page(work, "review", 0, refusal=in_words(work, refusal)), 422
    desk().drafts.remove(draft_id)
    return redirect(url_for("console.console", contest_id=contest_id), 303)


def made_of(work: DraftWork) -> str:
    """The id of the contest that was made or changed; raises Rejected."""
    if work.row.contest_id:
        return change_plan(work, account().id)
    return desk().runners.create(work.plan(secrets.token_hex(16)), owner=account().id)


def in_words(work: DraftWork, refusal: Rejected) -> LazyString:
    """Why the contest was not made."""
    if work.row.contest_id and refusal.code == "not_now":
        return _("Cuộc thi đã bắt đầu nên không sửa được nữa. Có thể tạo bản sao để sửa.")
    if refusal.code == "team_in_use":
        return _("Đã có người vào đội “%(team)s”, nên đội này phải còn.", team=refusal.detail)
    return said(refusal.code)
