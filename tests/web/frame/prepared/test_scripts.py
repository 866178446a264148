"""Scripts and styles of the round formats stand apart, and pages load those of their contest."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.core.nouns.model import Plan, Round
from quiz.formats import FORMATS
from quiz.web.frame.prepared.assets import FOLDER, modules, read_all
from quiz.web.frame.prepared.scripts import Additions, additions
from tests.core.builders import plan
from tests.formats.own_words import IN_SCRIPTS, WORDS, words
from tests.web.conftest import ROOT, Site

LIVE_PAGES = ("frame/layout.html", "phone/*.html", "projector/*.html", "contests/console.html")
SHARED_SCRIPTS = [path for path in FOLDER.rglob("js/**/*.js") if "formats" not in path.parts]
SHARED_STYLES = [path for path in FOLDER.rglob("css/**/*.css") if "formats" not in path.parts]
SHARED_PAGES = [path for pattern in LIVE_PAGES for path in (ROOT / "templates").glob(pattern)]
RETURN = 'act("rescue"'
"""A place on the floor is given back by hand in every round: the act is the core's."""


REGISTERED = re.compile(r"^  (\w+)[,:]", re.MULTILINE)
DOCUMENTED = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def of_formats(*names: str) -> Plan:
    made = plan(1)
    (round_,) = made.rounds
    return replace(made, rounds=tuple(replace(round_, format=name) for name in names))


def said(path: Path) -> set[str]:
    """The words in a file, but for the core's act."""
    return words(path.read_text("utf-8").replace(RETURN, "act("))


@pytest.mark.parametrize("name", FORMATS)
def test_shared_files_have_no_word_of_a_format(name: str) -> None:
    shared = [*SHARED_SCRIPTS, *SHARED_STYLES, *SHARED_PAGES]
    own = WORDS[name] | IN_SCRIPTS.get(name, frozenset())
    telling = {
        path.relative_to(ROOT).as_posix(): found for path in shared if (found := said(path) & own)
    }
    assert telling == {}


def test_shared_scripts_ask_no_round_what_its_format_is() -> None:
    asking = [path.name for path in SHARED_SCRIPTS if re.search(r"format [!=]==", path.read_text())]
    assert asking == []


@pytest.mark.parametrize(
    ("page", "script"),
    [
        ("phone", "phone"),
        ("projector", "projector"),
        ("console", "host"),
    ],
)
def test_contest_adds_what_its_formats_have_once_each(page: str, script: str) -> None:
    made = of_formats("buzzer", "points", "golden_bell", "buzzer")
    assert additions(made, page) == Additions(
        styles=(f"css/formats/buzzer/{page}.css", f"css/formats/golden_bell/{page}.css"),
        scripts=(f"js/formats/buzzer/{script}.js", f"js/formats/golden_bell/{script}.js"),
    )


def test_prompter_has_the_hosts_scripts() -> None:
    own = additions(of_formats("golden_bell"), "prompter")
    assert own == Additions((), ("js/formats/golden_bell/host.js",))


def test_format_without_files_adds_nothing() -> None:
    assert additions(of_formats("points"), "phone") == Additions((), ())


@pytest.mark.parametrize(
    "script",
    sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("js/formats/*/*.js")),
)
def test_formats_scripts_import_what_is_there_and_no_other_format(script: str) -> None:
    files = read_all(FOLDER)
    loaded = modules(files, script)
    assert set(loaded) <= files.keys()
    name = script.split("/")[2]
    assert {each.split("/")[2] for each in loaded if "/formats/" in each} == {name}


def loaded_by(site: Site, format: str) -> tuple[set[str], set[str]]:
    """What the projector of a contest loads outright: paths of formats' styles and scripts."""
    round_ = Round("Vòng", format, plan(1).rounds[0].questions)
    contest = site.runners.create(replace(plan(1), rounds=(round_,)), owner=1)
    browser = site.app.test_client()
    with browser.session_transaction() as session:
        session["projectors"] = [contest]
    page = browser.get(f"/projector/{contest}").text
    found = re.findall(r'(?:href|src)="/static/(?:[0-9a-f]+/)?((?:css|js)/formats/[^"]+)"', page)
    return {each for each in found if "css" in each}, {each for each in found if "css" not in each}


def test_page_loads_the_files_of_its_contests_formats_only(tmp_path: Path) -> None:
    site = Site(tmp_path)
    try:
        assert [loaded_by(site, name) for name in ("buzzer", "points")] == [
            ({"css/formats/buzzer/projector.css"}, {"js/formats/buzzer/projector.js"}),
            (set(), set()),
        ]
    finally:
        site.close()


def documented(page: str) -> set[str]:
    """What a format may add to a page, as docs/formats.md lists it."""
    text = (ROOT / "docs" / "formats.md").read_text("utf-8")
    section = re.search(rf"^## {page}\.js$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section
    return set(DOCUMENTED.findall(section[1]))


@pytest.mark.parametrize("page", ["phone", "projector", "host"])
def test_what_formats_add_is_documented_and_asked_for(page: str) -> None:
    added: set[str] = set()
    for script in FOLDER.glob(f"js/formats/*/{page}.js"):
        registered = script.read_text("utf-8").partition("\nregister(")[2]
        added |= set(REGISTERED.findall(registered))
    shared = [path for folder in (page, "shared") for path in FOLDER.glob(f"js/{folder}/**/*.js")]
    text = "".join(path.read_text("utf-8") for path in shared)
    unasked = {name for name in documented(page) if not re.search(rf"\b{name}\b", text)}
    assert (added, unasked) == (documented(page), set())
