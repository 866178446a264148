"""What an event says about itself, once, on its class: nobody else keeps lists of events."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Nature(StrEnum):
    """Whose doing an event is, and so how it may be taken back and whom it is pushed to.

    `act`: of the run of show; a command's acts are undone together, and all hear of them.
    `crowd`: one of many of its kind (a join, an answer), or nobody's doing; it stays when an act
    is undone, and the phones of others do not hear of it. `note`: about one subject; the latest one
    of a subject holds, another note corrects it, no undo does, and only those who watch the subject
    hear.
    """

    ACT = "act"
    CROWD = "crowd"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What holds for every event of a class.

    `stops_clock`: a clock that ran stands since then. `corrects`: it changes a question asked
    before (`round`, `entry`), and all that followed is worked out anew. `minuted`: the minutes
    tell it: something was decided about people, keys or points. `touches`: it was done to
    contestants (`number` or `numbers`), not to a question. `received`: a phone sent it; `at` is
    when the server had it, which the receipt says. `keeps_scene`: the hall goes on seeing the
    scene that the host sent. `is_screen`: a switch of the hall's screens, put back by itself and
    no step of the run of show. `personal`: the fields that may name somebody.
    """

    nature: Nature = Nature.ACT
    stops_clock: bool = False
    corrects: bool = False
    minuted: bool = False
    touches: bool = False
    received: bool = False
    keeps_scene: bool = False
    is_screen: bool = False
    personal: tuple[str, ...] = ()


class Event:
    """Something that happened; its class name and fields are a file format (CONTRIBUTING.md)."""

    __slots__ = ()
    traits: ClassVar[Traits] = Traits()


@dataclass(frozen=True, slots=True)
class NoteEvent(Event):
    """An event of nature `note`, about a `subject` such as `contestant:7`."""

    traits: ClassVar[Traits] = Traits(nature=Nature.NOTE)

    subject: str


def checked(kinds: Iterable[type[Event]]) -> tuple[type[Event], ...]:
    """These kinds, each with a name of its own; a note's nature is `note` and no other's is.

    Raises:
        ValueError: two have one name, or a kind's nature is not that of its class.
    """
    made = tuple(kinds)
    names = Counter(kind.__name__ for kind in made)
    wrong = [name for name, count in names.items() if count > 1]
    wrong += [
        kind.__name__
        for kind in made
        if issubclass(kind, NoteEvent) is not (kind.traits.nature is Nature.NOTE)
    ]
    if wrong:
        raise ValueError(f"events declared wrongly: {', '.join(wrong)}")
    return made
