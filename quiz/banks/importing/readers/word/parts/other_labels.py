"""Options that are not called A, B, C: numbers, Roman numerals, letters that go on.

A run of such labels before a key, in a question without lettered options, is its options: it is
never taken for a part of the question's text. One letter that lost its full stop ("D, 4") is told
by its turn.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.banks.importing.readers.word.document.numbering import roman
from quiz.banks.importing.readers.word.parts.cutting import wide
from quiz.banks.importing.readers.word.parts.grammar import LinePart, PartRole
from quiz.banks.importing.readers.word.parts.numbers_below import numbered_options
from quiz.banks.importing.values.names import plain

LABEL = re.compile(
    r"(?:[(\[]?(?:\d{1,3}\.)?(?P<label>\d{1,2}|[IVX]{1,5}|[ivx]{1,5}|[A-Za-z])\s*"
    r"(?P<form>[.):\]/]|[-–—](?!\d))|(?P<circled>[①-⑳]))\s*"
)
NEXT = re.compile(rf"\s+(?={LABEL.pattern})")
LOST = re.compile(r"(?P<label>[A-Ha-h])(?:\s*[,;]\s*|\s+)(?=\S)")
"""A letter with a comma, or nothing, where its full stop should be."""
ROMANS = {roman(value): value for value in range(1, 21)}
BEFORE_A = chr(ord("A") - 1)
MOST = 12
"""Labels of one question, beyond which they are surely a list of something else."""


FURTHEST = 200
"""Labels that are looked through for the next in turn."""


@dataclass(frozen=True, slots=True)
class OptionLabel:
    """A label before a text, and what stands behind it.

    `family` is "number", "roman" or "letter", `value` its place there from 1.
    """

    family: str
    value: int
    form: str


@dataclass(frozen=True, slots=True)
class LabelledPart:
    """A part of the file as an option that it may be, and where it stands among the parts."""

    place: int
    label: OptionLabel
    option: LinePart


def with_other_labels(parts: Sequence[LinePart]) -> list[LinePart]:
    """The parts of the file with such options found."""
    found: list[LinePart] = []
    last: dict[str, int] = {}
    for block in blocks(numbered_options(parts)):
        changed = options_in_turn(block)
        if not any(part.role is PartRole.OPTION for part in changed):
            changed = options_of_run(changed, last)
        last = {label.family: label.value for label in labels_of_options(changed)} or last
        found += changed
    return found


def blocks(parts: Sequence[LinePart]) -> Iterator[list[LinePart]]:
    """The parts of each question, from its number on; without numbers, up to its key."""
    numbered = any(part.role is PartRole.QUESTION for part in parts)
    block: list[LinePart] = []
    for part in parts:
        keyed = bool(block) and block[-1].role is PartRole.FIELD
        anew = keyed and not numbered and part.role is PartRole.TEXT
        if part.role is PartRole.QUESTION or anew:
            yield block
            block = []
        block.append(part)
    yield block


def labels_of_options(parts: Sequence[LinePart]) -> Iterator[OptionLabel]:
    """What the options among the parts are called."""
    for part in parts:
        if part.role is PartRole.OPTION:
            yield from readings(part.label, "")


def label_and_form(match: re.Match[str]) -> tuple[str, str]:
    """The label that a text begins with, a circled number as its digits, and its form."""
    if match["label"]:
        return match["label"], match["form"]
    return str(ord(match["circled"]) - ord("①") + 1), "○"


def readings(text: str, form: str) -> Iterator[OptionLabel]:
    """What a label may be: "I" is a letter, or a Roman one."""
    if text.isdecimal():
        yield OptionLabel("number", int(text), form)
    if text.lower() in ROMANS:
        yield OptionLabel("roman", ROMANS[text.lower()], form)
    if len(text) == 1 and text.isalpha() and text.isascii():
        yield OptionLabel("letter", ord(text.upper()) - ord("A") + 1, form)


def options_in_turn(block: Sequence[LinePart]) -> list[LinePart]:
    """The parts of a question, where a letter without its full stop is the next in turn."""
    found: list[LinePart] = []
    before = ""
    for place, part in enumerate(block):
        match = LABEL.match(part.rich.text) or LOST.match(part.rich.text)
        option = None
        if match and part.role is PartRole.TEXT:
            option = in_turn(part, match, before or before_first(block[place + 1 :], match))
        found.append(option or part)
        if found[-1].role is PartRole.OPTION:
            before = found[-1].label
        if part.role is PartRole.FIELD and part.label == "key":
            return [*found, *block[place + 1 :]]
    return found


def before_first(following: Sequence[LinePart], match: re.Match[str]) -> str:
    """What stands for the label before an A whose next option is a B: nothing is missing."""
    if (match["label"] or "").upper() != "A":
        return ""
    after = next((part.label for part in following if part.role is PartRole.OPTION), "")
    return BEFORE_A if after == "B" else ""


def in_turn(part: LinePart, match: re.Match[str], before: str) -> LinePart | None:
    """The part as an option, if its letter is the one that is missing behind `before`."""
    if len(match["label"] or "") != 1 or not match["label"].isalpha():
        return None
    letter = match["label"].upper()
    next_one = len(before) == 1 and ord(letter) == ord(before) + 1
    marked = any(not char.isspace() for char in match[0][1:])
    # "A" with nothing behind it is a word ("A ha"); later letters in turn are none.
    bare = match["label"].isupper() and before != BEFORE_A
    return option_of(part, letter, match) if next_one and (marked or bare) else None


def option_of(part: LinePart, label: str, match: re.Match[str]) -> LinePart:
    """The part as an option of this label."""
    mark = part.rich.cut(*match.span("label" if match["label"] else "circled"))
    text = part.rich.cut(match.end())
    return replace(part, role=PartRole.OPTION, rich=text, label=label, mark=mark)


def options_of_run(block: Sequence[LinePart], last: dict[str, int]) -> list[LinePart]:
    """The parts of a question with its one run of labels as options."""
    end = next((at for at, part in enumerate(block) if part.role is PartRole.FIELD), len(block))
    starts = sum(bool(list(items_of(at, block[at], least=MOST))) for at in range(end))
    # A single space may stand before a label only where one line holds them all.
    least = 1 if starts == 1 else 2
    items = [item for at in range(end) for item in items_of(at, block[at], least=least)]
    known = block[0].role is PartRole.QUESTION if block else False
    run = longest_run(items, last)
    if len(run) < 2 or not (known or end < len(block)):
        return list(block)
    options = {item.place: [one.option for one in run if one.place == item.place] for item in run}
    return [one for at, part in enumerate(block) for one in options.get(at, [part])]


def run_from(items: Sequence[LabelledPart], start: int) -> list[LabelledPart]:
    """The labels in turn from one on."""
    first = items[start].label
    run = [items[start]]
    for other in items[start + 1 : start + FURTHEST]:
        label = other.label
        in_turn = label.value == first.value + len(run)
        if in_turn and (label.family, label.form) == (first.family, first.form):
            run.append(other)
    return run


def items_of(place: int, part: LinePart, *, least: int) -> Iterator[LabelledPart]:
    """The labelled texts of one line, at least so many spaces apart, in every reading."""
    match = LABEL.match(part.rich.text) if part.role is PartRole.TEXT else None
    if match is None or not part.rich.text[match.end() :].strip():
        return
    for label in readings(*label_and_form(match)):
        yield from split_in_turn(place, part, label, match, least)


def split_in_turn(
    place: int, part: LinePart, label: OptionLabel, match: re.Match[str], least: int
) -> Iterator[LabelledPart]:
    """An option, and those that follow it in turn on the same line."""
    whole = part.rich
    for following in NEXT.finditer(whole.text):
        begun = LABEL.match(whole.text, following.end())
        again = begun and OptionLabel(label.family, label.value + 1, label.form) in tuple(
            readings(*label_and_form(begun))
        )
        apart = wide(following[0]) >= least
        if begun and again and apart and following.start() >= match.end():
            head = replace(part, rich=whole.cut(0, following.start()))
            yield LabelledPart(
                place, label, option_of(head, label_and_form(match)[0].upper(), match)
            )
            rest = LinePart(PartRole.TEXT, whole.cut(following.end()))
            next_match = LABEL.match(rest.rich.text)
            if next_match:
                following_label = replace(label, value=label.value + 1)
                yield from split_in_turn(place, rest, following_label, next_match, least)
            return
    yield LabelledPart(place, label, option_of(part, label_and_form(match)[0].upper(), match))


def longest_run(items: Sequence[LabelledPart], last: dict[str, int]) -> list[LabelledPart]:
    """The longest run in turn that begins at the first label, or goes on from the last question."""
    best: list[LabelledPart] = []
    for start, item in enumerate(items):
        family = item.label.family
        begins = item.label.value in (1, last.get(family, 0) + 1) or family == "letter"
        run = run_from(items, start) if begins else []
        best = run if len(best) < len(run) <= MOST else best
    return best


def holds_labels(text: str, key: str) -> bool:
    """Whether a text holds a run of labels from the first on, the key being one or what follows."""
    starts = [match for match in LABEL.finditer(text) if is_apart(text, match.start())]
    met: dict[str, set[int]] = defaultdict(set)
    for match in starts:
        for one in readings(*label_and_form(match)):
            met[one.family].add(one.value)
    runs = {family for family, values in met.items() if {1, 2} <= values}
    named = any(one.family in runs and one.value in met[one.family] for one in asked(key))
    words = plain(key)
    said = bool(words) and any(
        plain(text[match.end() :][: 2 * len(key) + 1]).startswith(words) for match in starts
    )
    return bool(runs) and (named or said)


def asked(key: str) -> Iterator[OptionLabel]:
    """What a key may name."""
    return readings(key.strip(" .()"), "")


def is_apart(text: str, place: int) -> bool:
    """Whether no word goes on at a place."""
    return place == 0 or not text[place - 1].isalnum()
