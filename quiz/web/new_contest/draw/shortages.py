"""Why a draw is impossible, said at the field or the cell that must change."""

from flask_babel import lazy_gettext

from quiz.core.nouns.model import Pool
from quiz.web.frame.fields import failed
from quiz.web.new_contest.draw.drawn_round import TooFewError
from quiz.web.new_contest.draw.quota_table import Errors
from quiz.web.new_contest.form.contest_form import ContestForm

_ = lazy_gettext
POOL_FIELDS = {Pool.MAIN: "questions", Pool.RESERVE: "reserve", Pool.AUDIENCE: "audience"}


def said(few: TooFewError, form: ContestForm, errors: Errors) -> None:
    """Put the reason where it belongs."""
    for cell, (have, need) in few.cells.items():
        errors[cell] = _("Chỉ có %(have)s câu, cần %(need)s.", have=have, need=need)
    if few.cells:
        return
    numbers = {"have": few.have, "need": few.need}
    if few.pool:
        words = _("Bảng bên dưới chia %(need)s câu, nhiều hơn %(have)s câu ở đây.", **numbers)
        failed(form[POOL_FIELDS[few.pool]], words)
    elif few.tapped:
        words = _(
            "Chỉ có %(have)s câu trắc nghiệm trong ngân hàng đã chọn, cần %(need)s.", **numbers
        )
        failed(form.mcq_first, words)
    else:
        words = _("Chỉ có %(have)s câu trong ngân hàng đã chọn, cần %(need)s.", **numbers)
        failed(form.questions, words)
