"""Options marked as right by how they look, or by a tick, a star or [Đ] beside them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from quiz.banks.importing.readers.word.rich import Look, Rich

RIGHT = r"(?:đ|đúng|đáp án(?: đúng)?|đ\.?a|x|true|\*|✓|✔|√)"
SIGN = rf"(?:\*+|[✓✔√☑✅]+|[\[(]\s*{RIGHT}\s*[\])])"
BEFORE = re.compile(rf"{SIGN}\s*(?<!√)", re.IGNORECASE)
AFTER = re.compile(rf"(?:\*+|[✓✔√☑✅]+|(?:\s|^)[\[(]\s*{RIGHT}\s*[\])])[\s.;]*$", re.IGNORECASE)
WRONG = re.compile(r"(?:(?<=\s)|^)[\[(]\s*(?:s|sai|false)\s*[\])][\s.;]*$", re.IGNORECASE)
ATTRIBUTES = tuple(field.name for field in fields(Look))


@dataclass(frozen=True, slots=True)
class WrittenOption:
    """An option: its letter, how that stands on the page, its text, and whether it is ticked."""

    letter: str
    mark: Rich
    rich: Rich
    ticked: bool = False


def unticked(choice: WrittenOption) -> WrittenOption:
    """The option without the signs beside its text, ticked if there was one."""
    rich, ticked = choice.rich, choice.ticked
    before = BEFORE.match(rich.text)
    if before and before.end() < len(rich.text):
        rich, ticked = rich.cut(before.end()), True
    after = AFTER.search(rich.text)
    if after and after.start() > 0:
        rich, ticked = rich.cut(0, after.start()), True
    wrong = WRONG.search(rich.text)
    if wrong and wrong.start() > 0:
        rich = rich.cut(0, wrong.start())
    return WrittenOption(choice.letter, choice.mark, rich, ticked)


def marked(choices: Sequence[WrittenOption]) -> tuple[int, ...]:
    """The positions that any sign or look sets apart; what all options share says nothing.

    Signs that contradict each other give more than one position: a person must choose.
    """
    found = apart([choice.ticked for choice in choices])
    for attribute in ATTRIBUTES:
        for riches in ([choice.mark for choice in choices], [choice.rich for choice in choices]):
            found |= apart([shared(rich, attribute) for rich in riches])
    return tuple(sorted(found))


def shared(rich: Rich, attribute: str) -> object:
    """The value that all its letters have; the page's own where they differ."""
    values = {getattr(look, attribute) for look in rich.seen()}
    return values.pop() if len(values) == 1 else getattr(Look(), attribute)


def apart(values: Sequence[object]) -> set[int]:
    """Where the values are not the usual one: the page's own, or else the one most have."""
    plain = next((value for value in values if not value), None)
    if plain is None:
        most = Counter(values).most_common(2)
        if len(most) < 2 or most[0][1] == most[1][1]:
            return set()
        plain = most[0][0]
    return {place for place, value in enumerate(values) if value != plain}
