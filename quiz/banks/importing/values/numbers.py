"""Numbers as files write them, put into the core's form: plain digits, a point, no end zeros."""

import re
from decimal import Decimal

PLAIN = re.compile(r"[+-]?\d+(?:\.\d*)?|[+-]?\.\d+", re.ASCII)
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+", re.ASCII)
LONGEST = 30


def exact(text: str) -> str | None:
    """A number that a program wrote, with a decimal point; None for anything else."""
    text = text.strip()
    if len(text) > LONGEST or not PLAIN.fullmatch(text):
        return None
    return canonical(Decimal(text))


def typed(text: str) -> str | None:
    """A number that a person typed, with a decimal comma or point.

    None also for 140.000 and 140,000, which may be read two ways.
    """
    return None if may_be_two_numbers(text) else exact(text.replace(",", "."))


def may_be_two_numbers(text: str) -> bool:
    """Whether the mark in a number may stand before decimals as well as between thousands."""
    return GROUPED.fullmatch(text.strip()) is not None


def canonical(number: Decimal) -> str:
    """The number in the core's form."""
    plain = format(number, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain
