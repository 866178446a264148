"""Presets: what the form of a new contest starts with."""

from quiz.web.formats import PAGES
from quiz.web.formats.declaring import Preset

FOUR_TEAMS = (
    "Tuyên giáo – Nữ công",
    "Chính sách pháp luật – Quan hệ lao động",
    "Tổ chức – Kiểm tra – Công đoàn Viên chức",
    "Văn phòng – Tài chính",
)
PRESETS = tuple(preset for pages in PAGES.values() for preset in pages.presets)
DEFAULT = PRESETS[0]


def preset(id: str) -> Preset:
    """The preset of this id; the first one when there is none."""
    return next((known for known in PRESETS if known.id == id), DEFAULT)
