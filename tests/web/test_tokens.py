"""The colours of the design language have the contrast that WCAG 2.2 AA asks for."""

import re

import pytest

from quiz.web.frame.prepared.assets import FOLDER, read_asset

SHEETS = FOLDER / "css"
TOKENS = (SHEETS / "tokens.css").read_text("utf-8")
# A colour or a font of a sheet's own.
OWN = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)|font-family:(?!\s*var\()[^;]*")
TEXT, PART = 4.5, 3.0
OPTIONS = [("on-option", f"option-{letter}", TEXT) for letter in "abcdef"]
NOTES = [(name, f"{name}-wash", TEXT) for name in ("right", "wrong", "warn", "info")]
SQUARES = [
    (f"on-square-{state}", f"square-{state}", TEXT)
    for state in ("in", "out", "returned", "spectator")
]
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft") for ground in ("ground", "paper")),
    ("ink-soft", "ground-sunk", TEXT),
    ("on-red", "red", TEXT),
    ("on-red", "red-deep", TEXT),
    ("on-gold", "gold", TEXT),
    ("gold-deep", "gold-wash", TEXT),
    ("line-strong", "paper", PART),
    ("focus", "ground", PART),
    *OPTIONS,
    *NOTES,
    *SQUARES,
]


def colours(theme: str) -> dict[str, str]:
    light, dark = TOKENS.split('html[data-theme="dark"] {', 1)
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", light))
    return (
        found
        if theme == "light"
        else found | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", dark))
    )


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast_is_enough(theme: str, ink: str, ground: str, least: float) -> None:
    palette = colours(theme)
    bright, dark = sorted((luminance(palette[ink]), luminance(palette[ground])), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= least


@pytest.mark.parametrize("sheet", ["shared", "phone", "host", "projector"])
def test_colours_and_fonts_are_named_in_the_tokens_only(sheet: str) -> None:
    assert OWN.findall(read_asset(SHEETS / f"{sheet}.css").plain.decode()) == []
