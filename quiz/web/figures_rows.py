"""The rows of a contestant's figures at one question: each buzz, each answer, the verdict."""

from dataclasses import dataclass

from quiz.core.figures import QuestionFigures
from quiz.formats.buzzer.evidence import BuzzerFigures
from quiz.web.figures_words import answer_words
from quiz.web.rules.saying import words as _
from quiz.web.saying_times import seconds


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `at` is 0 for one without times (ms).

    `counted` marks the one of several answers that counts, `gone` what was taken back.
    """

    words: str
    note: str = ""
    at: int = 0
    took_ms: int = 0
    credit_ms: int = 0
    counted: bool = False
    gone: bool = False


def rows(figures: QuestionFigures, number: int) -> list[Row]:
    """What this contestant did, in order, then what the host judged; one empty row for nothing."""
    timed = sorted((*_presses(figures), *_answers(figures)), key=lambda row: row.at)
    return [*timed, *_spoken(figures, number)] or [Row("–")]


def _presses(figures: QuestionFigures) -> list[Row]:
    part = figures.part
    if not isinstance(part, BuzzerFigures):
        return []
    pairs = zip(part.buzzes, part.behind, strict=True)
    return [
        Row(_("Bấm chuông"), _pressed(ms), each.at, each.took_ms, each.credit_ms, gone=ms < 0)
        for each, ms in pairs
    ]


def _pressed(behind: int) -> str:
    if behind < 0:
        return _("đã hoàn tác")
    return _("sau người đầu %(s)s giây", s=seconds(behind)) if behind else _("sớm nhất")


def _answers(figures: QuestionFigures) -> list[Row]:
    made = []
    for place, each in enumerate(figures.answers):
        counted = figures.counts == place and len(figures.answers) > 1
        notes = [_("nhập thay")] * (each.by == "marshal") + [_("được tính")] * counted
        said = answer_words(figures.question, each.answer)
        note = ", ".join(notes)
        made.append(Row(said, note, each.at, each.took_ms, each.credit_ms, counted=counted))
    return made


def _spoken(figures: QuestionFigures, number: int) -> list[Row]:
    right = figures.asked.judged.get(number) if figures.asked else None
    if right is None:
        return []
    return [Row(_("Trả lời miệng"), _("chấm đúng") if right else _("chấm sai"))]
