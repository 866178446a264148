"""The pages of the steps, filled in."""

from dataclasses import dataclass
from typing import Any

from flask import render_template
from flask_babel import LazyString, lazy_gettext

from quiz.core.nouns.citing import is_secondary
from quiz.core.nouns.model import Pool
from quiz.web.formats import PAGES
from quiz.web.formats.declaring import FormatPages
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import Text
from quiz.web.new_contest.draft.draft_acts import MOST_PRIZES
from quiz.web.new_contest.draft.draft_rounds import MOST, ROUND
from quiz.web.new_contest.draft.draft_work import DraftWork
from quiz.web.new_contest.draw.drawn_round import fixed, unused
from quiz.web.new_contest.draw.quota_table import PREFIX, table
from quiz.web.new_contest.form.checked_rounds import CheckedRound, RoundDraft, fingerprint, wrong_at
from quiz.web.new_contest.form.contest_form import RULES, ContestForm
from quiz.web.new_contest.form.plans import BY_WINNER
from quiz.web.new_contest.presets import FOUR_TEAMS, PRESETS, preset
from quiz.web.new_contest.steps import STEPS, beside, step_of
from quiz.web.rules.contest import prizes_from
from quiz.web.words import spoken
from quiz.web.words.host_draw import DRAW

_ = lazy_gettext


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A line of the list of rounds."""

    place: int
    name: Text
    preset: Text
    sizes: tuple[tuple[Pool, int], ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingPart:
    """Something to be put right: the page where, what it is called, and why."""

    page: str
    title: Text
    reason: str


def step_page(
    work: DraftWork,
    page: str,
    place: int,
    *,
    refusal: LazyString | str = "",
    changed: bool = False,
) -> str:
    """A step of a draft."""
    step = "rounds" if page == "rules" else page
    one = work.checked[place]
    extra = {"questions": of_questions, "review": of_review}.get(page, of_contest)
    marks = [(each, mark(work, each.id)) for each in STEPS]
    rows = [row_of(work, each) for each in work.checked]
    reasons = one.wrong("questions")
    if step not in work.rounds.seen:
        clear(one.form, step)
    return render_template(
        f"new_contest/step_{page}.html",
        work=work,
        step=step,
        page=page,
        place=place,
        form=one.form,
        steps=marks,
        reasons=reasons,
        wrong=work.wrong(step) if step in work.rounds.seen else [],
        before=beside(step, -1),
        next=beside(step, 1),
        rows=rows,
        pages=PAGES[preset(one.form.preset.data or "").format],
        refusal=refusal,
        changed=changed,
        words=spoken(DRAW),
        scriptless=True,
        **extra(work, one),
    )


def mark(work: DraftWork, step: str) -> str:
    """How a step stands: `wrong` and `right` once it was left, else nothing."""
    if step not in work.rounds.seen or step == "review":
        return ""
    return "wrong" if wrong_at(work.checked, step) else "right"


def clear(form: ContestForm, step: str) -> None:
    """Say nothing at the fields of a step that nobody left yet."""
    for field in form:
        if step_of(field.name) == step:
            field.errors = ()


def row_of(work: DraftWork, one: CheckedRound) -> RoundRow:
    """A round in the list."""
    form = one.form
    based_on = preset(form.preset.data or "")
    sizes = ((pool, form[field].data or 0) for pool, field in SIZES.items())
    seen = [step for step in ("rounds", "questions") if step in work.rounds.seen]
    wrong = [reason for step in seen for reason in one.wrong(step)]
    name: Text = form.round_name.data or based_on.name
    return RoundRow(one.place, name, based_on.name, tuple(sizes), tuple(wrong))


SIZES = {Pool.MAIN: "questions", Pool.RESERVE: "reserve", Pool.AUDIENCE: "audience"}


def of_contest(work: DraftWork, one: CheckedRound) -> dict[str, Any]:
    """What the pages of the contest and of a round's rules show besides."""
    one.form.prizes_from.choices = giving(work)
    return {
        "rules": RULES,
        "presets": PRESETS,
        "may_add": len(work.checked) < MOST,
        "may_add_prizes": len(one.form.prizes) < MOST_PRIZES,
        "example": "\n".join(FOUR_TEAMS),
        "preset": preset(one.form.preset.data or ""),
    }


def of_questions(work: DraftWork, one: CheckedRound) -> dict[str, Any]:
    """The banks and the table on one side, the questions on the other."""
    fields, uses = work.rounds.fields(one.place), desk().usage.by_question()
    filled = one.form.topics.data or any(name.startswith(PREFIX) for name in fields)
    pages = PAGES[preset(one.form.preset.data or "").format]
    return {
        "banks": work.banks,
        "problems": work.problems,
        "table": table(work.banks, fields, one.errors, uses, desk().now()),
        "divided": filled or one.errors,
        "uses": uses,
        "titles": {q.id: bank.title for bank in work.banks for q in bank.questions},
        "pools": [pool for pool, field in SIZES.items() if field not in pages.without],
        "draft": one.draft,
        "was": work.rounds.value(one.place, "was"),
        **(of_draft(one.draft, pages) if one.draft else {}),
    }


def of_draft(draft: RoundDraft, pages: FormatPages) -> dict[str, Any]:
    """The questions drawn, and what may become of them."""
    pools = draft.drawn.pools()
    return {
        "drawn": draft.drawn,
        "unused": unused(draft.banks, draft.drawn, draft.how),
        "fixed": fixed(draft.drawn, draft.banks, draft.how),
        "secondary": sum(is_secondary(question) for _, pool in pools for question in pool),
        "chosen": draft.how.chosen,
    }


def of_review(work: DraftWork, one: CheckedRound) -> dict[str, Any]:
    """All of it once more."""
    drafts = work.drafts
    made = work.plan("") if drafts else None
    return {
        "drafts": drafts,
        "plan": made,
        "giving": prizes_from(made) if made and made.prizes else "",
        "shown": fingerprint(drafts) if drafts else "",
        "missing": missing(work),
    }


def missing(work: DraftWork) -> list[MissingPart]:
    """All that keeps the contest from being made."""
    found: list[MissingPart] = []
    for step in STEPS:
        if step.id not in OF_ROUNDS:
            found += [MissingPart(step.id, step.title, reason) for reason in work.wrong(step.id)]
            continue
        for one in work.checked:
            title = _("%(step)s, phần %(place)s", step=step.title, place=one.place + 1)
            page = f"{OF_ROUNDS[step.id]}/{one.place}"
            found += [MissingPart(page, title, reason) for reason in one.wrong(step.id)]
    return found


OF_ROUNDS = {"rounds": "rules", "questions": "questions"}
"""The steps with a page for each round, and what that is called."""


def giving(work: DraftWork) -> dict[str, str]:
    """What may give the prizes: all rounds or one."""
    by_round: dict[str, str] = {}
    winner: Text = ""
    for one in work.checked:
        based_on = preset(one.form.preset.data or "")
        name = one.form.round_name.data or based_on.name
        words = _("Thứ hạng của phần thi %(place)s: %(name)s", place=one.place + 1, name=name)
        by_round[f"{ROUND}{one.place}"] = str(words)
        winner = PAGES[based_on.format].winner
    by_sum = str(_("Tổng điểm của các phần thi"))
    if not winner:
        return {BY_WINNER: by_sum, **by_round}
    first = _("%(winner)s trước, rồi theo tổng điểm", winner=winner)
    return {BY_WINNER: str(first), "sum": by_sum, **by_round}
