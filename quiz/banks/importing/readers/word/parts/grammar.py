"""What a line of a question file is: the start of a question, an option, a field, a list of keys.

A `LinePart` is a piece of a line that has one role.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from quiz.banks.importing.readers.word.document.rich import Rich
from quiz.banks.importing.values.names import FIELDS, field_of, plain

TICK = r"(?:[*✓✔√☑✅]+|[\[(]\s*(?:[Đđ]|[Đđ]úng|ĐÚNG|\*)\s*[\])])"
CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
BY_WORD = re.compile(
    r"[*(\[]?(?:câu\s*hỏi|câu|question)(?:\s*số)?\s*[\[(]?(?P<number>\d{1,4})(?!\d)\s*"
    rf"(?:(?:/|trên|of)\s*\d{{1,4}}(?!\d)\s*(?=[.:)\]\-–]|$|(?-i:[{CAPITALS}])))?"
    r"(?:\([^)]{0,30}\)|\[[^\]]{0,30}\])?\s*[.:)\]\-–/]*\s*",
    re.IGNORECASE,
)
BY_NUMBER = re.compile(r"(?P<number>\d{1,4})(?:\s*/\s*\d{1,4}(?=[.:)]\s))?\s*[.):/\-–]+\s*(?!\d)")
REASON = r"(?i:vì|do|theo|căn cứ|\()"
ARROW = rf"(?:[-=–]{{1,3}}>|[→⇒➔►☞👉])\s*(?=[A-H]\s*[.):]\s*(?!{REASON})\S)"
"""Before an option's letter; "=> B" alone is a key."""
OPTION = re.compile(
    rf"(?P<tick>{TICK}\s*|{ARROW})?[(\[]?(?P<letter>[A-Ha-hĐđ])(?P<tick2>\s*{TICK})?"
    r"(?:\s*(?P<mark>[.):\]/]|[-–—](?!\d))+\s*|(?=\t)|$)"
)
INLINE = re.compile(
    rf"(?P<gap>\s+)(?:(?P<tick>{TICK})(?P<apart>\s*))?[(\[]?(?P<letter>[A-Ha-h])\s*(?P<mark>[.,):\]/]|[-–—])+"
)
LOST = re.compile(
    rf"(?P<tick>{TICK}\s*)?(?P<letter>[A-Ha-h])(?P<tick2>\s*{TICK})?\s*(?P<mark>,)\s*(?=\S)"
)
"""A letter with a comma for its full stop, which is an option's only in its turn."""
BULLET = re.compile(r"[-–—•●○▪■+o]\s+(?=\S)|[•●○▪■]")
FIELD = re.compile(r"[*(\[]?(?P<name>[^:.?!\n]{1,40}?)\s*:\s*(?P<value>.*)", re.DOTALL)
BARE_KEY = re.compile(
    r"[(\[]?(?:(?:đáp\s*án|đ[./]?a|chọn|key|answer)(?:\s+đúng)?(?:\s+là)?\s*[:.=\-–]?|=>|->|→|⇒)\s*"
    r"(?P<value>[A-Ha-h](?:\s*(?:,|;|&|và)\s*[A-Ha-h])*"
    r"(?:\s*[.,;:\-–]?\s*(?:(?:vì|do|theo|căn cứ)\b|\().*)?)\s*[.)\]]*",
    re.IGNORECASE | re.DOTALL,
)
LABEL_KEY = re.compile(
    r"[(\[]?(?:đáp\s*án|đ[./]?a|key|answer)(?:\s+đúng)?(?:\s+là)?\s*"
    r"(?P<value>\d{1,2}|[IVXivx]{1,4}|[I-Zi-z])\s*[.)\]]*",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"(?:\t|\s{2,}|(?<=[.?!;)])\s|\s*[(\[])"
    r"(?=(?:Đáp án|ĐÁP ÁN|ĐA|Giải thích|GIẢI THÍCH|Lời giải)(?:\s+(?:đúng|là))*\s*:)"
    r"|\s(?=(?:Đáp án|ĐÁP ÁN|ĐA)(?:\s+(?:đúng|là))*\s*:\s*[A-H][.)\]]*$)"
)
TRUTH = re.compile(
    r"\s*(?:[-=–]>|[→⇒➔])\s*(?P<value>Đúng|ĐÚNG|Sai|SAI|True|False)\W*$"
    r"|\s*[\[(]\s*(?P<bracketed>Đúng|ĐÚNG|Sai|SAI)\s*[\])]\W*$"
)
"""What a statement's line ends with where it is said to be true or false."""
NUMBER = r"(?:câu\s*(?:hỏi\s*)?)?(?P<number>\d{1,4})\s*(?:[.:)\-–=]\s*)?"
LETTERS = r"(?P<key>[A-H](?:\s*(?:[,&]\s*)?[A-H])*)\b"
PAIR = re.compile(NUMBER + LETTERS, re.IGNORECASE)
BARE_PAIR = re.sub(r"[?]P<[a-z]+>", "?:", NUMBER + LETTERS)
PAIRS = re.compile(rf"(?:{BARE_PAIR}\s*(?:[;,.|)]\s*)?)+", re.IGNORECASE)
KEYS_HEAD = re.compile(r"(?:(?:bang|phan|danh sach) )?(?:cac )?dap an(?: .{0,60})?")
HEADED = re.compile(
    r"\W*(?:bảng|danh sách|các)\s+(?:các\s+)?đáp\s*án\b[^:\d]{0,60}:\s*(?=\d|câu)", re.IGNORECASE
)
"""The head of a list of keys on the list's own line; "Đáp án: 1-B, 2-A" is one question's key."""
SECTION = re.compile(
    r"(?:phần|chương|mục|chuyên đề|chủ đề|nội dung)\s+(?:thứ\s+)?(?:\d+|[ivx]+|[a-h])\b"
    r"|[IVX]+\s*[.)\-–]\s",
    re.IGNORECASE,
)
PASSAGE = re.compile(
    r"\W*(?:hãy |em hãy )?(?:đọc|xem|dựa vào|căn cứ vào|quan sát|cho|sử dụng|dùng|read|use)\b"
    r".{0,120}\b(?:trả lời|hoàn thành|làm|giải|cho|answer|for|questions)\b.{0,20}"
    r"\b(?:câu(?: hỏi)?(?: số)?|questions?)\b\s*(?:từ\s*|from\s*)?(?:câu\s*)?"
    r"(?P<numbers>\d{1,4}[^.:\n]{0,60})?",
    re.IGNORECASE,
)
"""A line that announces a text for several questions."""
FOLLOWING_TEXT = re.compile(
    r"\W*(?:hãy |em hãy )?(?:đọc|xem|cho|quan sát|dựa vào|sử dụng|read)\b.{0,40}"
    r"\b(?:đoạn|bài|văn bản|bảng|biểu đồ|sơ đồ|dữ liệu|số liệu|thông tin|tình huống|câu chuyện"
    r"|passage|text|table)\b.{0,40}\b(?:sau|dưới đây|following|below)\b.{0,40}[:.]?",
    re.IGNORECASE,
)
"""The same, without saying for which."""
RANGE = re.compile(r"(\d{1,4})(?:\s*(?:-|–|—|đến|tới|to)\s*(?:câu\s*)?(\d{1,4}))?", re.IGNORECASE)
TRUE_OR_FALSE = re.compile(
    r"\bđúng\s*(?:,|/|hoặc|hay|-|–|và)?\s*sai\b|\btrue\s*(?:/|or)\s*false\b", re.I
)
PICTURED = re.compile(
    r"(?<!tình )(?<!loại )(?<!truyền )(?<!mô )(?<!địa )\bhình(?! (?:thức|thành|phạt|sự|dung))\b"
    r"|\bảnh(?! hưởng)\b|(?<!chiến )(?<!cạnh )(?<!đấu )\btranh(?! (?:chấp|luận|cử|thủ|đấu|giành))\b"
    r"|\b(?:bức|biểu đồ|bản đồ|sơ đồ|đồ thị|lược đồ|logo|biển báo|picture|image|figure|photo)\b",
    re.IGNORECASE,
)
"""Words of a question about a picture."""
INSTRUCTION = re.compile(
    r"\b(?:thí sinh|học sinh|khoanh|mỗi (?:câu|ý|đáp án)|từng (?:câu|ý)|trả lời|chọn|điểm)\b",
    re.IGNORECASE,
)
PAGE = re.compile(r"\W*(?:trang|page)\s*\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?\W*", re.IGNORECASE)
END = re.compile(r"\W*hết\W*", re.IGNORECASE)
FOLLOWING = {"key", "explanation", "citation", "topic", "difficulty", "seconds", "points"}
EMPTY = Rich()


class PartRole(StrEnum):
    """What a part of a file is."""

    QUESTION = "question"
    OPTION = "option"
    BULLET = "bullet"
    FIELD = "field"
    KEYS = "keys"
    TEXT = "text"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class LinePart:
    """`label` is a number, a letter or a field's name; `mark` how that stands on the page.

    `table`: the cells of one in a line. `closed`: a field in brackets, which end with its line.
    `pairs` are the numbers and letters of a list of keys.
    """

    role: PartRole
    rich: Rich = EMPTY
    label: str = ""
    mark: Rich = EMPTY
    ticked: bool = False
    heading: bool = False
    pictures: tuple[bytes, ...] = ()
    formula: bool = False
    table: bool = False
    closed: bool = False
    pairs: tuple[tuple[int, str], ...] = ()


def question_start(text: str, *, by_word: bool) -> re.Match[str] | None:
    """The number that a question begins with: "Câu 12:" or, in files without that, "12."."""
    return (BY_WORD if by_word else BY_NUMBER).match(text)


def option_start(text: str) -> re.Match[str] | None:
    """The letter that an option begins with."""
    return OPTION.match(text)


def field_at(rich: Rich) -> LinePart | None:
    """A key, an explanation or another field that a line says by name."""
    bare = BARE_KEY.fullmatch(rich.text) or LABEL_KEY.fullmatch(rich.text)
    if bare:
        return LinePart(PartRole.FIELD, rich.cut(*bare.span("value")), "key")
    match = FIELD.fullmatch(rich.text)
    name = field_of(match["name"]) if match and plain(match["name"]) in FIELDS else ""
    if match and name in FOLLOWING:
        value = rich.cut(*match.span("value"))
        opened = rich.text[0] in "([" and value.text[-1:] in (")", "]")
        return LinePart(PartRole.FIELD, value.cut(0, -1) if opened else value, name, closed=opened)
    return None


def passage_numbers(text: str) -> tuple[int, ...] | None:
    """The numbers of the questions that a passage is for; None: the line announces no passage."""
    match = PASSAGE.match(text)
    if not match:
        return () if FOLLOWING_TEXT.fullmatch(text) else None
    found: list[int] = []
    for first, last in RANGE.findall(match["numbers"] or ""):
        found += range(int(first), min(int(last or first), int(first) + 50) + 1)
    return tuple(found)


def pairs_in(text: str) -> list[tuple[int, str]]:
    """The numbers and letters of a line that holds nothing else: "1.A 2-B Câu 3: C"."""
    head = HEADED.match(text)
    bare = text[head.end() :] if head else text
    if not PAIRS.fullmatch(bare):
        return []
    pairs = [(int(match["number"]), match["key"].upper()) for match in PAIR.finditer(bare)]
    return pairs if len(pairs) > 1 or not head else []


def is_keys_head(text: str) -> bool:
    """Whether the line announces a list of keys."""
    return bool(KEYS_HEAD.fullmatch(plain(text)))


def is_section(text: str) -> bool:
    """Whether the line names a section of the file."""
    return bool(SECTION.match(text)) or (text.isupper() and len(text) > 7)
