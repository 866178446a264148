"""What people do in a round without questions reaches counters and their own phones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask_socketio import SocketIOTestClient

from quiz.core.engine.engine import Engine
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import Actor, account, seat
from quiz.core.nouns.commands import SubmitAnswer
from quiz.core.nouns.model import Plan, Round, teams_named
from quiz.formats import FORMATS
from quiz.formats.buzzer.commands import Buzz
from quiz.live.phone import is_credited
from tests.e2e.throwaway.quiz.formats.dice import FORMAT, ThrowDice
from tests.live.conftest import Studio, ask, eventually, heard

DICE = Round("Xúc xắc", "dice", material={"faces": 6})


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = Plan("Hội thi", (DICE,), teams_named(("Đỏ", "Vàng")), seed="hạt")
    studio = Studio(tmp_path, made, Engine({**FORMATS, "dice": FORMAT}))
    yield studio
    studio.close()


def submit(studio: Studio, command: c.Command, actor: Actor) -> None:
    studio.runner.submit(command, uuid4().hex, studio.clock.now(), actor)


def eyes(phone: SocketIOTestClient) -> int:
    """What the phone hears of its own throw when it asks for everything again."""
    assert ask(phone, "/play", "resync", {})["ok"]
    told: Any = heard(phone, "/play", "welcome")["seat"]["parts"]["dice"]
    return int(told["eyes"])


def test_phone_that_asks_again_knows_what_it_did_since_the_last_act(studio: Studio) -> None:
    one, two = studio.join(), studio.join("Bình")
    submit(studio, c.Advance(studio.runner.contest.acted), account(1))
    phones = {number: studio.phone(number) for number in (one, two)}
    assert {number: eyes(phone) for number, phone in phones.items()} == {one: 0, two: 0}
    submit(studio, ThrowDice(one), seat(one))
    assert (eyes(phones[one]) > 0, eyes(phones[two])) == (True, 0)


def test_counters_follow_what_people_do(studio: Studio) -> None:
    number = studio.join()
    studio.join("Bình")
    submit(studio, c.Advance(studio.runner.contest.acted), account(1))
    hall = studio.projector()
    submit(studio, ThrowDice(number), seat(number))
    eventually(lambda: told(hall) == (1, 2))


def told(hall: SocketIOTestClient) -> tuple[int, int] | None:
    """The counters that came last, if any came."""
    came = [each["args"][0] for each in hall.get_received("/projector") if each["name"] == "counts"]
    return (came[-1]["answered"], came[-1]["eligible"]) if came else None


def test_way_to_the_phone_counts_for_what_says_so() -> None:
    assert {kind: is_credited(kind) for kind in (SubmitAnswer, Buzz, ThrowDice)} == {
        SubmitAnswer: True,
        Buzz: True,
        ThrowDice: False,
    }
