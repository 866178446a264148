"""Notes reach consoles at once, whole on connection, and nobody else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from quiz.core.engine.engine import Engine
from quiz.core.nouns.actors import account
from quiz.formats import FORMATS
from tests.core.builders import plan
from tests.core.test_notes import CheckIn, checked_in
from tests.live.conftest import Studio, eventually, heard

POINTS = replace(FORMATS["points"], notes={CheckIn: checked_in})


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    studio = Studio(tmp_path, plan(3, "points"), Engine({**FORMATS, "points": POINTS}))
    yield studio
    studio.close()


def note(studio: Studio, subject: str, based_on: int, here: bool) -> int:
    command = CheckIn(subject, based_on, here)
    return studio.runner.submit(command, uuid4().hex, studio.clock.now(), account(1)).v


def row(v: int, subject: str, here: bool) -> dict[str, Any]:
    return {"v": v, "subject": subject, "kind": "CheckedIn", "note": {"here": here}}


def test_note_is_pushed_to_consoles_alone(studio: Studio) -> None:
    one, two = studio.join(), studio.join("Bình")
    host, phone, hall = studio.host(), studio.phone(one), studio.projector()
    for client, namespace in ((host, "/host"), (phone, "/play"), (hall, "/projector")):
        client.get_received(namespace)
    v = note(studio, f"contestant:{two}", 0, here=True)
    assert heard(host, "/host", "notes") == {"v": v, "notes": [row(v, f"contestant:{two}", True)]}
    eventually(lambda: True)
    assert [each["name"] for each in phone.get_received("/play")] == []
    said = {each["name"] for each in hall.get_received("/projector")}
    assert said <= {"counts"}


def test_correction_alone_is_pushed_after_the_first_note(studio: Studio) -> None:
    number = studio.join()
    host = studio.host()
    first = note(studio, f"contestant:{number}", 0, here=True)
    heard(host, "/host", "notes")
    second = note(studio, f"contestant:{number}", first, here=False)
    told = heard(host, "/host", "notes")
    assert told["notes"] == [row(second, f"contestant:{number}", False)]


def test_all_notes_are_told_on_connection(studio: Studio) -> None:
    numbers = [studio.join(), studio.join("Bình")]
    made = [note(studio, f"contestant:{number}", 0, here=True) for number in numbers]
    told = heard(studio.connect("/host", {"_user_id": "1"}), "/host", "notes")
    assert told["notes"] == [
        row(v, f"contestant:{number}", True) for v, number in zip(made, numbers, strict=True)
    ]
