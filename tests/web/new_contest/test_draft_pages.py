"""A contest made in steps: nothing typed is lost."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Site
from tests.web.new_contest.drafting import Drafting, draft_with, fields_of

MESSAGE = '<p class="note right" role="status">'
"""How a page says what was done on the page before it."""


def test_whatever_is_typed_is_kept_right_or_wrong(host: FlaskClient) -> None:
    draft = draft_with(host, title="", seconds="mười", questions="999", teams="Tổ 1\r\nTổ 2")
    assert fields_of(draft.open("contest"))["title"] == ""
    assert fields_of(draft.open("rules/0"))["seconds"] == "mười"
    assert fields_of(draft.open("questions/0"))["questions"] == "999"
    assert fields_of(draft.open("teams"))["teams"] == "Tổ 1\r\nTổ 2"


def test_draft_is_there_after_the_server_started_again(tmp_path: Path) -> None:
    before = Site(tmp_path / "data")
    before.browser.get(before.link())
    draft = draft_with(before.browser, title="Hội thi Điều lệ", seconds="2")
    before.close()
    (tmp_path / "data/banks/sample.yaml").rename(tmp_path / "sample.yaml")
    (tmp_path / "data/banks").rmdir()
    after = Site(tmp_path / "data")
    after.browser.get(after.link())
    again = Drafting(after.browser, url=draft.url)
    assert fields_of(again.open("contest"))["title"] == "Hội thi Điều lệ"
    assert fields_of(again.open("rules/0"))["seconds"] == "2"
    assert "Hội thi Điều lệ" in after.browser.get("/host/").text
    after.close()


def test_language_is_changed_without_losing_what_was_typed(host: FlaskClient) -> None:
    draft = draft_with(host)
    page = draft.press("contest", title="Chưa lưu", lang="en")
    assert (fields_of(page)["title"], 'lang="vi">Tiếng Việt' in page) == ("Chưa lưu", True)


def test_leaving_by_any_step_keeps_what_was_typed(host: FlaskClient) -> None:
    draft = draft_with(host)
    draft.press("contest", title="Một", go="prizes")
    draft.press("prizes", **{"prizes-0-name": "Cúp vàng"}, go="contest")
    draft.press("contest", title="Hai", do="later")
    assert fields_of(draft.open("contest"))["title"] == "Hai"
    assert fields_of(draft.open("prizes"))["prizes-0-name"] == "Cúp vàng"


def preset_page(draft: Drafting, to: str) -> tuple[dict[str, tuple[str, str]], str]:
    """What another preset replaces, and the whole page."""
    text = unescape(draft.open(f"rules/0/preset?to={to}"))
    row = r'<th scope="row">([^<]+)</th><td>([^<]*)</td><td>([^<]*)</td>'
    return {name: (old, new) for name, old, new in re.findall(row, text)}, text


def change(draft: Drafting, to: str) -> None:
    answer = draft.browser.post(f"{draft.url}/rules/0/preset", data={"to": to})
    assert answer.status_code == 303


def test_preset_says_what_it_replaces_and_keeps_what_was_typed(host: FlaskClient) -> None:
    typed = {"seconds": "25", "questions": "12", "round_name": "Mở màn"}
    draft = draft_with(host, title="Hội thi", teams="Tổ 1", **typed)
    replaced, text = preset_page(draft, "points")
    assert replaced == {
        "Câu dự phòng": ("5", "0"),
        "Câu cho khán giả": ("3", "0"),
        "Số câu đầu chỉ có trắc nghiệm": ("5", "10"),
    }
    assert "Giữ nguyên: tên, đội, giải thưởng, ngân hàng, câu đã rút, " in text
    assert {"Câu chính", "Giây cho mỗi câu"} <= set(
        re.findall(r", ([^,<.]+)", text[text.index("Giữ nguyên:") :].split("</p>")[0])
    )
    change(draft, "points")
    assert fields_of(draft.open("contest"))["title"] == "Hội thi"
    assert fields_of(draft.open("teams"))["teams"] == "Tổ 1"
    rules = fields_of(draft.open("rules/0"))
    assert (rules["seconds"], rules["round_name"]) == ("25", "Mở màn")
    kept = fields_of(draft.open("questions/0"))
    assert (kept["questions"], kept["reserve"], kept["banks"]) == ("12", "0", ["sample"])


def test_what_another_preset_has_no_use_for_comes_back_with_its_own(
    host: FlaskClient, site: Site
) -> None:
    draft = draft_with(host, rescue_until="6", ending="bell", lifeline=None)
    change(draft, "buzzer")
    change(draft, "points")
    change(draft, "golden-bell-20")
    settings = draft.created(site).rounds[0].settings
    assert (settings["rescue_until"], settings["ending"], settings["lifeline"]) == (
        6,
        "bell",
        False,
    )


@pytest.mark.parametrize("to", ["nothing", ""])
def test_preset_that_is_not_there_changes_nothing(host: FlaskClient, to: str) -> None:
    draft = draft_with(host, "points")
    change(draft, to)
    assert "Tích điểm" in draft.open("rules/0")


def test_draft_is_deleted_after_a_question(host: FlaskClient) -> None:
    draft = draft_with(host, title="Bỏ đi")
    assert "Sẽ mất" in draft.open("remove")
    answer = host.post(f"{draft.url}/remove", follow_redirects=True)
    assert ("Đã xóa bản nháp." in answer.text, "Bỏ đi" in answer.text) == (True, False)
    assert host.get(f"{draft.url}/contest").status_code == 404


def test_draft_that_became_a_contest_says_so_and_leads_to_the_list(host: FlaskClient) -> None:
    draft = draft_with(host)
    assert draft.create()[0] == 303
    page = host.get(f"{draft.url}/review")
    assert (page.status_code, "nó đã thành cuộc thi" in page.text) == (404, True)
    assert re.findall(r'<a class="button primary big" href="([^"]+)"', page.text) == ["/host/"]


def test_contest_that_was_made_leaves_no_message_behind(host: FlaskClient, site: Site) -> None:
    draft_with(host).created(site)
    assert [MESSAGE in host.get(page).text for page in ("/host/", "/host/contests/new")] == [
        False
    ] * 2


def test_review_says_which_field_is_wrong(host: FlaskClient) -> None:
    draft = draft_with(host, title="", seconds="mười", banks=[])
    said = re.findall(r'name="go"[^>]*>[^<]*</button> ([^<]+)</li>', draft.open("review"))
    assert [unescape(each) for each in said] == [
        "Tên cuộc thi: Chưa điền ô này.",
        "Giây cho mỗi câu: Cần một số nguyên.",
        "Chọn ít nhất một ngân hàng câu hỏi.",
    ]
