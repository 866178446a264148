"""The audience's help in the record of a contest's people."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from quiz.web.formats.telling import Sheet, local_time, pool_words


def sheets(parts: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Sheet]:
    """One sheet; none where nobody was asked to help."""
    helped = parts.get("help", ())
    if not helped:
        return []
    question = (_("Số báo danh"), _("Phần thi"), _("Loại câu"), _("Câu số"), _("Câu hỏi"))
    return [
        (
            _("Khán giả giúp"),
            (*question, _("Đã chọn"), _("Máy chủ nhận lúc")),
            [
                (
                    *(row["number"], row["round"], pool_words(row["pool"]), row["ordinal"]),
                    *(row["question"], row["answer"], local_time(row["at"], exact=True)),
                )
                for row in helped
            ],
        )
    ]
