"""A round format is known in its own folders only: no other file has its name or its words."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from quiz.formats import FORMATS
from tests.formats.own_words import PHRASES, WORDS, names, words

ROOT = Path(__file__).resolve().parents[2]
KINDS = (".py", ".html", ".css", ".js")
FOLDERS = ("quiz", "templates", "static/js", "static/css")
REGISTRY = "quiz/formats/__init__.py"
SAMPLES = ("quiz/cli/demo_contest.py", "quiz/drill/sample.py")
"""Contests that are shown or played: they are of some format."""
RETURN = (
    *("class Rescue(", "c.Rescue", "ContestantsRescued", "_rescued", "nobody_to_rescue"),
    'act("rescue"',
)
"""People are brought back to the floor by hand or as a round proposes: act and event are the
core's, and stand in journals under these names."""
EXCEPTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "golden_bell": {
        "quiz/core/engine/engine.py": RETURN,
        "quiz/core/engine/latecomers.py": RETURN,
        "quiz/core/standing/letting_in.py": RETURN,
        "quiz/core/question/asking.py": RETURN,
        "quiz/core/nouns/commands.py": RETURN,
        "quiz/core/nouns/events.py": RETURN,
        "quiz/core/evidence/retracing.py": RETURN,
        "quiz/web/afterwards/figures_words.py": RETURN,
        "quiz/web/words/host_steps.py": RETURN,
        "static/js/host/people/contestant.js": RETURN,
    }
}
"""By format the files that have a word of it, and where alone."""


def homes(name: str) -> tuple[str, ...]:
    """Where a format lives."""
    houses = ("quiz/formats", "quiz/web/formats", "quiz/bots/formats")
    pages = ("static/js/formats", "static/css/formats")
    return tuple(f"{house}/{name}{end}" for house in (*houses, *pages) for end in ("/", ".py"))


def others(name: str) -> Iterator[tuple[str, str]]:
    """Path and text of every file in which a format has no business."""
    spared = (*homes(name), *SAMPLES, REGISTRY)
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            place = path.relative_to(ROOT).as_posix()
            if path.suffix in KINDS and not place.startswith(spared):
                yield place, path.read_text("utf-8")


def told(name: str, text: str) -> set[str]:
    """What a text says of a format: its names, its words, its phrases."""
    return (
        (names(name) & set(re.findall(r"\w+", text)))
        | (WORDS[name] & words(text))
        | {phrase for phrase in PHRASES[name] if phrase in text.lower()}
    )


@pytest.mark.parametrize("name", FORMATS)
def test_no_other_file_tells_of_a_format(name: str) -> None:
    telling = {place: found for place, text in others(name) if (found := told(name, text))}
    assert telling.keys() == EXCEPTIONS.get(name, {}).keys()


@pytest.mark.parametrize(
    ("name", "place"), [(name, place) for name, places in EXCEPTIONS.items() for place in places]
)
def test_exception_is_only_for_what_its_reason_says(name: str, place: str) -> None:
    text = (ROOT / place).read_text("utf-8")
    for allowed in EXCEPTIONS[name][place]:
        text = text.replace(allowed, "")
    assert told(name, text) == set()


def test_every_format_says_what_words_are_its_own() -> None:
    assert (WORDS.keys(), PHRASES.keys()) == (FORMATS.keys(), FORMATS.keys())


ASKS = re.compile(
    r"""\bformat_?\s*(==|!=|\bin\b|=)\s*\(?["'](?P<name>\w+)|formats[.](?P<folder>\w+)"""
)
"""A comparison with a format's name, a round made of it, an import of its folder."""


def test_no_other_file_asks_whether_a_round_is_of_a_format() -> None:
    asking = {
        (place, found[0])
        for name in FORMATS
        for place, text in others(name)
        for found in ASKS.finditer(text)
        if name in (found["name"], found["folder"])
    }
    assert asking == set()
