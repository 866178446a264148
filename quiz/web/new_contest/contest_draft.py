"""From the form of a new contest to its draft, or to the reasons why there is none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from flask_babel import lazy_gettext

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Draw, Round
from quiz.web.formats.declaring import Preset
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import failed
from quiz.web.new_contest.avoiding import Uses, avoided
from quiz.web.new_contest.contest_form import ContestForm, read_form
from quiz.web.new_contest.draft_rounds import Rounds
from quiz.web.new_contest.drafts import DrawnQuestions, Sizes, TooFewError, drawing
from quiz.web.new_contest.plans import round_of
from quiz.web.new_contest.presets import preset
from quiz.web.new_contest.quota_table import Errors, FormFields, asked
from quiz.web.new_contest.shortages import said

_ = lazy_gettext


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
class Failure:
    """Which round cannot be drawn, and its form with the reasons at the fields and cells."""

    place: int
    form: ContestForm
    errors: Errors


def fingerprint(drafts: Sequence[RoundDraft]) -> str:
    """A hash that tells these questions, in this order, from any others."""
    return sha256(repr([draft.drawn for draft in drafts]).encode()).hexdigest()[:32]


def drafted(rounds: Rounds, banks: Sequence[Bank], uses: Uses) -> list[RoundDraft] | Failure:
    """The drafts of all rounds, no question in two of them; or the first that fails."""
    drafts: list[RoundDraft] = []
    taken: set[str] = set()
    for place in range(len(rounds.rounds)):
        fields, errors = rounds.fields(place), Errors()
        form = read_form(fields)
        draft = checked(form, fields, banks, uses, errors, taken)
        if draft is None:
            return Failure(place, form, errors)
        drafts.append(draft)
        taken |= draft.drawn.ids()
    return drafts


def offer(form: ContestForm, banks: Sequence[Bank]) -> None:
    """Let the form offer these banks and their topics."""
    form.banks.choices = {bank.id: bank.title for bank in banks}
    form.topics.choices = {topic: topic for bank in banks for topic in bank.topics()}


def checked(
    form: ContestForm,
    fields: FormFields,
    banks: Sequence[Bank],
    uses: Uses,
    errors: Errors,
    taken: Collection[str],
) -> RoundDraft | None:
    """The draft, or None with the reason at the field or the cell that must change.

    `taken` are the ids that earlier rounds have.
    """
    offer(form, banks)
    chosen = [bank for bank in banks if bank.id in (form.banks.data or ())]
    divided = asked(fields, chosen)
    errors.update(divided.errors)
    if not form.validate() or errors or is_incomplete(form):
        return None
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
    )
    try:
        sizes = Sizes(data["questions"], data["reserve"], data["audience"])
        return RoundDraft(form, chosen, how, drawing(chosen, sizes, how), len(used - here))
    except TooFewError as few:
        said(few, form, errors)
        return None


def is_incomplete(form: ContestForm) -> bool:
    """Whether something is missing that no field can tell alone; it is said at its field."""
    if not form.banks.data:
        failed(form.banks, _("Chọn ít nhất một ngân hàng câu hỏi."))
    elif form.team_rule.data == "best" and not (form.teams.data or "").strip():
        failed(form.teams, _("Cách tính điểm đội đã chọn cần có ít nhất một đội."))
    else:
        return False
    return True


def left_out(form: ContestForm, ids: Collection[str], uses: Uses) -> frozenset[str]:
    """Those of the ids not to draw because other contests used them."""
    months = form.avoid_months.data or 0
    return frozenset(avoided(form.avoid.data, months, ids, uses, desk().now()))
