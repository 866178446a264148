"""A key as somebody wrote it ("B", "2", "A, C", the option's text), read without guessing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.files.record import clean
from quiz.banks.importing.checking import LETTERED, checked, chosen, letters
from quiz.banks.importing.draft import Doubt, DraftQuestion
from quiz.banks.importing.values.names import LETTERS
from quiz.banks.importing.values.numbers import may_be_two_numbers
from quiz.banks.importing.values.numbers import typed as typed_number
from quiz.core.nouns.model import Kind

PREFIX = re.compile(r"(?:đáp án|phương án|lựa chọn|ý|câu)\s+(?=[A-Ha-h1-8]\b)", re.IGNORECASE)
BETWEEN = re.compile(r"(?:[,;&+>\-–\s]|→|\bvà\b|\band\b)+", re.IGNORECASE)
EITHER = re.compile(r"\b(?:hoặc|hay|or)\b|/", re.IGNORECASE)
LABELS = re.compile(r"[A-Ha-h](?:\s*[,;&]\s*[A-Ha-h])*")
RUN = re.compile(r"[A-H]{2,8}")
LABELLED = re.compile(r"(?P<letter>[A-Za-z]|[IVXivx]{2,4}|\d{1,2})\s*[.):\-–]\s*(?P<text>\S.*)")
TRUTHS = {"đúng": 0, "true": 0, "đ": 0, "sai": 1, "false": 1, "s": 1}
SORTING = re.compile(r"sắp xếp|xếp .*thứ tự|thứ tự", re.IGNORECASE)
LONGEST_TYPED = 70
"""Characters of a key that people can be asked to type."""


def with_key(
    draft: DraftQuestion,
    written: str,
    *,
    labels: Sequence[str] = LETTERS,
    kind: Kind | None = None,
    typed: bool = True,
) -> DraftQuestion:
    """The draft with the key that was written for it, looked over.

    `labels` are the letters its options go by, `kind` the kind that the file names; without
    one, it follows from options and key. `typed`: a question without options is one to type
    the answer of (and not one whose options are missing).
    """
    written = clean(written)
    draft = replace(draft, kind=kind or draft.kind)
    if not written:
        return chosen(draft, (), several=None)
    if draft.options and kind in (None, *LETTERED):
        return lettered(draft, written, labels, kind)
    if kind in (None, Kind.TRUE_FALSE) and written.casefold() in TRUTHS:
        return true_or_false(draft, TRUTHS[written.casefold()])
    if kind is None and (not typed or LABELS.fullmatch(written)):
        return checked(draft)
    if kind is Kind.NUMBER or (kind is None and is_number_like(written)):
        return number(draft, written)
    texts = accepted(written)
    if kind is Kind.TEXT or (kind is None and max(map(len, texts), default=0) <= LONGEST_TYPED):
        return checked(replace(draft, kind=Kind.TEXT, options=(), key=texts))
    code = "kind_unknown" if kind is None else "key_unknown"
    return checked(doubting(draft, code, "key", written))


def lettered(
    draft: DraftQuestion, written: str, labels: Sequence[str], kind: Kind | None
) -> DraftQuestion:
    """A choice, or options to be put in order."""
    readings = readings_of(written, draft.options, labels)
    if len(readings) != 1:
        code = "many_keys" if readings or EITHER.search(written) else "key_unknown"
        return checked(doubting(draft, code, "key", written))
    right = next(iter(readings))
    every = len(right) == len(draft.options) > 2
    if kind is Kind.ORDER or (kind is None and every and SORTING.search(draft.text)):
        draft = replace(draft, kind=Kind.ORDER)
        if len(right) < len(draft.options):
            return checked(doubting(draft, "key_unknown", "key", written))
        return checked(replace(draft, key=(right,)))
    if kind is None and every and list(right) != sorted(right):
        return checked(doubting(draft, "kind_unknown", "kind", written))
    if kind is Kind.SEVERAL and len(right) == 1:
        return checked(doubting(draft, "key_unknown", "key", written))
    return chosen(draft, right, several=kind is not Kind.ONE)


def readings_of(
    written: str, options: Sequence[str], labels: Sequence[str]
) -> frozenset[tuple[int, ...]]:
    """Every set of positions that may be meant; more or fewer than one is for a person."""
    bare = PREFIX.sub("", written).strip(" .()[]*")
    labels = tuple(label.upper() for label in labels[: len(options)])
    texts = [same(option) for option in options]
    parts = [part for part in BETWEEN.split(bare) if part]
    found = {
        pointed([part.upper() for part in parts], labels),
        pointed(parts, [str(place) for place in range(1, len(options) + 1)]),
        pointed([same(written)], texts),
        pointed([clean(written)], [clean(option) for option in options]),
        pointed([same(part) for part in re.split("[;|]", written)], texts),
        pointed(list(bare), labels) if RUN.fullmatch(bare) else None,
    }
    match = LABELLED.fullmatch(written)
    if match and (match["letter"].upper() in labels or match["letter"].upper() in LETTERS):
        text = pointed([same(match["text"])], texts)
        found |= {text, pointed([match["letter"].upper()], labels) if text else None}
    return frozenset(reading for reading in found if reading)


def is_counted_from_zero(written: str, options: Sequence[str]) -> bool:
    """Whether a key may count options, the first being 0."""
    return bool(options) and "0" in BETWEEN.split(written)


def pointed(parts: Sequence[str], names: Sequence[str]) -> tuple[int, ...] | None:
    """Where the parts stand among the names, if each is there once and none is said twice."""
    if len(set(parts)) < len(parts) or any(names.count(part) != 1 for part in parts):
        return None
    return tuple(names.index(part) for part in parts)


def same(text: str) -> str:
    """A text as it is compared with an option: no matter the capitals or the full stop."""
    return clean(text).casefold().rstrip(" .;")


def true_or_false(draft: DraftQuestion, right: int) -> DraftQuestion:
    """A statement that is true (0) or false (1)."""
    draft = replace(draft, kind=Kind.TRUE_FALSE, options=(TRUE, FALSE), key=((right,),))
    return checked(draft)


def is_number_like(written: str) -> bool:
    """Whether it is a number, even one that can be read in two ways."""
    return typed_number(written) is not None or may_be_two_numbers(written)


def number(draft: DraftQuestion, written: str) -> DraftQuestion:
    """A number to type; 140.000 may be two numbers, so that a person has to say which."""
    draft, found = replace(draft, kind=Kind.NUMBER, options=()), typed_number(written)
    if found is None:
        return checked(doubting(draft, "bad_number", "key", written))
    return checked(replace(draft, key=(found,)))


def accepted(written: str) -> tuple[str, ...]:
    """Every text that is right: they stand apart by a bar, "Tổ phó | Tổ phó công đoàn"."""
    parts = (clean(part) for part in written.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def agreed(draft: DraftQuestion, marked: tuple[int, ...]) -> DraftQuestion:
    """The draft, whose key was written, held against the options marked as right beside it."""
    if not marked or not draft.key or draft.key == (marked,):
        return draft
    both = ", ".join(letters(entry) for entry in (*draft.key, marked) if not isinstance(entry, str))
    return checked(doubting(replace(draft, key=()), "many_keys", "key", both))


def doubting(draft: DraftQuestion, code: str, field: str, detail: str = "") -> DraftQuestion:
    """The draft with one more doubt."""
    return replace(draft, doubts=(*draft.doubts, Doubt(code, field, detail)))
