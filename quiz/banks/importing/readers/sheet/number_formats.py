"""Numbers, dates and times of Excel cells as Excel shows them, by the format of the cell.

What is shown otherwise than it was typed, or in a way that is not known here, has the code of
a doubt. Digits stand in no groups and decimals behind a comma, as Vietnamese write them.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

CHANGED = (
    r"0\d[\d.,]*|\d{12,}|\d+[.,]\d*0|\d{1,4}[/\-.]\d{1,2}(?:[/\-.]\d{2,4})?"
    r"|\d{1,2}:\d{2}(?::\d{2})?|\d+[eE]\d+"
)
"""What a spreadsheet makes another number, a date or a time of when it opens a CSV file."""
ExcelNumber = int | float
ExcelMoment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta
GENERAL = ("", "general", "@")
LONGEST_GENERAL, MOST_KEPT = 1e11, 1e15
"""From where on Excel shows a number with an exponent, and from where on it loses digits."""
SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
LITERAL = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[a-z]+ ?\d*\]', re.IGNORECASE
)
FRACTION = re.compile(r"(?P<whole>[#0]+\s+)?[?#]+\s*/\s*(?P<below>[?#]+|\d+)\s*")
DIGITS = re.compile(r"(?P<whole>[#0?,]*)(?:\.(?P<decimals>[#0?]+))?(?P<percent>(?: ?%)?)")
PLAIN = re.compile(r"[-+()/: $€£¥₫]*")
TIME = re.compile(r"\[?h+\]?(?:\W*\[?m+\]?)?(?:\W*s+)?|\[?m+\]?\W*s+|\[?s+\]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell's text, and the code of what is doubtful about it."""

    text: str
    doubt: str = ""


def shown_number(value: ExcelNumber, form: str) -> ShownCell:
    """A number in the format of its cell."""
    if form.lower() in GENERAL:
        return general(value)
    sections = [match for match in SECTION.findall(form) if match]
    place = 1 if value < 0 else 2 if value == 0 else 0
    signed = place >= len(sections)
    section = sections[0 if signed else place] if sections else form
    if abs(value) >= MOST_KEPT:
        return ShownCell(general(value).text, "number_shown")
    text = in_section(Decimal(repr(value)) if signed else abs(Decimal(repr(value))), section)
    return (
        general(value)
        if text is None and section.lower() in GENERAL
        else (ShownCell(general(value).text, "number_shown") if text is None else ShownCell(text))
    )


def general(value: ExcelNumber) -> ShownCell:
    """A number as it is typed."""
    whole = float(value).is_integer()
    text = str(int(value)) if whole else f"{value:.10g}".replace(".", ",")
    odd = abs(value) >= LONGEST_GENERAL or "e" in text
    return ShownCell(text, "number_shown" if odd else "")


def in_section(value: Decimal, section: str) -> str | None:
    """A number in one section of a format; None for one that is not known here."""
    literals: list[str] = []

    def kept(match: re.Match[str]) -> str:
        literals.append(next((group for group in match.groups() if group), ""))
        return "\0"

    bare = LITERAL.sub(kept, section)
    if literals and not bare.strip("\0 "):
        return "".join(literals).strip()
    fraction = FRACTION.fullmatch(bare.replace("\0", " ").strip() + " ")
    if fraction:
        return as_fraction(value, fraction)
    digits = max(DIGITS.finditer(bare), key=lambda match: len(match[0]))
    before, after = bare[: digits.start()], bare[digits.end() :]
    if not digits[0].strip(" %") or not PLAIN.fullmatch((before + after).replace("\0", "")):
        return None
    number = as_digits(value, digits)
    around = "".join(before) + "\1" + "".join(after)
    for literal in literals:
        around = around.replace("\0", literal, 1)
    return None if number is None else around.replace("\1", number).strip()


def as_digits(value: Decimal, form: re.Match[str]) -> str | None:
    """A number with the zeros and decimals that the digits of a format ask for."""
    if form["whole"].endswith(","):
        return None
    decimals = form["decimals"] or ""
    value = value * 100 if form["percent"] else value
    exact = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole, _, part = format(abs(exact), "f").partition(".")
    least = len(decimals.rstrip("#?"))
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    whole = whole.lstrip("0").zfill(form["whole"].count("0"))
    sign = "-" if exact < 0 else ""
    return f"{sign}{whole}{',' if part else ''}{part}{form['percent']}"


def as_fraction(value: Decimal, form: re.Match[str]) -> str | None:
    """A number as a whole and a fraction; None where that does not say all of it."""
    below = form["below"]
    most = int(below) if below.isdecimal() else 10 ** len(below) - 1
    exact = Fraction(value)
    near = exact.limit_denominator(most)
    if abs(near - exact) > Fraction(1, 10**6) or (below.isdecimal() and most % near.denominator):
        return None
    whole, rest = divmod(abs(near), 1) if form["whole"] else (0, abs(near))
    parts = [str(whole)] if whole or not rest else []
    if rest:
        scale = most // rest.denominator if below.isdecimal() else 1
        parts.append(f"{rest.numerator * scale}/{rest.denominator * scale}")
    return ("-" if near < 0 else "") + " ".join(parts)


def shown_moment(value: ExcelMoment, form: str) -> ShownCell:
    """A date as 28/7/1929, a time as 7:30, or both, with the parts that the format shows."""
    if isinstance(value, datetime.timedelta):
        return ShownCell(as_length(value, form.lower()))
    bare = LITERAL.sub(" ", form.lower().replace("[h]", "h"))
    timed = TIME.search(bare)
    dated = TIME.sub(" ", bare)
    time = as_time(value, timed[0], "am/pm" in form.lower()) if timed else ""
    if isinstance(value, datetime.time):
        return ShownCell(time or value.strftime("%H:%M"))
    parts = "".join(part for part in "dmy" if part in dated.replace("am/pm", ""))
    if not parts and timed:
        return ShownCell(time)
    parts = parts or "dmy"
    numbers = {"d": value.day, "m": value.month, "y": value.year}
    date = "/".join(str(numbers[part]) for part in parts)
    sure = parts == "dmy" and not may_be_two_dates(value)
    return ShownCell(f"{date} {time}".strip(), "" if sure else "date")


def as_time(value: ExcelMoment, form: str, halved: bool) -> str:
    """The hours, minutes and seconds that a format shows."""
    if not isinstance(value, datetime.datetime | datetime.time):
        return ""
    hour = (value.hour % 12 or 12) if halved else value.hour
    shown = [
        *([f"{hour:02}" if "hh" in form else str(hour)] if "h" in form else []),
        *([f"{value.minute:02}"] if "m" in form else []),
        *([f"{value.second:02}"] if "s" in form else []),
    ]
    return ":".join(shown) + (" AM" if value.hour < 12 else " PM") * halved


def as_length(value: datetime.timedelta, form: str) -> str:
    """A length of time: "[h]:mm" counts hours beyond 24."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    if "h" in form:
        parts = [str(seconds // 3600), f"{seconds // 60 % 60:02}"]
    else:
        parts = [str(seconds // 60)] if "m" in form else []
    rest = f"{seconds % 60:02}" if parts else str(seconds)
    return sign + ":".join([*parts, *([rest] if "s" in form else [])])


def may_be_two_dates(value: datetime.date) -> bool:
    """Whether Excel may have taken month and day for each other when it was typed."""
    return value.day <= 12 and value.day != value.month
