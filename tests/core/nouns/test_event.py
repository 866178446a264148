"""What events say of themselves: the lists that others once kept by hand, as they must be."""

from dataclasses import dataclass, fields
from typing import ClassVar

import pytest

from quiz.core.nouns.event import Event, Nature, NoteEvent, Traits, checked
from quiz.formats import EVENTS


def those(trait: str) -> set[str]:
    return {kind.__name__ for kind in EVENTS if getattr(kind.traits, trait)}


def test_crowd_is_who_joins_answers_buzzes_or_helps_and_what_befell_the_server() -> None:
    crowd = {kind.__name__ for kind in EVENTS if kind.traits.nature is Nature.CROWD}
    befell = {"SeatReopened", "ServerStopped"}
    assert crowd == {"ContestantJoined", "AnswerSubmitted", "Buzzed", "HelpGiven"} | befell


def test_acts_that_stop_a_clock() -> None:
    assert those("stops_clock") == {"ClockPaused", "LifelineUsed", "BuzzOpened", "TurnGiven"}


def test_what_keeps_the_scene_that_was_sent() -> None:
    assert those("keeps_scene") == {
        *("SceneSent", "Muted", "Frozen", "RoomLocked", "CaptainSet"),
        *("ContestantCorrected", "ContestantRemoved", "ContestantsRemoved"),
        *("ContestantDisqualified", "PlanChanged"),
    }


def test_what_corrects_names_the_question() -> None:
    assert those("corrects") == {"QuestionVoided", "KeyCorrected", "JudgementCorrected"}
    for kind in EVENTS:
        if kind.traits.corrects:
            assert {"round", "entry"} <= {field.name for field in fields(kind)}  # type: ignore[arg-type]


def test_what_the_minutes_tell() -> None:
    assert those("minuted") == {
        *("ContestantCorrected", "ContestantRemoved", "ContestantsRemoved"),
        *("CaptainSet", "ContestantEliminated", "ContestantDisqualified"),
        *("ContestantsRescued", "ScoreCorrected", "KeyCorrected", "JudgementCorrected"),
        *("QuestionVoided", "LifelineUsed", "TurnJudged", "Undone"),
        *("BellTakenBack", "RoundReopened", "SeatReopened", "PlanChanged"),
    }


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_traits_name_fields_that_the_event_has(kind: type[Event]) -> None:
    named = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    assert set(kind.traits.personal) <= named
    if kind.traits.received:
        assert "at" in named
    if kind.traits.touches:
        assert {"number", "numbers"} & named


def test_free_text_of_the_host_and_names_are_personal() -> None:
    """Whatever may name somebody goes when names are erased."""
    free = {
        (kind.__name__, field.name)
        for kind in EVENTS
        for field in fields(kind)  # type: ignore[arg-type]
        if field.name in ("name", "reason", "text", "remark")
    }
    said = {(kind.__name__, field) for kind in EVENTS for field in kind.traits.personal}
    assert free == said


@dataclass(frozen=True, slots=True)
class Kept(NoteEvent):
    """A note that says it is an act."""

    traits: ClassVar[Traits] = Traits()


@dataclass(frozen=True, slots=True)
class Told(Event):
    """An act that says it is a note."""

    traits: ClassVar[Traits] = Traits(nature=Nature.NOTE)


def test_events_of_all_formats_are_declared_well() -> None:
    assert checked(EVENTS) == EVENTS


@pytest.mark.parametrize("wrong", [Kept, Told])
def test_note_without_its_nature_is_refused_when_declared(wrong: type[Event]) -> None:
    with pytest.raises(ValueError, match=wrong.__name__):
        checked((*EVENTS, wrong))


def test_second_event_of_one_name_is_refused_when_declared() -> None:
    with pytest.raises(ValueError, match=EVENTS[0].__name__):
        checked((*EVENTS, EVENTS[0]))
