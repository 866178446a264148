import pytest

from quiz.core.nouns import actors
from quiz.core.nouns.actors import Doer

TEXTS = [
    (actors.account(3), "account:3", (Doer.ACCOUNT, 3)),
    (actors.seat(17), "seat:17", (Doer.SEAT, 17)),
    (actors.grant(8), "grant:8", (Doer.GRANT, 8)),
    (actors.TIMER, "timer", (Doer.TIMER, 0)),
    (actors.RULE, "rule", (Doer.RULE, 0)),
    (actors.UNKNOWN, "unknown", (Doer.UNKNOWN, 0)),
]


@pytest.mark.parametrize(("made", "text", "meant"), TEXTS, ids=[text for _, text, _ in TEXTS])
def test_actor_is_its_text_and_is_read_back(
    made: actors.Actor, text: str, meant: tuple[Doer, int]
) -> None:
    assert (made, actors.read_actor(text)) == (text, meant)


def test_every_kind_of_actor_has_its_text() -> None:
    assert {doer for _, _, (doer, _) in TEXTS} == set(Doer)


@pytest.mark.parametrize(
    "text", ["", "host", "account", "account:", "seat:x", "seat:-1", "seat:²", "timer:1", "timer:"]
)
def test_text_that_names_no_actor_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        actors.read_actor(text)
