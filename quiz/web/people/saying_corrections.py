"""What was put right in a contest, in words for its record."""

from typing import Any

from quiz.service.people.contest_record import RecordedCorrection
from quiz.web.afterwards.figures_words import ACT_NAMES
from quiz.web.rules.saying import words as _


def what_words(name: str) -> str:
    """What was done, by the event's name."""
    if name == "Undone":
        return _("Hoàn tác")
    said = str(ACT_NAMES.get(f"undo.{name}") or _("Ghi chú"))
    return said[:1].upper() + said[1:]


def detail_words(correction: RecordedCorrection) -> str:
    """To whom, about which question, and how."""
    fields = correction.fields
    parts = [", ".join(correction.people), correction.question]
    if correction.key:
        parts.append(_("đáp án mới: %(key)s", key=" / ".join(correction.key)))
    parts += [say(fields[name]) for name, say in _TOLD.items() if name in fields]
    return "; ".join(part for part in parts if part)


_TOLD: dict[str, Any] = {
    "title": lambda title: _("tên cuộc thi: %(title)s", title=title),
    "name": lambda name: _("tên: %(name)s", name=name),
    "team": lambda team: _("đội: %(team)s", team=team or "–"),
    "voided": lambda voided: _("không tính cho ai") if voided else _("được tính lại"),
    "disqualified": lambda out: _("không xét giải") if out else _("xét giải trở lại"),
    "right": lambda right: _("đúng") if right else _("sai"),
    "points": lambda points: _("%(points)s điểm", points=f"{points:+d}"),
    "reason": lambda reason: _("lý do: %(reason)s", reason=reason or "–"),
}
"""By the name of the event's field."""
