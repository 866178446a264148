"""Every shape that a socket sends or takes, in the order in which the protocol tells them."""

import types
from enum import Enum

import msgspec

from quiz.core.nouns import console_shapes, shapes
from quiz.core.nouns.model import Kind, Pool
from quiz.core.nouns.state import Life, Scene, Stage
from quiz.formats import FORMATS
from quiz.live import messages


def of_clients() -> list[type]:
    """What clients send."""
    return [*(shape for _, shape in messages.CROWD.values()), *_shapes(messages, msgspec.Struct)]


def of_server() -> list[type]:
    """What the server sends, that of the round formats last."""
    own = [shape for each in FORMATS.values() for shape in each.views.shapes]
    return [*_shapes(shapes, object), *_shapes(console_shapes, object), *own]


def words() -> list[type[Enum]]:
    """The words that stand in some of their fields."""
    return [Kind, Life, Pool, Scene, Stage, shapes.Step, shapes.Note, shapes.Verdict]


def _shapes(module: types.ModuleType, base: type) -> list[type]:
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type)
        and one.__module__ == module.__name__
        and issubclass(one, base)
        and not issubclass(one, Enum)
    ]
