"""Layouts in combination: whatever the layout, the key is the right one or there is a doubt."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.banks.importing.draft import Imported, UnreadableFile
from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import (
    bold,
    italic,
    red,
    styled,
    tables,
    underline,
    understood,
    word,
    yellow,
)

QUIET = settings(max_examples=100, deadline=None, suppress_health_check=[*HealthCheck])
WORDS = st.lists(
    st.sampled_from(["công", "đoàn", "lao", "động", "năm", "tỉnh", "họp", "1929", "bầu", "quỹ"]),
    min_size=1,
    max_size=4,
).map(" ".join)
LOOKS = (bold, italic, red, underline, yellow, styled("shaded"))
STARTS = ("Câu {}: ", "Câu {}.", "{}. ", "{}) ", "Câu hỏi {}. ")
FORMS = ("{}. ", "{}.", "{}) ", "{}: ", "{}- ", "({}) ")
GAPS = ("\t", "   ", "\n")


@st.composite
def questions(draw):
    """Questions of different options with a right one each."""
    count = draw(st.integers(1, 4))
    made = []
    for _ in range(count):
        options = draw(st.lists(WORDS, min_size=2, max_size=5, unique=True))
        made.append((draw(WORDS) + "?", options, draw(st.integers(0, len(options) - 1))))
    return made


@st.composite
def layouts(draw):
    """How a file is typed: numbers, letters, what stands on a line, and where the key is."""
    return {
        "start": draw(st.sampled_from(STARTS)),
        "form": draw(st.sampled_from(FORMS)),
        "small": draw(st.booleans()),
        "gap": draw(st.sampled_from(GAPS)),
        "in_cells": draw(st.booleans()),
        "look": draw(st.sampled_from(LOOKS)),
        "where": draw(st.sampled_from(("letter", "text", "line", "star", "written", "listed"))),
        "nbsp": draw(st.booleans()),
    }


def runs(place: int, option: str, right: bool, layout) -> tuple[str, ...]:
    """The runs of one option."""
    letter = "abcde"[place] if layout["small"] else "ABCDE"[place]
    label = layout["form"].format(letter)
    if not right or layout["where"] in ("written", "listed"):
        return (label, option)
    look = layout["look"]
    return {
        "letter": (look(label), option),
        "text": (label, look(option)),
        "line": (look(label + option),),
        "star": (label, option, " *"),
    }[layout["where"]]


def typed(made, layout) -> bytes:
    """The file."""
    parts: list[object] = []
    for number, (text, options, right) in enumerate(made, 1):
        parts.append(layout["start"].format(number) + text)
        cells = [
            runs(place, option, place == right, layout) for place, option in enumerate(options)
        ]
        if layout["in_cells"]:
            parts.append([cells])
        else:
            between = (layout["gap"],)
            parts.append(tuple(run for cell in cells for run in (*cell, *between))[:-1])
        if layout["where"] == "written":
            parts.append(f"Đáp án: {'ABCDE'[right]}")
    if layout["where"] == "listed":
        parts.append("BẢNG ĐÁP ÁN")
        pairs = [f"{number}.{'ABCDE'[right]}" for number, (_, _, right) in enumerate(made, 1)]
        parts.append([pairs] if layout["in_cells"] else "  ".join(pairs))
    if layout["nbsp"]:
        parts = [part.replace(" ", "\u00a0") if isinstance(part, str) else part for part in parts]
    return tables(*parts)


@QUIET
@given(made=questions(), layout=layouts())
def test_any_layout_is_understood(made, layout) -> None:
    expected = [(text, options, "ABCDE"[right]) for text, options, right in made]
    assert understood(typed(made, layout)) == expected


LINE = st.lists(
    st.sampled_from(
        [
            "Câu",
            "1",
            "2.",
            "A.",
            "B.",
            "C",
            "D)",
            "a.",
            "*✓",
            "[Đ]",
            "(Đúng)",
            "Đáp",
            "án:",
            "hết",
            ".",
            "-",
            "•",
            "\t",
            "\n",
            "1.A",
            "2B",
            "Phần",
            "I",
            "x",
            "y",
        ]
    ),
    max_size=8,
).map(" ".join)


@QUIET
@given(lines=st.lists(LINE, max_size=12))
def test_any_lines_give_drafts_or_a_reason(lines) -> None:
    try:
        found = read_word(word(*lines), "a.docx")
    except UnreadableFile:
        return
    assert isinstance(found, Imported)
    for draft in found.drafts:
        assert draft.key or draft.doubts
