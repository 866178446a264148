"""Options marked as right by how they look, or by a tick, a star or [Đ] beside them."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields

from quiz.banks.importing.readers.word.document.looks import hue
from quiz.banks.importing.readers.word.document.rich import Look, Rich

RIGHT = r"(?:(?-i:Đ)|đúng|đáp án(?: đúng)?|đ[./]?a|\*|✓|✔|√)"
SIGN = rf"(?:\*+|[✓✔√☑✅]+|[\[(]\s*{RIGHT}\s*[\])])"
BEFORE = re.compile(rf"{SIGN}\s*(?<!√)", re.IGNORECASE)
AFTER = re.compile(rf"(?:\*+|[✓✔√☑✅]+|(?:\s|^)[\[(]\s*{RIGHT}\s*[\])])[\s.;]*$", re.IGNORECASE)
AFTER_PAIRED = re.compile(AFTER.pattern.replace("(?-i:Đ)", "đ|x|true"), re.IGNORECASE)
WRONG = re.compile(r"(?:(?<=\s)|^)[\[(]\s*(?:s|sai|false)\s*[\])][\s.;]*$", re.IGNORECASE)
ATTRIBUTES = tuple(field.name for field in fields(Look))
SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
UNKNOWN = object()


@dataclass(frozen=True, slots=True)
class WrittenOption:
    """An option: its letter, how that stands on the page, its text, and whether it is ticked."""

    letter: str
    mark: Rich
    rich: Rich
    ticked: bool = False


def unticked(choices: Sequence[WrittenOption]) -> list[WrittenOption]:
    """The options without the signs beside their texts, ticked where there was one.

    An (đ) or (x) is a sign for sure where the wrong options have their (s).
    """
    paired = any(WRONG.search(choice.rich.text) for choice in choices)
    after = AFTER_PAIRED if paired else AFTER
    return [without_sign(choice, after) for choice in choices]


def without_sign(choice: WrittenOption, right: re.Pattern[str]) -> WrittenOption:
    """The option without the signs beside its text, ticked if there was one."""
    rich, ticked = choice.rich, choice.ticked
    before = BEFORE.match(rich.text)
    if before and before.end() < len(rich.text):
        rich, ticked = rich.cut(before.end()), True
    after = right.search(rich.text)
    if after and after.start() > 0:
        rich, ticked = rich.cut(0, after.start()), True
    wrong = WRONG.search(rich.text)
    if wrong and wrong.start() > 0:
        rich = rich.cut(0, wrong.start())
    return WrittenOption(choice.letter, choice.mark, rich, ticked)


def set_apart(choices: Sequence[WrittenOption]) -> dict[str, frozenset[int]]:
    """The options that each look or sign sets apart; what all options share says nothing."""
    found: dict[str, set[int]] = defaultdict(set)
    if len(choices) < 2:
        return {}
    found["tick"] = apart([choice.ticked for choice in choices])
    marks, texts = [choice.mark for choice in choices], [choice.rich for choice in choices]
    for attribute in ATTRIBUTES:
        for riches in (marks, texts):
            values = [shared(rich, attribute) for rich in riches]
            for place in apart(values):
                found[named(attribute, values[place])].add(place)
    titles = apart([shared(rich, "italic") for rich in texts]) - apart(
        [shared(rich, "italic") for rich in marks]
    )
    names = foreign([rich.text for rich in texts])
    found["italic"] -= titles | names
    found["italic text"] = titles - names
    return {look: frozenset(places) for look, places in found.items() if places}


def named(attribute: str, value: object) -> str:
    """The name of a look; a colour is told by its hue, as people tell it."""
    return f"colour {hue(str(value))}" if attribute == "colour" else attribute


def foreign(texts: Sequence[str]) -> set[int]:
    """The options in another language among Vietnamese ones: names of species, loan words."""
    found = {place for place, text in enumerate(texts) if is_foreign(text)}
    return found if len(found) < len(texts) else set()


def is_foreign(text: str) -> bool:
    """Whether a text has a word that can be no Vietnamese syllable."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return any(not SYLLABLE.fullmatch(bare(word)) for word in words)


def bare(word: str) -> str:
    """A word in small letters without its marks."""
    parted = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(char for char in parted if not unicodedata.combining(char))


def shared(rich: Rich, attribute: str) -> object:
    """The value that all its letters have; the page's own where they differ.

    UNKNOWN for a letter that Word has put there by itself: it has no look of its own.
    """
    seen = rich.seen()
    if None in seen:
        return UNKNOWN
    values = {getattr(look, attribute) for look in seen}
    return values.pop() if len(values) == 1 else getattr(Look(), attribute)


def apart(values: Sequence[object]) -> set[int]:
    """Where the values are not the usual one: the page's own, or else the one most have."""
    known = [value for value in values if value is not UNKNOWN]
    plain = next((value for value in known if not value), None)
    if plain is None:
        most = Counter(known).most_common(2)
        if len(most) < 2 or most[0][1] == most[1][1]:
            return set()
        plain = most[0][0]
    return {place for place, value in enumerate(values) if value is not UNKNOWN and value != plain}
