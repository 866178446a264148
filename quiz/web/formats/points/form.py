"""A points round in words: its form, its rules, its preset."""

from typing import Any

from flask_babel import lazy_gettext

from quiz.formats.points.settings import Settings
from quiz.web.formats.asking import (
    ANSWERS,
    ASKING,
    CHAIN_WORDS,
    CLOCK,
    FLOOR_ZERO_WORDS,
    chain,
)
from quiz.web.formats.declaring import (
    FormatPages,
    Group,
    Preset,
    Setting,
    SettingWords,
    alone,
    pair,
)
from quiz.web.formats.points.words import HOST, PROJECTOR
from quiz.web.rules.saying import either
from quiz.web.rules.saying import words as gettext

_ = lazy_gettext


def _penalty(settings: Any) -> str:
    if not settings.penalty:
        return gettext("Trả lời sai hay không trả lời đều không bị trừ điểm.")
    return gettext(
        "Trả lời sai bị trừ %(n)s điểm; không trả lời thì không bị trừ.", n=settings.penalty
    )


_speed = either(
    "speed",
    lambda: gettext(
        "Trả lời ngay được đủ điểm, giảm đều còn một nửa lúc hết giờ, làm tròn đến điểm (nửa "
        "điểm thì lên). Thời gian bằng nhau thì điểm bằng nhau."
    ),
    lambda: gettext("Trả lời nhanh hay chậm được điểm như nhau."),
)
_floor_zero = either(
    "floor_zero",
    lambda: gettext("Điểm không xuống dưới 0."),
    lambda: gettext("Điểm có thể xuống dưới 0."),
)

PAGES = FormatPages(
    kind=Settings,
    settings={
        **ASKING,
        "penalty": Setting(SettingWords(_("Trừ điểm khi sai"), _("0 là không trừ.")), _penalty),
        "speed": Setting(
            SettingWords(
                _("Trả lời nhanh được nhiều điểm hơn"),
                _("Trả lời ngay được đủ điểm, giảm dần còn một nửa lúc hết giờ."),
            ),
            _speed,
        ),
        "floor_zero": Setting(FLOOR_ZERO_WORDS, _floor_zero),
        "chain": Setting(CHAIN_WORDS, chain()),
    },
    shown=(CLOCK,),
    folded=(ANSWERS, Group("losing", (pair("penalty", "floor_zero"), alone("speed")))),
    presets=(
        Preset(
            id="points",
            name=_("Tích điểm"),
            about=_("Không ai bị loại: mọi người trả lời mọi câu, mỗi câu đúng được điểm."),
            format="points",
            values={"reserve": 0, "audience": 0},
        ),
    ),
    projector=PROJECTOR,
    host=HOST,
)
