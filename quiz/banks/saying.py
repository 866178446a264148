"""How words about banks are said: marked here in Vietnamese, put into a language by who says them.

Pages hand in the catalog of the visitor, the terminal that of English beside the Vietnamese.
"""

from collections.abc import Callable

Tongue = Callable[[str], str]
"""Gives a Vietnamese text of this program in a language."""


def vietnamese(text: str) -> str:
    """The text as it stands here; marks it for the catalogs, where it is called `_`."""
    return text
