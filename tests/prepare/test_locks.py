"""The locks name versions and hashes, never an address."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from quiz.prepare.packages import locked_names

ROOT = Path(__file__).resolve().parents[2]
TOGETHER = ("requirements.lock", "requirements-robots.lock", "requirements-dev.lock")
"""Those that are installed into one environment."""
LOCKS = (*TOGETHER, "requirements-node.lock")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0] for line in requirements}


@pytest.mark.parametrize("name", [*LOCKS, "package.json", "package-lock.json", ".npmrc"])
def test_lock_holds_no_address(name: str) -> None:
    assert re.findall(r"\S*://\S*", text(name)) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name: str) -> None:
    without = [
        block.splitlines()[0]
        for block in re.split(r"\n(?=\S)", text(name).strip())
        if "--hash=sha256:" not in block
    ]

    assert without == []


def test_every_browser_package_has_its_integrity() -> None:
    packages = json.loads(text("package-lock.json"))["packages"]
    without = [path for path, entry in packages.items() if path and "integrity" not in entry]

    assert without == []


def test_locks_hold_everything_that_pyproject_asks_for() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    groups = project["dependency-groups"]

    asked = (project["project"]["dependencies"], groups["robots"], groups["dev"], groups["node"])
    missing = [
        wanted(packages) - set(locked_names(text(name)))
        for packages, name in zip(asked, LOCKS, strict=True)
    ]
    assert missing == [set()] * len(LOCKS)


def test_no_two_locks_want_other_versions_of_a_package() -> None:
    pins = [pin for name in TOGETHER for pin in re.findall(r"^(\S+)==(\S+)", text(name), re.M)]
    versions: dict[str, set[str]] = {}
    for package, version in pins:
        versions.setdefault(package, set()).add(version)

    assert {package: found for package, found in versions.items() if len(found) > 1} == {}
    assert len(pins) > len(versions)


def test_organizers_get_none_of_the_tools() -> None:
    locked = json.loads(text("package-lock.json"))["packages"]
    tools = json.loads(text("package.json"))["devDependencies"]
    folders = {f"node_modules/{name.partition('/')[0]}" for name in tools}
    got = [path for path in locked if path.startswith(tuple(folders))]

    assert [path for path in got if not locked[path].get("dev")] == []


def test_package_lock_is_that_of_package_json() -> None:
    written = json.loads(text("package.json"))
    locked = json.loads(text("package-lock.json"))["packages"]
    kinds = ("dependencies", "devDependencies")
    asked = {name: version for kind in kinds for name, version in written[kind].items()}

    assert [locked[""][kind] for kind in kinds] == [written[kind] for kind in kinds]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in asked} == asked
