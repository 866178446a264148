"""The rules of a points round, in words."""

from typing import Any

from quiz.web.rules.asking import ASKING, chain
from quiz.web.rules.saying import Said, either
from quiz.web.rules.saying import words as _


def _penalty(settings: Any) -> str:
    if not settings.penalty:
        return _("Trả lời sai hay không trả lời đều không bị trừ điểm.")
    return _("Trả lời sai bị trừ %(n)s điểm; không trả lời thì không bị trừ.", n=settings.penalty)


POINTS: Said = {
    **ASKING,
    "penalty": _penalty,
    "speed": either(
        "speed",
        lambda: _(
            "Trả lời ngay được đủ điểm, giảm đều còn một nửa lúc hết giờ, làm tròn đến điểm (nửa "
            "điểm thì lên). Thời gian bằng nhau thì điểm bằng nhau."
        ),
        lambda: _("Trả lời nhanh hay chậm được điểm như nhau."),
    ),
    "floor_zero": either(
        "floor_zero",
        lambda: _("Điểm không xuống dưới 0."),
        lambda: _("Điểm có thể xuống dưới 0."),
    ),
    "chain": chain,
}
