"""Moodle GIFT: choices, true/false, short answers, numbers and sequences; others are reported."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.importing.checking import checked, chosen, distinct
from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import decoded
from quiz.banks.importing.opening.opening import within_count, within_size
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.gift_syntax import Piece, Source, pieces, shown, sources
from quiz.banks.importing.readers.markup import doubts_of
from quiz.banks.importing.values.numbers import canonical, exact, typed
from quiz.core.nouns.model import Kind

TRUTH = {"T": 0, "TRUE": 0, "ĐÚNG": 0, "F": 1, "FALSE": 1, "SAI": 1}
SEQUENCE = re.compile(r">[A-Z0-9_ \t]*\n(.*)", re.DOTALL)
CLOZE = re.compile(r"\d*:[A-Z]{2,}(?:_[A-Z]+)*:", re.IGNORECASE)
SURELY = re.compile(r"[=~#>]|(?:T|F|TRUE|FALSE|ĐÚNG|SAI)\s*(?:#|$)", re.IGNORECASE)
LETTERED = re.compile(r"^[A-D][.)]\s*\S", re.MULTILINE)
FULL = 100
GiftReader = Callable[[DraftQuestion, Source], DraftQuestion]


def read_gift(data: bytes, name: str) -> Imported:
    """The questions of a GIFT file; raises UnreadableFile."""
    text, encoding = decoded(within_size(data))
    found = sources(text)
    if not any(source.answers is not None for source in found) and not has_cloze(text):
        raise UnreadableFile("not_this_kind")
    within_count(len(found))
    numbered = enumerate(counted(found, len(found), 0, 1), start=1)
    drafts = (draft_of(source, f"Câu {number}") for number, source in numbered)
    return Imported(tuple(drafts), notes=(f"converted_{encoding}",) if encoding else ())


def is_surely_gift(data: bytes) -> bool:
    """Whether a text has answers in braces that no other text has: `{=a ~b}`, `{T}`, `{#7}`."""
    try:
        text, _ = decoded(within_size(data))
    except UnreadableFile:
        return False
    return any(
        SURELY.match(source.answers or "")
        and not (is_lettered(source) and reader_of(source) is not choice)
        for source in sources(text)
    ) or has_cloze(text)


def is_lettered(source: Source) -> bool:
    """Whether options stand below the question, so that its braces may be those of a set."""
    return len(LETTERED.findall(source.text)) > 1


def has_cloze(text: str) -> bool:
    """Whether answers are embedded as Moodle's own editor writes them: `{1:SA:=x}`."""
    return bool(re.search(r"\{" + CLOZE.pattern, text, re.IGNORECASE))


def draft_of(source: Source, place: str) -> DraftQuestion:
    """The question as understood."""
    said = shown(source.text, source.format)
    draft = DraftQuestion(
        place,
        said.text,
        explanation=shown(source.feedback, source.format).text,
        topic=source.category,
        id=source.id,
        doubts=doubts_of(said, "picture", "text"),
    )
    read_kind = reader_of(source)
    if read_kind in (truth, number, short_answer) and is_lettered(source):
        braces = Doubt("kind_unknown", "kind", source.answers or "")
        draft = replace(draft, doubts=(*draft.doubts, braces))
    return read_kind(draft, source)


def reader_of(source: Source) -> GiftReader:
    """What reads a question of this form."""
    answers = source.answers
    if source.broken:
        return unsupported("{ }")
    if not answers:
        return unsupported("essay" if answers == "" else "description")
    if CLOZE.match(answers):
        return unsupported("cloze")
    if answers.startswith("#"):
        return number
    if answers.startswith(">"):
        return sequence
    if "~" in answers:
        return choice
    if "->" in answers and "=" in answers:
        return unsupported("matching")
    if answers.partition("#")[0].strip().upper() in TRUTH:
        return truth
    return short_answer


def unsupported(kind: str) -> GiftReader:
    """A reader for what has no kind here: all that was written is kept as the text."""

    def keep(draft: DraftQuestion, source: Source) -> DraftQuestion:
        text = draft.text if source.answers == "" else shown(source.raw, "plain").text
        return checked(
            replace(draft, text=text, doubts=(*draft.doubts, Doubt("unsupported", "kind", kind)))
        )

    return keep


def truth(draft: DraftQuestion, source: Source) -> DraftQuestion:
    """`{TRUE#said to those who were wrong#said to those who were right}`."""
    said, *feedback = (source.answers or "").split("#")
    answer = TRUTH[said.strip().upper()]
    return checked(
        replace(
            draft,
            kind=Kind.TRUE_FALSE,
            options=(TRUE, FALSE),
            key=((answer,),),
            explanation=draft.explanation or shown(feedback[-1] if feedback else "").text,
        )
    )


def choice(draft: DraftQuestion, source: Source) -> DraftQuestion:
    """`{=right ~wrong}`, or `{~%50%right ~%50%right ~%-100%wrong}` for several."""
    found = pieces(source.answers or "")
    single = any(piece.sign == "=" for piece in found)
    weights = [weight(piece) for piece in found]
    right = tuple(place for place, share in enumerate(weights) if share > 0)
    doubts = list(draft.doubts)
    if single:
        whole = tuple(place for place in right if weights[place] == FULL)
        if whole != right:
            doubts.append(Doubt("unsupported", "key", "%"))
            right = whole
    elif right and not 99 <= sum(weights[place] for place in right) <= 101:
        doubts.append(Doubt("key_unknown", "key", "%"))
        right = ()
    draft = explained(draft, [found[place] for place in right], source.format)
    options = [shown(piece.text, source.format) for piece in found]
    doubts += [doubt for option in options for doubt in doubts_of(option, "options", "options")]
    draft = replace(draft, options=tuple(option.text for option in options), doubts=tuple(doubts))
    return chosen(draft, right, several=None if single else True)


def weight(piece: Piece) -> float:
    """What share of the points (percent) an answer is worth."""
    if piece.weight is not None:
        return piece.weight
    return FULL if piece.sign == "=" else 0


def explained(draft: DraftQuestion, right: list[Piece], format: str) -> DraftQuestion:
    """The draft with the feedback of its right answer, where it has no explanation."""
    said = [shown(piece.feedback, format).text for piece in right if piece.feedback.strip()]
    return replace(draft, explanation=draft.explanation or " ".join(said))


def short_answer(draft: DraftQuestion, source: Source) -> DraftQuestion:
    """`{=one text =another}`: every text that is fully right is accepted."""
    answers = source.answers or ""
    found = pieces(answers if answers.startswith("=") else f"={answers}")
    whole = [piece for piece in found if weight(piece) == FULL]
    doubts = list(draft.doubts)
    if any(0 < weight(piece) < FULL for piece in found):
        doubts.append(Doubt("unsupported", "key", "%"))
    if any("*" in piece.text for piece in whole):
        doubts.append(Doubt("unsupported", "key", "*"))
    draft = explained(replace(draft, kind=Kind.TEXT), whole, source.format)
    key = distinct(shown(piece.text, source.format).text for piece in whole)
    return checked(replace(draft, key=key, doubts=tuple(doubts)))


def number(draft: DraftQuestion, source: Source) -> DraftQuestion:
    """`{#74.5:2}` (a number and its tolerance) or `{#72.5..76.5}`."""
    answers = (source.answers or "").removeprefix("#").strip()
    found = pieces(answers if answers.startswith("=") else f"={answers}")
    whole = [piece for piece in found if weight(piece) == FULL]
    draft = explained(replace(draft, kind=Kind.NUMBER), whole, source.format)
    doubts = list(draft.doubts)
    if any(0 < weight(piece) < FULL for piece in found):
        doubts.append(Doubt("unsupported", "key", "%"))
    if len(whole) > 1:
        doubts.append(Doubt("many_keys", "key", " / ".join(piece.text.strip() for piece in whole)))
    elif whole and whole[0].text.strip():
        size = measure(whole[0].text)
        if size:
            draft = replace(draft, key=(size[0],), tolerance=size[1])
        else:
            doubts.append(Doubt("bad_number", "key", shown(whole[0].text, "plain").text))
    return checked(replace(draft, doubts=tuple(doubts)))


def measured(text: str) -> str | None:
    """A number as GIFT knows it, with a point, or typed with a comma; None for any other.

    Also for 140.000, whose zeros no decimals need: it may be a hundred and forty thousand.
    """
    point = exact(text) if not text.rstrip().endswith("0") else None
    return point or typed(text)


def measure(text: str) -> tuple[str, str] | None:
    """A number and its tolerance, or None where either can be read two ways or not at all."""
    lowest, dots, highest = text.partition("..")
    if dots:
        low, high = measured(lowest), measured(highest)
        if low is None or high is None or Decimal(low) > Decimal(high):
            return None
        half = (Decimal(high) - Decimal(low)) / 2
        return canonical(Decimal(low) + half), canonical(half)
    value, _, around = text.partition(":")
    middle, tolerance = measured(value), measured(around or "0")
    if middle is None or tolerance is None or tolerance.startswith("-"):
        return None
    return middle, tolerance


def sequence(draft: DraftQuestion, source: Source) -> DraftQuestion:
    """`{>4 ALL VERTICAL …` and the items in their right order, one a line."""
    found = SEQUENCE.match(source.answers or "")
    if not found:
        return unsupported("ordering")(draft, source)
    items = tuple(shown(line, source.format).text for line in found[1].split("\n") if line.strip())
    draft = replace(draft, kind=Kind.ORDER, options=items)
    return checked(replace(draft, key=(tuple(range(len(items))),) if items else ()))
