import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from quiz.config import DRIVERS
from quiz.transport.replaced import ALWAYS, LIBRARIES, OF_DRIVER, ReplacedPart, difference

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "quiz" / "transport").rglob("*.py"))
TREES = [ast.parse(source.read_text(encoding="utf-8")) for source in SOURCES]
LISTED = {part for parts in (ALWAYS, *OF_DRIVER.values()) for part in parts}
PRIVATE = re.compile(r"_(?!_)")


class Sample:
    """A library's class."""

    def __init__(self) -> None:
        self.there = 1

    def send(self, pkt: object, wait: bool = True) -> None: ...


def name_of(part: ReplacedPart) -> str:
    return (part.kept or part.path).rsplit(".", 1)[-1]


def in_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python of its own: this process loads no driver."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def attributes_of_others() -> Iterator[ast.Attribute]:
    """Each `that.attribute` in the transport, where `that` is not `self`, `cls` or `super()`."""
    for node in (node for tree in TREES for node in ast.walk(tree)):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) not in ("self", "cls"):
            yield node


def assigned() -> set[str]:
    """Names that the transport gives to objects which are not its own."""
    through_item = {
        id(node.value)
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
    }
    return {
        node.attr
        for node in attributes_of_others()
        if isinstance(node.ctx, ast.Store) or id(node) in through_item
    }


def own_names() -> set[str]:
    """Names that the transport's classes define, or give to themselves."""
    found = set[str]()
    for node in (node for tree in TREES for node in ast.walk(tree)):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found |= {node.attr} if ast.unparse(node.value) == "self" else set()
        elif isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


def test_what_is_installed_is_as_relied_on() -> None:
    assert [found for part in ALWAYS if (found := difference(part))] == []


@pytest.mark.parametrize("driver", DRIVERS)
def test_list_has_all_that_the_transports_classes_replace_and_no_more(driver: Any) -> None:
    found = in_python(f"from tests.transport.overrides import main; main({driver!r})")
    assert found.stderr == ""
    listed = {part for part in (*ALWAYS, *OF_DRIVER[driver]) if part.replaced}
    by_classes = {str(part) for part in listed if name_of(part) not in assigned()}
    assert set(found.stdout.split()) == by_classes


def test_list_has_all_that_the_transport_assigns_or_uses_against_its_privacy() -> None:
    private = {node.attr for node in attributes_of_others() if PRIVATE.match(node.attr)}
    names = {name_of(part) for part in LISTED}
    of_python = {"__class__"}
    assert (assigned() | private) - own_names() - of_python - names == set()
    assert {"_handle_event_internal", "_async", "accept"} <= assigned() & names


@pytest.mark.parametrize("part", [part for part in ALWAYS if not part.kept], ids=str)
def test_part_that_is_gone_is_named(part: ReplacedPart, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, _, name = part.path.rpartition(".")
    module = import_module(part.module)
    owner = attrgetter(inside)(module) if inside else module
    for each in getattr(owner, "__mro__", (owner,)):
        if each is not object and name in vars(each):
            monkeypatch.delattr(each, name)
    assert difference(part).startswith(f"{part} ")


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (ReplacedPart(__name__, "Sample.send", ("self", "pkt", "wait"), replaced=True), ""),
        (
            ReplacedPart(__name__, "Sample.send", ("self", "pkt"), replaced=True),
            "Sample.send takes (self, pkt, wait), not (self, pkt)",
        ),
        (
            ReplacedPart(__name__, "Sample.send", ("self", "wait", "pkt"), replaced=True),
            "Sample.send takes (self, pkt, wait), not (self, wait, pkt)",
        ),
        (ReplacedPart(__name__, "Sample.send", ("pkt",)), ""),
        (
            ReplacedPart(__name__, "Sample.send", ("packet",)),
            "Sample.send takes (self, pkt, wait), not (packet)",
        ),
        (ReplacedPart(__name__, "Sample.call"), "Sample.call is not there"),
        (ReplacedPart(__name__, "Sample", kept="there"), ""),
        (ReplacedPart(__name__, "Sample", kept="gone"), "Sample.gone is not there"),
        (ReplacedPart("no_such_library", "Sample"), "no_such_library.Sample is not there"),
    ],
)
def test_difference_is_told(part: ReplacedPart, told: str) -> None:
    assert difference(part).removeprefix(f"{__name__}.") == told


@pytest.mark.parametrize("driver", DRIVERS)
def test_server_does_not_start_where_a_replaced_part_is_gone(driver: str, tmp_path: Path) -> None:
    """As when a new release calls it otherwise: answers would be dropped, silently."""
    started = in_python(
        "import sys, socketio\n"
        "del socketio.Server._handle_event_internal\n"
        "from quiz.cli.serve import main\n"
        "sys.exit(main(sys.argv[1:]))",
        *("--driver", driver, "--port", "0", "--data", str(tmp_path / "data")),
    )
    gone = "socketio.server.Server._handle_event_internal is not there"
    assert (started.returncode, started.stdout) == (2, "")
    assert [gone in line for line in started.stderr.splitlines()[-2:]] == [True, True]
    assert not (tmp_path / "data").exists()


def test_libraries_with_replaced_parts_are_pinned_to_the_locked_version() -> None:
    assert {part.module.split(".")[0] for part in LISTED} == LIBRARIES.keys()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = dict(re.findall(r"^([\w-]+)(?:\[.*\])?(.*)$", "\n".join(project["dependencies"]), re.M))
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    versions = dict(re.findall(r"^([\w.-]+)==([\w.]+)", locked, re.MULTILINE))
    assert {name: pins[name] for name in LIBRARIES.values()} == {
        name: f"=={versions[name]}" for name in LIBRARIES.values()
    }
