"""A question's parts as a draft, with all that is doubtful about it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen, distinct, letters, names_others
from quiz.banks.importing.draft import Doubt, DraftQuestion
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.word.document.numbering import roman
from quiz.banks.importing.readers.word.document.rich import Rich, joined
from quiz.banks.importing.readers.word.document.symbols import has_lost
from quiz.banks.importing.readers.word.parts.grammar import TRUE_OR_FALSE, PartRole
from quiz.banks.importing.readers.word.parts.other_labels import holds_labels
from quiz.banks.importing.readers.word.questions.file_mark import ReadMark, read_marks
from quiz.banks.importing.readers.word.questions.found_question import FoundQuestion
from quiz.banks.importing.readers.word.questions.marks import WrittenOption, unticked
from quiz.banks.importing.readers.word.questions.signs import with_ticks, without_signs
from quiz.banks.importing.values.key_reading import agreed, doubting, readings_of, with_key
from quiz.banks.importing.values.names import LETTERS, plain
from quiz.banks.importing.values.values import NUMBERS, with_numbers
from quiz.core.nouns.model import Kind

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF")
TAIL = re.compile(r"\S(?:[^\S\n]*\t\s*|\s{4,})(?P<text>[^\W\d_].*)$", re.DOTALL)
"""A text far behind the last option, which may be another one without its letter."""
IN_ORDER = (
    ascii_uppercase,
    [str(number) for number in range(1, 27)],
    [roman(number).upper() for number in range(1, 27)],
)
"""What options are called, from the first on."""
WHY = re.compile(
    r"(?P<key>[A-H])\s*(?:[.,;:\-–]\s*)?(?P<why>(?:\(|\[|(?:vì|do|theo|căn cứ|điều|khoản)\b).+)",
    re.IGNORECASE | re.DOTALL,
)


def drafts_of(found: Sequence[FoundQuestion]) -> tuple[DraftQuestion, ...]:
    """All questions; a number that several have is told apart by its place in the file."""
    labels = Counter(one.label for one in found)
    written = [parted(one) for one in found]
    options = with_ticks([unticked(choices) for _text, choices in written])
    marks = read_marks(options, [bool(keys_of(one)) for one in found])
    places = (
        place_of(one.label, place, alone=labels[one.label] == 1)
        for place, one in enumerate(counted(found, len(found), 0.8, 1), 1)
    )
    drafts = [
        draft_of(one, place, text, choices, mark)
        for one, place, (text, _), choices, mark in zip(
            found, places, written, options, marks, strict=True
        )
    ]
    return tuple(with_lines_below(without_signs(drafts), found))


def with_lines_below(
    drafts: Sequence[DraftQuestion], found: Sequence[FoundQuestion]
) -> Iterator[DraftQuestion]:
    """The questions with the lines below their options: explanations, where all of them are."""
    pairs = list(zip(drafts, found, strict=True))
    told = [(draft, line) for draft, one in pairs for line in one.below]
    several = sum(bool(one.below) for one in found) > 1
    explained = several and all(tells_why(line, draft) for draft, line in told)
    for draft, one in pairs:
        if explained and one.below:
            texts = [draft.explanation, *map(clean, one.below)]
            yield replace(draft, explanation=" ".join(filter(None, texts)))
        else:
            strays = tuple(Doubt("stray", "options", line) for line in one.below)
            yield replace(draft, doubts=(*draft.doubts, *strays)) if strays else draft


def tells_why(line: str, draft: DraftQuestion) -> bool:
    """Whether the line is a sentence that names what is right."""
    entries = [entry for entry in draft.key if not isinstance(entry, str)]
    right = [draft.options[place] for entry in entries for place in entry]
    words = f" {plain(line)} "
    return (
        line.rstrip().endswith(".")
        and len(line.split()) > 4
        and not names_others((line,))
        and any(plain(option) and f" {plain(option)} " in words for option in right)
    )


def place_of(label: str, place: int, *, alone: bool) -> str:
    """Where the question stands, as people find it."""
    if not label:
        return f"câu thứ {place}"
    return f"Câu {label}" if alone else f"Câu {label} (câu thứ {place} của tệp)"


def draft_of(
    found: FoundQuestion, place: str, text: Rich, choices: Sequence[WrittenOption], mark: ReadMark
) -> DraftQuestion:
    """One question of this text and these options, marked as said."""
    key = keys_of(found)
    draft = DraftQuestion(
        place,
        clean(text.text),
        options=tuple(clean(choice.rich.text) for choice in choices),
        explanation=" ".join(texts(found, "explanation")),
        citation=" ".join(texts(found, "citation")),
        topic=" ".join(texts(found, "topic")),
        picture=next(
            (picture for where, picture in found.pictures if is_usable(where, picture)), b""
        ),
        doubts=doubts_of(found, choices),
    )
    if is_group(found, choices):
        return checked(doubting(draft, "unsupported", "kind", "đúng/sai"))
    draft = with_numbers(draft, {name: " ".join(texts(found, name)) for name in NUMBERS})
    if len({re.sub(r"\W", "", each).casefold() for each in key}) > 1:
        return checked(doubting(draft, "many_keys", "key", "; ".join(key)))
    if not key:
        if mark.other:
            draft = doubting(draft, "other_mark", "key", letters(mark.other))
        return chosen(draft, mark.right, several=None)
    labels = [choice.letter for choice in choices if choice.letter]
    if not choices and holds_labels(text.text, key[0]):
        # Options within the text: the key is one of their labels, and nothing to type.
        return checked(doubting(draft, "kind_unknown", "kind", key[0]))
    return agreed(explained(draft, key[0], labels or LETTERS), mark.right or mark.other)


def is_group(found: FoundQuestion, choices: Sequence[WrittenOption]) -> bool:
    """Whether the options are statements, each of them to be called true or false."""
    asked = " ".join([found.section, *(part.rich.text for part in found.text)])
    small = all(choice.mark.text.islower() for choice in choices)
    truths = all(plain(choice.rich.text) in ("dung", "sai") for choice in choices)
    return len(choices) > 1 and small and not truths and bool(TRUE_OR_FALSE.search(asked))


def explained(draft: DraftQuestion, key: str, labels: Sequence[str]) -> DraftQuestion:
    """The draft with its key, and with the reason that may stand behind the key's letter."""
    match = WHY.fullmatch(key)
    if match and draft.options and not readings_of(key, draft.options, labels):
        why = " ".join(text for text in (match["why"].strip("()[] "), draft.explanation) if text)
        return with_key(replace(draft, explanation=why), match["key"], labels=labels)
    keyed = typed_plainly(with_key(draft, key, labels=labels))
    lost = any(doubt.code in ("key_unknown", "kind_unknown") for doubt in keyed.doubts)
    return (
        replace(keyed, explanation=key)
        if lost and len(key) > 2 and not draft.explanation
        else keyed
    )


def keys_of(found: FoundQuestion) -> list[str]:
    """The keys that are written below the question or in a list."""
    return [*texts(found, "key"), *found.keys]


def typed_plainly(draft: DraftQuestion) -> DraftQuestion:
    """The draft with its typed answers also as a phone's keys can give them: m² as m2."""
    if draft.kind is not Kind.TEXT:
        return draft
    typed = [entry for entry in draft.key if isinstance(entry, str)]
    plainer = [unicodedata.normalize("NFKC", entry) for entry in typed]
    return replace(draft, key=distinct([*typed, *plainer]))


def texts(found: FoundQuestion, name: str) -> list[str]:
    """What stands under a field, cleaned."""
    return [text for rich in found.fields.get(name, []) if (text := clean(rich.text))]


def parted(found: FoundQuestion) -> tuple[Rich, list[WrittenOption]]:
    """The text, and the options: those with letters, or else the lines with a dash or a dot."""
    bullets = [part for part in found.text if part.role is PartRole.BULLET]
    if found.choices or len(bullets) < 2:
        in_order = sorted(found.choices, key=lambda choice: choice.letter)
        whole = [choice.letter for choice in in_order] == list(LETTERS[: len(in_order)])
        lines = [
            joined([part.mark, part.rich]) if part.role is PartRole.BULLET else part.rich
            for part in found.text
        ]
        # Two columns may be typed A, C, B, D: nothing is missing.
        return joined(lines), in_order if whole else found.choices
    first = found.text.index(bullets[0])
    choices: list[WrittenOption] = []
    for part in found.text[first:]:
        if part.role is PartRole.BULLET:
            choices.append(WrittenOption("", part.mark, part.rich))
        else:
            last = choices[-1]
            choices[-1] = WrittenOption("", last.mark, joined([last.rich, part.rich]))
    return joined([part.rich for part in found.text[:first]]), choices


def doubts_of(found: FoundQuestion, choices: Sequence[WrittenOption]) -> tuple[Doubt, ...]:
    """What the file itself leaves in doubt."""
    doubts = []
    labels = [choice.letter for choice in choices if choice.letter]
    if not any(labels == list(usual[: len(labels)]) for usual in IN_ORDER):
        doubts.append(Doubt("letters", "options", ", ".join(labels)))
    usual = [picture for where, picture in found.pictures if is_usable(where, picture)]
    if len(usual) > 1 or len(usual) < len(found.pictures):
        doubts.append(Doubt("picture", "picture", str(len(found.pictures))))
    if found.formula:
        doubts.append(Doubt("formula", "text"))
    if has_lost(joined([part.rich for part in found.text]).text):
        doubts.append(Doubt("symbol", "text"))
    if any(has_lost(choice.rich.text) for choice in choices):
        doubts.append(Doubt("symbol", "options"))
    if found.table:
        doubts.append(Doubt("table", "text"))
    if tail := TAIL.search(choices[-1].rich.text if choices else ""):
        doubts.append(Doubt("stray", "options", tail["text"]))
    doubts += [Doubt("stray", "options", text) for text in found.stray]
    return tuple(doubts)


def is_usable(where: str, picture: bytes) -> bool:
    """Whether it is a picture of the question itself, of a kind that every phone shows."""
    return where == "picture" and picture.startswith(PICTURES)
