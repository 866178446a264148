"""Figures of a buzzer round, printed: every buzz, who had the turn, what the host judged."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Round
from quiz.formats.buzzer.commands import JudgeTurn
from tests.formats.pressing import buzz, ring
from tests.web.afterwards.test_figures import page
from tests.web.complained import Evening, plan
from tests.web.conftest import Site


def buzzer(**settings: object) -> Plan:
    """Two choices and a typed question, buzzed for."""
    made = plan(format="buzzer")
    round_ = Round("Bấm chuông", "buzzer", made.rounds[0].questions, (), (), settings)
    return replace(made, rounds=(round_,))


def opened(site: Site, **settings: object) -> Evening:
    """The first question with its clock running."""
    contest_id = site.runners.create(buzzer(**settings), owner=1)
    evening = Evening(site.runners.runner(contest_id))
    evening.advance()
    evening.open()
    return evening


@pytest.fixture
def spoken(site: Site) -> Evening:
    """Three buzz, the third on a slow line; the first is judged wrong, undone, judged right."""
    evening = opened(site, early=False, again=True)
    buzz(evening, 1, 1_234, 34)
    buzz(evening, 2, 1_250)
    buzz(evening, 3, 1_300, 60)
    ring(evening)
    evening.act(JudgeTurn(0, 1, right=False))
    evening.act(c.Undo(0))
    evening.act(JudgeTurn(0, 1, right=True))
    evening.advance(2)
    return evening


def test_every_buzz_is_printed_with_how_far_behind_it_was(
    host: FlaskClient, spoken: Evening
) -> None:
    first, second, third = (page(host, spoken, f"/{number}") for number in (1, 2, 3))
    assert "Bấm chuông (sớm nhất) 1,234 0,034 1,200" in first
    assert "Bấm chuông (sau người đầu 0,050 giây) 1,250 – 1,250 Không có lượt trả lời" in second
    assert "Bấm chuông (sau người đầu 0,040 giây) 1,300 0,060 1,240" in third
    assert "Trả lời miệng (chấm đúng)" in first
    assert "Trả lời miệng" not in second.split("Các câu đã hỏi")[0]


def test_turns_and_verdicts_are_told_undone_ones_too(host: FlaskClient, spoken: Evening) -> None:
    said = page(host, spoken, "/2")
    for words in (
        "Số 1 bấm chuông, nhận lúc",
        "tính 1,200 giây; đồng hồ đứng, còn",
        "Lượt trả lời: số 1, hạn",
        "chấm số 1: sai; người khác được bấm tiếp (Người dẫn host) đã hoàn tác lúc",
        "Hoàn tác: chấm câu trả lời",
        "Người dẫn chấm số 1: đúng",
    ):
        assert words in said, words


def test_buzz_that_was_taken_back_is_struck(host: FlaskClient, site: Site) -> None:
    evening = opened(site)
    buzz(evening, 2, 700)
    evening.act(c.Undo(0))
    text = host.get(f"/host/contests/{evening.runner.id}/figures/2").text
    assert "<s>Bấm chuông</s>" in text
    assert "(đã hoàn tác)" in text


def test_turn_on_the_phone_is_printed_with_its_answer(host: FlaskClient, site: Site) -> None:
    evening = opened(site, aloud=False)
    buzz(evening, 3, 900)
    ring(evening)
    evening.answer(3, (1,), 500)
    ring(evening)
    evening.advance(2)
    said = page(host, evening, "/3")
    assert "B. Năm 1929" in said
    assert "Hết lượt trả lời lúc" in said
    assert "Đúng +10" in said
