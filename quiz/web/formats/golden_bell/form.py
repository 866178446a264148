"""A Golden Bell round in words: its form, its rules, its presets."""

from typing import Any

from flask_babel import lazy_gettext

from quiz.formats.golden_bell.rescue_rule import RescueRule
from quiz.formats.golden_bell.settings import Settings
from quiz.web.formats.asking import ANSWERS, ASKING, CHAIN_WORDS, CLOCK, chain
from quiz.web.formats.declaring import (
    FormatPages,
    Group,
    Preset,
    Setting,
    SettingWords,
    Several,
    alone,
    pair,
    three,
)
from quiz.web.formats.golden_bell.acts import ACTS, TOUCHES
from quiz.web.formats.golden_bell.sheets import sheets
from quiz.web.formats.golden_bell.words import HOST, PHONE, PROJECTOR
from quiz.web.rules.saying import either
from quiz.web.rules.saying import words as gettext

_ = lazy_gettext


def _all_wrong(settings: Any) -> str:
    main = {
        "spare_once": gettext(
            "Câu chính mà mọi người trên sàn đều sai thì không ai rời sàn, một lần duy nhất và "
            "trừ câu cuối."
        ),
        "spare": gettext(
            "Câu chính mà mọi người trên sàn đều sai thì không ai rời sàn, trừ câu cuối."
        ),
        "out": gettext("Câu chính mà mọi người trên sàn đều sai thì tất cả rời sàn."),
    }[settings.all_wrong]
    spared = gettext("Câu dự phòng mà tất cả đều sai thì không ai rời sàn.")
    return f"{main} {spared}"


def _rescues(settings: Any) -> str:
    rules = settings.rescues
    if not rules:
        return gettext("Không có cứu trợ.")
    return " ".join(_rescue(place, rule) for place, rule in enumerate(rules, start=1))


def _rescue(place: int, rule: RescueRule) -> str:
    how_many = {
        "all": gettext("tất cả những người đã rời sàn"),
        "number": gettext("%(n)s người đã rời sàn", n=rule.amount),
        "percent": gettext("%(n)s%% số người đã rời sàn, làm tròn lên", n=rule.amount),
    }[rule.how_many]
    if rule.order == "hand":
        return gettext("Cứu trợ lần %(place)s: người dẫn chọn ai trở lại.", place=place)
    if rule.how_many == "all":
        return gettext("Cứu trợ lần %(place)s: %(who)s trở lại.", place=place, who=how_many)
    first = {
        "latest": gettext("rời sàn muộn nhất thì trước, ngang nhau thì bốc thăm"),
        "score": gettext("đúng nhiều câu hơn thì trước, rồi đến ít thời gian hơn, rồi bốc thăm"),
        "random": gettext("theo bốc thăm"),
    }[rule.order]
    return gettext(
        "Cứu trợ lần %(place)s: %(who)s trở lại, %(first)s.", place=place, who=how_many, first=first
    )


def _below(settings: Any) -> str:
    few = settings.rescue_below
    if not settings.rescues:
        return ""
    if not few and not settings.rescue_below_percent:
        return gettext("Máy không mời cứu trợ; người dẫn tự quyết định.")
    return gettext("Cứu trợ được mời khi trên sàn còn ít hơn %(n)s người.", n=few) if few else ""


def _below_percent(settings: Any) -> str:
    share = settings.rescue_below_percent
    if not settings.rescues or not share:
        return ""
    return gettext("Cứu trợ được mời khi trên sàn còn ít hơn %(n)s%% số người dự thi.", n=share)


def _until(settings: Any) -> str:
    if not settings.rescues:
        return ""
    return gettext("Cứu trợ được mời chậm nhất sau câu %(n)s.", n=settings.rescue_until)


def _ending(settings: Any) -> str:
    return {
        "reserve": gettext(
            "Còn nhiều người sau câu cuối: hỏi câu dự phòng; hết câu dự phòng thì người đứng đầu "
            "bảng xếp hạng rung chuông."
        ),
        "bell": gettext("Còn nhiều người sau câu cuối: người đứng đầu bảng xếp hạng rung chuông."),
        "no_bell": gettext("Còn nhiều người sau câu cuối: không ai rung chuông."),
    }[settings.ending]


def _reserves(settings: Any) -> str:
    if settings.ending != "reserve":
        return ""
    return gettext("Nhiều nhất %(n)s câu dự phòng.", n=settings.reserve_count)


_out_on_wrong = either(
    "out_on_wrong",
    lambda: gettext("Trả lời sai thì rời sàn."),
    lambda: gettext("Trả lời sai vẫn ở lại sàn."),
)
_out_on_none = either(
    "out_on_none",
    lambda: gettext("Không trả lời thì rời sàn."),
    lambda: gettext("Không trả lời vẫn ở lại sàn."),
)
_lifeline = either(
    "lifeline",
    lambda: gettext("Người duy nhất còn lại được hỏi khán giả một lần, trừ câu cuối."),
    lambda: gettext("Không có phao cứu trợ."),
)


def _lifeline_told(settings: Any) -> str:
    if not settings.lifeline:
        return ""
    if settings.lifeline_told == "asker":
        return gettext(
            "Khán giả chọn trên điện thoại, chỉ thí sinh đó thấy bao nhiêu người chọn gì."
        )
    return gettext("Khán giả chọn trên điện thoại, màn hình lớn hiện bao nhiêu người chọn gì.")


def _sole_survivor(settings: Any) -> str:
    if settings.sole_survivor == "wins":
        return gettext("Người duy nhất còn lại rung chuông ngay.")
    return gettext("Người duy nhất còn lại thi tiếp đến câu cuối mới được rung chuông.")


RESCUES = Several(
    title=_("Cứu trợ lần"),
    unused=_("Không dùng lần này"),
    words={
        "how_many": SettingWords(
            _("Số người trở lại"),
            choices={
                "all": _("Tất cả"),
                "number": _("Một số người"),
                "percent": _("Một tỷ lệ % người đã rời sàn"),
            },
        ),
        "amount": SettingWords(_("Số người hoặc %")),
        "order": SettingWords(
            _("Ai trước"),
            choices={
                "latest": _("Người rời sàn muộn nhất"),
                "score": _("Người có điểm cao hơn"),
                "random": _("Bốc thăm"),
                "hand": _("Người dẫn tự chọn"),
            },
        ),
    },
)
SETTINGS = {
    **ASKING,
    "out_on_wrong": Setting(SettingWords(_("Trả lời sai thì rời sàn")), _out_on_wrong),
    "out_on_none": Setting(SettingWords(_("Không trả lời thì rời sàn")), _out_on_none),
    "all_wrong": Setting(
        SettingWords(
            _("Khi tất cả cùng sai"),
            _("Ở câu cuối cùng thì không ai rung được chuông."),
            {
                "spare_once": _("Không ai rời sàn, một lần duy nhất"),
                "spare": _("Không ai rời sàn, lần nào cũng vậy"),
                "out": _("Tất cả rời sàn"),
            },
        ),
        _all_wrong,
    ),
    "rescues": Setting(RESCUES, _rescues),
    "rescue_below": Setting(
        SettingWords(_("Cứu trợ khi còn ít hơn (người)"), _("Máy nhắc; người dẫn quyết định.")),
        _below,
    ),
    "rescue_below_percent": Setting(
        SettingWords(_("Hoặc khi còn ít hơn (% số người bắt đầu)"), _("0 là không xét tỷ lệ.")),
        _below_percent,
    ),
    "rescue_until": Setting(
        SettingWords(
            _("Cứu trợ chậm nhất sau câu"), _("Sau câu này không còn cứu trợ. 0: không có.")
        ),
        _until,
    ),
    "lifeline": Setting(
        SettingWords(
            _("Phao cứu trợ cho người cuối cùng"),
            _("Người duy nhất còn lại được hỏi khán giả một lần, trừ câu cuối."),
        ),
        _lifeline,
    ),
    "lifeline_told": Setting(
        SettingWords(
            _("Khán giả chọn gì thì ai thấy"),
            choices={
                "hall": _("Cả hội trường, trên màn hình lớn"),
                "asker": _("Chỉ thí sinh đang thi, trên điện thoại"),
            },
        ),
        _lifeline_told,
    ),
    "sole_survivor": Setting(
        SettingWords(
            _("Khi chỉ còn một người"),
            choices={
                "continue": _("Thi tiếp đến câu cuối mới được rung chuông"),
                "wins": _("Rung chuông ngay"),
            },
        ),
        _sole_survivor,
    ),
    "ending": Setting(
        SettingWords(
            _("Khi còn nhiều người sau câu cuối"),
            choices={
                "reserve": _("Hỏi câu dự phòng để phân hạng"),
                "bell": _("Người đứng đầu bảng xếp hạng rung chuông"),
                "no_bell": _("Không rung chuông"),
            },
        ),
        _ending,
    ),
    "reserve_count": Setting(
        SettingWords(_("Số câu dự phòng để phân hạng"), _("Hỏi lần lượt những người còn lại.")),
        _reserves,
    ),
    "chain": Setting(
        SettingWords(
            CHAIN_WORDS.label,
            CHAIN_WORDS.about,
            {
                "floor,survived,correct,reserve,time,draw": _(
                    "Còn trên sàn lúc kết thúc, câu cuối còn trên sàn, số câu đúng, câu dự phòng, "
                    "thời gian, bốc thăm"
                ),
                "floor,survived,reserve,correct,time,draw": _(
                    "Còn trên sàn lúc kết thúc, câu cuối còn trên sàn, câu dự phòng, số câu đúng, "
                    "thời gian, bốc thăm"
                ),
            },
        ),
        chain(
            {
                "survived": _("câu chính cuối cùng còn trên sàn"),
                "reserve": _("số câu dự phòng trả lời đúng"),
            }
        ),
    ),
}
GROUPS = (
    ANSWERS,
    Group(
        "leaving",
        (pair("out_on_wrong", "out_on_none"), alone("all_wrong")),
        title=_("Rời sàn"),
    ),
    Group(
        "rescue",
        (three("rescue_below", "rescue_below_percent", "rescue_until"), alone("rescues")),
        title=_("Cứu trợ"),
    ),
    Group(
        "ending",
        (
            alone("lifeline"),
            alone("lifeline_told"),
            pair("sole_survivor", "ending"),
            alone("reserve_count"),
            alone("chain"),
        ),
        title=_("Những người cuối cùng"),
    ),
)
PRESETS = (
    Preset(
        id="golden-bell-20",
        name=_("Rung chuông vàng 20 câu"),
        about=_("Sai là rời sàn, người cuối cùng rung chuông. Khoảng 60 phút, hai lần cứu trợ."),
        format="golden_bell",
    ),
    Preset(
        id="golden-bell-10",
        name=_("Rung chuông vàng 10 câu"),
        about=_("Bản ngắn cho một buổi sinh hoạt, khoảng 30 phút, một lần cứu trợ."),
        format="golden_bell",
        values={
            "questions": 10,
            "reserve": 5,
            "audience": 3,
            "mcq_first": 5,
            "rescue_until": 7,
            "rescues": [{"how_many": each, "amount": 10} for each in ("all", "none", "none")],
        },
    ),
)
PAGES = FormatPages(
    kind=Settings,
    settings=SETTINGS,
    shown=(CLOCK,),
    folded=GROUPS,
    presets=PRESETS,
    phone=PHONE,
    projector=PROJECTOR,
    host=HOST,
    acts=ACTS,
    touches=TOUCHES,
    sheets=sheets,
    winner=_("Người rung chuông vàng"),
)
