"""Anything may come in: it gets a code, changes nothing, and no 500 goes out.

Every day some 10,000 inputs in all; QUIZ_FUZZ=10000 tries so many of each kind.
"""

import dataclasses
import json
import logging
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.core.engine.joining import clean_name
from quiz.core.errors import Rejected
from quiz.core.nouns.actors import seat
from quiz.core.nouns.commands import Advance
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.shapes import Step
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.buzzer.part import Phase, part_of
from quiz.live import namespace as namespaces
from quiz.live.host import ACTS
from quiz.live.protocol.protocol_page import REFUSALS
from quiz.service.people.roles import Role
from quiz.web.access import guessing
from tests.core.builders import plan, whose
from tests.live.conftest import eventually
from tests.safety.conftest import Venue, arguments
from tests.safety.rights import EVENTS, PAGES

EVERY_DAY = 800
MOST = int(os.environ.get("QUIZ_FUZZ", EVERY_DAY))
SLOWEST_S = 0.2
"""What one input may take on a slow machine; the limit of the whole test follows from it."""
pytestmark = pytest.mark.timeout(300 + MOST * SLOWEST_S)
fuzzed = settings(
    max_examples=MOST,
    deadline=None,
    database=None,
    derandomize=MOST == EVERY_DAY,
    suppress_health_check=list(HealthCheck),
)
fuzzed_slowly = settings(fuzzed, max_examples=MOST // 4)
"""For what takes ten times as long as a message."""
NASTY = ("", "\x00", "\u202eneb", "=HYPERLINK(1)", "<script>", "a" * 5000, "'; --", "😀")
texts = st.sampled_from(NASTY) | st.text(max_size=40)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
ids = st.sampled_from(["the-same-id", "x" * 64]) | texts
answers = st.lists(st.integers(-2, 9) | anything, max_size=5) | anything
OF_ACTS = {field.name for act in ACTS.values() for field in dataclasses.fields(act)}
FIELDS = sorted(OF_ACTS - {"based_on"})


def near(**good: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A message that is nearly right: some fields are anything, some are missing."""
    fields = {name: field | anything for name, field in good.items()}
    return st.fixed_dictionaries({}, optional=fields)


asked = {"pool": st.sampled_from(["main", "reserve", "audience"]), "ordinal": st.integers(0, 3)}
messages = st.one_of(
    anything,
    near(id=ids, opens_at=st.integers(0, 3), **asked),
    near(id=ids, answer=answers, **asked),
    near(id=ids, answer=answers, number=st.integers(0, 3), **asked),
    st.builds(
        lambda act, based_on, own, more: {"id": own, "act": act, "based_on": based_on, **more},
        st.sampled_from(list(ACTS)) | texts,
        st.integers(-1, 40) | anything,
        ids,
        st.dictionaries(
            st.sampled_from(FIELDS), st.booleans() | st.integers(-3, 3) | answers, max_size=4
        ),
    ),
)
EVENT_NAMES = sorted({event for events in EVENTS.values() for event in events})
events = st.sampled_from([*EVENT_NAMES, "disconnect", "on_connect"]) | texts


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    """One contest for all inputs, whose clock does not run out meanwhile."""
    with unlimited(tmp_path_factory.mktemp("fuzz"), plan(3, seconds=100_000)) as made:
        yield made


@pytest.fixture(scope="module")
def turn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    """A contest in which the phone buzzed and has long to answer."""
    buzzer = plan(3, "buzzer", aloud=False, answer_seconds=100_000)
    with unlimited(tmp_path_factory.mktemp("turn"), buzzer) as made:
        ask(made)
        now = made.app.clock.now() + 1_000
        made.runner.submit(Buzz(made.number, Pool.MAIN, 1), uuid4().hex, now, seat(made.number))
        # The turn is given by the clock: while messages come, nothing else may change.
        eventually(lambda: is_answering(made))
        yield made


def is_answering(made: Venue) -> bool:
    """Whether somebody has the turn."""
    play = made.runner.contest.play
    part = part_of(play.current) if play else None
    return part is not None and part.phase is Phase.ANSWERING


@contextmanager
def unlimited(folder: Path, made: Plan) -> Iterator[Venue]:
    """A venue without budgets, which would refuse most inputs unread."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(namespaces, "BURST", 10**9)
        for limit in ("WRONG_PINS", "ALL_WRONG_PINS", "TRIES", "ALL_TRIES"):
            patch.setattr(guessing, limit, 10**9)
        venue = Venue(folder, made)
        venue.app.flask.config["WTF_CSRF_ENABLED"] = False
        yield venue
        venue.app.close()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that is sent makes the server log an error."""
    yield
    errors = [one for one in caplog.get_records("call") if one.levelno >= logging.ERROR]
    assert [record.getMessage() for record in errors] == []


def ask(hall: Venue) -> None:
    """Come to a question whose clock runs."""
    while ENGINE.see(hall.runner.contest).step != Step.CLOSE:
        act = Advance(hall.runner.contest.acted)
        hall.runner.submit(act, uuid4().hex, hall.app.clock.now(), whose(act))


@pytest.mark.parametrize("when", ["lobby", "clock", "turn"])
@pytest.mark.parametrize("namespace", EVENTS)
def test_any_event_gets_a_code_and_a_refused_one_changes_nothing(
    request: pytest.FixtureRequest, namespace: str, when: str
) -> None:
    hall: Venue = request.getfixturevalue("turn" if when == "turn" else "hall")
    if when == "clock":
        ask(hall)
    role = min(EVENTS[namespace]["connect"])
    client = hall.socket(namespace, hall.signed(hall.session(role)))
    server = hall.app.flask.extensions["socketio"].server

    @fuzzed
    @given(events, messages)
    def try_one(event: str, data: object) -> None:
        before = hall.runner.contest
        client.acks = None
        text = json.dumps([event, data], ensure_ascii=False)
        try:
            server._handle_eio_message(client.eio_sid, f"2{namespace},1{text}")
        except ValueError:
            # Not JSON as the wire reads it (NaN, a number beyond all bounds): the gate closes.
            assert hall.runner.contest is before
            return
        eventually(lambda: client.acks is not None)
        (reply,) = client.acks["args"]
        if not reply["ok"]:
            assert (reply["code"] in REFUSALS, reply["code"] == "failed") == (True, False)
            assert hall.runner.contest.version == before.version

    try_one()
    assert client.is_connected(namespace)


def acted_and_joined(hall: Venue) -> tuple[int, int]:
    """What people did in the contest; that the machine stood still for a moment is no deed."""
    return hall.runner.contest.acted, hall.runner.contest.joined


@pytest.mark.parametrize("role", [Role.NOBODY, Role.CONTESTANT, Role.HOST])
def test_any_request_gets_a_page_and_no_500(hall: Venue, role: Role) -> None:
    rules = [rule for rule in hall.app.flask.url_map.iter_rules() if rule.endpoint in PAGES]
    cookie = hall.signed(hall.session(role))
    names = ["pin", "name", "team", "lang", "next", "password", "again", "title", "questions"]
    names += ["banks", "topics", "do", "swap", "swaps", "seed", "preset", "rescues-0-how_many"]
    names += ["days", "erase-pin", "delete-pin", "role", "who"]
    fields = st.dictionaries(st.sampled_from(names) | texts, texts, max_size=6)

    @fuzzed
    @given(st.sampled_from(rules), st.booleans(), fields, fields, texts, st.booleans())
    def try_one(
        rule: Any, post: bool, form: dict[str, str], query: dict[str, str], word: str, real: bool
    ) -> None:
        values = arguments(rule, hall.id if real else word or "x")
        if "pin" in values and real:
            values["pin"] = form["pin"] = hall.pin
        with hall.app.flask.test_request_context():
            _, path = rule.build(values, append_unknown=False) or ("", "/")
        before = acted_and_joined(hall)
        browser = hall.browser(cookie)
        answer = browser.open(
            path, method="POST" if post else "GET", data=form if post else None, query_string=query
        )
        with answer:
            assert answer.status_code < 500
            assert b"Traceback" not in answer.data
        if acted_and_joined(hall) != before:
            assert (rule.endpoint, answer.status_code) == ("play.join", 303)

    try_one()


GOOD = {"preset": "golden-bell-20", "title": "Hội thi", "questions": "3", "reserve": "0"}
GOOD |= {"audience": "0", "mcq_first": "0", "seconds": "15"}
PRESSED = ("do", "go", "swap", "up", "down", "to", "move", "drop", "add", "copy", "remove", "lang")


def test_any_form_of_a_new_contest_is_told_what_is_wrong(hall: Venue) -> None:
    browser = hall.browser(hall.signed(hall.session(Role.HOST)))
    begun = browser.post("/host/contests/new", data={"preset": "golden-bell-20"})
    draft = begun.headers["Location"].rpartition("/")[0]
    steps = ("contest", "teams", "rounds", "rules/0", "questions/0", "prizes", "review")
    text = "".join(browser.get(f"{draft}/{step}").text for step in steps)
    fields = sorted({*re.findall(r'name="([\w-]+)"', text), *PRESSED})
    anything = texts | st.integers().map(str) | st.sampled_from(["create", "next", "redraw", "0"])

    @fuzzed_slowly
    @given(st.sampled_from(steps), st.dictionaries(st.sampled_from(fields), anything, max_size=5))
    def try_one(step: str, changes: dict[str, str]) -> None:
        answer = browser.post(f"{draft}/{step}", data=GOOD | changes)
        assert answer.status_code in (303, 404, 422)
        assert browser.get(f"{draft}/{step}").status_code in (200, 404)

    try_one()


@fuzzed
@example("a\u200b\u0301n")
@given(st.text(max_size=80))
def test_any_name_is_clean_or_refused(name: str) -> None:
    try:
        clean = clean_name(name)
    except Rejected:
        return
    assert 1 <= len(clean) <= 40
    assert clean == unicodedata.normalize("NFC", clean) == " ".join(clean.split())
    assert [char for char in clean if unicodedata.category(char)[0] == "C"] == []
    assert clean_name(clean) == clean


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>An</b>", "&lt;b&gt;An&lt;/b&gt;"),
        ('"><img src=x onerror=alert(1)>', "&#34;&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("=1+1", "=1+1"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
    ],
)
def test_name_comes_back_as_text(hall: Venue, typed: str, shown: str) -> None:
    answer = hall.browser().post("/join", data={"pin": hall.pin, "name": typed, "team": "lạ"})
    assert answer.status_code == 422
    assert f'value="{shown}"' in answer.text


def test_name_loses_control_and_direction_marks(hall: Venue) -> None:
    browser = hall.browser()
    form = {"pin": hall.pin, "name": "A\u202en\x00 \u200bBình\u2066", "team": "Đỏ"}
    assert browser.post("/join", data=form).status_code == 303
    newcomer = hall.runner.contest.contestants.get(hall.runner.contest.joined)
    assert newcomer is not None
    assert newcomer.name == "An Bình"
