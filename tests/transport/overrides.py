"""Under a driver: which parts of libraries the transport's classes replace, one a line."""

import importlib
import pkgutil
import sys
from abc import ABC
from collections.abc import Iterator

from quiz import transport
from quiz.transport import driver
from quiz.transport.http import protocols
from quiz.transport.http.admission import Entrance


def of_ours(kind: type) -> bool:
    return str(kind.__module__).startswith("quiz.")


def classes_below(kind: type) -> Iterator[type]:
    subclasses: list[type] = type.__subclasses__(kind)
    for each in subclasses:
        yield each
        yield from classes_below(each)


def replaced_by(kind: type) -> Iterator[str]:
    """The attributes of a library's class that this class of ours has another for."""
    others = [each for each in kind.__mro__ if not of_ours(each)]
    library = others[0]
    if library.__module__ in sys.stdlib_module_names:
        return
    for name in vars(kind).keys() - {"__module__", "__doc__", "__annotations__"}:
        if any(name in vars(each) for each in others if each not in (object, ABC)):
            yield f"{library.__module__}.{library.__qualname__}.{name}"


def main(name: str) -> None:
    driver.patch(name)  # type: ignore[arg-type]
    for module in pkgutil.walk_packages(transport.__path__, "quiz.transport."):
        importlib.import_module(module.name)
    if name == "eventlet":
        handlers = protocols.eventlet_protocol(
            importlib.import_module("eventlet.wsgi"), Entrance(1)
        )
    else:
        handlers = protocols.gevent_handler(importlib.import_module("gevent.pywsgi"), Entrance(1))
    ours = {each for each in classes_below(object) if of_ours(each)}
    assert handlers in ours
    for line in sorted({line for kind in ours for line in replaced_by(kind)}):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1])
