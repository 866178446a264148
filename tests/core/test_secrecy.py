"""Before the reveal no phone and no projector has anything of the key; there is data to leak."""

import json
from dataclasses import asdict, replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Answer, Kind, Pool, Question
from quiz.core.nouns.shapes import QuestionView
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.prompter_view import prompter_view
from quiz.core.views.seats import my_answer, seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, log_rows, plan

SECRETS = ("Khóa bí mật", "Giải thích bí mật", "Điều bí mật", "Câu sau bí mật")
KINDS: list[tuple[Kind, tuple[str, ...], tuple[Answer, ...]]] = [
    (Kind.ONE, ("Một", "Hai", "Ba"), ((1,),)),
    (Kind.SEVERAL, ("Một", "Hai", "Ba"), ((0, 2),)),
    (Kind.TRUE_FALSE, ("Đúng", "Sai"), ((0,),)),
    (Kind.TEXT, (), ("Khóa bí mật",)),
    (Kind.NUMBER, (), ("987654321",)),
    (Kind.ORDER, ("Một", "Hai", "Ba"), ((2, 0, 1),)),
]


def contest_with(kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...]) -> Table:
    made = plan(2)
    first = Question("q1", kind, "Câu đang hỏi?", key, options, "Giải thích bí mật", "Điều bí mật")
    second = replace(made.rounds[0].questions[1], text="Câu sau bí mật")
    return Table(replace(made, rounds=(replace(made.rounds[0], questions=(first, second)),)), 3)


def sent(table: Table) -> str:
    """All that phones and projector are sent now, as one text."""
    contest, now = table.contest, table.now
    seats = [seat_view(ENGINE, contest, number) for number in contest.contestants]
    data = [asdict(seat) for seat in seats if seat is not None]
    data += [asdict(phone_view(ENGINE, contest, now)), asdict(projector_view(ENGINE, contest, now))]
    return json.dumps(data, ensure_ascii=False)


def read_out(table: Table) -> str:
    """All that a prompter is sent now, as one text."""
    hall = projector_view(ENGINE, table.contest, table.now)
    return json.dumps(asdict(prompter_view(ENGINE, table.contest, hall)), ensure_ascii=False)


@pytest.mark.parametrize(("kind", "options", "key"), KINDS)
def test_nothing_of_the_key_is_sent_before_the_reveal(
    kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...]
) -> None:
    table = contest_with(kind, options, key)
    texts = [sent(table)]
    while table.step() != "settle":
        assert not any(secret in text for text in texts for secret in (*SECRETS, "987654321"))
        assert phone_view(ENGINE, table.contest, 0).reveal is None
        assert projector_view(ENGINE, table.contest, 0).reveal is None
        if table.step() == "close":
            table.now = table.asked.opens_at
            table.do(c.SubmitAnswer(1, table.asked.pool, 1, key[0]))
            table.do(c.SubmitAnswer(2, table.asked.pool, 1, wrong_of(kind, options)))
        table.advance()
        texts.append(sent(table))
    assert "Giải thích bí mật" in texts[-1]
    assert "Câu sau bí mật" not in texts[-1]


@pytest.mark.parametrize(("kind", "options", "key"), KINDS)
def test_prompter_is_told_the_key_once_nobody_can_answer(
    kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...]
) -> None:
    table = contest_with(kind, options, key)
    told = {}
    for step in ("draw", "show", "start_clock", "close", "reveal", "settle"):
        table.until(step)
        text = read_out(table)
        told[step] = sum(secret in text for secret in SECRETS[1:3])
        assert ("Câu đang hỏi?" in text) is (step != "draw")
    closed = dict.fromkeys(("draw", "show", "start_clock", "close"), 0)
    assert told == {**closed, "reveal": 2, "settle": 2}


def test_prompter_is_told_nothing_that_is_the_hosts_alone() -> None:
    table = contest_with(*KINDS[3])
    table.until("draw")
    table.act(c.Eliminate(0, 3, "lý do riêng"))
    table.open()
    table.answer(1, "câu trả lời riêng")
    table.advance()
    told = asdict(host_view(ENGINE, table.contest, table.now)), log_rows(table.contest)
    host = json.dumps(told, ensure_ascii=False, default=asdict)
    for private in ("lý do riêng", "câu trả lời riêng"):
        assert (private in host, private in read_out(table)) == (True, False)


def wrong_of(kind: Kind, options: tuple[str, ...]) -> Answer:
    if kind is Kind.ORDER:
        return (0, 1, 2)
    if not options:
        return "5"
    return (0,) if kind is Kind.ONE else (1,)


@pytest.mark.parametrize(("kind", "options", "key"), KINDS)
def test_seats_of_right_and_wrong_are_alike_before_the_reveal(
    kind: Kind, options: tuple[str, ...], key: tuple[Answer, ...]
) -> None:
    table = contest_with(kind, options, key)
    table.open()
    table.answer(1, key[0])
    table.answer(2, wrong_of(kind, options))
    table.advance()
    right, wrong = (seat_view(ENGINE, table.contest, number) for number in (1, 2))
    assert right is not None
    assert wrong is not None
    assert replace(right, number=0, name="", team="") == replace(wrong, number=0, name="", team="")


def test_drawn_question_is_seen_by_the_host_alone() -> None:
    table = contest_with(*KINDS[0])
    table.until("show")
    assert "Câu đang hỏi" not in sent(table)
    coming = phone_view(ENGINE, table.contest, table.now).question
    assert coming == QuestionView(Pool.MAIN, 1, 2, Kind.ONE, "", (), "", 0, table.asked.id)
    draft = host_view(ENGINE, table.contest, table.now).draft
    assert draft is not None
    assert draft.text == "Câu đang hỏi?"


def test_own_answer_is_returned_to_its_phone_only() -> None:
    table = contest_with(*KINDS[3])
    table.open()
    table.answer(1, "câu trả lời riêng")
    mine, other = my_answer(table.contest, 1), my_answer(table.contest, 2)
    assert mine is not None
    assert (mine.answer, mine.at) == ("câu trả lời riêng", table.now)
    assert other is None
    assert "câu trả lời riêng" not in sent(table)


def test_prizes_name_nobody_before_the_ceremony_comes_to_them() -> None:
    table = Table(plan(1), 8)
    table.ask(*range(1, 9))
    table.until("show_prize")
    for shown in range(4):
        hall = projector_view(ENGINE, table.contest, table.now)
        assert [prize.shown for prize in hall.prizes] == [place >= 3 - shown for place in range(3)]
        named = [len(prize.winners) for prize in hall.prizes if prize.shown]
        assert named == [1, 1, 5][3 - shown :]
        assert (hall.standings == ()) is (shown < 3)
        if shown < 3:
            table.advance()
