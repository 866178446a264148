"""Whether the server is well: asked of the database, and not too often."""

import threading

import pytest
from flask import Flask

from quiz.app import App
from quiz.web.access import entitled
from quiz.web.operation.health import FRESH_S, Health, add_health


class Asked:
    """A database that is asked, and a clock in hand (s)."""

    def __init__(self) -> None:
        self.good, self.times, self.time = True, 0, 100.0
        self.health = Health(self.answer, lambda: self.time)

    def answer(self) -> bool:
        self.times += 1
        return self.good


def test_database_is_asked_once_a_second_however_many_ask() -> None:
    asked = Asked()
    assert all(asked.health.is_good() for _ in range(1000))
    assert asked.times == 1
    asked.time += FRESH_S
    assert all(asked.health.is_good() for _ in range(1000))
    assert asked.times == 2


@pytest.mark.parametrize("was", [True, False])
def test_answer_follows_the_database(was: bool) -> None:
    asked = Asked()
    for good in (was, not was, was):
        asked.good = good
        asked.time += FRESH_S
        assert asked.health.is_good() is good


def test_nobody_waits_for_the_one_who_asks() -> None:
    asking, answered = threading.Event(), threading.Event()
    time = [0.0]

    def answer() -> bool:
        if time[0] > 0:
            asking.set()
            assert answered.wait(10)
        return True

    health = Health(answer, lambda: time[0])
    time[0] = FRESH_S
    first = threading.Thread(target=health.is_good)
    first.start()
    assert asking.wait(10)
    assert health.is_good()
    answered.set()
    first.join(10)


def test_page_is_open_to_everybody_and_says_one_word(app: App) -> None:
    with app.flask.test_client().get("/healthz") as answer:
        assert (answer.status_code, answer.data, answer.mimetype) == (200, b"ok", "text/plain")


def test_page_of_a_server_without_its_database_says_so_and_not_why() -> None:
    bare = Flask("bare")
    entitled.set_up(bare)
    add_health(bare, Health(lambda: False))
    with bare.test_client().get("/healthz") as answer:
        assert (answer.status_code, answer.get_data(as_text=True)) == (503, "unavailable")


def test_server_whose_database_is_gone_is_not_well(app: App) -> None:
    assert Health(app.database.answers).is_good()
    app.database.close()
    assert not Health(app.database.answers).is_good()
