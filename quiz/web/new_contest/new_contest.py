"""A new contest: choose, look at the questions drawn, swap, create.

Stateless, nothing is kept on the server between the pages: the form carries every choice of every
round, the seeds and the swaps, and these draw the same questions again.
"""

import secrets
from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext

from quiz.banks.bank import Problem
from quiz.banks.files.problem_words import sentence
from quiz.core.errors import Rejected
from quiz.core.nouns.citing import is_secondary
from quiz.core.nouns.model import Kind, Plan, Question
from quiz.core.nouns.settings import Items
from quiz.core.views.seeing import key_text
from quiz.declared_roles import HOSTS
from quiz.web.access.signed_in import account
from quiz.web.formats import PAGES
from quiz.web.formats.declaring import FormatPages
from quiz.web.formats.telling import pool_words
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import Text
from quiz.web.frame.responses import PageResponse
from quiz.web.new_contest.contest_draft import Failure, RoundDraft, drafted, fingerprint, offer
from quiz.web.new_contest.contest_form import RULES, ContestForm, fresh_form, read_form
from quiz.web.new_contest.draft_rounds import CONTEST, MOST, ROUND, Rounds, read_rounds
from quiz.web.new_contest.drafts import fixed, unused
from quiz.web.new_contest.plans import BY_WINNER, plan
from quiz.web.new_contest.presets import FOUR_TEAMS, PRESETS, preset
from quiz.web.new_contest.quota_table import PREFIX, Errors, table
from quiz.web.new_contest.settings_form import item_fields
from quiz.web.rules.contest import prizes_from
from quiz.web.words import spoken
from quiz.web.words.host_draw import DRAW
from quiz.web.words.refusals import said

_ = lazy_gettext
pages = Blueprint("new_contest", __name__, url_prefix="/host/contests")
pages.add_app_template_filter(key_text, "key_text")
pages.add_app_template_filter(pool_words, "pool_words")
pages.add_app_template_test(is_secondary, "secondary")


@pages.app_template_filter("problem")
def problem_words(problem: Problem) -> str:
    """What is wrong with a bank file, in the visitor's language."""
    return sentence(problem, gettext)


@pages.app_template_filter("is_right")
def is_right(question: Question, position: int) -> bool:
    """Does the option at this position belong to the key?"""
    return question.kind is not Kind.ORDER and any(position in entry for entry in question.key)


@pages.app_template_filter("shown_for")
def shown_for(name: str, format_pages: FormatPages) -> list[tuple[str, str]]:
    """The fields of an item of this setting, and for which values of the first each is shown."""
    setting = format_pages.asked()[name]
    return item_fields(setting.of) if isinstance(setting, Items) else []


@pages.get("/new", roles=HOSTS)
def choose() -> str:
    """The form, filled in by a preset."""
    chosen = preset(request.args.get("preset", ""))
    banks, _problems = desk().library.load()
    form = fresh_form(chosen)
    if len(banks) == 1:
        form.banks.data = [banks[0].id]
    return form_page(Rounds(), form, {})


@pages.post("/new", roles=HOSTS)
def submit() -> PageResponse:
    """One of the buttons: preview, swap, redraw, a round more or less, back, create."""
    do = request.form.get("do", "preview")
    rounds = read_rounds(request.form).without(request.form.get("remove", ""))
    rounds = rounds.opened(request.form.get("open", ""))
    if "drop" in request.form:
        rounds = rounds.dropped()
    if do == "edit":
        return form_page(rounds, read_form(rounds.fields()), {})
    if do == "redraw" or not rounds.fields().get("seed"):
        rounds = rounds.having(seed=secrets.token_hex(8), swaps="")
    if swap := request.form.get("swap"):
        rounds = rounds.having(swaps=f"{rounds.fields().get('swaps', '')} {swap}".strip())
    banks, _problems = desk().library.load()
    drafts = drafted(rounds, banks, desk().usage.by_question())
    if isinstance(drafts, Failure):
        return form_page(rounds.opened(str(drafts.place)), drafts.form, drafts.errors), 422
    if next_preset := request.form.get("add"):
        return form_page(rounds.added(), one_more(drafts[rounds.place].form, next_preset), {})
    if do != "create":
        return preview(rounds, drafts)
    shown = request.form.get("shown")
    if shown and shown != fingerprint(drafts):
        return preview(rounds, drafts, changed=True), 422
    try:
        return create(drafts)
    except Rejected as refusal:
        form = drafts[rounds.place].form
        return form_page(rounds, form, {}, said(refusal.code)), 422


def one_more(form: ContestForm, preset_id: str) -> ContestForm:
    """The form of a round to be added: what a preset says, the contest's own fields kept."""
    held = {name: form[name].data for name in (*CONTEST, "banks")}
    return fresh_form(preset(preset_id), held)


def form_page(
    rounds: Rounds, form: ContestForm, errors: Errors, refusal: LazyString | str = ""
) -> str:
    """The form of the open round with its errors, or why the contest was refused as a whole."""
    banks, problems = desk().library.load()
    offer(form, banks)
    form.prizes_from.choices = giving(rounds, form)
    fields, uses = rounds.fields(), desk().usage.by_question()
    chosen = preset(form.preset.data or "")
    return render_template(
        "new_contest/new_contest.html",
        form=form,
        rounds=rounds,
        banks=banks,
        table=table(banks, fields, errors, uses, desk().now()),
        wrong=bool(form.errors or errors),
        refusal=refusal,
        divided=form.topics.data or any(name.startswith(PREFIX) for name in fields) or errors,
        problems=problems,
        presets=PRESETS,
        preset=chosen,
        pages=PAGES[chosen.format],
        rules=RULES,
        example="\n".join(FOUR_TEAMS),
        words=spoken(DRAW),
    )


def giving(rounds: Rounds, form: ContestForm) -> dict[str, str]:
    """What may give the prizes: all rounds or one, the open one named as its form says."""
    by_round: dict[str, str] = {}
    winner: Text = ""
    for place in range(max(len(rounds.rounds), rounds.place + 1)):
        fields = form.data if place == rounds.place else rounds.fields(place)
        based_on = preset(fields.get("preset") or "")
        name = fields.get("round_name") or based_on.name
        words = _("Thứ hạng của phần thi %(place)s: %(name)s", place=place + 1, name=name)
        by_round[f"{ROUND}{place}"] = str(words)
        winner = PAGES[based_on.format].winner
    by_sum = str(_("Tổng điểm của các phần thi"))
    if not winner:
        return {BY_WINNER: by_sum, **by_round}
    first = _("%(winner)s trước, rồi theo tổng điểm", winner=winner)
    return {BY_WINNER: str(first), "sum": by_sum, **by_round}


def preview(rounds: Rounds, drafts: Sequence[RoundDraft], *, changed: bool = False) -> str:
    """The questions drawn, each with a button to swap it; `changed`: not those shown before."""
    draft = drafts[rounds.place]
    made = planned(drafts, seed="")
    titles = {question.id: bank.title for bank in draft.banks for question in bank.questions}
    pools = draft.drawn.pools()
    return render_template(
        "new_contest/preview.html",
        form=draft.form,
        kept=[*rounds.kept, ("shown", fingerprint(drafts))],
        drafts=[(each, each.round().name) for each in drafts],
        place=rounds.place,
        more=PRESETS if len(drafts) < MOST else (),
        drawn=draft.drawn,
        titles=titles,
        secondary=sum(is_secondary(question) for _, pool in pools for question in pool),
        unused=unused(draft.banks, draft.drawn, draft.how),
        fixed=fixed(draft.drawn, draft.banks, draft.how),
        avoided=draft.used,
        uses=desk().usage.by_question(),
        changed=changed,
        giving=prizes_from(made) if made.prizes else "",
    )


def planned(drafts: Sequence[RoundDraft], *, seed: str) -> Plan:
    """The contest of these rounds."""
    rounds = [draft.round() for draft in drafts]
    weights = [draft.form.data["weight"] for draft in drafts]
    return plan(drafts[0].form.data, rounds, seed=seed, weights=weights)


def create(drafts: Sequence[RoundDraft]) -> PageResponse:
    """Start the contest and open its console."""
    made = planned(drafts, seed=secrets.token_hex(16))
    contest_id = desk().runners.create(made, owner=account().id)
    return redirect(url_for("console.console", contest_id=contest_id), 303)
