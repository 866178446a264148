"""Whatever can happen has words, whichever format it belongs to."""

from quiz.core.nouns.event import Event, Nature
from quiz.core.nouns.events import ContestCreated, Undone
from quiz.formats import EVENTS
from quiz.web.afterwards.figures_words import ACT_NAMES, ON_CONTESTANTS, ON_QUESTIONS
from quiz.web.people.saying_corrections import what_words
from tests.web.conftest import Site


def named(**traits: object) -> set[str]:
    """The events with these traits."""
    return {
        kind.__name__
        for kind in EVENTS
        if all(getattr(kind.traits, name) == value for name, value in traits.items())
    }


def test_every_act_that_can_be_undone_has_a_name() -> None:
    never: set[type[Event]] = {ContestCreated, Undone}
    acts = named(nature=Nature.ACT) - {kind.__name__ for kind in never}
    assert {name.removeprefix("undo.") for name in ACT_NAMES if name.startswith("undo.")} == {
        *acts,
        "ContestantJoined",
        "SeatReopened",
    }


def test_every_act_on_contestants_is_told_in_their_figures() -> None:
    assert set(ON_CONTESTANTS) == named(touches=True)


def test_whatever_stops_a_clock_or_corrects_is_told_in_the_figures_of_its_question() -> None:
    told = named(stops_clock=True) | named(corrects=True)
    assert told - set(ON_QUESTIONS) == set()
    assert set(ON_QUESTIONS) <= {kind.__name__ for kind in EVENTS}


def test_every_correction_has_its_name_in_the_record(site: Site) -> None:
    with site.app.test_request_context():
        unsaid = [name for name in named(minuted=True) if what_words(name) == "Ghi chú"]
    assert unsaid == []
