"""Whatever a script says has words on every page that loads it, however it names them."""

import re
from dataclasses import dataclass

import pytest

from quiz.formats import FORMATS
from quiz.web.formats import words_of
from quiz.web.frame.prepared.assets import FOLDER, modules, read_all
from quiz.web.words import Words
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.host import HOST
from quiz.web.words.host_draw import DRAW
from quiz.web.words.importing import IMPORTING
from quiz.web.words.phone import PHONE
from quiz.web.words.projector import PROJECTOR
from tests.web.conftest import ROOT
from tests.web.script_openings import OPENINGS
from tests.web.script_words import Asked, asked, read

JS = FOLDER / "js"
SCRIPTS = {path.relative_to(JS).as_posix(): path.read_text("utf-8") for path in JS.rglob("*.js")}
ASKED = {name: asked(text) for name, text in SCRIPTS.items()}
CODES = re.compile(r"\btCode\(")
LOADED = re.compile(r"""type="module" src="\{\{ url_for\('static', filename='js/([^']+)'\)""")
FORMER = {"phone": PHONE, "projector": PROJECTOR, "host": HOST}
"""The words of pages by the name that the scripts of formats for them begin with."""


@dataclass(frozen=True, slots=True)
class Loading:
    """What a page loads first, the words it is given, and for which page formats add to it."""

    entries: tuple[str, ...]
    words: Words
    added: str = ""

    @property
    def given(self) -> Words:
        """With those of the formats."""
        return {**self.words, **(words_of(self.added, FORMATS) if self.added else {})}

    @property
    def scripts(self) -> list[str]:
        """All that it loads, below `static/js/`."""
        formats = [name for name in SCRIPTS if re.match(rf"formats/\w+/{self.added}\.js", name)]
        entries = [*self.entries, *(formats if self.added else ())]
        found = modules(read_all(FOLDER), *(f"js/{name}" for name in entries))
        return [name.removeprefix("js/") for name in found if name.startswith("js/")]


PAGES = {
    "phone": Loading(("phone/main.js",), {**EVERYWHERE, **PHONE}, "phone"),
    "projector": Loading(("projector/show.js",), {**EVERYWHERE, **PROJECTOR}, "projector"),
    "console": Loading(("host/console/console.js",), {**EVERYWHERE, **HOST}, "host"),
    "prompter": Loading(("host/prompter/prompter.js",), {**EVERYWHERE, **HOST}, "host"),
    "new contest": Loading(("host/new_contest/draft.js",), DRAW),
    "import": Loading(("host/imports/drop.js", "host/imports/sure.js"), IMPORTING),
    "import read": Loading(("host/imports/reading.js",), IMPORTING),
    "import work": Loading(
        ("host/library/question_form.js", "host/imports/work.js", "host/imports/sure.js"), IMPORTING
    ),
    "preview of a phone": Loading(("phone/preview.js",), {**EVERYWHERE, **PHONE}),
    "preview of a projector": Loading(("projector/preview.js",), {**EVERYWHERE, **PROJECTOR}),
    "without words": Loading(
        (
            *("host/library/question.js", "host/library/questions.js", "host/people/grants.js"),
            *(
                "host/afterwards/print.js",
                "host/afterwards/sorting.js",
                "host/library/question_form.js",
                "host/file_field.js",
                "phone/again.js",
            ),
        ),
        {},
    ),
}


def keys_of(script: str) -> set[str]:
    """Every key that a script may ask for; what says codes needs the words for any other."""
    openings = OPENINGS.get(script, {})
    opened = {key for found in openings.values() for key in found}
    own = () if script == "shared/words.js" else ASKED[script].keys
    return {*own, *opened, *(("code.unknown",) if says_codes(script) else ())}


def says_codes(script: str) -> bool:
    """Whether it says what the server answered with."""
    return script != "shared/words.js" and bool(CODES.search(SCRIPTS[script]))


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ('"a.b"', Asked(keys=("a.b",))),
        ('x > 1 ? "a" : "b"', Asked(keys=("a", "b"))),
        ('x?.y ?? z ? "a" : t2 ? "b" : c', Asked(keys=("a", "b"), unclear=("c",))),
        ("`a.${x}`", Asked(families=("a.{}",))),
        ('`a.${x ? "on" : "off"}_b`', Asked(families=("a.{}_b",))),
        ("OWN[code]", Asked(unclear=("OWN[code]",))),
        ("...told(a, b)", Asked(unclear=("...told(a, b)",))),
    ],
)
def test_argument_is_read_as_far_as_it_says(argument: str, expected: Asked) -> None:
    assert read(argument) == expected
    assert asked(f"const said = at({argument}) + t({argument}, {{ n: f(1, 2) }});") == expected


def test_what_scripts_leave_open_is_known_and_nothing_else() -> None:
    left_open = {
        name: {*found.families, *found.unclear}
        for name, found in ASKED.items()
        if found.families or found.unclear
    }
    assert left_open == {name: set(forms) for name, forms in OPENINGS.items()}


@pytest.mark.parametrize("page", PAGES)
def test_page_has_words_for_all_that_its_scripts_ask_for(page: str) -> None:
    loading = PAGES[page]
    of_formats = {key for name in FORMER for key in words_of(name, FORMATS)}
    absent = set() if loading.added else of_formats - FORMER.keys()
    keys = {key for script in loading.scripts for key in keys_of(script)}
    assert sorted(keys - loading.given.keys() - absent) == []


@pytest.mark.parametrize("page", [name for name, loading in PAGES.items() if loading.added])
def test_shared_scripts_name_no_words_of_a_format(page: str) -> None:
    shared = [name for name in PAGES[page].scripts if not name.startswith("formats/")]
    keys = {key for name in shared if name != "shared/words.js" for key in ASKED[name].keys}
    assert sorted(keys - PAGES[page].words.keys()) == []


@pytest.mark.parametrize("page", [name for name, loading in PAGES.items() if loading.added])
@pytest.mark.parametrize("name", FORMATS)
def test_scripts_of_a_format_name_no_words_of_another(name: str, page: str) -> None:
    loading = PAGES[page]
    own = [script for script in loading.scripts if script.startswith(f"formats/{name}/")]
    keys = {key for script in own for key in keys_of(script)}
    assert sorted(keys - {*loading.words, *words_of(loading.added, (name,))}) == []


def test_scripts_of_every_template_are_looked_at() -> None:
    pages = [path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html")]
    loaded = {entry for page in pages for entry in LOADED.findall(page)}
    assert loaded == {entry for loading in PAGES.values() for entry in loading.entries}


def test_every_word_is_asked_for_where_it_is_given() -> None:
    asked_for: set[tuple[str, str]] = set()
    given: set[tuple[str, str]] = set()
    for loading in PAGES.values():
        keys = {key for script in loading.scripts for key in keys_of(script)}
        words = {(key, str(id(word))) for key, word in loading.given.items()}
        given |= words
        asked_for |= {(key, word) for key, word in words if key in keys}
    idle = {key for key, word in given - asked_for}
    assert sorted(key for key in idle if not key.startswith("code.")) == []
