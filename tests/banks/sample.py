"""A small good bank file, and ways to spoil one question of it."""

HEAD = """\
id: sample
title: Ngân hàng mẫu
title_en: Sample bank
description: Một câu hỏi để thử.
as_of: 3/2/2020
language: vi
questions:
"""
ONE = {
    "id": "m-001",
    "kind": "one",
    "text": "Một cộng một bằng mấy?",
    "options": "[Một, Hai, Ba, Bốn]",
    "key": "B",
    "explanation": "Một cộng một bằng hai.",
    "citation": "Sách toán, trang 1",
    "source_status": "verified",
    "difficulty": "1",
    "topic": "Số học",
}
TYPED = {name: value for name, value in ONE.items() if name != "options"}
TEXT = TYPED | {"kind": "text", "key": "[Hai, số hai]"}
NUMBER = TYPED | {"kind": "number", "key": "2"}
TRUE_FALSE = TYPED | {"kind": "true_false", "key": "Đúng"}
SEVERAL = ONE | {"kind": "several", "key": "[A, C]"}
ORDER = ONE | {"kind": "order", "key": "[B, A, D, C]"}


def item(fields: dict[str, str]) -> str:
    """One question in YAML: the fields in their order, one a line."""
    lines = [f"{name}: {value}" for name, value in fields.items()]
    return "  - " + "\n    ".join(lines) + "\n"


def bank(*questions: dict[str, str], head: str = HEAD) -> str:
    """A whole file: the head and the questions."""
    return head + "".join(map(item, questions))


def without(fields: dict[str, str], name: str) -> dict[str, str]:
    """The fields but one."""
    return {key: value for key, value in fields.items() if key != name}
