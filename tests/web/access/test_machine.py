"""Who is taken for a program on the server's own machine."""

import pytest
from flask import Flask

from quiz.web.access import machine

HERE = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:5000"}


def taken_for_one(environ: dict[str, str], *, is_behind_proxy: bool = False) -> bool:
    app = Flask("here")
    machine.set_up(app, is_behind_proxy=is_behind_proxy)
    with app.test_request_context("/metrics", environ_overrides=HERE | environ):
        return machine.is_on_this_machine()


@pytest.mark.parametrize(
    ("peer", "host"),
    [
        ("127.0.0.1", "127.0.0.1:5000"),
        ("127.0.0.1", "localhost:5000"),
        ("127.9.9.9", "LOCALHOST"),
        ("::1", "[::1]:5000"),
        ("::ffff:127.0.0.1", "127.0.0.1:5000"),
    ],
)
def test_program_here_is_known(peer: str, host: str) -> None:
    assert taken_for_one({"REMOTE_ADDR": peer, "HTTP_HOST": host})


@pytest.mark.parametrize(
    "peer", ["192.168.1.50", "10.0.0.1", "::ffff:192.168.1.50", "fe80::1%eth0", "", "localhost"]
)
def test_who_is_elsewhere_is_not(peer: str) -> None:
    assert not taken_for_one({"REMOTE_ADDR": peer})


@pytest.mark.parametrize("header", ["FORWARDED", "VIA", "X_FORWARDED_FOR", "X_REAL_IP"])
@pytest.mark.parametrize("peer", ["127.0.0.1", "192.168.1.50"])
def test_forwarded_request_is_nobodys_here_whatever_it_says(header: str, peer: str) -> None:
    assert not taken_for_one({f"HTTP_{header}": "127.0.0.1", "REMOTE_ADDR": peer})


@pytest.mark.parametrize("host", ["quiz.example:5000", "192.168.1.20:5000", "localhost.example"])
def test_page_sent_here_under_another_name_is_not(host: str) -> None:
    """A browser on this machine whose name server was told to lead here."""
    assert not taken_for_one({"HTTP_HOST": host})


def test_behind_a_proxy_everybody_has_its_address_so_nobody_is() -> None:
    assert not taken_for_one({}, is_behind_proxy=True)


def test_app_that_was_told_nothing_takes_nobody_for_one() -> None:
    with Flask("untold").test_request_context("/metrics", environ_overrides=HERE):
        assert not machine.is_on_this_machine()
