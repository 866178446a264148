"""A contest with a socket in it is never let go; one without goes with its publisher."""

import threading

import pytest

from quiz.service.people.roles import Role
from tests.live.conftest import Studio, eventually, heard
from tests.live.test_granted import come


def pushing(studio: Studio) -> list[str]:
    """The publishers of the contest that run."""
    name = f"push-{studio.id}"
    return [thread.name for thread in threading.enumerate() if thread.name == name]


def let_go(studio: Studio) -> bool:
    """Look, as if nobody had asked for it in a long time; whether it is gone."""
    studio.runners.letting_go.let_go(studio.clock.now() + 1)
    return studio.id not in [runner.id for runner in studio.runners.opened()]


@pytest.mark.parametrize("who", ["phone", "host", "projector", "prompter"])
def test_contest_with_a_socket_stays_and_goes_when_it_left(studio: Studio, who: str) -> None:
    number = studio.join()
    if who == "prompter":
        client = come(studio, Role.PROMPTER)
    else:
        client = studio.phone(number) if who == "phone" else getattr(studio, who)()
    assert not let_go(studio)
    client.disconnect({"phone": "/play", "prompter": "/host"}.get(who, f"/{who}"))
    eventually(lambda: let_go(studio))
    eventually(lambda: pushing(studio) == [])


def test_phone_that_comes_back_to_a_contest_let_go_has_its_seat(studio: Studio) -> None:
    number = studio.join("Lan")
    before = studio.runner
    assert let_go(studio)
    client = studio.connect("/play", {"seats": {studio.id: [number, "nonce"]}})
    assert heard(client, "/play", "welcome")["seat"]["name"] == "Lan"
    assert studio.runners.runner(studio.id) is not before
    assert len(pushing(studio)) == 1
