"""Every shape that a socket sends or takes, in the order in which the protocol tells them."""

import types
from enum import Enum

from quiz.core.nouns import console_shapes, hall_shapes, shapes
from quiz.core.nouns.model import Kind, Pool
from quiz.core.nouns.state import Life, Scene, Stage
from quiz.formats import FORMATS
from quiz.live.namespaces import NAMESPACES


def of_clients() -> list[type]:
    """The shapes of all messages, in the order of the namespaces."""
    heard = [each for namespace in NAMESPACES for each in namespace.hears.values()]
    return list(dict.fromkeys(each.shape for each in heard))


def of_server() -> list[type]:
    """What the server sends, that of the round formats last."""
    own = [shape for each in FORMATS.values() for shape in each.views.shapes]
    return [*_shapes(shapes), *_shapes(hall_shapes), *_shapes(console_shapes), *own]


def words() -> list[type[Enum]]:
    """The words that stand in some of their fields."""
    return [Kind, Life, Pool, Scene, Stage, shapes.Step, shapes.SeatNote, shapes.Verdict]


def _shapes(module: types.ModuleType) -> list[type]:
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__ and not issubclass(one, Enum)
    ]
