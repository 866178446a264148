"""The import pages: a file comes in, its questions are mended, a bank goes out."""

import io
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quiz.banks.importing.any_file import read_any_file
from quiz.banks.question import KINDS
from quiz.web.frame.sizes import FILE, FORM, REST
from tests.service.reading_here import ReadHere
from tests.web.conftest import Site
from tests.web.new_contest.drafting import Drafting

IMPORT = "/host/banks/import"
TEXT = (
    "Ai?\nA. Một\nB. Hai\nANSWER: A\n\n"
    "Gì?\nA. Ba\nB. Bốn\n\n"
    "Nào?\nA. <b>Năm</b>\nB. Sáu\nANSWER: C\n"
)
FIXED = {
    "kind": "one",
    "text": "Gì?",
    "options-0-text": "Ba",
    "options-1-text": "Bốn",
    "options-1-right": "y",
    "difficulty": "1",
    "source_status": "secondary",
    "based_on": "0",
    "place": "1",
    "do": "save",
}
HEAD = {"into": "", "title": "Câu hỏi cơ sở", "description": "x", "as_of": "2020", "language": "vi"}


def sent(host: FlaskClient, text: str = TEXT, name: str = "ba câu.aiken.txt") -> TestResponse:
    answer = host.post(IMPORT, data={"file": (io.BytesIO(text.encode()), name)})
    # The test client leaves what it sent, a file where it is large, to the collector.
    answer.request.environ["wsgi.input"].close()
    return answer


def begun(host: FlaskClient, text: str = TEXT, name: str = "ba câu.aiken.txt") -> str:
    """The address of an import whose file is read."""
    return sent(host, text, name).headers["Location"]


def errors(page: str) -> list[str]:
    return re.findall(r'class="field-error"[^>]*>([^<]+)<', page)


def mended(host: FlaskClient, address: str) -> None:
    """Settle the second question, and leave out the third."""
    host.post(f"{address}/questions", data=FIXED)
    host.post(f"{address}/questions", data={"place": "2", "do": "drop"})


def test_file_that_is_being_read_shows_how_far_it_is(
    host: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReadHere, "has_ended", lambda reading: False)
    address = begun(host)
    page = host.get(address).text
    assert re.findall(r'data-progress="([^"]+)"', page) == [f"{address}/progress"]
    assert re.findall(r'<progress max="1" value="([^"]+)"', page) == ["0.5"]
    assert host.get(f"{address}/progress").json == {"share": 0.5}
    assert host.post(f"{address}/save", data=HEAD).status_code == 400


def test_questions_are_shown_as_understood_with_their_doubts(site: Site, host: FlaskClient) -> None:
    page = host.get(begun(host)).text
    assert errors(page) == [
        "Đáp án: chưa có đáp án.",
        "Đáp án: không hiểu đáp án ghi là «C».",
    ]
    assert '<strong class="number">3 câu</strong>' in page
    assert "2 câu cần xem" in page
    assert page.count('class="badge key"') == 1
    assert "&lt;b&gt;Năm&lt;/b&gt;" in page
    assert re.findall(r"<button[^>]*disabled[^>]*>Lưu 3 câu", page)


def test_filter_shows_the_questions_in_doubt_only(site: Site, host: FlaskClient) -> None:
    page = host.get(begun(host), query_string={"only": "doubtful"}).text
    assert re.findall(r'id="(q-\d+)"', page) == ["q-1", "q-2"]


def test_only_the_open_question_has_its_form(site: Site, host: FlaskClient) -> None:
    page = host.get(begun(host), query_string={"open": "1"}).text
    assert page.count("data-question-form") == 1
    assert 'name="options-1-text" value="Bốn"' in page
    assert not re.findall(r'name="options-\d-right"[^>]* checked', page)


def test_question_that_cannot_stand_is_refused_and_nothing_typed_is_lost(
    site: Site, host: FlaskClient
) -> None:
    address = begun(host)
    wrong = {**FIXED, "options-1-right": "", "text": "Gì vậy?", "seconds": "1"}
    del wrong["options-1-right"]
    answer = host.post(f"{address}/questions", data=wrong)
    assert answer.status_code == 422
    assert errors(answer.text)[1:3] == [
        "Đánh dấu đúng một phương án là đáp án.",
        "Cần một số nguyên từ 5 đến 600.",
    ]
    assert ("Gì vậy?</textarea>" in answer.text, 'value="1"' in answer.text) == (True, True)


def test_question_changed_in_another_tab_is_not_overwritten(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    host.post(f"{address}/questions", data=FIXED)
    answer = host.post(f"{address}/questions", data={**FIXED, "text": "Của tôi?"})
    assert (answer.status_code, "Của tôi?</textarea>" in answer.text) == (409, True)
    assert "vừa được sửa ở một trang khác" in answer.text
    assert 'name="based_on" value="1"' in answer.text
    again = {**FIXED, "text": "Của tôi?", "based_on": "1"}
    assert host.post(f"{address}/questions", data=again).status_code == 303
    assert "Của tôi?" in host.get(address).text


def test_saving_leads_to_the_next_question_in_doubt(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    form = {**FIXED, "do": "next", "only": "doubtful"}
    answer = host.post(f"{address}/questions", data=form)
    assert answer.headers["Location"] == f"{address}?only=doubtful&open=2#q-2"


def test_dropped_question_may_be_taken_back(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    host.post(f"{address}/all", data={"do": "drop"})
    assert "không còn câu nào cần xem" in host.get(address).text
    host.post(f"{address}/questions", data={"place": "2", "do": "take"})
    assert "1 câu cần xem" in host.get(address).text


def test_what_all_share_is_filled_in(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    assert (
        host.post(f"{address}/all", data={"topic": "Luật", "source_status": ""}).status_code == 303
    )
    assert host.get(address).text.count("· Luật") == 3
    answer = host.post(f"{address}/all", data={"as_of": "hôm nay", "source_status": ""})
    assert answer.status_code == 422
    assert "Ngày viết như 28/7/1929, 7/1929 hoặc 1929." in errors(answer.text)


def test_nothing_is_saved_while_a_doubt_is_open(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    answer = host.post(f"{address}/save", data=HEAD)
    assert answer.status_code == 422
    said = re.search(r"Chưa lưu được.*?</p>", answer.text, re.DOTALL)
    assert said
    assert re.findall(r">(Câu \d+)<", said[0]) == ["Câu 2", "Câu 3"]
    assert [bank.head.id for bank in site.library.banks()] == ["sample"]


def test_bank_is_saved_with_its_head_and_its_original(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    mended(host, address)
    answer = host.post(f"{address}/save", data=HEAD)
    assert answer.status_code == 303
    bank_id = answer.headers["Location"].rsplit("/", 1)[1]
    bank = site.library.bank(bank_id).bank
    assert (bank.title, bank.title_en, bank.as_of) == ("Câu hỏi cơ sở", "Câu hỏi cơ sở", "2020")
    assert [(each.text, each.key, each.topic) for each in bank.questions] == [
        ("Ai?", ((0,),), "Câu hỏi cơ sở"),
        ("Gì?", ((1,),), "Câu hỏi cơ sở"),
    ]
    assert site.library.original(bank_id, 0).data == TEXT.encode()
    assert "Câu hỏi cơ sở" in Drafting(host).open("questions/0")
    assert host.get(address).status_code == 404


def test_questions_may_go_into_a_bank_of_ones_own(site: Site, host: FlaskClient) -> None:
    for _ in range(2):
        address = begun(host)
        mended(host, address)
        own = [bank.head.id for bank in site.library.banks() if not bank.bundled]
        answer = host.post(f"{address}/save", data={**HEAD, "into": own[0] if own else ""})
        assert answer.status_code == 303
    (bank,) = [bank for bank in site.library.banks() if not bank.bundled]
    assert [each.question.text for each in bank.questions] == ["Ai?", "Gì?", "Ai?", "Gì?"]


def test_new_bank_needs_a_title_and_only_banks_offered_take_questions(
    site: Site, host: FlaskClient
) -> None:
    address = begun(host)
    mended(host, address)
    answer = host.post(f"{address}/save", data={**HEAD, "title": ""})
    assert (answer.status_code, errors(answer.text)) == (422, ["Chưa điền ô này."])
    assert host.post(f"{address}/save", data={**HEAD, "into": "sample"}).status_code == 422


def test_broken_file_gives_a_sentence(site: Site, host: FlaskClient) -> None:
    page = host.get(begun(host, "PK\x03\x04 hỏng", "hỏng.docx")).text
    assert "hỏng.docx: tệp bị hỏng, không đọc được (ZIP)." in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Chọn một tệp câu hỏi."),
        ({"file": (io.BytesIO(b" "), "a.txt")}, "a.txt: tệp chưa có câu hỏi nào."),
    ],
)
def test_upload_without_questions_is_refused_at_once(
    host: FlaskClient, data: dict[str, Any], sentence: str
) -> None:
    answer = host.post(IMPORT, data=data)
    assert (answer.status_code, errors(answer.text)) == (422, [sentence])


def test_name_of_the_file_is_bare_of_folders(host: FlaskClient) -> None:
    sent(host, name="C:\\Tệp của tôi\\../câu\x00 hỏi.txt")
    assert "<strong>câu hỏi.txt</strong>" in host.get(IMPORT).text


def test_begun_imports_are_listed_and_may_be_thrown_away(site: Site, host: FlaskClient) -> None:
    address = begun(host)
    assert "ba câu.aiken.txt" in host.get(IMPORT).text
    host.post(f"{address}/throw-away")
    assert "ba câu.aiken.txt" not in host.get(IMPORT).text


def test_import_that_is_not_there_is_not_found(host: FlaskClient) -> None:
    assert host.get(f"{IMPORT}/none").status_code == 404
    assert (
        host.post(f"{IMPORT}/none/questions", data={"place": "0", "do": "drop"}).status_code == 404
    )


def test_five_thousand_questions_are_shown_by_pages(site: Site, host: FlaskClient) -> None:
    text = "".join(f"Câu {n} là gì?\nA. Một\nB. Hai\nANSWER: A\n\n" for n in range(120))
    address = begun(host, text)
    page = host.get(address, query_string={"page": "3"}).text
    assert re.findall(r'id="q-(\d+)"', page) == [str(place) for place in range(100, 120)]
    page = host.get(address, query_string={"open": "60"}).text
    assert (page.count('id="q-'), "Trang 2/3" in page) == (50, True)


@pytest.mark.parametrize(("kind", "left_out"), [("excel", set()), ("word", {"order"})])
def test_template_is_read_without_a_doubt(host: FlaskClient, kind: str, left_out: set[str]) -> None:
    answer = host.get(f"{IMPORT}/template/{kind}")
    name = answer.headers["Content-Disposition"].rsplit("=", 1)[1]
    drafts = read_any_file(answer.data, name).drafts
    assert [draft.doubts for draft in drafts] == [()] * len(drafts)
    assert {draft.kind.value for draft in drafts} == {*KINDS} - left_out
    assert host.get(f"{IMPORT}/template/pdf").status_code == 404


def test_only_the_import_page_takes_large_files(site: Site, host: FlaskClient) -> None:
    large = "x" * (FORM + 1)
    assert sent(host, large).status_code == 303
    assert host.post("/host/contests/new", data={"title": large}).status_code == 413


def test_file_beyond_twenty_megabytes_is_refused_before_it_is_read(host: FlaskClient) -> None:
    answer = host.post(
        IMPORT,
        data=b"--x--",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(FILE + REST + 1)},
    )
    assert answer.status_code == 413


def test_stranger_may_not_send_a_large_file(site: Site) -> None:
    site.app.config["MAX_CONTENT_LENGTH"] = 1000
    site.app.config["WTF_CSRF_ENABLED"] = True
    data = {"file": (io.BytesIO(b"x" * 2000), "a.txt")}
    assert site.app.test_client().post(IMPORT, data=data).status_code == 413
