"""Small files of every layout and format, each with what a person must see of it.

`outcomes.yaml` says it, a line for a question: where it stands, its kind and text, the options
(a star before those that are right), what else is known of it, and its doubts behind `!`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.checking import letters
from quiz.banks.importing.draft import DraftQuestion, UnreadableFile
from quiz.core.nouns.model import Kind

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
OUTCOMES: dict[str, Any] = yaml.safe_load((HERE / "outcomes.yaml").read_text(encoding="utf-8"))
USUAL = DraftQuestion("", "")
TOLD = (
    *("explanation", "citation", "topic", "difficulty", "seconds", "points", "tolerance"),
    *("fixed_order", "strict_marks", "as_of"),
)


def outcome(file: Path) -> list[str]:
    """What is understood of a file, or why it cannot be read."""
    try:
        found = read_any_file(file.read_bytes(), file.name)
    except UnreadableFile as problem:
        return [f"unreadable: {problem.code}"]
    notes = [f"note: {note}" for note in found.notes]
    return [*(in_a_line(draft) for draft in found.drafts), *notes]


def in_a_line(draft: DraftQuestion) -> str:
    """A question as the outcomes write it."""
    places = {place for entry in draft.key if not isinstance(entry, str) for place in entry}
    stars = places if draft.kind is not Kind.ORDER else set()
    options = [
        f"{'*' if place in stars else ''}{option}" for place, option in enumerate(draft.options)
    ]
    typed = [entry for entry in draft.key if isinstance(entry, str)]
    order = [letters(entry) for entry in draft.key if not isinstance(entry, str)]
    key = typed or (order if draft.kind is Kind.ORDER else [])
    values = [(name, getattr(draft, name)) for name in TOLD]
    told = [f"{name}={value}" for name, value in values if value != getattr(USUAL, name)]
    told += ["picture"] if draft.picture or draft.picture_name else []
    doubts = [f"!{doubt.code}({doubt.field})" for doubt in draft.doubts]
    line = " / ".join([f"{draft.place}, {draft.kind}: {draft.text}", *options])
    return " ".join([line, *(f"= {each}" for each in key), *told, *doubts])


def test_every_file_has_its_outcome() -> None:
    assert sorted(OUTCOMES) == sorted(file.name for file in CORPUS.iterdir())


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_file_is_understood_as_its_outcome_says(name: str) -> None:
    assert outcome(CORPUS / name) == OUTCOMES[name]
