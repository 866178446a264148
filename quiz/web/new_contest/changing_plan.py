"""A contest that is there: changed or deleted before it begins, copied at any time."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from quiz.core.errors import Rejected
from quiz.core.nouns import actors
from quiz.core.nouns.commands import ChangePlan
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Stage
from quiz.declared_roles import HOSTS
from quiz.service.afterwards.sealing import seal
from quiz.service.machine import RandomIds
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.responses import PageResponse
from quiz.web.frame.running import runner_of
from quiz.web.new_contest.draft.draft_rounds import Rounds
from quiz.web.new_contest.draft.draft_work import DraftWork
from quiz.web.new_contest.draft.plan_fields import rounds_from
from quiz.web.new_contest.steps import STEPS
from quiz.web.people.personal import reason

_ = lazy_gettext
pages = Blueprint("changing_plan", __name__, url_prefix="/host/contests/<contest_id>")


@pages.get("/edit", roles=HOSTS)
def ask_edit(contest_id: str) -> PageResponse:
    """What may be done with this contest: changed, copied, deleted."""
    contest = runner_of(contest_id).contest
    waiting = any(row.contest_id == contest_id for row in desk().drafts.listing())
    return render_template(
        "new_contest/contest.html",
        contest=contest,
        contest_id=contest_id,
        pin=desk().runners.pin(contest_id),
        open=has_not_begun(contest_id),
        waiting=waiting,
    )


@pages.post("/edit", roles=HOSTS)
def edit(contest_id: str) -> Response:
    """The steps of this contest: the draft that waits, or a new one."""
    if not has_not_begun(contest_id):
        return redirect(url_for("changing_plan.ask_edit", contest_id=contest_id), 303)
    waiting = next((row for row in desk().drafts.listing() if row.contest_id == contest_id), None)
    if waiting is None:
        plan = runner_of(contest_id).contest.plan
        rounds = replace(rounds_from(plan, contest_id), seen=tuple(step.id for step in STEPS))
        draft_id = kept(rounds, plan, contest_id)
    else:
        draft_id = waiting.id
    return redirect(url_for("draft_pages.show", draft_id=draft_id, page="contest"), 303)


@pages.post("/copy", roles=HOSTS)
def copy(contest_id: str) -> Response:
    """A draft of a new contest that is like this one."""
    plan = runner_of(contest_id).contest.plan
    draft_id = kept(rounds_from(plan, contest_id), plan)
    flash(_("Đã tạo bản sao. Bản sao giữ nguyên bộ câu hỏi; ở bước Câu hỏi có thể rút lại."))
    return redirect(url_for("draft_pages.show", draft_id=draft_id, page="contest"), 303)


@pages.post("/delete", roles=HOSTS)
def delete(contest_id: str) -> Response:
    """Delete a contest that has not begun."""
    if not has_not_begun(contest_id):
        return redirect(url_for("changing_plan.ask_edit", contest_id=contest_id), 303)
    try:
        desk().personal.delete(contest_id)
    except Rejected as refusal:
        flash(reason("delete", refusal.code))
        return redirect(url_for("changing_plan.ask_edit", contest_id=contest_id), 303)
    flash(_("Đã xóa cả cuộc thi."))
    return redirect(url_for("contests.index"), 303)


def kept(rounds: Rounds, plan: Plan, contest_id: str = "") -> str:
    """The id of a draft that holds what a plan says."""
    written, owner = rounds.written(), account().id
    return desk().drafts.start(written, owner=owner, title=plan.title, contest_id=contest_id)


def has_not_begun(contest_id: str) -> bool:
    """Whether no round was begun: people may have come in."""
    contest = runner_of(contest_id).contest
    return contest.stage is Stage.LOBBY and not contest.plays


def change_plan(work: DraftWork, by: int) -> str:
    """The id of the contest, which has the draft's plan now; `by` is an account.

    Raises:
        Rejected: `not_now` when it has begun, `stale` when somebody else changed it meanwhile,
            and what the engine says.
    """
    contest_id = work.row.contest_id
    contest = desk().runners.runner(contest_id).contest
    if seal(contest.plan) != work.rounds.based_on:
        raise Rejected("not_now" if contest.plays else "stale")
    command = ChangePlan(work.plan(contest.plan.seed), contest.acted)
    now = desk().now()
    desk().runners.submit(contest_id, command, RandomIds().command(), now, actors.account(by))
    # Pages that are open were made of the old plan: they load again.
    with desk().runners.closed(contest_id):
        pass
    return contest_id
