"""Cutting lines into parts: several options on one line, a key after the last of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.banks.importing.readers.word.document.lines import TextLine
from quiz.banks.importing.readers.word.document.rich import Rich
from quiz.banks.importing.readers.word.parts.grammar import (
    BULLET,
    INLINE,
    LOST,
    SECTION,
    TRUTH,
    WITHIN,
    LinePart,
    PartRole,
    field_at,
    option_start,
    question_start,
)

ALIKE = ".):]/-–—"
"""What may stand behind a letter at any place; a comma only behind one that is in its turn."""
MOST_BEGUN = 20
"""Places of a line at which its options may be seen to begin."""
Start = tuple[int, str, bool]
"""Where an option begins in a line, its letter, and whether the sign before it may be its own."""


def parts_of(lines: Sequence[TextLine], *, by_word: bool) -> Iterator[LinePart]:
    """The parts of a run of lines."""
    after = next_letters(lines, by_word=by_word)
    for line, letter in zip(lines, after, strict=True):
        if not line.text and not line.pictures:
            yield LinePart(PartRole.GAP)
            continue
        begun, *rest = cut_line(line.rich, letter, by_word=by_word)
        begun = replace(begun, pictures=line.pictures, formula=line.formula, heading=line.heading)
        yield from (begun, *rest)


def next_letters(lines: Sequence[TextLine], *, by_word: bool) -> list[str]:
    """For each line, the letter of the next option that begins a line of the same question."""
    letters, found = [], ""
    for line in reversed(lines):
        letters.append(found)
        match = option_start(line.text)
        if question_start(line.text, by_word=by_word):
            found = ""
        elif match:
            found = match["letter"].upper()
    return letters[::-1]


def cut_line(rich: Rich, after: str, *, by_word: bool) -> Iterator[LinePart]:
    """The parts of one line; `after` is the letter of the next option that begins a line."""
    statement = not after and question_start(rich.text, by_word=by_word)
    truth = TRUTH.search(rich.text) if statement else None
    if truth:
        yield from cut_line(rich.cut(0, truth.start()), after, by_word=by_word)
        yield LinePart(PartRole.FIELD, rich.cut(*truth.span(truth.lastgroup or 0)), "key")
        return
    pieces = [piece for piece in split_at(rich) if piece.text] or [rich]
    yield from cut_piece(pieces[0], after, by_word=by_word)
    for piece in pieces[1:]:
        yield field_at(piece) or LinePart(PartRole.TEXT, piece)


def split_at(rich: Rich) -> list[Rich]:
    """The text before its fields, and each field."""
    found, start = [], 0
    for match in WITHIN.finditer(rich.text):
        bracket = match[0].strip() in ("(", "[")
        if match.start() == 0:
            continue
        found.append(rich.cut(start, match.start()))
        start = match.start() if bracket else match.end()
    return [*found, rich.cut(start)]


def cut_piece(rich: Rich, after: str, *, by_word: bool) -> Iterator[LinePart]:
    """The parts of a line without the fields at its end."""
    question = question_start(rich.text, by_word=by_word)
    if question:
        mark = rich.cut(*question.span())
        yield from cut_question(rich.cut(question.end()), question["number"], mark, after)
        return
    option = option_start(rich.text)
    if option:
        yield from cut_options(rich, [(0, option["letter"], False)], after)
        return
    found = field_at(rich)
    bullet = BULLET.match(rich.text)
    if found:
        yield found
    elif bullet:
        yield LinePart(PartRole.BULLET, rich.cut(bullet.end()), mark=rich.cut(*bullet.span()))
    else:
        yield from cut_text(rich, after)


def cut_question(rich: Rich, number: str, mark: Rich, after: str) -> Iterator[LinePart]:
    """A question's first line, with the options that may follow on it."""
    first, *rest = cut_text(rich, after)
    yield replace(first, role=PartRole.QUESTION, label=number, mark=mark)
    yield from rest


def cut_text(rich: Rich, after: str) -> Iterator[LinePart]:
    """A text, and the options from A on that may follow on its line."""
    starts = [
        match
        for match in INLINE.finditer(rich.text)
        if match["letter"] in "Aa" and match["mark"] in ALIKE
    ]
    if SECTION.match(rich.text):
        starts = []
    # Each looks through all that follows it, and the last may stand alone.
    for match in starts if len(starts) <= MOST_BEGUN else [*starts[:MOST_BEGUN], starts[-1]]:
        place = match.end("gap")
        found = inline(rich.text, (place, match["letter"], False), after)
        # A single one is an option where the lines below go on with B.
        alone = after == "B" and match is starts[-1] and place < len(rich.text) - 2
        if (len(found) > 1 and after != "A" and are_filled(rich.text, found)) or alone:
            yield LinePart(PartRole.TEXT, rich.cut(0, place))
            yield from cut_options(rich, found, after, known=True)
            return
    yield LinePart(PartRole.TEXT, rich)


def are_filled(text: str, starts: Sequence[Start]) -> bool:
    """Whether something stands behind each of the letters, unlike in "each of a), b), c)"."""
    ends = [start for start, *_ in starts[1:]] + [len(text)]
    pieces = (text[start:end] for (start, *_), end in zip(starts, ends, strict=True))
    return all(sum(map(str.isalnum, piece)) > 1 or len(piece.split()) > 1 for piece in pieces)


def cut_options(
    rich: Rich, starts: list[Start], after: str, *, known: bool = False
) -> Iterator[LinePart]:
    """The options of a line; the first begins at the first of the starts."""
    starts = starts if known else inline(rich.text, starts[0], after)
    ends = [start for start, *_ in starts[1:]] + [len(rich.text)]
    form = option_start(rich.text[starts[0][0] :])
    listed = form is not None and form[0].startswith("(") and form["mark"] != ")"
    for (start, letter, shared), end in zip(starts, ends, strict=True):
        piece = rich.cut(start, end)
        match = option_start(piece.text) or LOST.match(piece.text)
        if match:
            text = piece.cut(match.end())
            ticked = shared or bool(match["tick"] or match["tick2"])
            mark = piece.cut(*match.span("letter"))
            bare = of_list(text) if listed else text
            if end < len(rich.text) and bare.text.endswith(";"):
                bare = bare.cut(0, len(bare.text.rstrip(" ;")))
            yield LinePart(PartRole.OPTION, bare, letter.upper(), mark, ticked)


def of_list(rich: Rich) -> Rich:
    """An option of "(a- one; b- two)" without the marks of the list."""
    text = rich.text.rstrip(" .;")
    closed = text.endswith(")") and text.count(")") > text.count("(")
    return rich.cut(0, len(text) - closed)


def inline(text: str, first: Start, after: str) -> list[Start]:
    """The options that begin at `first` and behind it on the same line.

    After a single space only the next letter in turn begins an option, and only where no line
    of its own does ("A. Nguyễn Văn B. Trần" is a name); after a wide gap also a doubled or later
    letter does, and the next in turn of another form.
    """
    found = [first]
    form = option_start(text[first[0] :])
    mark = form["mark"] if form else None
    capital = first[1].isupper()
    for match in INLINE.finditer(text, first[0] + 1):
        letter, last = match["letter"].upper(), found[-1][1].upper()
        gap = wide(match["gap"])
        own = match["letter"].isupper() is capital and match["mark"] in (mark or ALIKE)
        alike = own or gap > 1 or (len(found) > 2 and match["mark"] == mark)
        in_turn = ord(letter) == ord(last) + 1 and alike
        free = after <= first[1].upper() or letter < after
        # Two columns may be typed A, C and below B, D.
        doubled = own and gap > 1 and letter == last and len(found) > 1
        across = own and gap > 1 and letter > last and letter != after
        if (in_turn and free) or doubled or across:
            found.append(beginning(match))
    return found


def beginning(match: re.Match[str]) -> Start:
    """Where an option begins: a sign between two options belongs to the nearer one.

    One that stands in the middle may be either's: both have it, and a person must choose.
    """
    before, after = (wide(match[gap] or "") for gap in ("gap", "apart"))
    if not match["tick"] or before > after:
        return (match.end("gap"), match["letter"], False)
    return (match.end("apart"), match["letter"], before == after)


def wide(gap: str) -> int:
    """How wide white space is, a tab being as wide as several spaces."""
    return len(gap.expandtabs(8)) if "\t" in gap else len(gap)
