"""What each round format says on pages, and their registry."""

from collections.abc import Mapping

from quiz.web.formats import buzzer, golden_bell, points
from quiz.web.formats.declaring import FormatPages

PAGES: Mapping[str, FormatPages] = {
    "golden_bell": golden_bell.PAGES,
    "points": points.PAGES,
    "buzzer": buzzer.PAGES,
}
"""By format."""
