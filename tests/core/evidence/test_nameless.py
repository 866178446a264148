"""Whatever was played: without names it is the same contest."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.evidence.nameless import nameless
from quiz.core.nouns import commands as c
from quiz.core.nouns.event import Nature, NoteEvent, Traits
from quiz.core.nouns.model import Contestant
from quiz.core.nouns.state import Adjusted, Contest, Play, Sent
from quiz.core.numbered import Numbered
from quiz.core.standing.ranking import standings
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.core.test_properties import FORMATS, NUMBERS, SCRIPTS, nothing, play

SCRIPTS_WITH_NAMES = st.lists(
    st.one_of(
        SCRIPTS,
        st.builds(c.CorrectContestant, st.just(0), NUMBERS, st.just("Lê An"), st.just("Đỏ")).map(
            lambda command: [command]
        ),
    ),
    max_size=4,
).map(lambda parts: [item for part in parts for item in part])


def replayed(table: Table, *, named: bool) -> Contest:
    contest: Contest | None = None
    for event in table.events:
        fold: Any = event if named else nameless(event)  # type: ignore[arg-type]
        contest = ENGINE.evolve(contest, fold)
    assert contest is not None
    return contest


def without_names(contest: Contest) -> Contest:
    """The state with stand-ins written into it by hand."""
    people = Numbered[Contestant]()
    for number, contestant in contest.contestants.items():
        people = people.set(number, replace(contestant, name=f"Thí sinh {number}"))
    held = contest.held
    return replace(
        contest,
        contestants=people,
        plays=tuple(without_reasons(each) for each in contest.plays),
        held=None if held is None else tuple(without_reasons(each) for each in held),
    )


def without_reasons(play: Play) -> Play:
    log = tuple(
        replace(entry, reason="") if isinstance(entry, Sent | Adjusted) else entry
        for entry in play.log
    )
    return replace(play, log=log)


@settings(deadline=None, max_examples=200)
@given(FORMATS, SCRIPTS_WITH_NAMES)
def test_replay_without_names_is_the_state_but_for_names(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    bare = replayed(table, named=False)
    assert bare == without_names(table.contest)
    assert standings(bare) == standings(table.contest)


def test_names_mended_taken_back_and_reasons_are_gone() -> None:
    table = Table(plan(2))
    for name in ("Lê An", "Trần Bình"):
        table.do(c.Join(name, "Đỏ", "secret"))
    table.act(c.CorrectContestant(0, 1, "Lê Văn An", "Vàng"))
    table.act(c.Undo(0))
    table.open()
    table.act(c.Eliminate(0, 2, "Bình nhắc bài cho An"))
    table.act(c.CorrectScore(0, 1, 5, "An đọc to đáp án"))
    text = repr([nameless(event) for event in table.events])  # type: ignore[arg-type]
    assert [word for word in ("An", "Bình", "nhắc", "đọc") if word in text] == []
    assert ["Thí sinh 1" in text, "Thí sinh 2" in text, "Vàng" in text] == [True, True, True]


def test_other_events_are_the_very_same() -> None:
    table = Table(plan(2), 3)
    table.ask(1, wrong=(2,))
    acts = [event for event in table.events if "Contestant" not in type(event).__name__]
    assert [nameless(event) is event for event in acts] == [True] * len(acts)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Remarked(NoteEvent):
    """What a judge wrote about somebody's showcase."""

    traits: ClassVar[Traits] = Traits(nature=Nature.NOTE, personal=("remark",))

    remark: str


def test_note_about_no_number_loses_only_what_is_personal() -> None:
    assert nameless(Remarked("entry:4", "An hát hay")) == Remarked("entry:4", "")
