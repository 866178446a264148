"""A round of dice on pages: the words of its scripts, its setting in words."""

from typing import Any

from flask_babel import lazy_gettext as _

from quiz.formats import FORMATS
from quiz.web.formats.asking import CHAIN_WORDS, chain
from quiz.web.formats.declaring import FormatPages, Group, Setting, SettingWords
from quiz.web.rules.saying import words as gettext


def _worth(settings: Any) -> str:
    return gettext("Mỗi chấm được %(n)s điểm.", n=settings.worth)


PAGES = FormatPages(
    kind=FORMATS["dice"].settings,
    settings={
        "worth": Setting(SettingWords(_("Điểm cho mỗi chấm")), _worth),
        "chain": Setting(CHAIN_WORDS, chain()),
    },
    shown=(Group("worth"),),
    folded=(),
    presets=(),
    phone={
        "dice.title": _("Gieo xúc xắc"),
        "dice.throw": _("Gieo"),
        "dice.thrown": _("Đã gieo. Chờ người dẫn kết thúc."),
        "dice.eyes": _("Bạn gieo được {eyes} chấm"),
        "dice.over": _("Đã hết lượt gieo."),
    },
    projector={
        "format_dice": _("Mỗi người gieo một lần."),
        "dice.thrown": _("người đã gieo, trong {of} người"),
    },
    host={
        "format.dice": _("Mỗi người gieo một lần."),
        "scene.dice": _("xúc xắc"),
        "step.end_throwing": _("Kết thúc gieo"),
        "hint.end_throwing": _("Số chấm thành điểm. Hoàn tác được."),
        "undo.ThrowingEnded": _("kết thúc gieo"),
        "dice.thrown": _("{thrown} người đã gieo, trong {of} người"),
        "dice.eyes": _("Tổng số chấm: {eyes}"),
        "dice.end": _("Không cho gieo nữa"),
    },
)
