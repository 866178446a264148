"""The rules of a Golden Bell round, in words."""

from typing import Any

from quiz.formats.golden_bell.rescue_rule import RescueRule
from quiz.web.rules.asking import ASKING, chain
from quiz.web.rules.saying import Said, either
from quiz.web.rules.saying import words as _


def _all_wrong(settings: Any) -> str:
    main = {
        "spare_once": _(
            "Câu chính mà mọi người trên sàn đều sai thì không ai rời sàn, một lần duy nhất và "
            "trừ câu cuối."
        ),
        "spare": _("Câu chính mà mọi người trên sàn đều sai thì không ai rời sàn, trừ câu cuối."),
        "out": _("Câu chính mà mọi người trên sàn đều sai thì tất cả rời sàn."),
    }[settings.all_wrong]
    spared = _("Câu dự phòng mà tất cả đều sai thì không ai rời sàn.")
    return f"{main} {spared}"


def _rescues(settings: Any) -> str:
    rules = settings.rescues
    if not rules:
        return _("Không có cứu trợ.")
    return " ".join(_rescue(place, rule) for place, rule in enumerate(rules, start=1))


def _rescue(place: int, rule: RescueRule) -> str:
    how_many = {
        "all": _("tất cả những người đã rời sàn"),
        "number": _("%(n)s người đã rời sàn", n=rule.amount),
        "percent": _("%(n)s%% số người đã rời sàn, làm tròn lên", n=rule.amount),
    }[rule.how_many]
    if rule.order == "hand":
        return _("Cứu trợ lần %(place)s: người dẫn chọn ai trở lại.", place=place)
    if rule.how_many == "all":
        return _("Cứu trợ lần %(place)s: %(who)s trở lại.", place=place, who=how_many)
    first = {
        "latest": _("rời sàn muộn nhất thì trước, ngang nhau thì bốc thăm"),
        "score": _("đúng nhiều câu hơn thì trước, rồi đến ít thời gian hơn, rồi bốc thăm"),
        "random": _("theo bốc thăm"),
    }[rule.order]
    return _(
        "Cứu trợ lần %(place)s: %(who)s trở lại, %(first)s.", place=place, who=how_many, first=first
    )


def _below(settings: Any) -> str:
    few = settings.rescue_below
    if not settings.rescues:
        return ""
    if not few and not settings.rescue_below_percent:
        return _("Máy không mời cứu trợ; người dẫn tự quyết định.")
    return _("Cứu trợ được mời khi trên sàn còn ít hơn %(n)s người.", n=few) if few else ""


def _below_percent(settings: Any) -> str:
    share = settings.rescue_below_percent
    if not settings.rescues or not share:
        return ""
    return _("Cứu trợ được mời khi trên sàn còn ít hơn %(n)s%% số người dự thi.", n=share)


def _until(settings: Any) -> str:
    if not settings.rescues:
        return ""
    return _("Cứu trợ được mời chậm nhất sau câu %(n)s.", n=settings.rescue_until)


def _ending(settings: Any) -> str:
    return {
        "reserve": _(
            "Còn nhiều người sau câu cuối: hỏi câu dự phòng; hết câu dự phòng thì người đứng đầu "
            "bảng xếp hạng rung chuông."
        ),
        "bell": _("Còn nhiều người sau câu cuối: người đứng đầu bảng xếp hạng rung chuông."),
        "no_bell": _("Còn nhiều người sau câu cuối: không ai rung chuông."),
    }[settings.ending]


def _reserves(settings: Any) -> str:
    if settings.ending != "reserve":
        return ""
    return _("Nhiều nhất %(n)s câu dự phòng.", n=settings.reserve_count)


GOLDEN_BELL: Said = {
    **ASKING,
    "out_on_wrong": either(
        "out_on_wrong",
        lambda: _("Trả lời sai thì rời sàn."),
        lambda: _("Trả lời sai vẫn ở lại sàn."),
    ),
    "out_on_none": either(
        "out_on_none",
        lambda: _("Không trả lời thì rời sàn."),
        lambda: _("Không trả lời vẫn ở lại sàn."),
    ),
    "all_wrong": _all_wrong,
    "rescues": _rescues,
    "rescue_below": _below,
    "rescue_below_percent": _below_percent,
    "rescue_until": _until,
    "lifeline": either(
        "lifeline",
        lambda: _("Người duy nhất còn lại được hỏi khán giả một lần, trừ câu cuối."),
        lambda: _("Không có phao cứu trợ."),
    ),
    "sole_survivor": lambda s: (
        _("Người duy nhất còn lại rung chuông ngay.")
        if s.sole_survivor == "wins"
        else _("Người duy nhất còn lại thi tiếp đến câu cuối mới được rung chuông.")
    ),
    "ending": _ending,
    "reserve_count": _reserves,
    "chain": chain,
}
