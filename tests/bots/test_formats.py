"""What the formats' modules tell robots, and what holds where none tells anything."""

from dataclasses import fields

import pytest

from quiz.bots.formats import ERRANDS, PLAYS, of_format, plays_of
from quiz.bots.formats.declaring import Plays
from quiz.bots.tally import Totals
from quiz.core.nouns.state import Life
from quiz.formats import FORMATS
from quiz.live.phone import CROWD


def test_robots_play_no_format_that_there_is_not() -> None:
    assert PLAYS.keys() <= FORMATS.keys()


def test_errands_are_the_messages_that_formats_have_for_phones() -> None:
    assert {errand.event for errand in ERRANDS} == CROWD.keys() - {"answer"}


def test_names_in_the_totals_are_told_apart() -> None:
    names = [field.name for field in fields(Totals)]
    names += [name for each in ERRANDS for name in (each.sent, each.acknowledged, each.refused)]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("plays", [of_format("nobody_told_of_it"), plays_of(None)])
def test_format_that_tells_nothing_is_answered_while_the_clock_runs(plays: Plays) -> None:
    taken = [life for life in (None, *Life) if plays.answering(life, None)]
    assert (taken, plays.errands, dict(plays.pauses_s)) == ([Life.CLOCK], (), {})
