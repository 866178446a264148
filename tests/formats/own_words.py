"""What belongs to one round format alone: the names it declares, and the words it is about."""

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping

from quiz.core.nouns.rules import Format
from quiz.core.nouns.settings import declared
from quiz.formats import FORMATS
from quiz.formats.golden_bell.run_of_show import OwnStep
from quiz.live.messages import snake

WORDS: Mapping[str, frozenset[str]] = {
    "golden_bell": frozenset(("golden", "rescue", "rescues", "rescued", "lifeline", "spared")),
    "points": frozenset(),
    "buzzer": frozenset(("buzz", "buzzes", "buzzed", "buzzing", "buzzer", "buzzers")),
}
"""What only this format is about. The bell as a drawing is the mark of the whole program, and
points are what every format may give."""
IN_SCRIPTS: Mapping[str, frozenset[str]] = {
    "buzzer": frozenset(("turn", "turns", "turned", "judge")),
}
"""Words that mean the format in scripts and styles, and are common English elsewhere."""
PHRASES: Mapping[str, tuple[str, ...]] = {
    "golden_bell": ("cứu trợ", "quyền trợ giúp"),
    "points": ("tích điểm",),
    "buzzer": ("bấm chuông", "tiếng chuông"),
}
"""The same in texts that people see. "Rung chuông vàng" is the name of the program, too."""


def words(text: str) -> set[str]:
    """The words that names and comments in a text are made of."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", text)}


def names(name: str) -> set[str]:
    """What a format declares under names of its own: events, acts, shapes, settings, itself."""
    each = FORMATS[name]
    own = {name} - {"points"}
    own |= {kind.__name__ for kind in (*each.events, *each.commands, *each.views.shapes)}
    own |= {snake(kind.__name__) for kind in each.commands}
    own |= {setting for setting in _settings(each) if _shared[setting] == 1 and "_" in setting}
    return own | (set(OwnStep) if name == "golden_bell" else set())


def _settings(each: Format) -> set[str]:
    return {one.name for one in dataclasses.fields(each.settings)} | set(declared(each.settings))


_shared = Counter(setting for each in FORMATS.values() for setting in _settings(each))
