"""Looking over a draft: what is missing or contradicts itself becomes a doubt, never a default."""

import re
from collections.abc import Iterable
from dataclasses import replace

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.importing.draft import Doubt, DraftQuestion
from quiz.banks.option_text import repeated
from quiz.core.nouns.model import Kind

MOST_OPTIONS = 6
LONGEST_TEXT, LONGEST_OPTION = 2_000, 500
"""Characters, beyond which it is surely not one question or one option."""
MOST_POINTS = 1000
LETTERED = (Kind.ONE, Kind.SEVERAL, Kind.ORDER)
SETTLES_KEY = frozenset(
    (
        *("no_key", "many_keys", "other_mark", "key_unknown", "bad_number", "kind_unknown"),
        *("unsupported", "from_zero", "row_cut"),
    )
)
TRUE_FALSE = (("đúng", "sai"), ("true", "false"))
NAMES = (
    "đáp án|phương án|lựa chọn|câu trả lời|câu|ý kiến|ý|nội dung|điều|trường hợp|yếu tố|việc"
    "|thứ|loại|hình thức|cách|đối tượng|khẳng định|mệnh đề|nhận định"
)
SAID = (
    r"(?:(?:đã|vừa|được)\s+)?(?:nêu|kể|nói|nhắc)(?:\s+(?:đến|tới))?(?:\s+(?:trên|ở trên))?"
    r"|(?:ở\s+)?(?:trên|dưới)"
)
OTHERS = re.compile(
    # "A và B", "A, B và C", "A hoặc B": capitals, or small letters after "cả".
    r"\b(?-i:[A-F])\s*(?:,|;|và|hoặc|với|and|or|nor|&|\+)\s*(?-i:[A-F])\b"
    r"|\bcả\s+(?:[a-f]\b|\d\b|hai\b|ba\b|bốn\b|năm\b)\s*"
    rf"(?:,|và|hoặc|đều|trên|{NAMES}|$)"
    rf"|\b(?:cả|tất cả|toàn bộ|mọi|các|những)\b[^,;.]{{0,40}}?\b(?:{SAID})\s*(?:$|[.;,)]|đều|là)"
    rf"|\btất cả\s*(?:$|[.!]|đều|đúng|sai|(?:các\s+|những\s+)?(?:{NAMES})\b)"
    rf"|\bcác\s+(?:{NAMES})\s+(?:trên|còn lại|kia|khác)"
    rf"|\b(?:{NAMES})\s+trên\b"
    rf"|\bkhông\s+(?:có\s+)?(?:{NAMES})\s+(?:nào|đúng|sai)"
    rf"|\bkhông\s+(?:có\s+)?(?:cái|điều|đáp số)\s+nào\b"
    r"|^(?:một\s+)?(?:đáp án|phương án|kết quả|câu trả lời|ý kiến)\s+khác\W*$"
    r"|\b(?:all|none|both|any|neither|each)\s+of\s+(?:the\s+)?(?:above|these|them|those)\b"
    r"|^(?:all|both|none)(?:\s+(?:are|is)\s+(?:correct|right|true|wrong))?\W*$",
    re.IGNORECASE,
)


def checked(draft: DraftQuestion) -> DraftQuestion:
    """The draft with a doubt for all that a person must settle before it is a question.

    Options that speak of other options ("Cả A và B đều đúng") fix the order.
    """
    doubts = [*draft.doubts, *text_doubts(draft)]
    if not any(doubt.code in ("kind_unknown", "unsupported") for doubt in doubts):
        doubts += option_doubts(draft)
    if not draft.key and not any(doubt.code in SETTLES_KEY for doubt in doubts):
        doubts.append(Doubt("no_key", "key"))
    choice = draft.kind in (Kind.ONE, Kind.SEVERAL)
    return replace(
        draft,
        seconds=draft.seconds if is_time_allowed(draft.seconds) else 0,
        points=draft.points if are_points_allowed(draft.points) else 0,
        fixed_order=choice and (draft.fixed_order or names_others(draft.options)),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def is_time_allowed(seconds: int) -> bool:
    """Whether it is a question's time (0: the round's)."""
    return seconds == 0 or 5 <= seconds <= 600


def are_points_allowed(points: int) -> bool:
    """Whether it is what a question may be worth (0: as the round says)."""
    return 0 <= points <= MOST_POINTS


def text_doubts(draft: DraftQuestion) -> list[Doubt]:
    """Doubts about the text, the time and the points."""
    doubts = [] if draft.text else [Doubt("no_text", "text")]
    if len(draft.text) > LONGEST_TEXT:
        doubts.append(Doubt("too_long", "text", str(len(draft.text))))
    if not is_time_allowed(draft.seconds):
        doubts.append(Doubt("bad_number", "seconds", str(draft.seconds)))
    if not are_points_allowed(draft.points):
        doubts.append(Doubt("bad_number", "points", str(draft.points)))
    return doubts


def option_doubts(draft: DraftQuestion) -> list[Doubt]:
    """Doubts about the options of a question that needs some."""
    if draft.kind not in LETTERED:
        return []
    if not draft.options:
        return [Doubt("no_options", "options")]
    doubts = []
    if len(draft.options) == 1:
        doubts.append(Doubt("few_options", "options", "1"))
    if len(draft.options) > MOST_OPTIONS:
        doubts.append(Doubt("many_options", "options", str(len(draft.options))))
    if "" in draft.options:
        doubts.append(Doubt("no_text", "options"))
    longest = max(map(len, draft.options))
    if longest > LONGEST_OPTION:
        doubts.append(Doubt("too_long", "options", str(longest)))
    same = repeated(draft.options)
    if same:
        doubts.append(Doubt("same_options", "options", same[0]))
    return doubts


def names_others(options: tuple[str, ...]) -> bool:
    """Whether an option names others by their letter or place, so that none may be moved."""
    return any(OTHERS.search(option) for option in options)


def chosen(draft: DraftQuestion, right: tuple[int, ...], *, several: bool | None) -> DraftQuestion:
    """The draft with its options' right positions as the key, looked over.

    `several` says whether more than one may be right; None: the file cannot say, so that more
    than one is a doubt. Two options Đúng and Sai (True and False) make it a true/false question.
    """
    right = tuple(sorted(set(right)))
    pair = tuple(option.casefold() for option in draft.options)
    if several and len(right) > 1:
        draft = replace(draft, kind=Kind.SEVERAL, key=(right,))
    elif len(right) > 1:
        draft = replace(draft, doubts=(*draft.doubts, Doubt("many_keys", "key", letters(right))))
    elif right:
        draft = replace(draft, key=(right,))
    if draft.kind is Kind.ONE and pair in TRUE_FALSE:
        draft = replace(draft, kind=Kind.TRUE_FALSE, options=(TRUE, FALSE))
    return checked(draft)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that differ by more than capitals, the first of each, without empty ones."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(text.casefold(), text)
    return tuple(text for text in first.values() if text)


def letters(positions: tuple[int, ...]) -> str:
    """Positions as the letters that people know the options by: "A, C"."""
    return ", ".join(chr(ord("A") + position) for position in positions)
