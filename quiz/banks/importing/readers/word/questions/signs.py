"""Signs typed beside options: one that stands only at right ones marks them.

It is cut from what the hall sees. Whether a sign is a mark is told from the whole file: an "(x)"
behind an option may as well be part of it, "y = cos (x)".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.readers.word.questions.marks import WrittenOption
from quiz.core.nouns.model import Kind

BACK = r"<[-=–—~]{1,8}|<{2,8}|[←⇐⇦⬅◄◀☜☚👈]{1,8}"
AHEAD = r"[-=–—~]{1,8}>|[→⇒⇨➔➜➡►▶☞👉★⭐]{1,8}"
BRACKET = r"[\[(]\s*(?:x|true|đ|t|v|ok|f|s|sai|false)\s*[\])]"
OF_WRONG = re.compile(r"[\[(](?:f|s|sai|false)[\])]")
LOUD = r"[!^~@]{1,8}"
WORD = r"-?\s*(?:đ|x|v|ok|đúng|true|correct|right|đa|đáp án(?: đúng)?)|#{1,8}|\+{1,3}"
STOP = r"[.;,]{1,3}"
AT_END = re.compile(
    rf"(?<=\S)(?:\s*(?P<back>{BACK})|\s*(?P<ahead>{AHEAD})|\s+(?P<bracket>{BRACKET})"
    rf"|\s*(?P<loud>{LOUD})|\s+(?P<word>{WORD}))[\s.;]*$|(?<=\w)(?P<stop>{STOP})\s*$",
    re.IGNORECASE,
)
AT_START = re.compile(
    rf"(?:(?P<back>{BACK})|(?P<ahead>{AHEAD})|(?P<bracket>{BRACKET}))\s*(?=\S)", re.IGNORECASE
)
BOX = re.compile(r"(?:[☐□▢]|\[\s*\]|\(\s*\))\s*(?=\S)")
OF_A_FORMULA = {
    "bracket": re.compile(
        r"(?:\b(?:sin|cos|tan|cot|tg|cotg|log|ln|lg|exp|sqrt|lim|max|min|arc\w+|[fghuvy]'*"
        r"|while|if|for|return|print|until|switch|assert|not)|[=+*/^])\s*$",
        re.IGNORECASE,
    ),
    "loud": re.compile(r"(?:\d|\b\w|\))$"),
    "word": re.compile(r"[\d=+*/^]\s*$"),
}
"""What stands before a sign that is part of the option: cos (x), 5!, 3 x, 5000 đ."""
NEVER = 1_000_000
LEAST = {"back": 1, "ahead": 2, "bracket": 2, "loud": 3, "word": 3, "stop": NEVER}
"""In how many questions a kind of sign must stand to be a mark where nothing else marks a key."""
LEAST_CUT = {"back": 1, "ahead": 1, "bracket": 2, "loud": 2, "word": 2, "stop": 3}
"""The same where the keys are known and the sign stands at none but them."""
Sign = tuple[str, str, str]
"""Its kind, its text, and "start" or "end" of the option."""


@dataclass(frozen=True, slots=True)
class SignAt:
    """A sign beside an option, which without it is the text from `start` to `end`."""

    sign: Sign
    start: int
    end: int


@dataclass
class Occurrences:
    """Where one sign stands: the places of options, for each question by its place."""

    places: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def sign_at(text: str) -> SignAt | None:
    """The sign at the end of an option, or else at its start."""
    end = AT_END.search(text)
    kind = (end.lastgroup or "") if end else ""
    if end and kind in OF_A_FORMULA and OF_A_FORMULA[kind].search(text[: end.start()]):
        return None
    if end:
        return SignAt((*named(end), "end"), 0, end.start())
    start = AT_START.match(text)
    return SignAt((*named(start), "start"), start.end(), len(text)) if start else None


def named(match: re.Match[str]) -> tuple[str, str]:
    """The kind of a sign and its text without spaces."""
    kind = match.lastgroup or ""
    return kind, "".join(match[kind].casefold().split()).strip("!#") or match[kind][0]


def occurrences(texts: Iterable[Sequence[str]]) -> dict[Sign, Occurrences]:
    """Every sign beside the options of these questions."""
    found: dict[Sign, Occurrences] = defaultdict(Occurrences)
    for question, options in enumerate(texts):
        for place, text in enumerate(options):
            if at := sign_at(text):
                found[at.sign].places[question].add(place)
    return found


def with_ticks(questions: Sequence[Sequence[WrittenOption]]) -> list[list[WrittenOption]]:
    """The options, ticked where a sign marks them, and without that sign."""
    asked = sum(len(choices) > 1 for choices in questions)
    texts = [[choice.rich.text for choice in choices] for choices in questions]
    signs = {sign for sign, at in occurrences(texts).items() if marks_keys(sign[0], at, asked)}
    return [with_boxes([ticked(choice, signs) for choice in choices]) for choices in questions]


def marks_keys(kind: str, at: Occurrences, asked: int) -> bool:
    """Whether a sign stands at one option of each of enough questions."""
    single = all(len(places) == 1 for places in at.places.values())
    most = kind == "back" or 2 * len(at.places) > asked
    return single and most and len(at.places) >= LEAST[kind]


def ticked(choice: WrittenOption, signs: set[Sign]) -> WrittenOption:
    """The option ticked if one of the signs stands beside it."""
    at = sign_at(choice.rich.text)
    if at is None or at.sign not in signs:
        return choice
    return replace(choice, rich=choice.rich.cut(at.start, at.end), ticked=True)


def with_boxes(choices: list[WrittenOption]) -> list[WrittenOption]:
    """The options with crossed boxes ticked, where the others have empty boxes."""
    boxes = [BOX.match(choice.rich.text) for choice in choices]
    if not any(boxes):
        return choices
    found = []
    for choice, box in zip(choices, boxes, strict=True):
        crossed = AT_START.match(choice.rich.text)
        if box:
            found.append(replace(choice, rich=choice.rich.cut(box.end())))
        elif crossed and crossed["bracket"]:
            found.append(replace(choice, rich=choice.rich.cut(crossed.end()), ticked=True))
        else:
            found.append(choice)
    return found


def without_signs(drafts: Sequence[DraftQuestion]) -> list[DraftQuestion]:
    """The questions without signs that stand at right options only: they would tell the key."""
    keyed = [(draft.options if has_key(draft) else ()) for draft in drafts]
    asked = sum(map(bool, keyed))
    signs = {
        sign for sign, at in occurrences(keyed).items() if tells_keys(sign[0], at, drafts, asked)
    }
    return [
        replace(draft, options=tuple(cut(option, signs) for option in draft.options))
        if options
        else draft
        for draft, options in zip(drafts, keyed, strict=True)
    ]


def has_key(draft: DraftQuestion) -> bool:
    """Whether it is a choice whose right options are known."""
    return draft.kind in (Kind.ONE, Kind.SEVERAL) and bool(draft.key)


def tells_keys(kind: str, at: Occurrences, drafts: Sequence[DraftQuestion], asked: int) -> bool:
    """Whether a sign stands at right options only, or at all wrong ones, in enough questions."""
    only = all(is_telling(drafts[question], places) for question, places in at.places.items())
    most = kind in ("back", "ahead") or 2 * len(at.places) > asked
    return only and most and len(at.places) >= LEAST_CUT[kind]


def is_telling(draft: DraftQuestion, places: set[int]) -> bool:
    """Whether what stands at these options of a question tells its key."""
    right = set(draft.key[0])
    return places <= right or places == set(range(len(draft.options))) - right


def cut(option: str, signs: set[Sign]) -> str:
    """The option without one of the signs."""
    at = sign_at(option)
    return option[at.start : at.end] if at and at.sign in signs else option
