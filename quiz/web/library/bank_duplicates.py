"""Questions of the whole library that are the same or nearly so, side by side."""

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from quiz.banks.alike import Pair
from quiz.declared_roles import HOSTS
from quiz.service.library.bank_overlays import LibraryBank
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.library.bank_forms import page_number

_ = lazy_gettext
pages = Blueprint("bank_duplicates", __name__, url_prefix="/host/banks")
ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Twins:
    """Two questions that are alike, each with its bank; `conflict`: their answers differ."""

    pair: Pair
    banks: tuple[LibraryBank, LibraryBank]
    conflict: bool


@pages.get("/duplicates", roles=HOSTS)
def duplicates() -> str:
    """The pairs that nobody has looked at yet, the most alike first."""
    library = desk().library
    apart = library.apart()
    pairs = [
        pair
        for pair in library.alike().pairs()
        if frozenset((pair.one.id, pair.other.id)) not in apart
    ]
    last = max(1, -(-len(pairs) // ON_A_PAGE))
    number = min(page_number(request.args), last)
    shown = pairs[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    home = {
        each.question.id: bank
        for bank in library.banks()
        if not bank.archived
        for each in bank.questions
        if not each.archived
    }
    return render_template(
        "library/bank_duplicates.html",
        twins=[Twins(p, (home[p.one.id], home[p.other.id]), p.other_key) for p in shown],
        found=len(pairs),
        page=number,
        last=last,
    )


@pages.post("/duplicates", roles=HOSTS)
def keep_both() -> Response:
    """Both questions stay; the pair is not shown again."""
    form = request.form
    desk().library.keep_apart(
        form.get("bank", ""), form.get("one", ""), form.get("other", ""), account=account().id
    )
    flash(_("Đã giữ cả hai câu."))
    return redirect(url_for(".duplicates"), 303)
