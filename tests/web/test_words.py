"""All that the program says is said in both languages, and reads right."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask_babel import force_locale

from quiz.formats import FORMATS
from quiz.web.formats import words_of
from quiz.web.words import spoken
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.host import HOST
from quiz.web.words.host_draw import DRAW
from quiz.web.words.importing import IMPORTING
from quiz.web.words.phone import PHONE
from quiz.web.words.projector import PROJECTOR
from tests.web.conftest import Site

ROOT = Path(__file__).parents[2]
SHARED = {"phone": PHONE, "projector": PROJECTOR, "host": {**HOST, **DRAW, **IMPORTING}}
PAGES = {
    "phone": {**PHONE, **words_of("phone", FORMATS)},
    "projector": {**PROJECTOR, **words_of("projector", FORMATS)},
    "host": {**HOST, **DRAW, **IMPORTING, **words_of("host", FORMATS)},
}
ENGLISH = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"
COUNTED = re.compile(
    r"(\{(?:correct|count|joined|members|online|people|survived)\}|%\(count\)s) "
    r"(?!s\b)(?:people|others|(?:more |right )?[a-z]+s)\b"
)
"""A number of things before their name, which does not read right for one of them."""
PLACE = re.compile(r"\{\w+\}|%\(\w+\)s")


@pytest.mark.parametrize("page", PAGES)
def test_words_common_key_means_one_thing(page: str) -> None:
    assert sorted(set(EVERYWHERE) & set(PAGES[page])) == []


@pytest.mark.parametrize("page", PAGES)
def test_words_key_means_one_thing_in_all_formats(page: str) -> None:
    keys = [*SHARED[page], *(key for name in FORMATS for key in words_of(page, (name,)))]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def extracted() -> set[str]:
    methods, options = mapping()
    keywords = {"_": None, "gettext": None, "lazy_gettext": None}
    found: set[str] = set()
    for folder in ("quiz", "templates"):
        for _, _, message, _, _ in extract_from_dir(
            ROOT / folder, methods, options, keywords=keywords
        ):
            assert isinstance(message, str)
            found.add(message)
    return found - {""}


def mapping() -> tuple[list[tuple[str, str]], dict[str, dict[str, str]]]:
    """The mapping file's rules; they name folders, which `extract_from_dir` is given one by one."""
    with (ROOT / "translations" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    return [(pattern.split("/", 1)[1], method) for pattern, method in methods], options


@pytest.fixture(scope="module")
def english() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def test_english_has_every_text_and_no_other(english: Catalog) -> None:
    assert {message.id for message in english if message.id} == extracted()


def test_english_no_entry_is_empty_or_fuzzy(english: Catalog) -> None:
    unfinished = [m.id for m in english if m.id and (not m.string or m.fuzzy)]
    assert unfinished == []


def test_english_keeps_every_placeholder(english: Catalog) -> None:
    changed = [
        message.id
        for message in english
        if sorted(PLACE.findall(str(message.id))) != sorted(PLACE.findall(str(message.string)))
    ]
    assert changed == []


def test_texts_have_no_exclamation_marks(english: Catalog) -> None:
    loud = [m.id for m in english if m.id and "!" in f"{m.id}{m.string}"]
    assert loud == []


def test_english_counts_of_people_and_devices_read_right_for_one(english: Catalog) -> None:
    wrong = [m.id for m in english if m.id and COUNTED.search(str(m.string))]
    assert wrong == []


def test_step_that_is_pressed_again_is_said_with_one_colon(english: Catalog) -> None:
    again = str(PAGES["host"]["again"])
    for step in ("start_round", "close", "finish_round", "finish", "ring_bell"):
        words = str(PAGES["host"][f"step.{step}"])
        for text in (again + words, f"{english[again].string}{english[words].string}"):
            assert (step, text.count(":")) == (step, 1)


def test_a_round_has_one_name(english: Catalog) -> None:
    assert [m.id for m in english if re.search(r"vòng (thi|tiếp)", str(m.id))] == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("vi", ["Đang thi", "Hết phần thi", "Không có câu nào đang mở"]),
        ("en", ["Running", "The round is over", "No question open"]),
    ],
)
def test_stages_are_said_truly_before_the_first_and_after_the_last_too(
    site: Site, language: str, expected: list[str]
) -> None:
    with site.app.test_request_context(), force_locale(language):
        said = spoken(HOST)
    assert [said[key] for key in ("stage.playing", "stage.between", "run.between")] == expected


UNCLEAR = ("trung vị", "Phân biệt", "mã SHA-256", "Màn trống", "Giữ hạng", "Lưu trữ", "vòng thi")
"""Words that only statisticians or programmers know, or that are taken for another button's."""


@pytest.mark.parametrize("words", UNCLEAR)
def test_nothing_is_said_in_words_people_do_not_know(words: str) -> None:
    with ENGLISH.open("rb") as file:
        said = [str(message.id) for message in read_po(file, locale="en") if message.id]
    assert [text for text in said if words.casefold() in text.casefold()] == []
