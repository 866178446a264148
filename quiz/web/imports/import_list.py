"""Which of an import's questions are shown: all, those in doubt, alike or dropped; by pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext

from quiz.banks.importing.work import ImportedQuestion, Work, place_of
from quiz.web.frame.desk import desk

_ = lazy_gettext
ON_A_PAGE = 50
ONLY: Mapping[str, Callable[[ImportedQuestion], bool]] = {
    "": lambda item: True,
    "doubtful": lambda item: item.open,
    "alike": lambda item: bool(item.alike),
    "dropped": lambda item: item.dropped,
}


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """A question at its place (from 0), and where questions like it are, with their texts."""

    place: int
    item: ImportedQuestion
    alike: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ImportListPage:
    """One page (from 1) of the questions that are looked at."""

    only: str
    page: int
    pages: int
    rows: Sequence[ListedQuestion]
    counts: Mapping[str, int]


def listed(work: Work, asked: Mapping[str, str], opened: int) -> ImportListPage:
    """The page that was asked for, or the one with the opened question (-1: none)."""
    only = asked.get("only", "") if asked.get("only") in ONLY else ""
    places = [place for place, item in enumerate(work.items) if ONLY[only](item)]
    if opened >= 0 and opened not in places:
        only, places = "", list(range(len(work.items)))
    pages = max(1, -(-len(places) // ON_A_PAGE))
    page = places.index(opened) // ON_A_PAGE + 1 if opened >= 0 else number(asked.get("page"))
    page = max(1, min(page, pages))
    shown = places[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    counts = {name: sum(map(holds, work.items)) for name, holds in ONLY.items()}
    return ImportListPage(only, page, pages, rows(work, shown), counts)


def number(text: str | None) -> int:
    """The number of a page; the first one for what is none."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def rows(work: Work, places: Sequence[int]) -> list[ListedQuestion]:
    """The questions at these places."""
    items = [(place, work.items[place]) for place in places]
    wanted = {like for _, item in items for like in item.alike}
    known = {
        question.id: (bank.title, question.text)
        for bank in (desk().library.load()[0] if wanted else ())
        for question in bank.questions
        if question.id in wanted
    }

    def told(id: str) -> tuple[str, str] | None:
        place = place_of(id)
        if place is None:
            return known.get(id)
        other = work.items[place]
        return None if other.dropped else (other.draft.place, other.draft.text)

    return [
        ListedQuestion(place, item, [found for like in item.alike if (found := told(like))])
        for place, item in items
    ]
