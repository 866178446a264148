"""The buzzes and the turns to answer in the record of a contest's people."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from quiz.web.formats.telling import Sheet, mark

_ASKED = ("number", "round", "pool", "ordinal", "question")


def sheets(parts: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Sheet]:
    """A sheet each; none without a buzzer round."""
    presses, turns = parts.get("buzzes", ()), parts.get("turns", ())
    if not presses and not turns:
        return []
    question = (_("Số báo danh"), _("Phần thi"), _("Loại câu"), _("Câu số"), _("Câu hỏi"))
    return [
        (
            _("Bấm chuông"),
            (*question, _("Máy chủ nhận lúc"), _("Thời gian tính (ms)"), _("Bù độ trễ (ms)")),
            [
                (*(row[field] for field in _ASKED), row["at"], row["took_ms"], row["credit_ms"])
                for row in presses
            ],
        ),
        (
            _("Lượt trả lời"),
            (*question, _("Trả lời miệng"), _("Đúng"), _("Sai")),
            [
                (
                    *(row[field] for field in _ASKED),
                    *(mark(row["aloud"]), mark(row["right"] is True), mark(row["right"] is False)),
                )
                for row in turns
            ],
        ),
    ]
