"""Notes: each subject has its own version; nobody else's act makes one stale, no undo takes it."""

from dataclasses import dataclass, replace

import pytest

from quiz.core.engine.engine import Engine
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.event import NoteEvent
from quiz.core.nouns.state import Contest, LastNote, Stage
from quiz.formats import FORMATS
from tests.core.builders import START, plan


@dataclass(frozen=True, slots=True)
class CheckIn(c.Note):
    """Somebody is here."""

    here: bool


@dataclass(frozen=True, slots=True)
class CheckedIn(NoteEvent):
    """Somebody was here, or was not after all."""

    here: bool


def checked_in(contest: Contest, command: CheckIn, now: int) -> CheckedIn:
    if command.subject not in {f"contestant:{number}" for number in contest.contestants}:
        raise Rejected("no_such_contestant")
    return CheckedIn(command.subject, command.here)


POINTS = replace(FORMATS["points"], notes={CheckIn: checked_in})
ENGINE = Engine({**FORMATS, "points": POINTS})


class Desk:
    def __init__(self) -> None:
        self.contest: Contest | None = None
        self.do(c.CreateContest(plan(3, "points")))
        self.do(c.Join("An", "Đỏ"))
        self.do(c.Join("Bình", "Đỏ"))

    def do(self, command: c.Command) -> Contest:
        for part, event in enumerate(ENGINE.decide(self.contest, command, START)):
            self.contest = ENGINE.evolve(self.contest, event, part)
        assert self.contest is not None
        return self.contest

    def act(self, command: c.Act) -> Contest:
        assert self.contest is not None
        return self.do(replace(command, based_on=self.contest.acted))


def test_note_is_kept_by_subject_with_its_version() -> None:
    desk = Desk()
    contest = desk.do(CheckIn("contestant:1", 0, True))
    assert contest.notes == {"contestant:1": LastNote(4, CheckedIn("contestant:1", True))}


def test_note_is_no_act() -> None:
    desk = Desk()
    before = desk.contest
    assert before is not None
    contest = desk.do(CheckIn("contestant:1", 0, True))
    assert (contest.acted, contest.before, contest.version) == (before.acted, None, 4)


def test_note_is_stale_only_after_a_note_on_the_same_subject() -> None:
    desk = Desk()
    desk.do(CheckIn("contestant:1", 0, True))
    desk.do(CheckIn("contestant:2", 0, True))
    desk.act(c.Advance(0))
    with pytest.raises(Rejected, match="stale"):
        desk.do(CheckIn("contestant:1", 0, False))
    contest = desk.do(CheckIn("contestant:1", 4, False))
    assert contest.notes["contestant:1"].note == CheckedIn("contestant:1", False)


def test_act_is_not_stale_because_of_a_note() -> None:
    desk = Desk()
    contest = desk.contest
    assert contest is not None
    acted = contest.acted
    desk.do(CheckIn("contestant:1", 0, True))
    assert desk.do(c.Advance(acted)).stage is Stage.PLAYING


def test_undo_keeps_notes_made_since() -> None:
    desk = Desk()
    desk.act(c.Advance(0))
    desk.do(CheckIn("contestant:1", 0, True))
    contest = desk.act(c.Undo(0))
    assert contest.stage is Stage.LOBBY
    assert set(contest.notes) == {"contestant:1"}
    with pytest.raises(Rejected, match="nothing_to_undo"):
        desk.act(c.Undo(0))


def test_note_that_cannot_be_is_refused() -> None:
    with pytest.raises(Rejected, match="no_such_contestant"):
        Desk().do(CheckIn("contestant:9", 0, True))
