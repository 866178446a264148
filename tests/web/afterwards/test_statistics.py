"""The pages of statistics: by contest, as a workbook, by question."""

import re
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from flask import render_template_string
from flask.testing import FlaskClient
from openpyxl import load_workbook

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Kind, Plan
from quiz.web.afterwards.statistics import percent
from tests.core.builders import Table, plan
from tests.service.evenings import finished, points_plan, stored
from tests.web.conftest import Site


def cells(text: str, column: int) -> list[str]:
    """A column of the first table, tags taken out."""
    body = text.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r"<td.*?</td>", row, re.DOTALL) for row in body.split("</tr>")]
    return [" ".join(re.sub("<[^>]+>", " ", row[column]).split()) for row in rows if row]


def dangerous() -> Plan:
    """A question whose text would be a formula in a spreadsheet."""
    made = points_plan(2)
    first = replace(made.rounds[0].questions[0], text='=HYPERLINK("http://x","y")', topic="+1")
    round_ = replace(made.rounds[0], questions=(first, *made.rounds[0].questions[1:]))
    return replace(made, rounds=(round_,))


def test_page_of_a_finished_contest(host: FlaskClient, site: Site) -> None:
    stored(site.database, finished(points_plan(4)), "a")
    text = host.get("/host/contests/a/statistics").text
    assert cells(text, 0) == ["1", "2", "3", "4"]
    assert cells(text, 2) == ["12/12"] * 4
    shares = ["83 % 10/12", "67 % 8/12", "50 % 6/12", "33 % 4/12"]
    assert [cell.replace("\xa0", " ") for cell in cells(text, 3)] == shares
    assert cells(text, 4)[0].startswith("0,5")
    assert text.count("<tbody>") == 1


def test_page_tells_options_chosen_and_the_key(host: FlaskClient, site: Site) -> None:
    stored(site.database, finished(points_plan(2)), "a")
    words = cells(host.get("/host/contests/a/statistics").text, 1)
    assert words[0] == "Câu q1? A. Một 0 B. Hai đáp án 10 C. Ba 2 D. Bốn 0"
    assert words[1] == "Thủ đô? Đáp án: Hà Nội Hà Nội đúng 8 Huế 4"


def test_page_points_out_and_marks(host: FlaskClient, site: Site) -> None:
    table = Table(plan(3, "points"), 6)
    table.ask(1, 2, 3, 4, 5)
    table.ask(wrong=(1, 2, 3, 4, 5))
    table.ask(1, wrong=(2, 3))
    table.act(c.Void(0, 0, 2, voided=True))
    table.act(c.CorrectKey(0, 0, 0, ((1,), (2,))))
    stored(site.database, table, "a")
    notes = cells(host.get("/host/contests/a/statistics").text, 6)
    assert notes == ["Ai cũng đúng Đã sửa đáp án", "Không ai đúng", "Đã hủy"]


def test_page_keeps_pools_apart(host: FlaskClient, site: Site) -> None:
    table = Table(plan(3), 6)
    table.ask(1, 2, 3, wrong=(4, 5))
    table.act(c.DrawAudienceQuestion(0))
    table.ask(4, 5)
    table.ask(1, wrong=(2, 3))
    stored(site.database, table, "a")
    text = host.get("/host/contests/a/statistics").text
    heads = re.findall(r'<h2 id="part-\d">([^<]+)</h2>', text)
    assert heads == ["Rung chuông vàng · Câu chính", "Rung chuông vàng · Câu cho khán giả"]


def test_page_before_anything_was_asked(host: FlaskClient, site: Site) -> None:
    stored(site.database, Table(plan()), "a")
    text = host.get("/host/contests/a/statistics").text
    assert ("Chưa có câu nào được hỏi xong" in text, "<table" in text) == (True, False)
    assert host.get("/host/contests/a/statistics.xlsx").status_code == 200


def test_names_are_on_no_page_and_in_no_file(host: FlaskClient, site: Site) -> None:
    table = Table(points_plan(1))
    for name in ("Nguyễn Thị Hạnh", "Lò Văn Kỳ"):
        table.do(c.Join(name, ""))
    table.open()
    assert table.asked.question.kind is Kind.TEXT
    table.answer(1, "Lò Văn Kỳ")
    table.answer(2, "Hà Nội")
    table.advance(3)
    stored(site.database, table, "a")
    page = host.get("/host/contests/a/statistics")
    book = load_workbook(BytesIO(host.get("/host/contests/a/statistics.xlsx").data))
    held = page.text + repr([[c.value for c in row] for sheet in book for row in sheet.rows])
    assert "Thủ đô?" in held
    assert [name in held for name in ("Hạnh", "Kỳ")] == [False, False]


def test_workbook_has_the_numbers_and_runs_nothing(host: FlaskClient, site: Site) -> None:
    stored(site.database, finished(dangerous()), "a")
    answer = host.get("/host/contests/a/statistics.xlsx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="thong-ke-a.xlsx"'
    book = load_workbook(BytesIO(answer.data))
    assert book.sheetnames == ["Câu chính"]
    rows = list(book["Câu chính"].rows)
    assert [cell.value for cell in rows[1]][:9] == [
        *("Phần một", 1, '=HYPERLINK("http://x","y")', "+1", "B. Hai", 12, 12, 10, 0.8333)
    ]
    assert [cell.coordinate for row in rows for cell in row if cell.data_type == "f"] == []
    assert [cell.value for cell in rows[1]][12:18] == [0, 10, 2, 0, None, None]


def question_page(site: Site, question_id: str) -> str:
    template = (
        '{% from "afterwards/question_statistics.html" import question_statistics with context %}'
        "{{ question_statistics(id) }}"
    )
    with site.app.test_request_context():
        return render_template_string(template, id=question_id)


def test_question_over_all_contests(site: Site) -> None:
    stored(site.database, finished(points_plan(2, "Hội thi A")), "a")
    stored(site.database, finished(points_plan(3, "Hội thi B"), 20), "b")
    text = " ".join(re.sub("<[^>]+>", " ", question_page(site, "q1")).split())
    assert "Đúng 88 % (28/32)" in text
    assert "Hai 28 Ba 4 Một 0 Bốn 0" in text
    assert "Hội thi A , 14/11/2023: 83 % (10/12), tách giỏi và yếu 0,50" in text
    assert "Hội thi B , 14/11/2023: 90 % (18/20), tách giỏi và yếu 0,33" in text


def test_question_never_asked(site: Site) -> None:
    stored(site.database, Table(plan()), "a")
    assert "chưa được hỏi ở cuộc thi nào" in question_page(site, "q1")


@pytest.mark.parametrize("page", ["statistics", "statistics.xlsx"])
def test_statistics_of_a_contest_that_is_not_there(host: FlaskClient, page: str) -> None:
    assert host.get(f"/host/contests/nothing/{page}").status_code == 404


def test_percent_is_a_whole_number_or_a_dash() -> None:
    assert [percent(share) for share in (Fraction(7, 12), Fraction(0), None)] == [
        *("58\xa0%", "0\xa0%", "–")
    ]
