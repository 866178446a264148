"""A folder of YAML files that one reader understands: all their problems at once."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import yaml

from quiz.banks.bank import Problem

T = TypeVar("T")
LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
DEEPEST = 50
"""Lists and maps within each other; the C library takes the process down far beyond."""
LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""In C some ten times as fast."""
Problems = tuple[Problem, ...]
TextReader = Callable[[str, str], tuple[T | None, Problems]]
"""The text of a file and its name in; what it holds, or None and all that is wrong, out."""


def load_folder(
    path: Path, read: TextReader[T], ids: Callable[[T], Iterable[str]]
) -> tuple[tuple[T, ...], Problems]:
    """What the folder's `*.yaml` files hold, by file name, and all their problems.

    A file with a problem gives nothing: half of it would hide what is missing. One of its `ids`
    used by an earlier file is a problem too.
    """
    whole: list[T] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for file in sorted(path.glob("*.yaml")):
        # A file takes a while: a running contest goes on in between.
        time.sleep(0)
        found, wrong = load_file(file, read)
        problems += wrong
        if found is None:
            continue
        used = tuple(ids(found))
        shared = [
            Problem("id_in_other_file", file.name, known, "id", taken[known])
            for known in used
            if known in taken
        ]
        problems += shared
        if not shared:
            whole.append(found)
            taken |= dict.fromkeys(used, file.name)
    return tuple(whole), tuple(problems)


def load_file(path: Path, read: TextReader[T]) -> tuple[T | None, Problems]:
    """What one file holds, or None and what is wrong with it."""
    try:
        if path.stat().st_size > LARGEST:
            return None, (Problem("file_too_large", path.name, detail="20 MB"),)
        return read(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        return None, (Problem("file_unreadable", path.name, detail=error.strerror or ""),)
    except UnicodeDecodeError:
        return None, (Problem("file_not_utf8", path.name),)


def compose(text: str, file: str) -> yaml.Node | Problem | None:
    """The YAML that the text holds (None: nothing), or why it is not YAML."""
    try:
        if _depth(text) > DEEPEST:
            return Problem("yaml_deep", file, detail=str(DEEPEST))
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return Problem("yaml_wrong", file, detail=error.problem or "", line=line)
    except yaml.YAMLError as error:
        return Problem("yaml_wrong", file, detail=type(error).__name__)


def _depth(text: str) -> int:
    """How deep lists and maps lie within each other, as far as it matters."""
    depth = deepest = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest


def in_order(problems: Iterable[Problem]) -> Problems:
    """The problems by line, as a person goes through the file."""
    return tuple(sorted(problems, key=lambda problem: problem.line))
