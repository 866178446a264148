"""What was changed in a bank, when and by whom, with the words that went and came."""

from collections.abc import Iterable

from flask import Blueprint, render_template, request

from quiz.banks.differences import Difference, differences, head_differences
from quiz.declared_roles import HOSTS
from quiz.service.library.revisions import Revision
from quiz.web.frame.desk import desk
from quiz.web.library.bank_forms import page_number

pages = Blueprint("bank_history", __name__, url_prefix="/host/banks")
ON_A_PAGE = 50
ToldRevisions = tuple[tuple[Revision, tuple[Difference, ...]], ...]


def told(revisions: Iterable[Revision]) -> ToldRevisions:
    """The changes, the latest first, each with what became different."""
    return tuple((each, changed(each)) for each in reversed(tuple(revisions)))


def changed(revision: Revision) -> tuple[Difference, ...]:
    """What one change made different."""
    if not revision.question:
        return head_differences(revision.head_before, revision.head_after)
    return differences(revision.before, revision.after) if revision.before else ()


@pages.get("/<bank_id>/history", roles=HOSTS)
def history(bank_id: str) -> str:
    """Every change of a bank, fifty to a page."""
    library = desk().library
    bank = library.bank(bank_id)
    newest = library.history(bank_id)[::-1]
    last = max(1, -(-len(newest) // ON_A_PAGE))
    number = min(page_number(request.args), last)
    shown = newest[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return render_template(
        "library/bank_history.html", bank=bank, history=told(shown[::-1]), page=number, last=last
    )
