"""Where a question is from, and who is told of it."""

from dataclasses import replace

import pytest

from quiz.core.nouns.citing import is_secondary, place_in_file, public_citation
from quiz.core.views.host_view import host_view
from quiz.core.views.prompter_view import prompter_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, one_choice, plan

PLACE = place_in_file("Bo cau hoi (bản cuối).docx", "Câu 10")


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        (PLACE, ""),
        (place_in_file("đề.2026.xlsx", "dòng 2"), ""),
        (place_in_file("dán vào", "Câu 1"), ""),
        ("Bo cau hoi (bản cuối).docx, Câu 10", ""),
        ("de-thi.PDF", ""),
        ("", ""),
        ("Điều 5, Luật Công đoàn 2024", "Điều 5, Luật Công đoàn 2024"),
        ("https://congdoan.vn/dieu-le.pdf", "https://congdoan.vn/dieu-le.pdf"),
        ("Tạp chí Cộng sản, số 10", "Tạp chí Cộng sản, số 10"),
        ("Địa lý, theo Wikipedia tiếng Việt, «Lạng Sơn»", ""),
        ("https://vi.wikipedia.org/wiki/Lạng_Sơn", ""),
        ("Tiểu sử, theo Wikipedia tiếng Việt; Dân Việt, 4/11", "Dân Việt, 4/11"),
    ],
)
def test_place_in_a_file_and_wikipedia_are_no_source_for_the_hall(citation: str, told: str) -> None:
    assert public_citation(replace(one_choice("q"), citation=citation)) == told


@pytest.mark.parametrize(
    ("citation", "status", "secondary"),
    [
        (PLACE, "secondary", False),
        ("", "secondary", False),
        ("Báo Lao động", "secondary", True),
        ("Báo Lao động", "verified", False),
        ("Địa lý, theo Wikipedia tiếng Việt", "secondary", True),
    ],
)
def test_own_question_leans_on_no_secondary_source(
    citation: str, status: str, secondary: bool
) -> None:
    asked = replace(one_choice("q"), citation=citation, source_status=status)
    assert is_secondary(asked) == secondary


def test_only_the_host_is_told_the_file_and_the_doubt() -> None:
    made = plan(1)
    own = replace(made.rounds[0].questions[0], citation=PLACE, source_status="secondary")
    table = Table(replace(made, rounds=(replace(made.rounds[0], questions=(own,)),)), 2)
    table.until("settle")
    host, phone = host_view(ENGINE, table.contest, 0), phone_view(ENGINE, table.contest, 0)
    assert host.hall.reveal is not None
    assert phone.reveal is not None
    assert (host.hall.reveal.citation, phone.reveal.citation) == ("", "")
    assert host.key is not None
    assert (host.key.citation, host.key.is_secondary) == (PLACE, False)
    reading = prompter_view(ENGINE, table.contest, host.hall)
    assert reading.key is not None
    assert (reading.key.citation, reading.key.is_secondary) == ("", False)
