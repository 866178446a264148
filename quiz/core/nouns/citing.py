"""Where a question is from: what may be cited to the hall, and what only its own people know."""

import re
from typing import Final

from quiz.core.nouns.model import Question

_ENDINGS: Final = (
    "docx?|odt|rtf|pdf|xlsx?|xlsm|ods|csv|tsv|txt|md|json|ya?ml|gift|aiken|xml|zip|pptx?"
)
_FILE: Final = re.compile(rf"Tệp .+|[^/:]+\.(?:{_ENDINGS})(?:, .*)?", re.IGNORECASE | re.DOTALL)


def place_in_file(file: str, place: str) -> str:
    """Where an imported question without a source of its own stands, for who looks after it."""
    return f"Tệp {file}, {place}"


def public_citation(question: Question) -> str:
    """What hall and phones are told as the source; a place in somebody's file is none."""
    citation = question.citation
    return "" if _FILE.fullmatch(citation.strip()) else citation


def is_secondary(question: Question) -> bool:
    """Whether it leans on a source that is not the original; one's own question leans on none."""
    return question.source_status == "secondary" and public_citation(question) != ""
