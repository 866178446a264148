"""A contestant's buzzes at a question, for the printed figures."""

from quiz.formats.buzzer.evidence import BuzzerFigures
from quiz.web.formats.telling import AnswerLine
from quiz.web.frame.saying_times import seconds
from quiz.web.rules.saying import words as _


def lines(part: object) -> list[AnswerLine]:
    """Each buzz, and by how much it came after the first."""
    if not isinstance(part, BuzzerFigures):
        return []
    pairs = zip(part.buzzes, part.behind, strict=True)
    return [
        AnswerLine(
            _("Bấm chuông"), _pressed(ms), each.at, each.took_ms, each.credit_ms, gone=ms < 0
        )
        for each, ms in pairs
    ]


def _pressed(behind: int) -> str:
    if behind < 0:
        return _("đã hoàn tác")
    return _("sau người đầu %(s)s giây", s=seconds(behind)) if behind else _("sớm nhất")
