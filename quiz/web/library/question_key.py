"""The key that a question's form gives, or words at the field where it must be given."""

from collections.abc import Sequence

from flask_babel import LazyString, lazy_gettext

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.files.record import clean
from quiz.banks.importing.checking import LETTERED, MOST_OPTIONS, distinct
from quiz.banks.importing.values.numbers import may_be_two_numbers, typed
from quiz.banks.option_text import repeated
from quiz.core.nouns.model import Answer, Kind
from quiz.core.question.checking import TEXT_LIMIT
from quiz.web.frame.fields import NEEDED, failed
from quiz.web.library.question_fields import QuestionForm

_ = lazy_gettext
OptionRow = tuple[str, bool, int | None]
"""An option's text, whether it is ticked, and its place in the right order (from 1)."""
Key = tuple[Answer, ...] | None


def plain(text: str | None) -> str:
    """A text as banks hold it: composed letters, single spaces, nothing that cannot be seen."""
    return clean("".join(char for char in text or "" if char.isprintable() or char.isspace()))


def rows_of(form: QuestionForm) -> list[OptionRow]:
    """The options that are filled in or marked, in their order."""
    rows = []
    for entry in form.options:
        option = entry.form
        row = (plain(option.text.data), bool(option.right.data), option.place.data)
        if row != ("", False, None):
            rows.append(row)
    return rows


def options_of(kind: Kind, rows: Sequence[OptionRow]) -> tuple[str, ...]:
    """The options of a question of this kind."""
    if kind is Kind.TRUE_FALSE:
        return (TRUE, FALSE)
    return tuple(text for text, _right, _place in rows) if kind in LETTERED else ()


def key_of(form: QuestionForm, kind: Kind, rows: Sequence[OptionRow]) -> Key:
    """The key, or None with the reason at the field where it is given."""
    if kind in LETTERED:
        return lettered_key(form, kind, rows)
    if kind is Kind.TRUE_FALSE:
        return truth_key(form)
    return number_key(form) if kind is Kind.NUMBER else text_key(form)


def lettered_key(form: QuestionForm, kind: Kind, rows: Sequence[OptionRow]) -> Key:
    """The options that are right, or their right order."""
    wrong = options_wrong(rows) or key_wrong(kind, rows)
    if wrong:
        failed(form.options, wrong)
        return None
    if kind is Kind.ORDER:
        return (tuple(sorted(range(len(rows)), key=lambda position: rows[position][2] or 0)),)
    return (ticked(rows),)


def ticked(rows: Sequence[OptionRow]) -> tuple[int, ...]:
    """Positions of the options ticked as right."""
    return tuple(position for position, (_text, right, _place) in enumerate(rows) if right)


def options_wrong(rows: Sequence[OptionRow]) -> LazyString | None:
    """Why these cannot be the options."""
    texts = [text for text, _right, _place in rows]
    if "" in texts:
        return _("Có phương án được đánh dấu mà chưa có chữ.")
    if not 2 <= len(texts) <= MOST_OPTIONS:
        return _("Cần từ 2 đến 6 phương án, đang có %(count)s.", count=len(texts))
    if repeated(texts):
        return _("Có hai phương án giống nhau.")
    return None


def key_wrong(kind: Kind, rows: Sequence[OptionRow]) -> LazyString | None:
    """Why the marks of the options are no key."""
    right = len(ticked(rows))
    if kind is Kind.ONE and right != 1:
        return _("Đánh dấu đúng một phương án là đáp án.")
    if kind is Kind.SEVERAL and right < 2:
        return _("Đánh dấu từ hai phương án đúng trở lên.")
    places = sorted(place or 0 for _text, _right, place in rows)
    if kind is Kind.ORDER and places != list(range(1, len(rows) + 1)):
        return _("Ghi thứ tự đúng của mọi phương án: 1, 2, 3…, mỗi số một lần.")
    return None


def truth_key(form: QuestionForm) -> Key:
    """Whether the statement is true."""
    if form.truth.data not in ("true", "false"):
        form.truth.errors = [str(_("Chọn Đúng hay Sai."))]
        return None
    return ((0 if form.truth.data == "true" else 1,),)


def text_key(form: QuestionForm) -> Key:
    """Every accepted text, one a line."""
    texts = distinct(plain(line) for line in (form.answers.data or "").splitlines())
    if not texts:
        failed(form.answers, NEEDED)
        return None
    if max(map(len, texts)) > TEXT_LIMIT:
        failed(form.answers, _("Thí sinh gõ được nhiều nhất %(most)s chữ cái.", most=TEXT_LIMIT))
        return None
    return texts


def number_key(form: QuestionForm) -> Key:
    """The right number."""
    found = number_of(form.number.data)
    if found is None:
        failed(form.number, NUMBER_WRONG if plain(form.number.data) else NEEDED)
        return None
    return (found,)


NUMBER_WRONG = _("Không đọc được số này, hoặc đọc được hai cách. Viết liền, phần lẻ sau dấu phẩy.")


def number_of(text: str | None) -> str | None:
    """A number that was typed, in the core's form; None where it can be read in two ways."""
    written = plain(text).replace(" ", "")
    return None if may_be_two_numbers(written) else typed(written)


def tolerance_of(form: QuestionForm) -> str:
    """How far an answer may be off; words at the field where that cannot be read."""
    if not plain(form.tolerance.data):
        return "0"
    found = number_of(form.tolerance.data)
    if found is None or found.startswith("-"):
        failed(form.tolerance, NUMBER_WRONG)
        return "0"
    return found
