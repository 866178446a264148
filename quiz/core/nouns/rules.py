"""What a round format gives the engine; nobody else knows more of one than this."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from quiz.core.nouns import commands as c
from quiz.core.nouns.event import Event, NoteEvent
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.state import Asked, AskingSettings, Contest, Play, Tally
from quiz.core.numbered import Numbered

P = TypeVar("P", bound=Play)

Involved = Callable[[Play], frozenset[int]]
"""Persons and teams that took part in a round, as its format's rules know."""

Notes = Mapping[type[c.Note], Callable[[Contest, Any, int], NoteEvent]]
"""How each kind of note is decided at an instant (ms); raises Rejected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a round lets the host do next, and what the hall sees.

    `step` is what the primary button does, `can` what else is possible. `scene` counts when no
    question is open, `scene_after` when the round is over. `winner` is the number of who won the
    round outright (0: nobody so far). `is_deciding`: the host is choosing among people, and
    nobody is taken out meanwhile. `is_heard`: somebody answers aloud and is judged by ear.
    `may_answer` are the persons who may answer now, where that is
    not everybody eligible.
    """

    step: str
    can: tuple[str, ...] = ()
    scene: str = "standings"
    scene_after: str = "standings"
    winner: int = 0
    is_deciding: bool = False
    is_heard: bool = False
    may_answer: frozenset[int] | None = None


class RoundRules(Protocol[P]):
    """The rules of a kind of round. Methods are pure; `now` and `at` are in ms."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> P:
        """The play before its first question; raises Rejected("bad_settings")."""

    def decide(self, plan: Plan, play: P, command: c.Command, now: int) -> tuple[Event, ...]:
        """What a command makes happen, at least one event; raises Rejected."""

    def evolve(self, play: P, event: Event) -> P:
        """The play after an event."""

    def see(self, play: P) -> Seen:
        """What can be done and seen now."""

    def follows(self, plan: Plan, play: P, *, over: bool) -> tuple[Event, ...]:
        """What happens by itself after something was put right; `over`: the contest is."""

    def due_at(self, play: P) -> int | None:
        """When the open question goes on by itself (ms), None while nothing runs."""

    def involved(self, play: P) -> frozenset[int]:
        """Persons and teams that did something in this round, or had something done to them."""

    def has(self, play: P, asked: Asked, command: c.Crowd) -> bool:
        """Whether what a contestant's command did to a question of this round is still there."""

    def taken_back(self, asked: Asked, now: Asked | None, at: int) -> Asked:
        """A question that an undo at `at` returns to; `now` is it as it was until then, if open.

        Answers given since stay; nothing runs that ended meanwhile.
        """

    def kept(self, before: P, now: P) -> P:
        """The play without an open question that an undo returns to; `now` is it until then.

        What people did since stays.
        """


def _nothing(contest: Contest, play: Any) -> object:
    return None


def _no_seats(contest: Contest, play: Any) -> None:
    return None


def _no_progress(contest: Contest, play: Any) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """What a format adds to what each role sees: a declared shape, or None for nothing.

    It travels in the view's `parts` under the format's name. `shapes` are all declared ones, for
    the protocol's page. What a phone or the hall is told must not tell a key. `seats` is asked
    once for all phones; what it gives is asked for each contestant's number. `progress` is how
    many did what the round asks of them, and of how many; None: who answered the open question.
    """

    phone: Callable[[Contest, Any], object] = _nothing
    hall: Callable[[Contest, Any], object] = _nothing
    host: Callable[[Contest, Any], object] = _nothing
    prompter: Callable[[Contest, Any], object] = _nothing
    seats: Callable[[Contest, Any], Callable[[int], object] | None] = _no_seats
    progress: Callable[[Contest, Any], tuple[int, int] | None] = _no_progress
    shapes: tuple[type, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """What a phone sent that is no answer, the question open then and the name of its round."""

    round: str
    asked: Asked | None
    event: Event


def _no_figures(received: Sequence[Event], deeds: Sequence[Any], number: int) -> None:
    return None


def _no_record(contest: Contest, received: Sequence[Received]) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of round, declared once: what it is called, its rules, what is its own.

    `events`, `commands` and `notes` are those that no other round has. `eliminates` means that
    who fails leaves the floor and answers no more; a format that plays with a round's `material`
    alone does not `needs_questions`. `figures` makes what there is to tell of one contestant at
    a question, from what phones sent to it and the acts (`Deed`) on it; `record` makes rows by
    name for the record of personal data. `refusals` are the codes that only this format refuses
    with, and what each means.
    """

    name: str
    rules: RoundRules[Any]
    settings: type[AskingSettings]
    events: tuple[type[Event], ...] = ()
    commands: tuple[type[c.Command], ...] = ()
    notes: Notes = field(default_factory=dict)
    views: Views = Views()
    eliminates: bool = False
    needs_questions: bool = True
    figures: Callable[[Sequence[Event], Sequence[Any], int], object] = _no_figures
    record: Callable[[Contest, Sequence[Received]], Mapping[str, Sequence[Any]]] = _no_record
    refusals: Mapping[str, str] = field(default_factory=dict)


Formats = Mapping[str, Format]
