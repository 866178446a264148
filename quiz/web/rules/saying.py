"""How a rule is said: a sentence made from the settings, in the visitor's language."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext

Say = Callable[[Any], str]
"""A setting in words; empty where it has no effect."""
Sayings = Mapping[str, Say]
"""By the name of the setting, in the order in which they are read."""


def either(name: str, yes: Callable[[], str], no: Callable[[], str]) -> Say:
    """One of two sentences, by a setting that is on or off."""
    return lambda settings: yes() if getattr(settings, name) else no()


def words(message: str, **values: object) -> str:
    """A text in the visitor's language."""
    return str(gettext(message, **values))
