"""What a contestant's figures say, in words: times, answers, acts, outcomes."""

from collections.abc import Mapping
from typing import Any

from quiz.core.evidence.chronicle import Deed
from quiz.core.evidence.figures import QuestionFigures
from quiz.core.nouns.model import Answer, Kind, Pool, Question
from quiz.core.nouns.shapes import Verdict
from quiz.core.question.checking import answer_text
from quiz.web.formats import PAGES, words_of
from quiz.web.formats.telling import TellAct, Touch
from quiz.web.frame.saying_times import moment, seconds, still
from quiz.web.rules.saying import words as _
from quiz.web.words.host_steps import UNDONE

ACT_NAMES = {**UNDONE, **words_of("host", PAGES)}
"""What each act is called (`undo.` and the event's name), whatever the round's format."""


def answer_words(question: Question, answer: Answer) -> str:
    """An answer; for one choice the option itself is named."""
    text = answer_text(question, answer)
    if question.kind in (Kind.ONE, Kind.TRUE_FALSE) and not isinstance(answer, str):
        return f"{text}. {question.options[answer[0]]}"
    return text


def key_words(question: Question, key: tuple[Answer, ...]) -> str:
    """All that is taken as right."""
    return " / ".join(answer_words(question, answer) for answer in key)


def place_words(pool: Pool, ordinal: int) -> str:
    """Which question: "Câu 7", "Dự phòng 1"."""
    return {
        Pool.MAIN: _("Câu %(n)s", n=ordinal),
        Pool.RESERVE: _("Dự phòng %(n)s", n=ordinal),
        Pool.AUDIENCE: _("Khán giả %(n)s", n=ordinal),
    }[pool]


def outcome(figures: QuestionFigures) -> str:
    """What became of the answer."""
    if figures.asked is None:
        return _("Câu bị hoàn tác, không tính")
    if not figures.revealed:
        return _("Chưa công bố")
    called = figures.asked.called is not None
    said = {
        Verdict.RIGHT: _("Đúng"),
        Verdict.WRONG: _("Sai"),
        Verdict.NONE: _("Không trả lời"),
        Verdict.VOID: _("Câu không tính"),
        None: _("Không có lượt trả lời") if called else _("Không dự câu này"),
    }[figures.verdict]
    return _("%(said)s · rời sàn", said=said) if figures.left else said


def points_words(figures: QuestionFigures) -> str:
    """What the question brought; times the weight of its round, where that changes the total."""
    if not figures.settled:
        return "–"
    return _points(figures.points, figures.weight) if figures.points else "0"


def _points(points: int, weight: int) -> str:
    return f"{points:+d}" if weight == 1 else f"{points:+d} × {weight}"


def told(deed: Deed, question: Question) -> str:
    """An act on a question in words; empty for one that changed nothing about it."""
    if deed.undoes:
        what = str(ACT_NAMES[f"undo.{deed.undoes}"])
        undone = _("Hoàn tác: %(what)s", what=what)
        return f"{undone}; {still(deed.left_ms)}" if deed.left_ms else undone
    tell = ON_QUESTIONS.get(type(deed.event).__name__)
    if tell is None:
        return ""
    if deed.old_key:
        return _corrected(deed, question)
    return tell(deed.event, question)


def _corrected(deed: Deed, question: Question) -> str:
    event: Any = deed.event
    old, new = key_words(question, deed.old_key), key_words(question, event.key)
    return _("Sửa đáp án: %(old)s → %(new)s", old=old, new=new)


def _shown(event: Any, question: Question) -> str:
    if not event.deadline:
        return _("Câu hỏi hiện lúc %(at)s", at=moment(event.show_at))
    return _(
        "Câu hỏi hiện và đồng hồ chạy lúc %(at)s, hạn %(deadline)s",
        at=moment(event.show_at),
        deadline=moment(event.deadline),
    )


def _started(event: Any, question: Question) -> str:
    return _(
        "Đồng hồ chạy lúc %(at)s, hạn %(deadline)s",
        at=moment(event.opens_at),
        deadline=moment(event.deadline),
    )


def _voided(event: Any, question: Question) -> str:
    return _("Câu này không tính cho ai") if event.voided else _("Câu này được tính lại")


def _rejudged(event: Any, question: Question) -> str:
    if event.right:
        return _("Sửa chấm số %(n)s: đúng", n=event.number)
    return _("Sửa chấm số %(n)s: sai", n=event.number)


ON_QUESTIONS: Mapping[str, TellAct] = {
    "QuestionShown": _shown,
    "ClockStarted": _started,
    "ClockPaused": lambda e, q: _("Tạm dừng; %(still)s", still=still(e.left_ms)),
    "ClockResumed": lambda e, q: _("Chạy tiếp, hạn %(deadline)s", deadline=moment(e.deadline)),
    "TimeAdded": lambda e, q: _("Thêm %(s)s giây", s=seconds(e.ms)),
    "TimeGivenBack": lambda e, q: _("Trả lại %(s)s giây máy chủ đã dừng", s=seconds(e.ms)),
    "QuestionClosed": lambda e, q: _("Khóa câu trả lời lúc %(at)s", at=moment(e.at)),
    "QuestionSkipped": lambda e, q: _("Bỏ câu hỏi, không tính cho ai"),
    "KeyRevealed": lambda e, q: _("Công bố đáp án"),
    "QuestionVoided": _voided,
    "KeyCorrected": lambda e, q: _("Sửa đáp án"),
    "JudgementCorrected": _rejudged,
    **{name: tell for pages in PAGES.values() for name, tell in pages.acts.items()},
}
"""By the event's name; undone ones are told too."""


def touched(deed: Deed) -> str:
    """An act on a contestant in words."""
    if deed.weight != 1:
        return _score_corrected(deed.event, deed.weight)
    return ON_CONTESTANTS[type(deed.event).__name__](deed.event)


def _rescued(event: Any) -> str:
    return (
        _("Trở lại sàn theo luật của phần thi") if event.by_rule else _("Người dẫn đưa trở lại sàn")
    )


def _eliminated(event: Any) -> str:
    return _("Người dẫn cho rời sàn, lý do: %(reason)s", reason=event.reason or "–")


def _disqualified(event: Any) -> str:
    if event.disqualified:
        return _("Không xét giải, lý do: %(reason)s", reason=event.reason)
    return _("Xét giải trở lại, lý do: %(reason)s", reason=event.reason)


def _score_corrected(event: Any, weight: int = 1) -> str:
    points = _points(event.points, weight)
    return _("Người dẫn sửa điểm %(points)s, lý do: %(reason)s", points=points, reason=event.reason)


def _renamed(event: Any) -> str:
    return _("Sửa tên và đội thành: %(name)s, %(team)s", name=event.name, team=event.team or "–")


def _captain(event: Any) -> str:
    return _("Được chọn làm đội trưởng đội %(team)s", team=event.team)


ON_CONTESTANTS: Mapping[str, Touch] = {
    "ContestantsRescued": _rescued,
    "ContestantEliminated": _eliminated,
    "ContestantDisqualified": _disqualified,
    "ScoreCorrected": _score_corrected,
    "ContestantCorrected": _renamed,
    "CaptainSet": _captain,
    "SeatReopened": lambda e: _("Chỗ được mở lại bằng máy khác"),
    **{name: tell for pages in PAGES.values() for name, tell in pages.touches.items()},
}
"""By the event's name."""
