"""The buzzes at a question, each compared with the first of its span: for complaints."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from quiz.core import events as e
from quiz.core.chronicle import Deed, Pressed


def compared(buzzes: Iterable[Pressed], deeds: Sequence[Deed]) -> Iterator[tuple[Pressed, int]]:
    """Each buzz with the ms by which it came after the first; -1 where it was taken back.

    `deeds` are the acts on the question of these buzzes.
    """
    spans: list[list[Pressed]] = []
    for buzz in buzzes:
        if isinstance(buzz, e.BuzzOpened):
            spans.append([])
        spans[-1].append(buzz)
    for span in spans:
        least = min(buzz.took_ms for buzz in span)
        gone = _taken_back(deeds, span[0])
        yield from ((buzz, -1 if gone else buzz.took_ms - least) for buzz in span)


def _taken_back(deeds: Iterable[Deed], opening: Pressed) -> bool:
    """Whether a first buzz, or the turn it led to, or that turn's end on the phone was undone."""
    later = dropwhile(lambda deed: deed.event is not opening, deeds)
    own = [next(later)]
    for deed in later:
        if isinstance(deed.event, e.BuzzOpened):
            break
        own += [deed] if isinstance(deed.event, e.TurnGiven | e.TurnEnded) else []
    return any(deed.undone_at for deed in own[:3])
