"""From what was filled in of a new contest to its rounds, or to the reasons why there are none."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from flask_babel import lazy_gettext
from wtforms import Field, FieldList

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Draw, Question, Round
from quiz.web.formats.declaring import Preset
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import failed
from quiz.web.new_contest.draft.draft_rounds import Rounds
from quiz.web.new_contest.draw.arranging import Picks, arranged, every, picks_of
from quiz.web.new_contest.draw.avoiding import Uses, avoided
from quiz.web.new_contest.draw.drawn_round import DrawnQuestions, Sizes, TooFewError, drawing
from quiz.web.new_contest.draw.quota_table import Errors, FilledQuotas, asked
from quiz.web.new_contest.draw.shortages import said
from quiz.web.new_contest.form.contest_form import ContestForm, read_form
from quiz.web.new_contest.form.plans import round_of
from quiz.web.new_contest.presets import preset
from quiz.web.new_contest.steps import DRAWING, step_of

_ = lazy_gettext
HeldQuestions = Mapping[str, Question]
"""Questions by id that a contest has besides those of the banks."""


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """A round as its form describes it: from which banks, how drawn, which questions."""

    form: ContestForm
    banks: Sequence[Bank]
    how: Draw
    drawn: DrawnQuestions
    used: int
    """How many questions were left out because other contests used them."""

    @property
    def preset(self) -> Preset:
        """What the round is based on."""
        return preset(self.form.preset.data or "")

    def round(self) -> Round:
        """The round as it is played."""
        based_on = self.preset
        return round_of(
            self.form.data,
            self.drawn,
            self.how,
            format=based_on.format,
            name=str(based_on.name),
        )


@dataclass(frozen=True, slots=True)
class CheckedRound:
    """A round's form with the reasons at its fields and cells; what it draws where it can."""

    place: int
    form: ContestForm
    errors: Errors
    draft: RoundDraft | None

    def wrong(self, step: str) -> list[str]:
        """What is wrong at a step, of the round or of the contest."""
        found = [
            named(self.form[name], str(first_of(each)))
            for name, each in self.form.errors.items()
            if name and step_of(name) == step and each
        ]
        return found + [str(each) for each in self.errors.values() if step == "questions"]


def named(field: Field, reason: str) -> str:
    """What is wrong with a field, told away from it: its label first, unless that is said."""
    label = str(field.label.text)
    alone = isinstance(field, FieldList) or label.lower() in reason.lower()
    return reason if alone else f"{label}: {reason}"


def first_of(errors: object) -> object:
    """The first reason among those of a field, or of fields within it."""
    while isinstance(errors, (list, tuple, dict)) and errors:
        errors = next(iter(errors.values() if isinstance(errors, dict) else filter(None, errors)))
    return errors


def fingerprint(drafts: Sequence[RoundDraft]) -> str:
    """A hash that tells these questions, in this order, from any others."""
    return sha256(repr([draft.drawn for draft in drafts]).encode()).hexdigest()[:32]


def checked_rounds(
    rounds: Rounds, banks: Sequence[Bank], uses: Uses, held: HeldQuestions
) -> list[CheckedRound]:
    """All rounds, no question in two of them."""
    found: list[CheckedRound] = []
    taken: set[str] = set()
    for place in range(len(rounds.rounds)):
        one = checked(rounds, place, banks, uses, held, taken)
        found.append(one)
        taken |= one.draft.drawn.ids() if one.draft else set()
    return found


def drafts_of(rounds: Sequence[CheckedRound]) -> list[RoundDraft]:
    """The rounds where nothing is wrong with any; else none."""
    ready = [each.draft for each in rounds if each.draft and not each.form.errors]
    return ready if len(ready) == len(rounds) else []


def offer(form: ContestForm, banks: Sequence[Bank]) -> None:
    """Let the form offer these banks and their topics."""
    form.banks.choices = {bank.id: bank.title for bank in banks}
    form.topics.choices = {topic: topic for bank in banks for topic in bank.topics()}


def checked(
    rounds: Rounds,
    place: int,
    banks: Sequence[Bank],
    uses: Uses,
    held: HeldQuestions,
    taken: Collection[str],
) -> CheckedRound:
    """One round; `taken` are the ids that earlier rounds have."""
    fields, errors = rounds.fields(place), Errors()
    form = read_form(fields)
    offer(form, banks)
    chosen = [bank for bank in banks if bank.id in (form.banks.data or ())]
    divided = asked(fields, chosen)
    errors.update(divided.errors)
    form.validate()
    picks = picks_of(rounds, place)
    complain(form, has_picks=bool(picks))
    draft = None
    if not errors and not any(form[name].errors for name in DRAWING):
        how, used = how_drawn(rounds, place, form, chosen, divided, uses, taken)
        draft = drawn_round(form, banks, chosen, how, used, picks, held, taken, errors)
    return CheckedRound(place, form, errors, draft)


def how_drawn(
    rounds: Rounds,
    place: int,
    form: ContestForm,
    chosen: Sequence[Bank],
    divided: FilledQuotas,
    uses: Uses,
    taken: Collection[str],
) -> tuple[Draw, int]:
    """How the questions are drawn, and how many are left out for having been used."""
    data = form.data
    ids = {question.id for bank in chosen for question in bank.questions}
    used, here = left_out(form, ids, uses), ids & set(taken)
    topics = {topic for bank in chosen for topic in bank.topics()}
    how = Draw(
        seed=form.seed.data or "",
        banks=tuple(bank.id for bank in chosen),
        topics=tuple(topic for topic in data["topics"] or () if topic in topics),
        quotas=divided.quotas,
        mcq_first=data["mcq_first"],
        avoided=tuple(sorted(used | here)),
        swaps=tuple((form.swaps.data or "").split()),
        chosen=tuple(rounds.value(place, "chosen").split()),
    )
    return how, len(used - here)


def drawn_round(
    form: ContestForm,
    banks: Sequence[Bank],
    chosen: Sequence[Bank],
    how: Draw,
    used: int,
    picks: Picks,
    held: HeldQuestions,
    taken: Collection[str],
    errors: Errors,
) -> RoundDraft | None:
    """The round with its questions; None with the reason at the field or cell that must change."""
    data = form.data
    sizes = Sizes(data["questions"], data["reserve"], data["audience"])
    known = every(banks, held)
    try:
        if picks:
            how = replace(how, arranged=arranged(picks, sizes, how, chosen, known, taken))
        there = {each for pool in how.arranged for each in pool}
        how = replace(how, chosen=tuple(each for each in how.chosen if each in there))
        return RoundDraft(form, chosen, how, drawing(chosen, sizes, how, known), used)
    except TooFewError as few:
        said(few, form, errors)
        return None


def complain(form: ContestForm, *, has_picks: bool) -> None:
    """Say what is missing and no field can tell alone."""
    if not form.banks.data and not has_picks:
        failed(form.banks, _("Chọn ít nhất một ngân hàng câu hỏi."))
    if form.team_rule.data == "best" and not (form.teams.data or "").strip():
        failed(form.teams, _("Cách tính điểm đội đã chọn cần có ít nhất một đội."))


def wrong_at(rounds: Sequence[CheckedRound], step: str) -> list[str]:
    """All that is wrong at a step; what is the contest's is said once."""
    return list(dict.fromkeys(reason for each in rounds for reason in each.wrong(step)))


def left_out(form: ContestForm, ids: Collection[str], uses: Uses) -> frozenset[str]:
    """Those of the ids not to draw because other contests used them."""
    months = form.avoid_months.data or 0
    return frozenset(avoided(form.avoid.data, months, ids, uses, desk().now()))
