"""One question of a bank file: its record in, a core `Question` or reported problems out."""

import re
from dataclasses import fields

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.files.record import YamlRecord
from quiz.banks.option_text import as_compared
from quiz.core.nouns.model import Answer, Kind, Question

FIELDS = frozenset(field.name for field in fields(Question))
LETTERS = "ABCDEF"
STATUSES = ("verified", "secondary")
KINDS = tuple(kind.value for kind in Kind)
LETTERED = (Kind.ONE, Kind.SEVERAL, Kind.ORDER)
ONLY_FOR = {
    "options": LETTERED,
    "fixed_order": (Kind.ONE, Kind.SEVERAL),
    "strict_marks": (Kind.TEXT,),
    "tolerance": (Kind.NUMBER,),
}
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# 4,5 and 140000; never 140.000, which may be either.
NUMBER = re.compile(r"-?\d+(,\d+)?", re.ASCII)
SIZE = re.compile(r"\d+(,\d+)?", re.ASCII)
DATE = re.compile(r"((\d{1,2}/)?\d{1,2}/)?\d{4}", re.ASCII)
PICTURE = re.compile(r"[\w-]+\.(png|jpe?g|webp|gif)", re.ASCII)


def question(source: YamlRecord, as_of: str) -> Question:
    """The question as written; `as_of` is the bank's date, used where it names none.

    It is whole only if nothing was reported while it was made.
    """
    source.known(FIELDS)
    kind = source.choice("kind", KINDS)
    options = read_options(source, kind)
    return Question(
        id=matching(source, "id", ID, "id_wrong", source.text("id")),
        kind=Kind(kind) if kind in KINDS else Kind.ONE,
        text=source.text("text"),
        key=read_key(source, kind, options),
        options=options,
        explanation=source.text("explanation"),
        citation=source.text("citation"),
        source_status=source.choice("source_status", STATUSES),
        as_of=date(source) if "as_of" in source.fields else as_of,
        topic=source.text("topic"),
        difficulty=source.whole("difficulty", 1, 3),
        seconds=source.whole("seconds", 5, 600, default=0),
        points=source.whole("points", 1, 1000, default=0),
        tolerance=number(source, "tolerance", SIZE, source.text("tolerance", default="0")),
        strict_marks=source.flag("strict_marks"),
        fixed_order=source.flag("fixed_order"),
        picture=picture(source) if "picture" in source.fields else "",
    )


def date(source: YamlRecord) -> str:
    """The date that the facts stand for: a day, a month or a year."""
    return matching(source, "as_of", DATE, "date_wrong", source.text("as_of"))


def picture(source: YamlRecord) -> str:
    """The picture's file name, without a folder."""
    return matching(source, "picture", PICTURE, "picture_wrong", source.text("picture"))


def matching(source: YamlRecord, field: str, form: re.Pattern[str], code: str, value: str) -> str:
    """The value, reported when it has not the form it must have."""
    if value and not form.fullmatch(value):
        source.problem(code, field, value)
    return value


def number(source: YamlRecord, field: str, form: re.Pattern[str], value: str) -> str:
    """A number in the core's form (a point before the decimals), from the form people write."""
    return matching(source, field, form, "number_wrong", value).replace(",", ".")


def read_options(source: YamlRecord, kind: str) -> tuple[str, ...]:
    """The options, and a report of fields that this kind of question cannot have."""
    for field, kinds in ONLY_FOR.items():
        if field in source.fields and kind in KINDS and kind not in kinds:
            source.problem("field_not_for_kind", field, kind)
    if kind == Kind.TRUE_FALSE:
        return (TRUE, FALSE)
    if kind not in LETTERED:
        return ()
    options = source.texts("options")
    if options and not 2 <= len(options) <= len(LETTERS):
        source.problem("options_count", "options", str(len(options)))
    compared = as_compared(options)
    for place, option in enumerate(options):
        if compared[place] in compared[:place]:
            source.problem("option_repeated", "options", option)
    return options


def read_key(source: YamlRecord, kind: str, options: tuple[str, ...]) -> tuple[Answer, ...]:
    """Every accepted answer, in the form the core's `Question` keeps them."""
    key = source.texts("key")
    if not key:
        return ()
    if len(set(map(str.casefold, key))) < len(key):
        source.problem("key_repeated", "key", ", ".join(key))
    if kind == Kind.TEXT:
        return key
    if kind == Kind.NUMBER:
        # [74,5] is two values to YAML, so several numbers are never taken for keys.
        if len(key) > 1:
            source.problem("key_count", "key", f"{len(key)} (1)")
        return tuple(number(source, "key", NUMBER, value) for value in key)
    if kind == Kind.TRUE_FALSE:
        return (positions(source, key, (TRUE, FALSE), 1, 1),)
    if kind not in LETTERED or not options:
        return ()
    fewest, most = {
        Kind.ONE: (1, 1),
        Kind.SEVERAL: (2, len(options)),
        Kind.ORDER: (len(options), len(options)),
    }[Kind(kind)]
    found = positions(source, key, tuple(LETTERS[: len(options)]), fewest, most)
    return (found if kind == Kind.ORDER else tuple(sorted(found)),)


def positions(
    source: YamlRecord, key: tuple[str, ...], names: tuple[str, ...], fewest: int, most: int
) -> tuple[int, ...]:
    """Where the key points among the names of the options; wrong names and counts reported."""
    unknown = [value for value in key if value not in names]
    if unknown:
        source.problem("key_unknown", "key", f"{', '.join(unknown)} ({', '.join(names)})")
    elif not fewest <= len(key) <= most:
        span = str(most) if fewest == most else f"{fewest}–{most}"
        source.problem("key_count", "key", f"{len(key)} ({span})")
    return tuple(names.index(value) for value in key if value in names)
