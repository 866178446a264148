import shutil
from pathlib import Path

import pytest

from quiz.prepare import node, packages, script_tools
from quiz.prepare.parts import MANIFESTS
from quiz.prepare.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A copy of the program with nothing but what npm reads."""
    for name in MANIFESTS:
        (tmp_path / name).write_text(name)
    return Places(tmp_path)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is prepared and installed, instead of doing it."""
    names: list[str] = []
    monkeypatch.setattr(packages, "prepare", lambda places, part: names.append(part.lock))
    monkeypatch.setattr(node, "install", lambda npm, folder, part: names.append(npm[0]))
    return names


def machine(monkeypatch: pytest.MonkeyPatch, npm: str | None, found: str | None) -> None:
    """One with this npm and this node."""
    monkeypatch.setattr(shutil, "which", lambda name: npm)
    monkeypatch.setattr(node, "of_system", lambda: found)


def test_tools_are_installed_once(
    monkeypatch: pytest.MonkeyPatch, places: Places, done: list[str]
) -> None:
    machine(monkeypatch, "npm", "node")
    script_tools.prepare(places)
    script_tools.prepare(places)

    assert done == ["npm"]


def test_tools_are_installed_anew_for_another_lock(
    monkeypatch: pytest.MonkeyPatch, places: Places, done: list[str]
) -> None:
    machine(monkeypatch, "npm", "node")
    script_tools.prepare(places)
    (places.root / "package-lock.json").write_text("another")
    script_tools.prepare(places)

    assert done == ["npm", "npm"]


@pytest.mark.parametrize(("npm", "found"), [(None, "node"), ("npm", None), (None, None)])
def test_node_and_npm_are_fetched_where_one_is_missing(
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
    done: list[str],
    npm: str | None,
    found: str | None,
) -> None:
    machine(monkeypatch, npm, found)
    script_tools.prepare(places)

    assert done == ["requirements-node.lock", npm or str(places.python)]
