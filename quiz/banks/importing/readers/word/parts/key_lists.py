"""A list of keys on the line of something else: "D. Xoài BẢNG ĐÁP ÁN: 1.A 2.B 3.C"."""

import re
from dataclasses import replace
from itertools import pairwise

from quiz.banks.importing.readers.word.document.lines import Grid, TextLine
from quiz.banks.importing.readers.word.parts.grammar import pairs_in

HEAD = re.compile(
    r"(?:^|(?<=[\s.;)]))(?:(?:bảng|phần|danh sách)\s+(?:các\s+)?đáp\s*án|answer keys?)"
    r"(?:\s+(?:đúng|trắc\s*nghiệm|là))*\s*[:.\-–]*\s*(?=(?:câu\s*(?:hỏi\s*)?)?\d)",
    re.IGNORECASE,
)


def key_list_apart(block: TextLine | Grid) -> list[TextLine | Grid]:
    """The block, or its line cut into what stands before a list of keys, its head and the list.

    Only numbers in a row below a head of their own make one: "Đáp án: 1-B, 2-A" may be the key
    of one question.
    """
    if isinstance(block, Grid):
        return [block]
    for head in HEAD.finditer(block.text):
        pairs = pairs_in(block.text[head.end() :].strip())
        numbers = [number for number, _ in pairs]
        if len(pairs) > 1 and all(after == before + 1 for before, after in pairwise(numbers)):
            before = replace(block, rich=block.rich.cut(0, head.start()))
            pieces = (block.rich.cut(*head.span()), block.rich.cut(head.end()))
            lines = [TextLine(piece) for piece in pieces]
            return [*([before] if before.text or before.pictures else []), *lines]
    return [block]
