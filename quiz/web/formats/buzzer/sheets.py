"""The buzzes and the turns to answer in the record of a contest's people."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from quiz.web.formats.telling import Sheet, SheetCell, local_time, mark, pool_words


def sheets(parts: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Sheet]:
    """A sheet each; none without a buzzer round."""
    presses, turns = parts.get("buzzes", ()), parts.get("turns", ())
    if not presses and not turns:
        return []
    question = (_("Số báo danh"), _("Phần thi"), _("Loại câu"), _("Câu số"), _("Câu hỏi"))
    return [
        (
            _("Bấm chuông"),
            (*question, _("Máy chủ nhận lúc"), _("Thời gian tính (giây)"), _("Bù độ trễ (giây)")),
            [
                (
                    *_asked(row),
                    local_time(row["at"], exact=True),
                    row["took_ms"] / 1000,
                    row["credit_ms"] / 1000,
                )
                for row in presses
            ],
        ),
        (
            _("Lượt trả lời"),
            (*question, _("Trả lời miệng"), _("Đúng"), _("Sai")),
            [
                (
                    *_asked(row),
                    *(mark(row["aloud"]), mark(row["right"] is True), mark(row["right"] is False)),
                )
                for row in turns
            ],
        ),
    ]


def _asked(row: Mapping[str, Any]) -> tuple[SheetCell, ...]:
    """Whose row it is, and at which question."""
    return (row["number"], row["round"], pool_words(row["pool"]), row["ordinal"], row["question"])
