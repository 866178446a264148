import dataclasses
from pathlib import Path

import pytest

from quiz.config import BadSetting, Config, from_environment


def test_nothing_set_gives_the_defaults() -> None:
    assert from_environment({}) == Config(
        host="0.0.0.0", port=5000, data=Path("data"), driver="eventlet", secret="", public_url=""
    )


def test_every_variable_is_read() -> None:
    variables = {
        "QUIZ_HOST": "127.0.0.1",
        "QUIZ_PORT": "8080",
        "QUIZ_DATA": "/srv/quiz",
        "QUIZ_DRIVER": "gevent",
        "QUIZ_SECRET": "kín",
        "QUIZ_PUBLIC_URL": "https://quiz.example/",
    }

    assert from_environment(variables) == Config(
        "127.0.0.1", 8080, Path("/srv/quiz"), "gevent", "kín", "https://quiz.example"
    )


def test_empty_variable_counts_as_not_set() -> None:
    assert from_environment({"QUIZ_PORT": " ", "QUIZ_DATA": ""}) == Config()


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"QUIZ_PORT": "năm nghìn"}, "QUIZ_PORT: 'năm nghìn' (0-65535)"),
        ({"QUIZ_PORT": "65536"}, "QUIZ_PORT: '65536' (0-65535)"),
        ({"QUIZ_DRIVER": "threads"}, "QUIZ_DRIVER: 'threads' (eventlet, gevent)"),
    ],
)
def test_bad_value_is_refused_by_name(variables: dict[str, str], said: str) -> None:
    with pytest.raises(BadSetting) as refusal:
        from_environment(variables)

    assert str(refusal.value) == said


def test_every_setting_is_documented() -> None:
    documented = Config.__doc__ or ""
    missing = [
        field.name
        for field in dataclasses.fields(Config)
        if f"{field.name}: QUIZ_{field.name.upper()}," not in documented
    ]

    assert missing == []


@pytest.mark.parametrize(
    ("public_url", "behind"),
    [
        ("", False),
        ("http://192.168.1.20:5000", False),
        ("http://[fd00::1]:5000", False),
        ("http://quiz.example", True),
        ("https://quiz.example:5000", True),
        ("http://192.168.1.20:five", True),
    ],
)
def test_phones_that_open_another_port_or_https_come_by_a_proxy(
    public_url: str, behind: bool
) -> None:
    assert Config(port=5000, public_url=public_url).is_behind_proxy is behind


@pytest.mark.parametrize(
    ("people", "phones", "most"),
    [(0, 0, 5_000), (0, 300, 600), (0, 20_000, 5_000), (8_000, 300, 8_000)],
)
def test_contest_has_room_for_twice_the_phones_but_for_no_more_than_a_full_hall(
    people: int, phones: int, most: int
) -> None:
    assert Config(people=people, phones=phones).most_people == most


def test_public_url_that_was_set_wins_over_the_one_that_was_found() -> None:
    found = Config().on_machine(5001, "http://192.168.1.20:5001", 900)
    given = Config(public_url="https://quiz.example").on_machine(
        5001, "http://192.168.1.20:5001", 900
    )

    assert (found.port, found.public_url) == (5001, "http://192.168.1.20:5001")
    assert (given.port, given.public_url) == (5001, "https://quiz.example")
