"""The glossary decides: what it names exists, what it forbids does not, one name is one thing."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from quiz.live.host import ACTS
from quiz.live.phone import CROWD
from quiz.store.schema.tables import metadata

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = (ROOT / "docs/glossary.md").read_text("utf-8")
WORDS, _, NOT_USED = GLOSSARY.partition("\n## Not used\n")
OF_EVERY_FORMAT = re.compile(r"quiz/(?:\w+/)*formats/")
OF_EVERY_AREA = {"__init__", "ports", "rows", "errors"}
BARE = {"load", "read", "used", "write"}
QUESTION = re.compile(r"(?:is|are|can|has|may|was)_|[a-z]+s(?:_|$)")


@dataclass(frozen=True)
class Named:
    """What a module declares: a class (or a named shape), a function, or the module itself."""

    name: str
    path: str
    node: ast.AST

    @property
    def is_class(self) -> bool:
        return isinstance(self.node, (ast.ClassDef, ast.Assign, ast.AnnAssign))

    @property
    def about(self) -> str:
        documented = isinstance(self.node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        return (ast.get_docstring(self.node) or "") if documented else ""  # type: ignore[arg-type]


def rows(text: str) -> list[list[str]]:
    """The rows of a page's table, its head and rule left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def named_in(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def shape(node: ast.stmt) -> str:
    """The name that an assignment gives to a shape, as in `Place = tuple[int, int]`."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    name = target.id if isinstance(target, ast.Name) else ""
    value = getattr(node, "value", None)
    is_value = isinstance(value, ast.Call) and ast.unparse(value.func) != "NewType"
    is_shape = re.fullmatch(r"[A-Z][a-z]\w+", name) and not is_value
    return name if is_shape else ""


def declared(path: Path) -> Iterator[Named]:
    tree, here = ast.parse(path.read_text("utf-8")), path.relative_to(ROOT).as_posix()
    yield Named(path.stem, here, tree)
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and shape(node):
            yield Named(shape(node), here, node)
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield Named(node.name, here, node)


@cache
def everything() -> tuple[Named, ...]:
    paths = sorted((ROOT / "quiz").rglob("*.py"))
    return tuple(
        each for path in paths if "migrations" not in path.parts for each in declared(path)
    )


def classes() -> list[Named]:
    return [each for each in everything() if each.is_class]


def functions() -> list[Named]:
    return [e for e in everything() if isinstance(e.node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def test_every_word_is_told_in_english() -> None:
    heads = [row[1] for row in rows(WORDS)]

    assert [row for row in rows(WORDS) if len(row) != 6 or not row[1] or not row[2]] == []
    assert len(heads) == len(set(heads))
    assert {"contest", "answer", "undo"} - set(heads) == set()


def test_vietnamese_words_are_those_of_the_pages() -> None:
    with (ROOT / "translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        texts = " ".join(str(message.id) for message in read_po(file, locale="en")).casefold()
    said = [word for row in rows(WORDS) for word in row[0].split(", ") if word]

    assert [word for word in said if word not in texts] == []
    assert len(said) > 20


def test_named_classes_exist() -> None:
    named = {name for row in rows(WORDS) for name in named_in(row[3])}

    assert named - {each.name for each in classes()} == set()
    assert len(named) > 30


def test_every_table_is_named_and_no_other() -> None:
    named = {name for row in rows(WORDS) for name in named_in(row[4])}

    assert named == set(metadata.tables)


def test_named_messages_are_those_of_the_protocol() -> None:
    named = {name for row in rows(WORDS) for name in named_in(row[5])}
    page = (ROOT / "docs/protocol.md").read_text("utf-8")
    told = set(re.findall(r"^- `(\w+)`", page, re.MULTILINE))

    assert named - set(ACTS) - set(CROWD) - told == set()
    assert {"answer", "act", "view"} - named == set()


def words_of(name: str) -> list[str]:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).casefold().split("_")


def holds(each: Named, word: str) -> bool:
    """Whether a word that is not used stands there, as the page says it."""
    if word[0].isupper():
        return each.is_class and each.name == word
    return word in words_of(each.name)


@pytest.mark.parametrize("row", rows(NOT_USED), ids=lambda row: row[0])
def test_word_that_is_not_used_is_not_there(row: list[str]) -> None:
    words, folders = named_in(row[0]), tuple(f"{each}/" for each in named_in(row[1]))
    here = [each for each in everything() if each.path.startswith(folders)]

    assert [f"{e.path}: {e.name}" for e in here for word in words if holds(e, word)] == []
    assert words
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []
    assert here


def is_port_of(port: Named, others: list[Named]) -> bool:
    """Whether this is a protocol that says of which of the others it is the shape."""
    bases = [ast.unparse(base) for base in getattr(port.node, "bases", [])]
    modules = (other.path.removesuffix(".py").replace("/", ".") for other in others)
    return "Protocol" in bases and any(f"`{module}`" in port.about for module in modules)


def test_no_two_classes_have_one_name() -> None:
    by_name: defaultdict[str, list[Named]] = defaultdict(list)
    for each in classes():
        own = each.name == "Settings" and OF_EVERY_FORMAT.match(each.path)
        if not each.name.startswith("_") and not own:
            by_name[each.name].append(each)
    several = {
        name: [each.path for each in all_ if not is_port_of(each, all_)]
        for name, all_ in by_name.items()
    }

    assert {name: paths for name, paths in several.items() if len(paths) > 1} == {}


def test_no_two_modules_of_a_layer_have_one_name() -> None:
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in everything():
        shared = OF_EVERY_FORMAT.match(each.path) or each.name in OF_EVERY_AREA
        if isinstance(each.node, ast.Module) and not shared:
            places[each.path.split("/")[1], each.name].append(each.path)

    assert {key: paths for key, paths in places.items() if len(paths) > 1} == {}


def test_blueprints_are_named_as_their_files() -> None:
    made = {
        path: re.findall(r'Blueprint\(\s*"(\w+)"', path.read_text("utf-8"))
        for path in (ROOT / "quiz/web").rglob("*.py")
    }

    assert {
        path.stem: names for path, names in made.items() if names not in ([], [path.stem])
    } == {}
    assert [names for names in made.values() if names]


def test_functions_say_what_they_read_and_write() -> None:
    assert [f"{each.path}: {each.name}" for each in functions() if each.name in BARE] == []


def asks(function: Named) -> bool:
    """Whether the answer is yes or no, and not only within its module."""
    returns = getattr(function.node, "returns", None)
    public = not function.name.startswith("_")
    return public and isinstance(returns, ast.Name) and returns.id == "bool"


def test_questions_are_named_as_questions() -> None:
    asked = [each for each in functions() if each.about.startswith("Whether ") and asks(each)]

    assert [f"{e.path}: {e.name}" for e in asked if not QUESTION.match(e.name)] == []
    assert asked
