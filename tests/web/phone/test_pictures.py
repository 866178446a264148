"""`/picture/<name>`: the same for everybody who was told the name, and nothing else."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quiz.app import App
from quiz.banks.pictures.pictures import for_phones, prepared
from quiz.core.nouns.actors import NEWCOMER, account
from quiz.core.nouns.commands import Advance, Join
from quiz.core.nouns.model import Kind, Plan, Question, Round
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.service.contests.running.runner import Runner
from quiz.store.pictures import SqlitePictures
from quiz.web.access.entitled import PageRule
from quiz.web.phone.pictures import KEPT, add_pictures
from tests.banks.drawn import drawing, photograph, saved
from tests.web.conftest import NOW, TITLE

PICTURE = prepared(saved(drawing(), "PNG"))
NONE = f"/picture/{'0' * 32}.webp"
Get = Callable[[str], bytes | None]


@pytest.fixture
def path(app: App) -> str:
    """Where a picture in the database is served."""
    SqlitePictures(app.database).put(PICTURE.name, PICTURE.data)
    return f"/picture/{PICTURE.name}"


def visitor(get: Get) -> FlaskClient:
    """A browser of an app that has these pictures."""
    app = Flask("quiz")
    app.url_rule_class = PageRule  # type: ignore[assignment]
    add_pictures(app, get)
    return app.test_client()


def test_picture_is_served_to_be_kept(phone: FlaskClient, path: str) -> None:
    answer = phone.get(path)

    assert (answer.status_code, answer.data) == (200, PICTURE.data)
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "name",
    [
        "",
        "*",
        ".",
        "..%2f..%2fcontests.db",
        PICTURE.name[:-1],
        PICTURE.name[:31],
        PICTURE.name.upper(),
        PICTURE.name.replace("webp", "png"),
        f"{PICTURE.name}%00",
        f"{PICTURE.name}%0a",
        "0" * 32 + ".webp",
    ],
)
def test_any_other_name_is_not_found(phone: FlaskClient, path: str, name: str) -> None:
    answer = phone.get(f"/picture/{name}")

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


def test_phones_are_sent_it_smaller(app: App, phone: FlaskClient) -> None:
    whole = prepared(saved(photograph(1600, 1200), "JPEG"))
    SqlitePictures(app.database).put(whole.name, whole.data)
    answer = phone.get(f"/picture/small/{whole.name}")

    assert (answer.status_code, answer.data) == (200, for_phones(whole.data))
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert [phone.get(f"/picture/small/{'0' * 32}.webp").status_code] == [404]


def test_pictures_are_not_listed(phone: FlaskClient, path: str) -> None:
    assert [phone.get(where).status_code for where in ("/picture", "/picture/")] == [404, 404]


def test_hall_asks_the_database_once() -> None:
    asked: list[str] = []

    def get(name: str) -> bytes | None:
        asked.append(name)
        return PICTURE.data

    browser = visitor(get)
    assert [browser.get(NONE).status_code for _ in range(50)] == [200] * 50
    assert asked == [NONE.removeprefix("/picture/")]


def test_wrong_names_push_no_picture_out() -> None:
    asked: list[str] = []

    def get(name: str) -> bytes | None:
        asked.append(name)
        return PICTURE.data if name == PICTURE.name else None

    browser = visitor(get)
    browser.get(f"/picture/{PICTURE.name}")
    for place in range(KEPT + 1):
        browser.get(f"/picture/{place:032x}.webp")
    browser.get(f"/picture/{PICTURE.name}")

    assert asked.count(PICTURE.name) == 1


def test_picture_that_came_later_is_found() -> None:
    pictures: dict[str, bytes] = {}
    browser = visitor(pictures.get)

    assert browser.get(NONE).status_code == 404
    pictures[NONE.removeprefix("/picture/")] = PICTURE.data
    assert browser.get(NONE).status_code == 200


def test_failing_database_is_said_as_such(app: App, phone: FlaskClient, path: str) -> None:
    app.database.close()

    assert phone.get(path).status_code == 503


def test_path_is_told_when_the_question_is_shown(app: App, path: str) -> None:
    question = Question("1", Kind.ONE, "Hình gì?", ((1,),), ("Sai", "Đúng"), picture=PICTURE.name)
    plan = Plan(TITLE, (Round("Điểm", "points", (question,)),))
    runner = app.runners.runner(app.runners.create(plan, owner=1))

    runner.submit(Join("Lê An", ""), "join", NOW, NEWCOMER)
    told = [picture_told(runner)]
    for place in range(3):
        runner.submit(Advance(runner.contest.acted), f"advance-{place}", NOW, account(1))
        told.append(picture_told(runner))

    assert told == [None, None, "", path]


def picture_told(runner: Runner) -> str | None:
    """What phones hear of the picture; None without a question."""
    shown = phone_view(ENGINE, runner.contest, NOW).question
    return shown.picture if shown else None
