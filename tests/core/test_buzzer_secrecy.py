"""Before the reveal no phone and no projector has anything of a buzzer question's key."""

from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Answer, Kind
from quiz.core.views.hall_view import projector_view
from quiz.core.views.seats import my_answer, seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, JudgeTurn
from tests.core.builders import Table
from tests.core.test_secrecy import KINDS, SECRETS, contest_with, sent, wrong_of


def buzzer_with(
    kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...], **settings: bool
) -> Table:
    """A buzzer question whose first turn contestant 1 has."""
    made = contest_with(kind, options, key).contest.plan
    round_ = replace(made.rounds[0], format="buzzer", settings=settings)
    table = Table(replace(made, rounds=(round_,)), 3)
    table.open()
    for number in (1, 2):
        table.do(Buzz(number, table.asked.pool, 1))
        table.now += 10
    table.now = table.asked.deadline
    table.do(c.LockExpired())
    return table


@pytest.mark.parametrize(("kind", "options", "key"), KINDS)
def test_nothing_of_a_buzzer_questions_key_is_sent_before_the_reveal(
    kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...]
) -> None:
    """Not while it is drawn, read, buzzed at, answered on the phone, locked."""
    table = buzzer_with(kind, options, key, aloud=False, again=True)
    again = Table(table.contest.plan, 3)
    texts = []
    for event in table.events[4:]:
        again.state = ENGINE.evolve(again.contest, event)  # type: ignore[arg-type]
        texts.append(sent(again))
    for number, answer in ((1, wrong_of(kind, options)), (2, key[0])):
        if table.step() == "resume":
            table.advance()
            table.do(Buzz(number, table.asked.pool, 1))
            table.now = table.asked.deadline
            table.do(c.LockExpired())
        table.do(c.SubmitAnswer(number, table.asked.pool, 1, answer))
        texts.append(sent(table))
        table.do(c.LockExpired())
        texts.append(sent(table))
    assert table.step() == "reveal"
    assert not any(secret in text for text in texts for secret in (*SECRETS, "987654321"))
    table.advance()
    assert "Giải thích bí mật" in sent(table)
    assert "Câu sau bí mật" not in sent(table)


@pytest.mark.parametrize(("kind", "options", "key"), KINDS)
def test_what_is_sent_of_a_turn_on_the_phone_does_not_tell_whether_it_was_right(
    kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...]
) -> None:
    told = []
    for answer in (key[0], wrong_of(kind, options)):
        table = buzzer_with(kind, options, key, aloud=False)
        texts = [sent(table)]
        table.do(c.SubmitAnswer(1, table.asked.pool, 1, answer))
        texts.append(sent(table))
        table.do(c.LockExpired())
        texts.append(sent(table))
        table.advance()
        told.append((texts, sent(table)))
    (before, after), (other_before, other_after) = told
    assert before == other_before
    assert after != other_after


def test_answer_of_who_has_the_turn_goes_to_its_phone_only() -> None:
    table = buzzer_with(*KINDS[3], aloud=False)
    table.do(c.SubmitAnswer(1, table.asked.pool, 1, "câu trả lời riêng"))
    mine = my_answer(table.contest, 1)
    assert mine is not None
    assert mine.answer == "câu trả lời riêng"
    assert "câu trả lời riêng" not in sent(table)
    table.do(c.LockExpired())
    table.advance()
    assert "câu trả lời riêng" not in sent(table)


def test_order_of_the_buzzes_is_told_to_each_once_the_turn_is_given() -> None:
    """Until then a slower line may still bring an earlier buzz."""
    table = buzzer_with(*KINDS[0])
    again = Table(table.contest.plan, 3)
    behind = []
    for event in table.events[4:]:
        again.state = ENGINE.evolve(again.contest, event)  # type: ignore[arg-type]
        seats = [seat_view(ENGINE, again.contest, number) for number in (1, 2, 3)]
        told = [seat.parts.get("buzzer") for seat in seats if seat]
        behind.append([part.behind_ms if part else -1 for part in told])
    assert behind == [[-1, -1, -1]] * (len(behind) - 1) + [[0, 10, -1]]


def test_verdict_given_aloud_is_in_the_open_at_once_and_the_key_is_not() -> None:
    table = buzzer_with(*KINDS[3], again=True)
    table.act(JudgeTurn(0, 1, True))
    for view in (phone_view, projector_view):
        shown = view(ENGINE, table.contest, 0).parts["buzzer"]
        assert shown is not None
        assert ([one.number for one in shown.right], shown.missed) == ([1], ())
    assert not any(secret in sent(table) for secret in SECRETS)


@pytest.mark.parametrize("again", [True, False])
def test_who_missed_is_named_once_the_others_may_go_on(again: bool) -> None:
    table = buzzer_with(*KINDS[3], again=again)
    table.act(JudgeTurn(0, 1, False))
    for view in (phone_view, projector_view):
        shown = view(ENGINE, table.contest, 0).parts["buzzer"]
        assert shown is not None
        assert ([one.number for one in shown.missed], shown.right) == ([1] if again else [], ())
