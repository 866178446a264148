"""The marks of Moodle GIFT: comments, categories, titles, escapes, answers in braces."""

import re
from dataclasses import dataclass

from quiz.banks.importing.readers.markup import ShownText, as_typed, guessed, plain, topic

ESCAPED = "\\~=#{}:*n"
# Characters that no text may hold stand for escaped ones while the marks are looked for.
SHELTERED = {mark: chr(0xFDD0 + place) for place, mark in enumerate(ESCAPED)}
BRACE = re.compile(r"[{}]")
ESCAPE = re.compile(r"\\([\\~=#{}:*n])")
OPEN_AGAIN = str.maketrans({code: mark for mark, code in SHELTERED.items()} | {"\ufdd8": "\n"})
FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
ID = re.compile(r"\[id:([a-z0-9]+(?:-[a-z0-9]+)*)\]")
PIECE = re.compile(r"([~=])([^~=]*)")
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")


@dataclass(frozen=True, slots=True)
class Source:
    """One question as written; `answers` is what stands in its braces (None: it has none).

    `raw` is all of it, for a person to read; `broken` when the braces do not fit.
    """

    raw: str
    category: str = ""
    id: str = ""
    format: str = ""
    text: str = ""
    answers: str | None = None
    feedback: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One answer in braces: `=` or `~` before it, its weight in percent if any, its feedback."""

    sign: str
    weight: float | None
    text: str
    feedback: str


def sources(text: str) -> list[Source]:
    """The questions of a file, each with the category it stands under."""
    found = []
    category = identity = ""
    for lines in blocks(text):
        named = ID.search(" ".join(line for line in lines if line.startswith("//")))
        identity = named[1] if named else identity
        lines = [line for line in lines if not line.startswith("//")]
        if lines and lines[0].upper().startswith("$CATEGORY:"):
            category = topic(lines.pop(0)[len("$CATEGORY:") :])
        if lines:
            found.append(source("\n".join(lines), category, identity))
            identity = ""
    return found


def blocks(text: str) -> list[list[str]]:
    """Lines that belong together: a gap ends them, unless it stands within braces."""
    found: list[list[str]] = [[]]
    lines = [line.strip() for line in text.split("\n")]
    marks = [BRACE.findall(ESCAPE.sub("", line)) for line in lines]
    within = False
    for line, braces, closes in zip(lines, marks, closing(marks), strict=True):
        if line.startswith("//"):
            found[-1].append(line)
            continue
        if not line and not (within and closes):
            found.append([])
            within = False
            continue
        if line.upper().startswith("$CATEGORY:") or (line.startswith("::") and not within):
            found.append(comments(found[-1]))
        found[-1].append(line)
        within = braces[-1] == "{" if braces else within
    return [block for block in found if any(block)]


def closing(marks: list[list[str]]) -> list[bool]:
    """For each line, whether the first brace from there on closes."""
    found = []
    first = "{"
    for braces in reversed(marks):
        first = braces[0] if braces else first
        found.append(first == "}")
    return found[::-1]


def comments(block: list[str]) -> list[str]:
    """The comments at the end of a block, taken from it: they belong to what follows."""
    taken: list[str] = []
    while block and block[-1].startswith("//"):
        taken.insert(0, block.pop())
    return taken


def source(raw: str, category: str, id: str) -> Source:
    """One question taken apart."""
    text = ESCAPE.sub(lambda escape: SHELTERED[escape[1]], raw)
    titled = re.match(r"::(.*?)::", text, re.DOTALL)
    text = text[titled.end() :].strip() if titled else text
    named = FORMAT.match(text)
    form = named[1].lower() if named else ""
    text = text[named.end() :] if named else text
    marks = re.findall(r"[{}]", text)
    if marks != ["{", "}"]:
        return Source(raw, category, id, form, text, broken=bool(marks))
    before, inside, after = re.split(r"[{}]", text)
    answers, _, feedback = inside.rpartition("####") if "####" in inside else (inside, "", "")
    whole = f"{before}_____{after}" if after.strip() else before
    return Source(raw, category, id, form, whole, answers.strip(), feedback)


def pieces(answers: str) -> list[Piece]:
    """The answers in braces that stand after `=` or `~`."""
    found = []
    for sign, rest in PIECE.findall(answers):
        text, _, feedback = rest.strip().partition("#")
        weight = WEIGHT.match(text)
        percent = float(weight[1]) if weight else None
        found.append(Piece(sign, percent, text[weight.end() :] if weight else text, feedback))
    return found


def shown(text: str, format: str = "") -> ShownText:
    """The text as people see it; it may name its own format."""
    text = text.strip()
    named = FORMAT.match(text)
    form = named[1].lower() if named else format
    text = (text[named.end() :] if named else text).translate(OPEN_AGAIN)
    if form == "html":
        return plain(text)
    return as_typed(text) if form == "plain" else guessed(text)
