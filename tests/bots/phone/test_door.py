import pytest

from quiz.bots.phone.door import JoinForm, code_of, contest_of
from quiz.bots.visitor import FetchedPage
from quiz.core.errors import Rejected

RADIOS = """<form><input type="hidden" name="csrf_token" value="t1">
<input type="radio" name="team" value="Tổ 1"><input type="radio" name="team" value="Tổ 2"></form>
<form><input type="hidden" name="csrf_token" value="t2"></form>"""
LIST = """<select name="lang"><option value="vi"></select>
<select name="team"><option value="">Chọn<option value="Tổ 1">Tổ 1</select>"""


def test_form_with_radio_buttons_gives_the_first_token_and_the_teams() -> None:
    form = JoinForm(RADIOS)
    assert (form.csrf_token, form.teams) == ("t1", ["Tổ 1", "Tổ 2"])


def test_form_with_a_list_gives_the_teams_without_the_empty_one() -> None:
    assert JoinForm(LIST).teams == ["Tổ 1"]


def test_refused_form_has_the_code_that_the_page_names() -> None:
    assert code_of(FetchedPage(422, '<p data-code="bad_name">Tên chưa đúng.</p>', "")) == "bad_name"


def test_refusal_without_a_code_has_its_status() -> None:
    assert code_of(FetchedPage(429, "", "")) == "http_429"


def test_redirect_to_the_play_page_names_the_contest() -> None:
    assert contest_of(FetchedPage(303, "", "/play/abc123")) == "abc123"


def test_redirect_elsewhere_lets_nobody_in() -> None:
    with pytest.raises(Rejected, match="http_302"):
        contest_of(FetchedPage(302, "", "/"))


def test_full_door_says_when_to_come_again() -> None:
    page = FetchedPage(
        429, '<p data-code="come_again">Chờ.</p><form data-again-ms="2300"></form>', ""
    )
    with pytest.raises(Rejected) as refused:
        contest_of(page)
    assert (refused.value.code, refused.value.detail) == ("come_again", "2300")
