import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.nouns.event import Event
from quiz.core.nouns.events import AnswerSubmitted, ContestCreated, Muted, QuestionDrawn
from quiz.core.nouns.model import Colour, Draw, Kind, Plan, Pool, Question, Round, Team
from quiz.formats import EVENTS
from quiz.service.contests.errors import EventUnreadable
from quiz.store.codec import decode, encode

INTEGERS = st.integers(min_value=-(2**63), max_value=2**63 - 1)
PLAIN = st.none() | st.booleans() | INTEGERS | st.text(max_size=5)
SETTINGS = st.dictionaries(st.text(max_size=5), PLAIN | st.lists(PLAIN, max_size=3), max_size=3)


def anything_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that events are made of."""
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of(*map(anything_of, get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(anything_of(get_args(kind)[0]), max_size=3).map(tuple)
    if get_origin(kind) is Mapping:
        return SETTINGS
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(
            kind, **{each.name: anything_of(hints[each.name]) for each in fields(kind)}
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    made = {bool: st.booleans(), int: INTEGERS, str: st.text(max_size=5), type(None): st.none()}
    return made[kind]


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_event_of_every_kind_comes_back_equal(kind: type) -> None:
    @given(anything_of(kind))
    def comes_back(event: Event) -> None:
        assert decode(*encode(event)) == event

    comes_back()


def test_answer_keeps_its_type() -> None:
    positions = AnswerSubmitted(1, (0, 2), 5, 4, "contestant")
    text = AnswerSubmitted(1, "[0,2]", 5, 4, "marshal")
    assert [decode(*encode(positions)), decode(*encode(text))] == [positions, text]


def test_plan_keeps_vietnamese_and_settings() -> None:
    question = Question("q1", Kind.TEXT, "Ngày thành lập?", ("28/7/1929",))
    settings = {"seconds": 20, "rescue": {"after": [10, 15], "how_many": "all"}}
    event = ContestCreated(
        Plan("Hội thi", (Round("Vòng 1", "points", (question,), (), (), settings),))
    )
    kind, data = encode(event)
    assert "Ngày thành lập?" in data
    assert decode(kind, data) == event


def test_enum_is_stored_as_its_value() -> None:
    assert encode(QuestionDrawn(Pool.RESERVE, 2)) == (
        "QuestionDrawn",
        '{"pool":"reserve","ordinal":2,"comparing":0}',
    )


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("Danced", "{}"),
        ("Muted", ""),
        ("Muted", "["),
        ("Muted", "[]"),
        ("Muted", "{}"),
        ("Muted", '{"muted":1}'),
        ("QuestionDrawn", '{"pool":"other","ordinal":1}'),
    ],
)
def test_row_that_is_no_event_is_refused(kind: str, data: str) -> None:
    with pytest.raises(EventUnreadable) as problem:
        decode(kind, data)
    assert problem.value.kind == kind


def test_stored_field_is_read_back_whatever_the_order_of_fields() -> None:
    assert decode("Muted", '{ "muted" : true }') == Muted(muted=True)


def test_journal_from_before_the_credit_still_loads() -> None:
    answer = '{"number":1,"answer":[0],"at":5,"took_ms":4,"by":"contestant"}'
    plan = '{"plan":{"title":"Hội thi","rounds":[],"lead_ms":300,"seed":"s"}}'
    assert decode("AnswerSubmitted", answer) == AnswerSubmitted(1, (0,), 5, 4, "contestant", 0)
    assert decode("ContestCreated", plan) == ContestCreated(
        Plan("Hội thi", (), lead_ms=300, seed="s")
    )


def test_journal_from_before_the_record_of_the_draw_still_loads() -> None:
    question = '{"id":"q","kind":"text","text":"?","key":["a"]}'
    round_ = f'{{"name":"Vòng 1","format":"points","questions":[{question}]}}'
    found = decode("ContestCreated", f'{{"plan":{{"title":"Hội thi","rounds":[{round_}]}}}}')
    expected = Round("Vòng 1", "points", (Question("q", Kind.TEXT, "?", ("a",)),))
    assert found == ContestCreated(Plan("Hội thi", (expected,)))
    assert expected.draw == Draw()


def test_teams_of_before_are_read_as_teams_with_a_name() -> None:
    data = '{"plan":{"title":"Hội thi","rounds":[],"teams":["Đỏ","Vàng"]}}'
    expected = Plan("Hội thi", (), (Team("Đỏ"), Team("Vàng")))
    assert decode("ContestCreated", data) == ContestCreated(expected)


def test_teams_are_read_as_they_were_written() -> None:
    red = Team("Đỏ", "Đ", "Tổ 1", Colour.RED, 3)
    round_ = Round("Vòng 1", "points", competitors="teams")
    event = ContestCreated(Plan("Hội thi", (round_,), (red, Team("Vàng"))))
    assert decode(*encode(event)) == event


def test_team_with_nothing_but_a_name_is_written_as_before() -> None:
    plan = Plan("Hội thi", (), (Team("Đỏ"), Team("Vàng", unit="Tổ 1")))
    _, data = encode(ContestCreated(plan))
    teams = json.loads(data)["plan"]["teams"]
    named = {"name": "Vàng", "short": "", "unit": "Tổ 1", "colour": None, "captain": 0}
    assert teams == ["Đỏ", named]
