"""The rows of a contestant's figures at one question: each answer, the verdict."""

from collections.abc import Iterable

from quiz.core.evidence.figures import QuestionFigures
from quiz.web.afterwards.figures_words import answer_words
from quiz.web.formats import PAGES
from quiz.web.formats.telling import AnswerLine
from quiz.web.frame.fields import Text
from quiz.web.rules.saying import words as _


def rows(figures: QuestionFigures, number: int) -> list[AnswerLine]:
    """What this contestant did, in order, then what the host judged; one empty row for nothing."""
    timed = sorted((*_own(figures), *_answers(figures)), key=lambda row: row.at)
    return [*timed, *_spoken(figures, number)] or [AnswerLine("–")]


def footnotes(questions: Iterable[QuestionFigures]) -> list[Text]:
    """What has to be said below a contestant's questions of the lines that formats tell."""
    parts = [figures.part for figures in questions]
    return [pages.footnote for pages in PAGES.values() if any(map(pages.lines, parts))]


def _own(figures: QuestionFigures) -> list[AnswerLine]:
    """What the formats have to tell: the round's own, for others find nothing of theirs."""
    return [line for pages in PAGES.values() for line in pages.lines(figures.part)]


def _answers(figures: QuestionFigures) -> list[AnswerLine]:
    made = []
    for place, each in enumerate(figures.answers):
        counted = figures.counts == place and len(figures.answers) > 1
        notes = [_("nhập thay")] * (each.by == "marshal") + [_("được tính")] * counted
        said = answer_words(figures.question, each.answer)
        note = ", ".join(notes)
        made.append(AnswerLine(said, note, each.at, each.took_ms, each.credit_ms, counted=counted))
    return made


def _spoken(figures: QuestionFigures, number: int) -> list[AnswerLine]:
    right = figures.asked.judged.get(number) if figures.asked else None
    if right is None:
        return []
    return [AnswerLine(_("Trả lời miệng"), _("chấm đúng") if right else _("chấm sai"))]
