"""The numbers as Prometheus reads them, and who may."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from quiz.app import App, create_app
from quiz.config import Config
from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, account
from quiz.core.nouns.commands import Join, LockRoom
from quiz.meter import Meter
from quiz.service.contests.running.runner import Runner
from quiz.web.operation.metrics import Numbers

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "operation.md"
Found = dict[tuple[str, ...], float]


def read(browser: FlaskClient) -> Found:
    """The numbers, by name and values of labels."""
    with browser.get("/metrics") as answer:
        assert answer.status_code == 200
        families = text_string_to_metric_families(answer.get_data(as_text=True))
        return {
            (sample.name, *sample.labels.values()): sample.value
            for family in families
            for sample in family.samples
        }


@pytest.fixture
def here(app: App) -> FlaskClient:
    """A program on this machine."""
    return app.flask.test_client()


def test_numbers_are_text_for_prometheus(here: FlaskClient) -> None:
    with here.get("/metrics") as answer:
        assert answer.content_type == "text/plain; version=1.0.0; charset=utf-8"
        assert answer.get_data(as_text=True).startswith(
            "# HELP quiz_joins_total People who joined a contest\n"
        )


def test_joins_receipts_refusals_and_times_are_counted(here: FlaskClient, runner: Runner) -> None:
    for name in ("An", "Bình"):
        runner.submit(Join(name, "Y tế"), name, 5, NEWCOMER)
    runner.submit(LockRoom(1, True), "lock", 5, account(1))
    with pytest.raises(Rejected):
        runner.submit(LockRoom(1, True), "late", 5, account(1))
    found = read(here)
    assert (found["quiz_joins_total",], found["quiz_acknowledgements_total",]) == (2, 3)
    assert (found["quiz_batch_commands_sum",], found["quiz_batch_commands_count",]) == (4, 4)
    assert found["quiz_batch_commands_bucket", "1"] == 4
    for name in ("queue", "commit"):
        assert found[f"quiz_{name}_seconds_count",] == 4
        assert found[f"quiz_{name}_seconds_bucket", "+Inf"] == 4
        assert found[f"quiz_{name}_seconds_sum",] > 0


def test_buckets_add_up() -> None:
    meter = Meter()
    for seconds in (0.0004, 0.0004, 0.004, 60):
        meter.push(seconds)
    families = {family.name: family for family in Numbers(meter, dict, dict).collect()}
    counts = {
        sample.labels["le"]: sample.value
        for sample in families["quiz_push_seconds"].samples
        if sample.name.endswith("_bucket")
    }
    assert (counts["0.0005"], counts["0.0025"], counts["0.005"], counts["2.5"]) == (2, 2, 3, 3)
    assert counts["+Inf"] == 4


def test_refusals_and_failures_are_counted_by_code() -> None:
    meter = Meter()
    for code in ("stale", "slow_down", "stale"):
        meter.refuse(code)
    meter.fail("disk_full")
    families = {family.name: family for family in Numbers(meter, dict, dict).collect()}
    found = {
        name: {sample.labels["code"]: sample.value for sample in families[name].samples}
        for name in ("quiz_refusals", "quiz_writes_failed")
    }
    assert found == {
        "quiz_refusals": {"slow_down": 1, "stale": 2},
        "quiz_writes_failed": {"disk_full": 1},
    }


def test_sockets_and_contests_are_those_that_are_open_now(
    app: App, here: FlaskClient, runner: Runner
) -> None:
    sockets = app.flask.extensions["socketio"]
    number = runner.submit(Join("An", "Y tế", "ticket"), "x", 5, NEWCOMER).number
    browser = app.flask.test_client()
    with browser.session_transaction() as session:
        session["seats"] = {runner.id: [number, "ticket"]}
    phone = sockets.test_client(
        app.flask, namespace="/play", auth={"contest": runner.id}, flask_test_client=browser
    )
    assert phone.is_connected("/play")
    found = read(here)
    assert {name[1]: value for name, value in found.items() if name[0] == "quiz_sockets"} == {
        "cohost": 0,
        "contestant": 1,
        "host": 0,
        "projector": 0,
        "prompter": 0,
    }
    assert {name[1]: value for name, value in found.items() if name[0] == "quiz_contests"} == {
        "lobby": 1,
        "playing": 0,
        "between": 0,
        "finished": 0,
    }
    phone.disconnect(namespace="/play")
    assert read(here)["quiz_sockets", "contestant"] == 0


def test_join_that_is_refused_is_counted(app: App, here: FlaskClient, runner: Runner) -> None:
    app.flask.config["WTF_CSRF_ENABLED"] = False
    form = {"pin": app.runners.pin(runner.id), "name": " ", "team": "Y tế"}
    assert here.post("/join", data=form).status_code == 422
    assert read(here)["quiz_refusals_total", "bad_name"] == 1


def test_numbers_hold_no_name_and_no_contest(app: App, here: FlaskClient, runner: Runner) -> None:
    runner.submit(Join("Nguyễn Thị Lạ", "Y tế"), "x", 5, NEWCOMER)
    with here.get("/metrics") as answer:
        text = answer.get_data(as_text=True)
    assert [
        one for one in ("Nguyễn", "Y tế", runner.id, app.runners.pin(runner.id)) if one in text
    ] == []


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[App, App]]:
    def made(name: str) -> App:
        return create_app(Config(data=tmp_path / name, secret="tests only"), "threading")

    with closing(made("a")) as first, closing(made("b")) as second:
        yield first, second


def test_two_servers_in_one_process_count_for_themselves(two: tuple[App, App]) -> None:
    first, second = (app.flask.test_client() for app in two)
    two[0].flask.config["WTF_CSRF_ENABLED"] = False
    two[0].hub.meter.refuse("stale")
    assert read(first)["quiz_refusals_total", "stale"] == 1
    assert ("quiz_refusals_total", "stale") not in read(second)


def test_who_is_elsewhere_has_to_sign_in(app: App) -> None:
    browser = app.flask.test_client()
    browser.environ_base["REMOTE_ADDR"] = "192.168.1.50"
    assert browser.get("/metrics").location == "/host/login?next=/metrics"
    browser.get(f"/host/enter/{app.accounts.start_link('host', app.clock.now())}")
    assert read(browser)["quiz_joins_total",] == 0


def test_documentation_names_every_number_and_no_other(here: FlaskClient) -> None:
    text = PAGE.read_text(encoding="utf-8")
    suffix = r"(_bucket|_count|_sum)$"
    served = {re.sub(suffix, "", name) for name, *_ in read(here) if name.startswith("quiz_")}
    served |= {"quiz_refusals_total", "quiz_writes_failed_total"}
    assert set(re.findall(r"^\| `(quiz_\w+)`", text, re.MULTILINE)) == served
