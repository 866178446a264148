"""A page that fails: the log hears which, and nothing of the address it was asked by."""

import logging

import pytest

from quiz.app import App
from quiz.service.errors import StorageFailed

SECRET = "khong-ai-duoc-biet"


@pytest.mark.parametrize(
    ("path", "told", "contest"),
    [
        (f"/host/enter/{SECRET}?next={SECRET}", "The page sign_in.enter failed", None),
        ("/qr/0123456789ab.svg", "The page play.qr failed", "0123456789ab"),
        (f"/qr/{SECRET}.svg", "The page play.qr failed", None),
    ],
)
def test_page_that_fails_is_told_by_its_name_and_contest(
    app: App,
    caplog: pytest.LogCaptureFixture,
    path: str,
    told: str,
    contest: str | None,
) -> None:
    def fail(**_: str) -> str:
        raise KeyError("a mistake")

    for endpoint in ("sign_in.enter", "play.qr"):
        app.flask.view_functions[endpoint] = fail
    caplog.set_level(logging.INFO)
    assert app.flask.test_client().get(path).status_code == 500
    assert [
        (one.name, one.getMessage(), getattr(one, "contest", None)) for one in caplog.records
    ] == [("quiz.web.frame.site", told, contest)]
    assert SECRET not in str([vars(one) for one in caplog.records])


def test_page_whose_write_fails_is_told_by_its_name_and_the_reason(
    app: App, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**_: str) -> str:
        raise StorageFailed(f"INSERT {SECRET}", "disk_full")

    app.flask.view_functions["play.qr"] = fail
    assert app.flask.test_client().get(f"/qr/{SECRET}.svg").status_code == 503
    assert [one.getMessage() for one in caplog.records] == [
        "A write or read failed for the page play.qr (disk_full)"
    ]
