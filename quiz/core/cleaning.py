"""Names and reasons as they are shown to others: only what can be seen."""

import unicodedata


def clean_text(text: str) -> str:
    """A line in NFC, single spaces between its words, without control or direction marks."""
    line = " ".join(text.split())
    visible = "".join(
        char for char in line if unicodedata.category(char)[0] not in "CZ" or char == " "
    )
    return " ".join(unicodedata.normalize("NFC", visible).split())
