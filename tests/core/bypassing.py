"""Working out anew what is otherwise remembered."""

import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from inspect import unwrap
from types import FunctionType, ModuleType
from typing import Any

import quiz.core
import quiz.formats
from quiz.core.remembering import lasting, remembered

_REMEMBERING = {
    keep(len).__code__ for keep in (lasting, remembered) if isinstance(keep(len), FunctionType)
}


def _modules() -> Iterator[ModuleType]:
    for package in (quiz.core, quiz.formats):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield import_module(found.name)


def _remembered() -> Iterator[tuple[ModuleType, str, Callable[..., Any]]]:
    for module in _modules():
        for name, thing in vars(module).items():
            if isinstance(thing, FunctionType) and thing.__code__ in _REMEMBERING:
                yield module, name, thing


FOUND = list(_remembered())
"""Every name, in whatever module, by which something remembered is called."""


@contextmanager
def bypassed() -> Iterator[None]:
    """Nothing is remembered in here, and what was remembered before stays."""
    for module, name, thing in FOUND:
        setattr(module, name, unwrap(thing))
    try:
        yield
    finally:
        for module, name, thing in FOUND:
            setattr(module, name, thing)
