"""Where a question is from: what may be cited to the hall, and what only its own people know."""

import re
from typing import Final

from quiz.core.nouns.model import Question

_ENDINGS: Final = (
    "docx?|odt|rtf|pdf|xlsx?|xlsm|ods|csv|tsv|txt|md|json|ya?ml|gift|aiken|xml|zip|pptx?"
)
_OPEN: Final = re.compile("wikipedia", re.IGNORECASE)
_FILE: Final = re.compile(rf"Tệp .+|[^/:]+\.(?:{_ENDINGS})(?:, .*)?", re.IGNORECASE | re.DOTALL)


def place_in_file(file: str, place: str) -> str:
    """Where an imported question without a source of its own stands, for who looks after it."""
    return f"Tệp {file}, {place}"


def public_citation(question: Question) -> str:
    """What hall, phones and prompter are told as the source.

    A place in somebody's file is none, and an encyclopedia that anybody may write is not read out.
    """
    citation = _sources(question)
    if not _OPEN.search(citation):
        return citation
    return "; ".join(part for part in citation.split("; ") if not _OPEN.search(part))


def is_secondary(question: Question) -> bool:
    """Whether it leans on a source that is not the original; one's own question leans on none."""
    return question.source_status == "secondary" and _sources(question) != ""


def _sources(question: Question) -> str:
    return "" if _FILE.fullmatch(question.citation.strip()) else question.citation
