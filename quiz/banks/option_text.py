"""When two options of a question say the same: their capitals tell them apart in symbols only."""

from collections import Counter, defaultdict
from collections.abc import Sequence

LONGEST_SYMBOL = 5
"""Characters."""


def repeated(options: Sequence[str]) -> list[str]:
    """The options that say the same as another one; empty ones say nothing."""
    compared = as_compared(options)
    count = Counter(compared)
    return [
        option for option, each in zip(options, compared, strict=True) if option and count[each] > 1
    ]


def as_compared(options: Sequence[str]) -> list[str]:
    """The options as they are compared: CO and Co are two symbols, "Hai" and "hai" one word."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for option in options:
        spellings[option.casefold()].add(option)
    return [
        option if are_symbols(spellings[option.casefold()]) else option.casefold()
        for option in options
    ]


def are_symbols(spellings: set[str]) -> bool:
    """Whether these spellings of the same letters are symbols of units, elements or programs."""
    short = all(
        spelling.isascii() and " " not in spelling and len(spelling) <= LONGEST_SYMBOL
        for spelling in spellings
    )
    return short and any(char.isupper() for spelling in spellings for char in spelling[1:])
