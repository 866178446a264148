"""The page of an import's questions, and how it says what was understood."""

from collections.abc import Sequence

from flask import render_template, request
from flask_babel import gettext

from quiz.banks.bank import Bank
from quiz.banks.importing import doubt_words
from quiz.banks.importing.draft import Doubt, DraftQuestion
from quiz.banks.importing.whole import key_text
from quiz.banks.importing.work import Work, is_key_in_doubt, item_at
from quiz.web.frame.desk import desk
from quiz.web.imports.import_forms import DestinationForm, ForAllForm, destination, head_like
from quiz.web.imports.import_list import listed
from quiz.web.library.question_fields import QuestionForm


def doubt_in_words(doubt: Doubt) -> str:
    """What is doubtful, in the visitor's language."""
    reason = doubt_words.reason(doubt, gettext)
    return f"{reason[0].upper()}{reason[1:]}"


def place_words(place: str) -> str:
    """Where a question stands in its file, in the visitor's language."""
    return doubt_words.where(place, gettext)


def note_words(note: str) -> str:
    """What was done on the way, in the visitor's language."""
    return doubt_words.note(note, gettext)


def draft_key(draft: DraftQuestion) -> str:
    """The key as people say it."""
    return key_text(draft)


def is_marked(place: int, draft: DraftQuestion) -> bool:
    """Is the option at this place the key for sure?"""
    return not is_key_in_doubt(draft) and any(place in entry for entry in draft.key)


def own_banks() -> Sequence[Bank]:
    """The banks that questions may be added to."""
    banks = desk().library.banks()
    return [each.head for each in banks if not each.bundled and not each.archived]


def work_page(
    import_id: str,
    work: Work,
    place: int,
    form: QuestionForm | None,
    *,
    all_form: ForAllForm | None = None,
    head_form: DestinationForm | None = None,
    stale: bool = False,
) -> str:
    """The questions as understood; `form` is the one of the question at `place`."""
    name = desk().importing.name(import_id)
    if work.problem:
        sentence = doubt_words.unreadable(name, work.problem, gettext)
        return render_template("imports/import_broken.html", import_id=import_id, problem=sentence)
    if head_form is None:
        head_form = destination(head_like(work, name, desk().now()), own_banks())
    return render_template(
        "imports/import_work.html",
        import_id=import_id,
        name=name,
        work=work,
        seen=listed(work, request.values, place),
        open=place if form else -1,
        form=form,
        stale=stale,
        based_on=item_at(work, place).version if form else 0,
        all_form=all_form or ForAllForm(),
        head_form=head_form,
    )
