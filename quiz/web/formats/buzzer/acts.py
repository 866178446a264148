"""The acts at a buzzer in words: who was first, turns given, judged and over."""

from collections.abc import Mapping
from typing import Any

from quiz.core.nouns.model import Question
from quiz.formats.buzzer.events import Then
from quiz.web.formats.telling import TellAct
from quiz.web.frame.saying_times import moment, seconds
from quiz.web.rules.saying import words as _


def _first(event: Any, question: Question) -> str:
    return _(
        "Số %(n)s bấm chuông, nhận lúc %(at)s, tính %(s)s giây; đồng hồ đứng, còn %(left)s giây",
        n=event.number,
        at=moment(event.at),
        s=seconds(event.took_ms),
        left=seconds(event.left_ms),
    )


def _given(event: Any, question: Question) -> str:
    who = ", ".join(str(number) for number in event.numbers)
    return _("Lượt trả lời: số %(who)s, hạn %(until)s", who=who, until=moment(event.deadline))


def _judged(event: Any, question: Question) -> str:
    if event.right:
        return _("Người dẫn chấm số %(n)s: đúng", n=event.number)
    return _going_on(_("Người dẫn chấm số %(n)s: sai", n=event.number), event.then)


def _ended(event: Any, question: Question) -> str:
    return _going_on(_("Hết lượt trả lời lúc %(at)s", at=moment(event.at)), event.then)


def _going_on(said: str, then: Then) -> str:
    if then is not Then.PAUSED:
        return said
    return _("%(said)s; người khác được bấm tiếp", said=said)


ACTS: Mapping[str, TellAct] = {
    "BuzzOpened": _first,
    "TurnGiven": _given,
    "TurnJudged": _judged,
    "TurnEnded": _ended,
}
"""By the event's name."""
