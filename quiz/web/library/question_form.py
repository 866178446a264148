"""One question as a form, and the question again, or words at the fields that must change."""

from flask import Request
from flask_babel import gettext, lazy_gettext
from werkzeug.datastructures import CombinedMultiDict, FileStorage
from wtforms import Field

from quiz.banks.importing.checking import LETTERED
from quiz.banks.pictures.pictures import Unusable, sentence
from quiz.banks.question import DATE, PICTURE
from quiz.core.nouns.model import Kind, Question
from quiz.service.library.preparing_pictures import prepare_picture_apart
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import NEEDED, failed
from quiz.web.library.question_fields import ROWS, QuestionForm
from quiz.web.library.question_key import key_of, options_of, plain, rows_of, tolerance_of

_ = lazy_gettext
SAME = (
    "text",
    "explanation",
    "citation",
    "as_of",
    "source_status",
    "topic",
    "strict_marks",
    "fixed_order",
)
"""Fields that the form holds as the question does."""
ONLY_FOR = {
    "options": LETTERED,
    "fixed_order": (Kind.ONE, Kind.SEVERAL),
    "truth": (Kind.TRUE_FALSE,),
    "answers": (Kind.TEXT,),
    "strict_marks": (Kind.TEXT,),
    "number": (Kind.NUMBER,),
    "tolerance": (Kind.NUMBER,),
}


def form_of(question: Question) -> QuestionForm:
    """The form filled in; a question without a key has nothing marked as right."""
    typed_in = [entry for entry in question.key if isinstance(entry, str)]
    key = question.key[0] if question.key else ()
    places = () if isinstance(key, str) else key
    kind = question.kind
    return QuestionForm(
        None,
        data={
            **{name: getattr(question, name) for name in SAME},
            "kind": kind.value,
            "options": option_rows(question, places) if kind in LETTERED else [{}] * ROWS,
            "truth": ("true", "false")[places[0]] if kind is Kind.TRUE_FALSE and places else None,
            "answers": "\n".join(typed_in) if kind is Kind.TEXT else "",
            "number": comma(typed_in[0]) if kind is Kind.NUMBER and typed_in else "",
            "tolerance": comma(question.tolerance) if question.tolerance != "0" else "",
            "difficulty": str(question.difficulty),
            "seconds": question.seconds or None,
            "points": question.points or None,
            "kept_picture": question.picture,
        },
    )


def option_rows(question: Question, places: tuple[int, ...]) -> list[dict[str, object]]:
    """The options as rows of the form, and empty rows below them."""
    order = question.kind is Kind.ORDER
    rows: list[dict[str, object]] = [
        {
            "text": option,
            "right": not order and position in places,
            "place": places.index(position) + 1 if order and position in places else None,
        }
        for position, option in enumerate(question.options)
    ]
    return rows + [{}] * (ROWS - len(rows))


def sent_form(request: Request) -> QuestionForm:
    """The form that a browser sent."""
    return QuestionForm(CombinedMultiDict([request.files, request.form]))


def question_from(form: QuestionForm, id: str, *, sparing: bool = False) -> Question | None:
    """The question that the form describes, or None with the reasons at the fields.

    `sparing`: explanation, citation, date and topic may be left for later. A picture that was
    sent is in `form.new_picture`, to be stored with the question, which has its name.
    """
    form.validate()
    kind = Kind(form.kind.data) if form.kind.data in set(Kind) else Kind.ONE
    for name, kinds in ONLY_FOR.items():
        if kind not in kinds:
            form[name].errors = []
    need(form.text)
    if not sparing:
        need(form.explanation, form.citation, form.as_of, form.topic)
    rows = rows_of(form)
    key = key_of(form, kind, rows)
    tolerance = tolerance_of(form) if kind is Kind.NUMBER else "0"
    as_of, picture = date_of(form), picture_of(form)
    if key is None or any(field.errors for field in form):
        return None
    return Question(
        id,
        kind,
        plain(form.text.data),
        key,
        options_of(kind, rows),
        explanation=plain(form.explanation.data),
        citation=plain(form.citation.data),
        source_status=form.source_status.data,
        as_of=as_of,
        topic=plain(form.topic.data),
        difficulty=int(form.difficulty.data),
        seconds=form.seconds.data or 0,
        points=form.points.data or 0,
        tolerance=tolerance,
        strict_marks=kind is Kind.TEXT and bool(form.strict_marks.data),
        fixed_order=kind in ONLY_FOR["fixed_order"] and bool(form.fixed_order.data),
        picture=picture,
    )


def need(*fields: Field) -> None:
    """Say at each field that it is empty, if it is."""
    for field in fields:
        if not plain(field.data):
            failed(field, NEEDED)


def date_of(form: QuestionForm) -> str:
    """The date that the facts stand for."""
    as_of = plain(form.as_of.data)
    if as_of and not DATE.fullmatch(as_of):
        failed(form.as_of, _("Ngày phải viết như 28/7/1929, 7/1929 hoặc 1929."))
    return as_of


def picture_of(form: QuestionForm) -> str:
    """The name of the question's picture: the one that was sent, or the one it had."""
    sent = form.picture.data
    if isinstance(sent, FileStorage) and sent.filename:
        try:
            form.new_picture = prepare_picture_apart(sent.read(), desk().apart)
        except Unusable as problem:
            failed(form.picture, sentence(problem, gettext))
            return ""
        return form.new_picture.name
    kept = form.kept_picture.data or ""
    return kept if PICTURE.fullmatch(kept) and not form.remove_picture.data else ""


def comma(number: str) -> str:
    """A number with its decimals after a comma."""
    return number.replace(".", ",")
