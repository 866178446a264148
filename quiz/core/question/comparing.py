"""Whether two answers are the same: choices, texts in Vietnamese, numbers and orders."""

import re
import unicodedata
from collections.abc import Hashable
from decimal import Decimal, InvalidOperation

from quiz.core.nouns.model import Answer, Kind, Question
from quiz.core.remembering import remembered_words

FIRST_RULE, GAPLESS_RULE = 0, 1
"""How typed texts are compared: word by word, or also without gaps and what nobody sees."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")


def is_right(question: Question, answer: Answer, rule: int = GAPLESS_RULE) -> bool:
    """Whether the answer equals one of the accepted answers of the question's kind.

    `rule` is the one that the question was drawn under, so that what was judged stays judged.
    """
    return any(_matches(question, accepted, answer, rule) for accepted in question.key)


def _matches(question: Question, accepted: Answer, answer: Answer, rule: int) -> bool:
    if isinstance(accepted, str) and isinstance(answer, str):
        if question.kind is Kind.NUMBER:
            return _near(accepted, answer, question.tolerance)
        return is_same_text(accepted, answer, strict_marks=question.strict_marks, rule=rule)
    if question.kind is Kind.SEVERAL:
        return set(accepted) == set(answer)
    return accepted == answer


def _near(accepted: str, answer: str, tolerance: str) -> bool:
    given = read_number(answer)
    return given is not None and abs(Decimal(accepted) - given) <= Decimal(tolerance)


def read_number(text: str) -> Decimal | None:
    """A number as Vietnamese write it (20.125 is twenty thousand, 0,5 is a half), or None."""
    text = text.replace(" ", "").replace("\u00a0", "")
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    if len(text) > 30 or not re.fullmatch(r"[+-]?\d+([.,]\d+)?", text):
        return None
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def is_same_text(one: str, other: str, *, strict_marks: bool, rule: int = GAPLESS_RULE) -> bool:
    """Whether two texts are the same word for a jury.

    Case, spaces, punctuation, composed or decomposed letters and the place of the tone mark
    (hoà, hòa) never matter; marks do only where `strict_marks`. Nor does it matter, but under
    the first rule, what nobody sees, how an apostrophe is written, and whether there is a gap,
    but for one between digits (TP. HCM is TPHCM, and 28/7 is not 287).
    """
    if rule == FIRST_RULE:
        return _folded(one, strict_marks) == _folded(other, strict_marks)
    one, other = _seen(one), _seen(other)
    return _folded(one, strict_marks) == _folded(other, strict_marks) or (
        _gapless(one, strict_marks) == _gapless(other, strict_marks)
    )


@remembered_words
def _folded(text: str, strict_marks: bool) -> str:
    if not strict_marks:
        return _bare(" ".join(_words(text)))
    return " ".join(_tone_last(word) for word in _words(text))


@remembered_words
def _words(text: str) -> tuple[str, ...]:
    letters = unicodedata.normalize("NFD", text.casefold()).translate(_MARKS)
    if any(map(unicodedata.combining, letters)):
        letters = "".join(char for char in letters if not unicodedata.combining(char))
    return tuple(_WORD.findall(letters))


@remembered_words
def _seen(text: str) -> str:
    """The text without characters that nobody sees, every apostrophe being the same."""
    if "Cf" in map(unicodedata.category, text):
        text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return text.translate(_APOSTROPHES)


@remembered_words
def _gapless(text: str, strict_marks: bool) -> str:
    """The words as one, each run of vowels with its tones behind it: gaps do not move those."""
    whole = _DIGITS_APART.sub("", " ".join(_words(text)))
    return _VOWELS.sub(_tones_behind, whole) if strict_marks else _bare(whole)


def _tones_behind(run: re.Match[str]) -> str:
    return _tone_last(run[0])


_MARK_CHARS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
# Letters of no living script stand for the marks, so that a word with marks stays one word.
_MARKS = {ord(mark): chr(0x10400 + place) for place, mark in enumerate(_MARK_CHARS)}
_TONE_LETTERS = frozenset(_MARKS[ord(mark)] for mark in _TONES)
_UNMARKED = str.maketrans({**dict.fromkeys(_MARKS.values()), "đ": "d"})
_WORD = re.compile(r"[^\W_]+")
# Some of these are letters to Unicode, and stand in names all the same: Đắk'Lắk.
_APOSTROPHES = dict.fromkeys(
    map(ord, "\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u2019\ua78b\ua78c\u2032"), "'"
)
_DIGITS_APART = re.compile(r"(?<!\d) | (?!\d)")
_VOWELS = re.compile(f"[aeiouy{''.join(_MARKS.values())}]+")


def _tone_last(word: str) -> str:
    tones = "".join(sorted(char for char in word if char in _TONE_LETTERS))
    return "".join(char for char in word if char not in _TONE_LETTERS) + tones


def _bare(text: str) -> str:
    return text.translate(_UNMARKED)


def alike(question: Question, answer: Answer, rule: int = GAPLESS_RULE) -> Hashable:
    """Equal for answers that say the same, however they are written."""
    if not isinstance(answer, str):
        return answer
    if question.kind is Kind.NUMBER:
        return read_number(answer)
    if rule == FIRST_RULE:
        return _folded(answer, question.strict_marks)
    return _gapless(_seen(answer), question.strict_marks)
