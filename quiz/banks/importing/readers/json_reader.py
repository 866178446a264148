"""JSON of question apps and AI chats: a list of objects with a question, options and an answer."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import decoded
from quiz.banks.importing.opening.opening import within_count, within_size
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.markup import doubts_of, guessed
from quiz.banks.importing.values.key_reading import doubting, readings_of, with_key
from quiz.banks.importing.values.labels import unlabelled
from quiz.banks.importing.values.names import LETTERS, field_of, plain
from quiz.banks.importing.values.values import NUMBERS, kind_of, with_numbers

FENCED = re.compile(r"```(?:json)?(.*?)```", re.DOTALL | re.IGNORECASE)
WORDS = {
    "text": "text, prompt, title, stem, q, content, question text, cau hoi",
    "options": "options, choices, answers, alternatives, possible answers, cac dap an",
    "key": "answer, correct, correct answer, correct answers, correct option, key, solution, "
    "right answer, correct index, answer index, correct answer index, correct option index, "
    "correct choice, right option",
    "wrong": "incorrect answers, wrong answers, distractors",
    "explanation": "explanation, explain, rationale, reason, feedback, hint, solution text",
    "topic": "category, subject, chapter",
}
NAMES = {
    word.replace(" ", ""): field for field, words in WORDS.items() for word in words.split(", ")
}
RIGHT = ("correct", "iscorrect", "isright", "right", "istrue", "isanswer", "dung", "ladapan")
LEVELS = {"easy": "1", "medium": "2", "hard": "3"}
DEEPEST = 6
JsonObject = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JsonOptions:
    """The options of an object: their texts, the names they go by, and those said to be right."""

    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    right: tuple[int, ...] = ()


def read_json(data: bytes, name: str) -> Imported:
    """The questions of a JSON file, or of one in a text between fences; raises UnreadableFile.

    "not_this_kind" with "json" where it is JSON, and no questions are found in it.
    """
    text, encoding = decoded(within_size(data))
    whole = value_of(text)
    if whole is None:
        raise UnreadableFile("not_this_kind", "json" if name.lower().endswith(".json") else "")
    found = [*questions_in(whole)]
    if not found:
        raise UnreadableFile("not_this_kind", "json")
    within_count(len(found))
    numbered = enumerate(counted(found, len(found), 0, 1), start=1)
    drafts = tuple(draft_of(each, f"Câu {number}") for number, each in numbered)
    unknown = {name for each in found for name in each if not field(name)}
    notes = (
        *([f"converted_{encoding}"] if encoding else []),
        *([f"left_out:{len(unknown)}"] if unknown else []),
    )
    return Imported(drafts, notes=notes)


def value_of(text: str) -> Any:
    """What the JSON says; None for a text that is none."""
    within = text[text.find("[") : text.rfind("]") + 1]
    for part in (text, *FENCED.findall(text), lines_of(text), within):
        if part.strip()[:1] in ("[", "{"):
            try:
                return json.loads(part)
            except (ValueError, RecursionError):
                continue
    return None


def lines_of(text: str) -> str:
    """Objects of a line each as one list."""
    lines = [line.strip().rstrip(",") for line in text.split("\n") if line.strip()]
    return f"[{','.join(lines)}]" if all(line[:1] == "{" for line in lines) else ""


def questions_in(value: Any, depth: int = 0) -> Iterator[JsonObject]:
    """The objects that are questions, wherever they stand."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from questions_in(each, depth + 1)
    elif isinstance(value, dict):
        if is_question(value):
            yield value
        else:
            for each in value.values():
                yield from questions_in(each, depth + 1)


def is_question(value: JsonObject) -> bool:
    """Whether an object has a text, and options or a key."""
    named = {field(name) for name, each in value.items() if each not in (None, "", [], {})}
    text = any(field(name) == "text" and isinstance(each, str) for name, each in value.items())
    return text and any(name in ("options", "key") or name.startswith("option ") for name in named)


def field(name: str) -> str:
    """The field that a name of an object means."""
    known = plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).replace(" ", "")
    return field_of(name) or NAMES.get(known, "")


def draft_of(value: JsonObject, place: str) -> DraftQuestion:
    """The question of an object."""
    by_field: dict[str, list[Any]] = {}
    for name, each in value.items():
        by_field.setdefault(field(name), []).append(each)

    def said(name: str) -> str:
        return clean(" ".join(written(each) for each in by_field.get(name, [])))

    text = guessed(said("text"))
    options = options_of(value, by_field)
    draft = DraftQuestion(
        place,
        unlabelled(text.text),
        options=options.texts,
        explanation=said("explanation"),
        citation=said("citation"),
        topic=said("topic"),
    )
    shown = [guessed(each) for each in options.texts]
    doubts = doubts_of(text, "picture", "text")
    doubts += tuple(doubt for each in shown for doubt in doubts_of(each, "options", "options"))
    draft = replace(draft, options=tuple(each.text for each in shown), doubts=doubts)
    level = LEVELS.get(said("difficulty").lower(), said("difficulty"))
    numbers = {name: said(name) for name in NUMBERS} | {"difficulty": level}
    return keyed(with_numbers(draft, numbers), by_field.get("key", []), options, said("kind"))


def written(value: Any) -> str:
    """A value as a text; a list's on one line."""
    if isinstance(value, list):
        return " ".join(written(each) for each in value)
    if isinstance(value, bool) or value is None:
        return "" if value is None else "Đúng" if value else "Sai"
    return "" if isinstance(value, dict) else str(value)


def options_of(value: JsonObject, by_field: Mapping[str, Sequence[Any]]) -> JsonOptions:
    """The options, in whichever of the usual forms they stand."""
    lettered = sorted((field(name), each) for name, each in value.items() if is_option(name, each))
    if len(lettered) > 1:
        return JsonOptions(tuple(clean(written(each)) for _, each in lettered))
    for found in [*by_field.get("options", []), *options_named_as_key(by_field)]:
        if isinstance(found, dict) and found:
            return JsonOptions(tuple(clean(written(each)) for each in found.values()), tuple(found))
        if isinstance(found, list) and found:
            return listed(found)
        if isinstance(found, str) and found:
            return listed([part for part in re.split(r"[\n;|]", found) if part.strip()])
    wrong = [each for some in by_field.get("wrong", []) for each in as_list(some)]
    right = [each for some in by_field.get("key", []) for each in as_list(some)]
    if wrong:
        whole = tuple(clean(written(each)) for each in (*right, *wrong))
        return JsonOptions(whole, right=tuple(range(len(right))))
    return JsonOptions()


def options_named_as_key(by_field: Mapping[str, Sequence[Any]]) -> list[Any]:
    """The options that are called "dap_an" beside a "dap_an_dung"."""
    keys = by_field.get("key", [])
    several = [each for each in keys if isinstance(each, dict | list)]
    return several if len(keys) > 1 else [each for each in keys if isinstance(each, dict)]


def is_option(name: str, value: Any) -> bool:
    """Whether a name is that of one option, and holds its text."""
    return field(name).startswith("option ") and isinstance(value, str | int | float)


def as_list(value: Any) -> list[Any]:
    """The value, or the values of a list."""
    return value if isinstance(value, list) else [value]


def listed(found: Sequence[Any]) -> JsonOptions:
    """A list of texts, or of objects that hold a text and whether it is right."""
    texts: list[str] = []
    names: list[str] = []
    right: list[int] = []
    for place, each in enumerate(found):
        if isinstance(each, dict):
            bare = {plain(name).replace(" ", ""): some for name, some in each.items()}
            text = next(
                (
                    bare[name]
                    for name in ("text", "answer", "option", "content", "value", "label")
                    if name in bare
                ),
                "",
            )
            names.append(
                str(
                    next(
                        (bare[name] for name in ("id", "key", "letter", "label") if name in bare),
                        "",
                    )
                )
            )
            if any(bare.get(name) is True for name in RIGHT):
                right.append(place)
        else:
            text = each
        texts.append(clean(written(text)))
    return (
        JsonOptions(*without_letters(texts), tuple(right))
        if not any(names)
        else JsonOptions(tuple(texts), tuple(names), tuple(right))
    )


def without_letters(texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts without "A." before each of them, and no names."""
    labels = [re.fullmatch(r"([A-Ha-h])\s*[.):]\s*(\S.*)", text) for text in texts]
    in_turn = [match[1].upper() for match in labels if match] == [*LETTERS[: len(texts)]]
    return tuple(match[2] for match in labels if match) if in_turn else tuple(texts), ()


def keyed(
    draft: DraftQuestion, keys: Sequence[Any], options: JsonOptions, kind: str
) -> DraftQuestion:
    """The draft with its key; a number may count from 0 or from 1, so that a person must say."""
    if options.right:
        return chosen(draft, options.right, several=True if len(options.right) > 1 else None)
    options_too = options_named_as_key({"key": keys}) if options.texts else []
    keys = [some for some in keys if not any(some is each for each in options_too)]
    given = [each for some in keys for each in as_list(some) if each not in (None, "")]
    if any(may_count(each, options.texts) for each in given):
        return checked(doubting(draft, "from_zero", "key", ", ".join(map(written, given))))
    if options.names and {written(each).lower() for each in given} <= set(
        map(str.lower, options.names)
    ):
        names = [name.lower() for name in options.names]
        right = tuple(names.index(written(each).lower()) for each in given)
        return chosen(draft, right, several=True if len(right) > 1 else None)
    written_key = between(given, draft.options)
    return with_key(draft, written_key, kind=kind_of(kind) if kind_of(kind) else None)


def may_count(value: Any, options: Sequence[str]) -> bool:
    """Whether a key may be the place of an option, from 0 or from 1."""
    if isinstance(value, int) and not isinstance(value, bool):
        return bool(options) and (0 <= value <= len(options) or str(value) not in options)
    return bool(options) and written(value).isdecimal() and written(value) not in options


def between(given: Sequence[Any], options: Sequence[str]) -> str:
    """The key as one text, as it is read from any file."""
    texts = [written(each) for each in given]
    separator = " | " if not options else "; "
    if (
        len(texts) > 1
        and options
        and all(len(readings_of(each, options, LETTERS)) == 1 for each in texts)
    ):
        places = [next(iter(readings_of(each, options, LETTERS)))[0] for each in texts]
        return ", ".join(LETTERS[place] for place in places)
    return separator.join(texts)
