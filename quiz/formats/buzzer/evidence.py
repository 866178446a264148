"""The buzzes at a question, each compared with the first of its span: for complaints."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from quiz.core.evidence.chronicle import Deed
from quiz.core.nouns.event import Event
from quiz.formats.buzzer.events import Buzzed, BuzzOpened, TurnEnded, TurnGiven

Press = BuzzOpened | Buzzed


@dataclass(frozen=True, slots=True)
class BuzzerFigures:
    """One contestant's buzzes at a question, and by how much each came after the first.

    `behind` is in ms, -1 for a buzz that was taken back.
    """

    buzzes: tuple[Press, ...]
    behind: tuple[int, ...]


def figures(received: Sequence[Event], deeds: Sequence[Deed], number: int) -> BuzzerFigures:
    """What there is to tell of a person's buzzes; `deeds` are the acts on the question."""
    presses = [event for event in received if isinstance(event, Press)]
    own = [each for each in compared(presses, deeds) if presser(each[0]) == number]
    return BuzzerFigures(tuple(buzz for buzz, _ in own), tuple(behind for _, behind in own))


def presser(press: Press) -> int:
    """The person who pressed."""
    return press.by_person or press.number


def compared(presses: Iterable[Press], deeds: Sequence[Deed]) -> Iterator[tuple[Press, int]]:
    """Each buzz with the ms by which it came after the first; -1 where it was taken back."""
    spans: list[list[Press]] = []
    for press in presses:
        if isinstance(press, BuzzOpened):
            spans.append([])
        spans[-1].append(press)
    for span in spans:
        least = min(press.took_ms for press in span)
        gone = _is_taken_back(deeds, span[0])
        yield from ((press, -1 if gone else press.took_ms - least) for press in span)


def _is_taken_back(deeds: Iterable[Deed], opening: Press) -> bool:
    """Whether a first buzz, or the turn it led to, or that turn's end on the phone was undone."""
    later = dropwhile(lambda deed: deed.event is not opening, deeds)
    own = [next(later)]
    for deed in later:
        if isinstance(deed.event, BuzzOpened):
            break
        own += [deed] if isinstance(deed.event, TurnGiven | TurnEnded) else []
    return any(deed.undone_at for deed in own[:3])
