"""A list of keys on the line of something else: "D. Xoài ĐÁP ÁN: 1.A 2.B 3.C"."""

import re
from dataclasses import replace
from itertools import pairwise

from quiz.banks.importing.readers.word.grammar import pairs_in
from quiz.banks.importing.readers.word.lines import Grid, TextLine

HEAD = re.compile(
    r"(?:^|(?<=[\s.;)]))(?P<many>(?:(?:bảng|phần|danh sách)\s+)?(?:các\s+)?)"
    r"(?:đáp\s*án|answers?|answer key|keys?)"
    r"(?:\s+(?:đúng|trắc\s*nghiệm|là))*\s*[:.\-–]*\s*(?=(?:câu\s*(?:hỏi\s*)?)?\d)",
    re.IGNORECASE,
)
PAIRED = re.compile(r"\d+\s*[-–]")


def key_list_apart(block: TextLine | Grid) -> list[TextLine | Grid]:
    """The block, or its line cut into what stands before a list of keys, its head and the list.

    Only numbers in a row make a list: "đáp án 1.A" may speak of one question, and so may pairs
    such as "đáp án: 1-b, 2-a" on a line of their own.
    """
    if isinstance(block, Grid):
        return [block]
    for head in HEAD.finditer(block.text):
        listed = block.text[head.end() :].strip()
        of_one = PAIRED.match(listed) and head.start() == 0 and not head["many"]
        pairs = [] if of_one else pairs_in(listed)
        numbers = [number for number, _ in pairs]
        if len(pairs) > 1 and all(after == before + 1 for before, after in pairwise(numbers)):
            before = replace(block, rich=block.rich.cut(0, head.start()))
            pieces = (block.rich.cut(*head.span()), block.rich.cut(head.end()))
            lines = [TextLine(piece) for piece in pieces]
            return [*([before] if before.text or before.pictures else []), *lines]
    return [block]
