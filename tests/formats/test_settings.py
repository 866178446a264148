"""Settings as they are declared, and as plans of any age hold them."""

from dataclasses import asdict, fields
from typing import Any

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.events import ContestantJoined, ContestCreated, RoundStarted
from quiz.core.nouns.settings import Chain, Choice, Items, Switch, Whole, declared, defaults
from quiz.core.nouns.state import AskingSettings, Contest
from quiz.core.standing.ranking import standings
from quiz.formats import ENGINE, FORMATS
from quiz.formats.buzzer.settings import Settings as Buzzer
from quiz.formats.golden_bell.rescue_rule import RescueRule
from quiz.formats.golden_bell.settings import Settings as GoldenBell
from quiz.formats.points.settings import Settings as Points
from quiz.formats.settings import read_settings
from tests.core.builders import Table, plan

KINDS: dict[str, type[AskingSettings]] = {
    "golden_bell": GoldenBell,
    "points": Points,
    "buzzer": Buzzer,
}


def started(format: str, **settings: Any) -> Contest:
    """A round begun from a journal that holds these settings."""
    contest = ENGINE.evolve(None, ContestCreated(plan(1, format, **settings)))
    contest = ENGINE.evolve(contest, ContestantJoined(1, "An", "", False))
    return ENGINE.evolve(contest, RoundStarted(0))


def played(contest: Contest) -> AskingSettings:
    assert contest.play is not None
    return contest.play.settings


def test_every_format_is_here() -> None:
    assert set(KINDS) == set(FORMATS)


@pytest.mark.parametrize("kind", [*KINDS.values(), RescueRule])
def test_every_field_is_declared_and_its_default_may_be_chosen(kind: type) -> None:
    default = defaults(kind)
    assert list(declared(kind)) == list(default) == [each.name for each in fields(kind)]
    for name, setting in declared(kind).items():
        match setting:
            case Whole():
                assert setting.lowest <= default[name] <= setting.highest
            case Choice():
                assert default[name] == setting.values[0]
            case Switch():
                assert type(default[name]) is bool
            case Chain():
                assert default[name] == setting.offered[0]
            case Items():
                assert len(default[name]) <= setting.most


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_order_offered_can_be_measured(kind: type[AskingSettings]) -> None:
    setting = declared(kind)["chain"]
    assert isinstance(setting, Chain)
    for order in setting.offered:
        assert set(order) <= {*kind.criteria, "draw"}
        assert order[-1] == "draw"
        assert len(set(order)) == len(order)


@pytest.mark.parametrize("kind", KINDS.values())
def test_settings_come_back_from_plain_data(kind: type[AskingSettings]) -> None:
    assert read_settings(kind, asdict(kind())) == kind()


@pytest.mark.parametrize(
    ("format", "name", "value"),
    [
        ("golden_bell", "seconds", 0),
        ("golden_bell", "seconds", 100_000),
        ("golden_bell", "points", 0),
        ("golden_bell", "rescue_below", 100_000),
        ("golden_bell", "rescue_below_percent", 250),
        ("golden_bell", "reserve_count", 51),
        ("points", "penalty", 100_000),
        ("buzzer", "answer_seconds", 100_000),
        ("buzzer", "points", 0),
    ],
)
def test_old_plan_beyond_the_bounds_of_the_form_is_played_as_it_is(
    format: str, name: str, value: int
) -> None:
    settings = played(started(format, **{name: value}))
    assert getattr(settings, name) == value


def test_old_plan_with_more_rescues_than_the_form_has_rows_is_played() -> None:
    rescues = [{"how_many": "number", "amount": 100_000, "order": "hand"}] * 5
    settings = played(started("golden_bell", rescues=rescues))
    assert isinstance(settings, GoldenBell)
    assert settings.rescues == (RescueRule("number", 100_000, "hand"),) * 5


@pytest.mark.parametrize(
    "rescue",
    [
        {"how_many": "percent", "amount": 101},
        {"how_many": "number", "amount": 100_001},
        {"how_many": "number", "amount": -1},
        {"how_many": "number", "amount": 2.5},
        {"how_many": "number", "amount": True},
        {"how_many": "number", "amount": "3"},
        {"how_many": "some"},
        {"order": "first"},
        {"order": ["hand"]},
        {"who": "all"},
    ],
)
def test_rescue_that_is_none_is_refused(rescue: dict[str, object]) -> None:
    with pytest.raises(Rejected, match="bad_settings"):
        read_settings(GoldenBell, {"rescues": [rescue]})


def test_old_plan_keeps_an_order_that_the_form_no_longer_offers() -> None:
    chain = ["survived", "correct", "reserve", "time", "draw"]
    assert played(started("golden_bell", chain=chain)).chain == tuple(chain)


def test_plan_that_names_no_order_keeps_that_of_its_time() -> None:
    chain = ("survived", "floor", "correct", "reserve", "time", "draw")
    assert played(started("golden_bell")).chain == chain
    assert GoldenBell().chain != chain


@pytest.mark.parametrize("format", ["points", "buzzer"])
@pytest.mark.parametrize(
    ("chain", "left"),
    [
        (["survived", "points", "draw"], ("points", "draw")),
        (["floor", "reserve", "time"], ("floor", "time")),
        (["survived"], ()),
    ],
)
def test_criteria_that_measure_nothing_in_a_format_are_passed_over(
    format: str, chain: list[str], left: tuple[str, ...]
) -> None:
    contest = started(format, chain=chain)
    assert played(contest).chain == left
    assert [(row.rank, row.number) for row in standings(contest)] == [(1, 1)]


@pytest.mark.parametrize("chain", [["beauty"], ["points", "beauty"], [], "points", 1, None])
@pytest.mark.parametrize("format", sorted(KINDS))
def test_order_of_unknown_criteria_is_refused(format: str, chain: object) -> None:
    with pytest.raises(Rejected) as problem:
        Table(plan(1, format, chain=chain))
    assert (problem.value.code, problem.value.detail) == ("bad_settings", "chain")
