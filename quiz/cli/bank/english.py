"""English beside the Vietnamese of what the bank commands print."""

import gettext
from functools import cache

from quiz.prepare.places import HERE


@cache
def _catalog() -> gettext.NullTranslations:
    return gettext.translation("messages", HERE.catalogs, ["en"])


def english(text: str) -> str:
    """A Vietnamese text of this program in English."""
    return _catalog().gettext(text)
