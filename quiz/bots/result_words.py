"""What robots saw, in words for whoever organizes the contest; Vietnamese, then English."""

from collections import Counter
from collections.abc import Mapping

from quiz.bots.formats import ERRANDS
from quiz.bots.tally import QuestionTally, Totals, totals_of

POOLS = {
    "main": "Câu {n} · Question {n}",
    "reserve": "Câu dự phòng {n} · Reserve question {n}",
    "audience": "Câu khán giả {n} · Audience question {n}",
}
REASONS = {
    "too_late": "đã hết giờ · too late",
    "too_early": "chưa đến giờ · too early",
    "not_on_floor": "đã rời sàn · off the floor",
    "no_such_question": "câu đã qua · the question is over",
    "no_change": "đã trả lời rồi · answered before",
    "no_such_contest": "không có mã PIN này · no such PIN",
    "room_locked": "phòng đã khóa · the room is locked",
    "contest_full": "cuộc thi đã đủ người · the contest is full",
    "slow_down": "gửi quá nhanh · sent too fast",
    "storage_failed": "máy chủ chưa lưu được · the server could not store it",
}
"""By code; another code is said as it is."""


def question_line(tally: QuestionTally) -> str:
    """One question: what was recorded, what was refused and why, the longest waits."""
    pool, _, ordinal = tally.name.rpartition("-")
    name = POOLS.get(pool, tally.name).format(n=ordinal)
    return f"{name}: {_told(totals_of([tally], 0, 0, Counter()))}"


def totals_line(totals: Totals) -> str:
    """The whole run in two lines."""
    return (
        f"Thí sinh máy đã vào thi · robots that joined: {totals.joined}; "
        f"mất mạng rồi nối lại · connections made again: {totals.reconnects}\n"
        f"Cả buổi · in all: {_told(totals)}"
    )


def _told(totals: Totals) -> str:
    answers = "câu trả lời máy chủ đã ghi · answers the server recorded"
    parts = [_recorded(answers, totals.acknowledged, totals.answered, totals.refused)]
    for errand in ERRANDS:
        other = totals.others[errand.event]
        if other.sent:
            parts.append(_recorded(errand.words, other.acknowledged, other.sent, other.refused))
    if totals.push_last_ms is not None:
        took = seconds(totals.push_last_ms)
        parts.append(f"máy cuối cùng thấy câu hỏi sau · last phone saw it after: {took}")
    if totals.ack_p99_ms is not None:
        took = seconds(totals.ack_p99_ms)
        parts.append(f"99/100 câu được ghi trong · 99 of 100 recorded within: {took}")
    return "; ".join(parts)


def _recorded(what: str, done: int, sent: int, refused: Mapping[str, int]) -> str:
    why = ", ".join(f"{REASONS.get(code, code)}: {n}" for code, n in sorted(refused.items()))
    return f"{what}: {done}/{sent}" + (f" (không nhận · refused: {why})" if why else "")


def seconds(ms: float) -> str:
    """A measured time (ms) for people: `0,013 s`."""
    return f"{ms / 1000:.3f} s".replace(".", ",")
