"""How much a file may give: what is beyond it is no bank of questions, and work for everybody.

What was read is shown, stored and looked through again by a server that carries a hall.
"""

from collections.abc import Iterable

from quiz.banks.importing.draft import DraftQuestion, UnreadableFile

MOST_OPTIONS = 100
LONGEST_QUESTION = 50_000
LONGEST_WHOLE = 8_000_000
"""Characters of one question with all that belongs to it, and of all together."""


def within_bounds(drafts: Iterable[DraftQuestion]) -> None:
    """Raises UnreadableFile("question_too_large", with its place, or "too_much_text")."""
    whole = 0
    for draft in drafts:
        length = length_of(draft)
        if max(len(draft.options), len(draft.key)) > MOST_OPTIONS or length > LONGEST_QUESTION:
            raise UnreadableFile("question_too_large", draft.place)
        whole += length
        if whole > LONGEST_WHOLE:
            raise UnreadableFile("too_much_text")


def within_line(text: str) -> None:
    """Raises UnreadableFile("question_too_large") for a line that is longer than any question.

    Looking for options within it would take very long.
    """
    if len(text) > LONGEST_QUESTION:
        raise UnreadableFile("question_too_large", f"«{text[:30].strip()}…»")


def length_of(draft: DraftQuestion) -> int:
    """The characters of a question; a place in a key counts as one."""
    texts = (draft.text, draft.explanation, draft.citation, draft.topic, draft.picture_name)
    doubts = (doubt.detail for doubt in draft.doubts)
    return sum(map(len, (*texts, *draft.options, *draft.key, *doubts)))
