"""An import on its way: the questions as understood, with what a person did to them since."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import msgspec

from quiz.banks.bank import Bank
from quiz.banks.importing.draft import DraftQuestion, UnreadableFile
from quiz.banks.importing.readers.own_yaml_reader import draft_from
from quiz.banks.option_text import as_compared
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Kind, Question

FOR_ALL = ("topic", "citation", "as_of", "source_status")
"""Fields that may be filled in for all questions at once."""


@dataclass(frozen=True, slots=True)
class ImportedQuestion:
    """One question of the file; `version` counts its changes.

    `alike` are the ids of questions that it is like: of the library, or `here` in the file.
    """

    draft: DraftQuestion
    dropped: bool = False
    version: int = 0
    alike: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether a doubt must be settled before the import can be saved."""
        return bool(self.draft.doubts) and not self.dropped


@dataclass(frozen=True, slots=True)
class Work:
    """The whole file; `unreadable` is the code and detail of why there is nothing of it."""

    items: tuple[ImportedQuestion, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()
    head: Bank | None = None
    unreadable: tuple[str, str] | None = None

    def doubtful(self) -> tuple[int, ...]:
        """The places of the questions with open doubts."""
        return tuple(place for place, item in enumerate(self.items) if item.open)

    def kept(self) -> tuple[DraftQuestion, ...]:
        """The questions that were not dropped."""
        return tuple(item.draft for item in self.items if not item.dropped)

    def topics(self) -> tuple[str, ...]:
        """Every topic once, in the order they first appear."""
        topics = (item.draft.topic for item in self.items)
        return tuple(dict.fromkeys(topic for topic in topics if topic))

    @property
    def problem(self) -> UnreadableFile | None:
        """Why the file cannot be read."""
        return UnreadableFile(*self.unreadable) if self.unreadable else None


def written(work: Work) -> str:
    """The work as JSON."""
    return msgspec.json.encode(work).decode()


def read_work(text: str) -> Work:
    """The work again; raises msgspec.MsgspecError."""
    return msgspec.json.decode(text, type=Work)


def settled(work: Work, place: int, question: Question, based_on: int) -> Work:
    """The work with one question as a person made it: nothing of it is doubtful any more.

    Raises:
        Rejected: `no_such_question`, or `stale`: it changed since version `based_on` (the
            optimistic lock).
    """
    item = item_at(work, place)
    if item.version != based_on:
        raise Rejected("stale", item.draft.place)
    kept = replace(draft_from(question, item.draft.place), id=item.draft.id)
    return with_item(work, place, replace(item, draft=kept, version=item.version + 1))


def dropped(work: Work, places: Collection[int], *, drop: bool) -> Work:
    """The work with these questions left out, or taken back; raises Rejected."""
    for place in places:
        item_at(work, place)
    items = tuple(
        replace(item, dropped=drop) if place in places else item
        for place, item in enumerate(work.items)
    )
    return replace(work, items=items)


def for_all(work: Work, values: Mapping[str, str], *, over: bool) -> Work:
    """The work with these fields filled in where they are empty, or `over` what they hold."""
    return replace(work, items=tuple(filled_in(item, values, over=over) for item in work.items))


def filled_in(item: ImportedQuestion, values: Mapping[str, str], *, over: bool) -> ImportedQuestion:
    """One question with these fields filled in."""
    found = {
        name: value
        for name, value in values.items()
        if name in FOR_ALL and value and (over or not getattr(item.draft, name))
    }
    if not found:
        return item
    # The names of fields are those of the draft, which mypy cannot see through a mapping.
    draft = replace(item.draft, **found)  # type: ignore[arg-type]
    return replace(item, draft=draft, version=item.version + 1)


def item_at(work: Work, place: int) -> ImportedQuestion:
    """The item at a place (from 0); raises Rejected: `no_such_question`."""
    if not 0 <= place < len(work.items):
        raise Rejected("no_such_question", str(place))
    return work.items[place]


def with_item(work: Work, place: int, item: ImportedQuestion) -> Work:
    """The work with another item at this place."""
    return replace(work, items=(*work.items[:place], item, *work.items[place + 1 :]))


def question_to_fix(draft: DraftQuestion) -> Question:
    """What is known of a question, to be shown in a form; a key in doubt is left open."""
    return Question(
        draft.id,
        draft.kind,
        draft.text,
        () if is_key_in_doubt(draft) else draft.key,
        draft.options,
        explanation=draft.explanation,
        citation=draft.citation,
        source_status=draft.source_status or "secondary",
        as_of=draft.as_of,
        topic=draft.topic,
        difficulty=draft.difficulty,
        seconds=draft.seconds,
        points=draft.points,
        tolerance=draft.tolerance,
        strict_marks=draft.strict_marks,
        fixed_order=draft.fixed_order,
        picture=draft.picture_name,
    )


def is_key_in_doubt(draft: DraftQuestion) -> bool:
    """Whether it is open which answer is meant: a person must say it, and nothing is marked."""
    if any(doubt.field in ("key", "kind") or doubt.code == "unsupported" for doubt in draft.doubts):
        return True
    options = as_compared(draft.options)
    places = [place for entry in draft.key if not isinstance(entry, str) for place in entry]
    return draft.kind is not Kind.ORDER and any(
        options.count(options[place]) > 1 for place in places
    )


def here(place: int) -> str:
    """What stands for the id of the question at a place (from 0) of the file itself."""
    return f"#{place}"


def place_of(id: str) -> int | None:
    """The place in the file that `here` stands for; None for a question of the library."""
    return int(id[1:]) if id.startswith("#") else None
