"""A question chosen by hand: all banks searched and filtered, one question taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from quiz.banks.bank import Bank
from quiz.banks.searching import Wanted, found
from quiz.core.nouns.model import Pool, Question
from quiz.declared_roles import HOSTS
from quiz.service.afterwards.usage import Use
from quiz.web.frame.desk import desk
from quiz.web.frame.responses import PageResponse
from quiz.web.new_contest.draft.draft_acts import chosen_by_hand
from quiz.web.new_contest.draft.draft_work import DraftWork, keep, work_of
from quiz.web.new_contest.form.checked_rounds import RoundDraft

_ = lazy_gettext
pages = Blueprint("choosing", __name__, url_prefix="/host/drafts/<draft_id>/questions/<int:place>")
PAGE = 20
"""Questions on one page."""
FILTERS = ("q", "bank", "topic", "difficulty", "use")


@dataclass(frozen=True, slots=True)
class OfferedQuestion:
    """A question to choose; `place` is the round that has it already (from 0), None where none."""

    question: Question
    bank: Bank
    uses: tuple[Use, ...]
    place: int | None


@pages.get("/choose", roles=HOSTS)
def choose(draft_id: str, place: int) -> PageResponse:
    """The questions of all banks that answer to what is looked for."""
    work = work_of(draft_id)
    draft = work.checked[place].draft if work.rounds.has(place) else None
    if draft is None:
        abort(404)
    rows = offered(work, request.args)
    at = max(1, request.args.get("page", 1, int))
    return render_template(
        "new_contest/choosing.html",
        work=work,
        place=place,
        pool=pool_of(request.args),
        instead=question_of(draft, request.args.get("instead", "")),
        rows=rows[(at - 1) * PAGE : at * PAGE],
        count=len(rows),
        at=at,
        last=max(1, -(-len(rows) // PAGE)),
        banks=work.banks,
        topics=sorted({q.topic for bank in work.banks for q in bank.questions if q.topic}),
        looked={name: request.args.get(name, "") for name in FILTERS},
        size=len(getattr(draft.drawn, pool_of(request.args))),
    )


@pages.post("/choose", roles=HOSTS)
def take(draft_id: str, place: int) -> Response:
    """Take a question into the round."""
    work = work_of(draft_id)
    draft = work.checked[place].draft if work.rounds.has(place) else None
    question_id, instead = request.form.get("id", ""), request.form.get("instead", "")
    free = {row.question.id for row in offered(work, {}) if row.place is None}
    if draft is None:
        abort(404)
    pool = pool_of(request.form)
    if question_id in free:
        keep(
            draft_id,
            lambda rounds: chosen_by_hand(rounds, draft, place, question_id, pool, instead),
        )
        flash(_("Đã lấy câu vào phần thi."))
    if instead:
        questions = url_for("draft_pages.show", draft_id=draft_id, page="questions", place=place)
        return redirect(f"{questions}#q-{question_id}", 303)
    kept = {name: request.form[name] for name in (*FILTERS, "page") if request.form.get(name)}
    again = url_for("choosing.choose", draft_id=draft_id, place=place)
    return redirect(f"{again}?{urlencode({'pool': pool.value, **kept})}", 303)


def question_of(draft: RoundDraft, question_id: str) -> Question | None:
    """A question of the round by its id."""
    drawn = (question for _, questions in draft.drawn.pools() for question in questions)
    return next((question for question in drawn if question.id == question_id), None)


def pool_of(said: Mapping[str, str]) -> Pool:
    """The pool that a question is chosen for."""
    named = said.get("pool", "")
    return Pool(named) if named in {pool.value for pool in Pool} else Pool.MAIN


def offered(work: DraftWork, looked: Mapping[str, str]) -> list[OfferedQuestion]:
    """The questions that are looked for, in the order of their banks."""
    level = looked.get("difficulty", "")
    hardness = int(level) if level in ("1", "2", "3") else 0
    wanted = Wanted(looked.get("q", ""), looked.get("topic", ""), hardness)
    uses, here = desk().usage.by_question(), places(work)
    rows = [
        OfferedQuestion(question, bank, tuple(uses.get(question.id, ())), here.get(question.id))
        for bank in work.banks
        if looked.get("bank", "") in ("", bank.id)
        for question in found(bank.questions, wanted)
    ]
    return [row for row in rows if is_used_so(row, looked.get("use", ""))]


def is_used_so(row: OfferedQuestion, wanted: str) -> bool:
    """Whether a question was used as is looked for."""
    was_used = row.place is not None or any(use.asked or use.waiting for use in row.uses)
    return wanted not in ("used", "unused") or was_used is (wanted == "used")


def places(work: DraftWork) -> dict[str, int]:
    """In which round each question of the draft stands."""
    return {each: one.place for one in work.checked if one.draft for each in one.draft.drawn.ids()}
