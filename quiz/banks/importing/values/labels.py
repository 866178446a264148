"""The number that a question carries before its text: people say it anew for each evening."""

import re

LABEL = re.compile(
    r"(?:câu\s*hỏi|câu|question)(?:\s*số)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*"
    r"(?:(?:[.:)](?!\d)|[\-–](?!\s*\d))\s*)+"
    r"|(?:câu\s*hỏi|question)\s*:\s*",
    re.IGNORECASE,
)


def unlabelled(text: str) -> str:
    """The text without "Câu 12:" or "Câu hỏi:" before it; what is nothing else stays."""
    match = LABEL.match(text)
    return text[match.end() :] or text if match else text
