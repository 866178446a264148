"""Numbers below a question as its options, in files where numbers begin the questions too."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.banks.importing.readers.word.document.rich import Rich, joined
from quiz.banks.importing.readers.word.parts.grammar import LinePart, PartRole, is_section


def numbered_options(parts: Sequence[LinePart]) -> list[LinePart]:
    """The parts with numbers below a question as its options, where numbers begin questions too."""
    found = list(parts)
    place = 0
    while place < len(found):
        run = run_of_numbers(found, place)
        if len(run) > 1 and is_below_question(found, place, run):
            lettered = has_ahead(found, run[-1] + 1, PartRole.OPTION)
            for at in run:
                found[at] = as_text(found[at]) if lettered else as_option(found[at])
            place = run[-1]
        place += 1
    return found


def run_of_numbers(parts: Sequence[LinePart], place: int) -> list[int]:
    """The places of numbers 1, 2, 3 of one form from a place on, with nothing but text between."""
    if not is_number(parts[place]) or parts[place].label != "1":
        return []
    form, run = form_of(parts[place]), [place]
    for at in range(place + 1, len(parts)):
        part = parts[at]
        if part.role in (PartRole.TEXT, PartRole.GAP):
            continue
        in_turn = is_number(part) and part.label == str(len(run) + 1) and form_of(part) == form
        if not in_turn or begins_anew(parts, at):
            break
        run.append(at)
    return run


def is_number(part: LinePart) -> bool:
    """Whether the part begins with a bare number."""
    return part.role is PartRole.QUESTION and bool(part.mark.text) and part.mark.text[0].isdigit()


def form_of(part: LinePart) -> str:
    """What stands behind the number."""
    return part.mark.text.strip("0123456789 ")


def begins_anew(parts: Sequence[LinePart], place: int) -> bool:
    """Whether the numbers begin anew behind a number, so that it is a question's."""
    following = (part for part in parts[place + 1 :] if part.role is not PartRole.GAP)
    part = next((part for part in following if part.role is not PartRole.TEXT), None)
    return part is not None and is_number(part) and part.label == "1"


def is_below_question(parts: Sequence[LinePart], place: int, run: Sequence[int]) -> bool:
    """Whether a run of numbers stands below a question, which may have no number itself."""
    before = [part for part in parts[:place] if part.role is not PartRole.GAP]
    texts = 0
    while before and before[-1].role is PartRole.TEXT:
        texts += 1
        if is_section(before[-1].rich.text) or before[-1].heading:
            return False
        before.pop()
    if before and before[-1].role is PartRole.QUESTION:
        return True
    key = parts[run[-1] + 1 : run[-1] + 2]
    value = key[0].rich.text.strip(" .)") if key and key[0].role is PartRole.FIELD else ""
    return texts > 0 and value.isdecimal() and 1 <= int(value) <= len(run)


def has_ahead(parts: Sequence[LinePart], place: int, role: PartRole) -> bool:
    """Whether a part of this role comes before the next question or key."""
    for part in parts[place:]:
        if part.role in (PartRole.QUESTION, PartRole.FIELD, PartRole.KEYS):
            return False
        if part.role is role:
            return True
    return False


def as_text(part: LinePart) -> LinePart:
    """A number that begins no question, as a line of text again."""
    return replace(part, role=PartRole.TEXT, rich=joined([part.mark, part.rich]), mark=Rich())


def as_option(part: LinePart) -> LinePart:
    """A number that begins an option."""
    mark = part.mark.cut(0, len(part.label))
    return replace(part, role=PartRole.OPTION, mark=mark)
