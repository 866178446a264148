"""Presets as data: what the form of a new contest starts with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask_babel import LazyString, lazy_gettext

FOUR_TEAMS = (
    "Tuyên giáo – Nữ công",
    "Chính sách pháp luật – Quan hệ lao động",
    "Tổ chức – Kiểm tra – Công đoàn Viên chức",
    "Văn phòng – Tài chính",
)


@dataclass(frozen=True, slots=True)
class Preset:
    """A ready contest; `values` are those fields of the form that differ from its defaults."""

    id: str
    name: LazyString
    about: LazyString
    format: str
    values: Mapping[str, object] = field(default_factory=dict)


PRESETS = (
    Preset(
        id="golden-bell-20",
        name=lazy_gettext("Rung chuông vàng 20 câu"),
        about=lazy_gettext(
            "Sai là rời sàn, người cuối cùng rung chuông. Khoảng 60 phút, hai lần cứu trợ."
        ),
        format="golden_bell",
    ),
    Preset(
        id="golden-bell-10",
        name=lazy_gettext("Rung chuông vàng 10 câu"),
        about=lazy_gettext("Bản ngắn cho một buổi sinh hoạt, khoảng 30 phút, một lần cứu trợ."),
        format="golden_bell",
        values={
            "questions": 10,
            "reserve": 5,
            "audience": 3,
            "mcq_first": 5,
            "rescue_until": 7,
            "rescues": [{"how_many": "all"}, {"how_many": "none"}, {"how_many": "none"}],
        },
    ),
    Preset(
        id="points",
        name=lazy_gettext("Tích điểm"),
        about=lazy_gettext("Không ai bị loại: mọi người trả lời mọi câu, mỗi câu đúng được điểm."),
        format="points",
        values={"reserve": 0, "audience": 0},
    ),
    Preset(
        id="buzzer",
        name=lazy_gettext("Khởi động bấm chuông"),
        about=lazy_gettext(
            "Ai bấm chuông trước được trả lời miệng: đúng được điểm, sai bị trừ điểm. Không ai bị "
            "loại, khoảng 15 phút."
        ),
        format="buzzer",
        values={
            "questions": 12,
            "reserve": 0,
            "audience": 0,
            "mcq_first": 12,
            "seconds": 10,
            "penalty": 5,
            "floor_zero": False,
        },
    ),
)
DEFAULT = PRESETS[0]


def preset(id: str) -> Preset:
    """The preset of this id; the first one when there is none."""
    return next((known for known in PRESETS if known.id == id), DEFAULT)
