"""The library's pages: banks, questions, editor, history, duplicates, merge, export."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from quiz.banks.bank import Bank
from quiz.banks.exporting.formats import FORMATS
from quiz.banks.pictures.pictures import prepared
from quiz.core.nouns.model import Kind, Question
from quiz.service.library.rows import Original
from quiz.web.library.bank_forms import slug
from tests.banks.drawn import drawing, saved
from tests.core.builders import plan
from tests.web.conftest import Site

BANKS = "/host/banks/"
SAMPLE = "/host/banks/sample"
TAP = f"{SAMPLE}/questions/tap-1"
TEXT = "Câu hỏi tap-1?"


def fields_of(page: str) -> dict[str, Any]:
    """What a browser would send of the question's form as it stands."""
    form = page[page.index('id="question"') : page.index("<aside")]
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        kind, name = attribute(tag, "type"), attribute(tag, "name")
        if name and kind != "file" and not (kind in ("checkbox", "radio") and "checked" not in tag):
            sent[name] = attribute(tag, "value")
    sent |= re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S)
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        sent[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    return sent


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found.group(1) if found else ""


def listed(page: str) -> list[str]:
    return re.findall(r'class="card bank-row[^"]*" id="q-([^"]+)"', page)


def question(id: str, text: str) -> Question:
    return Question(
        id, Kind.ONE, text, ((0,),), ("Một", "Hai"), "Vì thế.", "Điều 2", topic="T", as_of="2020"
    )


def own(site: Site, *questions: Question) -> str:
    """A bank made here."""
    bank = Bank("own", "Của <Lan>", "Lan's", "", "2020", "vi", questions)
    return site.library.add(bank, account=1)


def test_banks_are_listed_with_their_counts(host: FlaskClient, site: Site) -> None:
    own(site, question("l-1", "Ai?"))
    page = host.get(BANKS).text
    assert re.findall(r'id="bank-([^"]+)"', page) == ["sample", "own"]
    assert re.findall(r'bank-total">(\d+)<', page) == ["40", "1"]
    assert ("Kèm chương trình" in page, "Của đơn vị" in page) == (True, True)
    assert "Của &lt;Lan&gt;" in page


def test_archived_bank_is_folded_away_until_it_is_restored(host: FlaskClient) -> None:
    answer = host.post(f"{SAMPLE}/archive", data={"next": BANKS})
    assert (answer.status_code, answer.location) == (303, BANKS)
    assert "1 ngân hàng đã cất đi" in host.get(BANKS).text
    assert "Chưa có ngân hàng nào" in host.get(BANKS).text
    host.post(f"{SAMPLE}/restore", data={"next": BANKS})
    assert "đã cất đi" not in host.get(BANKS).text


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/host/", ""])
def test_acts_lead_back_to_pages_of_the_library_only(host: FlaskClient, elsewhere: str) -> None:
    answer = host.post(f"{SAMPLE}/archive", data={"next": elsewhere})
    assert answer.location == SAMPLE


def test_new_bank_is_empty_and_says_what_to_do(host: FlaskClient) -> None:
    form = {"title": "Luật Công đoàn 2024", "as_of": "1/7/2025", "language": "vi"}
    answer = host.post("/host/banks/new", data=form)
    assert answer.location == "/host/banks/luat-cong-doan-2024"
    assert "Ngân hàng chưa có câu hỏi nào" in host.get(answer.location).text


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"title": ""}, "Chưa điền ô này."), ({"as_of": "hôm qua"}, "Ngày viết như 28/7/1929")],
)
def test_bank_without_name_or_date_is_not_made(
    host: FlaskClient, changes: dict[str, str], message: str
) -> None:
    form = {"title": "Luật", "as_of": "2024", "language": "vi", **changes}
    answer = host.post("/host/banks/new", data=form)
    assert (answer.status_code, message in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("title", "expected"), [("Đảng ta: 1930–2026", "dang-ta-1930-2026"), ("?!", "bank")]
)
def test_id_is_told_from_the_title(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_head_changes_and_a_second_person_is_told(host: FlaskClient, site: Site) -> None:
    form = {"title": "Tên mới", "as_of": "2026", "language": "vi", "based_on": "0"}
    assert host.post(f"{SAMPLE}/head", data=form).location == SAMPLE
    late = host.post(f"{SAMPLE}/head", data=form | {"title": "Tên khác"})
    assert (late.status_code, "Tên khác" in late.text, "Tên mới" in late.text) == (409, True, True)
    assert site.library.bank("sample").head.title == "Tên mới"
    again = host.post(f"{SAMPLE}/head", data=form | {"title": "Tên khác", "based_on": "1"})
    assert again.status_code == 303
    assert site.library.bank("sample").head.title == "Tên khác"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=cau+hoi+TYPE-3", ["type-3"]),
        ("q=câu+tap-12", ["tap-12"]),
        ("topic=Gõ&q=type-1", ["type-1"]),
        ("status=secondary", ["tap-0"]),
        ("kind=text&q=hà+nội+type-9", ["type-9"]),
        ("difficulty=3", []),
        ("use=used", []),
        ("q=tap-2&difficulty=nonsense&kind=x&page=99", [f"tap-2{n}" for n in ["", *range(10)]]),
    ],
)
def test_questions_are_searched_and_filtered(
    host: FlaskClient, query: str, expected: list[str]
) -> None:
    assert listed(host.get(f"{SAMPLE}?{query}").text) == expected


def test_questions_of_every_bank_are_searched_together(host: FlaskClient, site: Site) -> None:
    own(site, question("l-1", "Câu hỏi tap của Lan?"))
    page = host.get("/host/banks/questions?q=tap-29").text
    assert listed(page) == ["tap-29"]
    assert "l-1" in listed(host.get("/host/banks/questions?q=tap").text)


def test_list_is_paged(host: FlaskClient, site: Site) -> None:
    bank_id = own(site, *(question(f"l-{n:03}", f"Câu số {n}?") for n in range(120)))
    first, last = (host.get(f"/host/banks/{bank_id}?page={n}").text for n in (1, 3))
    assert (len(listed(first)), len(listed(last)), listed(last)[0]) == (50, 20, "l-100")
    assert ('rel="prev"' in first, 'rel="next"' in first) == (False, True)
    assert ('rel="prev"' in last, 'rel="next"' in last) == (True, False)


def test_archived_questions_are_shown_apart(host: FlaskClient) -> None:
    host.post(f"{SAMPLE}/archive", data={"question": "tap-1"})
    assert "tap-1" not in listed(host.get(f"{SAMPLE}?q=tap-1").text)
    assert listed(host.get(f"{SAMPLE}?archived=1").text) == ["tap-1"]


def test_used_question_says_where(host: FlaskClient, site: Site) -> None:
    made = plan()
    used = site.library.question("sample", "tap-3").question
    round_ = replace(made.rounds[0], questions=(used, *made.rounds[0].questions))
    site.runners.create(replace(made, title="Hội thi hè", rounds=(round_,)), owner=1)
    page = host.get(f"{SAMPLE}?q=tap-3").text
    assert "Hội thi hè" in host.get(f"{SAMPLE}/questions/tap-3").text
    assert listed(host.get(f"{SAMPLE}?use=used").text) == ["tap-3"]
    assert "tap-3" not in listed(host.get(f"{SAMPLE}?use=unused").text)
    (row,) = site.runners.listing()
    assert listed(host.get(f"{SAMPLE}?use={row.id}").text) == ["tap-3"]
    assert f'value="{row.id}">Hội thi hè, ' in page


def test_questions_like_another_are_filtered(host: FlaskClient, site: Site) -> None:
    one = question("l-1", "Tổng Công đoàn Việt Nam được thành lập ngày nào?")
    own(site, one, replace(one, id="l-2"), question("l-3", "Ai lập ra Công hội đỏ Ba Son?"))
    assert listed(host.get("/host/banks/own?alike=1").text) == ["l-1", "l-2"]
    site.library.keep_apart("own", "l-1", "l-2", account=1)
    assert listed(host.get("/host/banks/own?alike=1").text) == []


def test_question_is_changed_and_its_history_told(host: FlaskClient, site: Site) -> None:
    form = fields_of(host.get(TAP).text) | {"text": "Câu hỏi mới tap-1?"}
    assert host.post(TAP, data=form).status_code == 303
    page = host.get(TAP).text
    assert site.library.question("sample", "tap-1").question.text == "Câu hỏi mới tap-1?"
    assert "<ins>mới</ins>" in page
    answer = host.post(f"{TAP}/revert", data={"version": "0"})
    assert answer.location == TAP
    assert site.library.question("sample", "tap-1").question.text == TEXT


def test_saving_a_form_untouched_changes_nothing(host: FlaskClient, site: Site) -> None:
    host.post(TAP, data=fields_of(host.get(TAP).text))
    assert site.library.bank("sample").version == 0


def test_second_person_is_told_and_loses_nothing(host: FlaskClient, site: Site) -> None:
    mine = fields_of(host.get(TAP).text) | {"text": "Bản của Minh?"}
    theirs = replace(site.library.question("sample", "tap-1").question, text="Bản của Lan?")
    site.library.put("sample", theirs, account=1, based_on=0)
    answer = host.post(TAP, data=mine)
    assert answer.status_code == 409
    assert site.library.question("sample", "tap-1").question == theirs
    assert "<del>Lan?</del> <ins>Minh?</ins>" in answer.text
    again = fields_of(answer.text)
    assert again["text"] == "Bản của Minh?"
    assert host.post(TAP, data=again).status_code == 303
    assert site.library.question("sample", "tap-1").question.text == "Bản của Minh?"


def test_question_with_a_mistake_is_not_saved(host: FlaskClient, site: Site) -> None:
    answer = host.post(TAP, data=fields_of(host.get(TAP).text) | {"citation": ""})
    assert (answer.status_code, "Chưa điền ô này." in answer.text) == (422, True)
    assert site.library.bank("sample").version == 0


def test_new_question_gets_an_id_of_its_bank(host: FlaskClient, site: Site) -> None:
    bank_id = own(site)
    path = f"/host/banks/{bank_id}/questions/new"
    form = fields_of(host.get(path).text) | {
        "text": "Ai lập ra Công hội đỏ?",
        "options-0-text": "Nguyễn Đức Cảnh",
        "options-0-right": "y",
        "options-1-text": "Trần Phú",
        "explanation": "Năm 1929.",
        "citation": "Lịch sử",
        "topic": "Người",
    }
    answer = host.post(path, data=form)
    assert answer.location == f"/host/banks/{bank_id}/questions/own-1"
    made = site.library.question(bank_id, "own-1")
    assert (made.question.key, made.question.as_of) == (((0,),), "2020")


def test_question_like_another_is_pointed_out(host: FlaskClient, site: Site) -> None:
    twin = replace(site.library.question("sample", "tap-1").question, id="l-1", key=((2,),))
    own(site, twin)
    page = host.get("/host/banks/own/questions/l-1").text
    assert ("đáp án khác" in page, f'href="{TAP}"' in page) == (True, True)


def test_duplicates_are_archived_or_kept(host: FlaskClient, site: Site) -> None:
    path = "/host/banks/duplicates"
    one = question("l-1", "Tổng Công đoàn Việt Nam được thành lập ngày nào?")
    own(site, one, replace(one, id="l-2"), replace(one, id="l-3"))
    assert host.get(path).text.count('class="twin-columns"') == 3
    host.post(path, data={"bank": "own", "one": "l-1", "other": "l-2"})
    assert host.get(path).text.count('class="twin-columns"') == 2
    host.post("/host/banks/own/archive", data={"question": "l-3", "next": path})
    assert "Không có câu nào trùng" in host.get(path).text


def test_merge_says_what_it_will_do_and_does_it(host: FlaskClient, site: Site) -> None:
    own(site, question("l-1", "Ai?"), question("l-2", "Câu nào?"))
    page = host.get("/host/banks/merge?from=own&into=sample").text
    assert "40 + 2" in page
    answer = host.post("/host/banks/merge", data={"from": "own", "into": "sample"})
    assert answer.location == SAMPLE
    assert len(site.library.bank("sample").bank.questions) == 42
    assert site.library.bank("own").archived


def test_moved_question_says_where_it_is_now(host: FlaskClient, site: Site) -> None:
    own(site, question("l-1", "Ai?"))
    host.post("/host/banks/merge", data={"from": "own", "into": "sample"})
    host.post("/host/banks/own/restore", data={})
    host.post("/host/banks/own/restore", data={"question": "l-1"})
    assert "Câu này đã chuyển sang ngân hàng" in host.get("/host/banks/own").text


@pytest.mark.parametrize("same", ["sample", "", "nothing"])
def test_bank_is_not_merged_with_itself_or_nothing(host: FlaskClient, same: str) -> None:
    page = host.get(f"/host/banks/merge?from=sample&into={same}").text
    assert "merge-outcome" not in page
    answer = host.post("/host/banks/merge", data={"from": "sample", "into": same})
    assert answer.status_code in (400, 404)


@pytest.mark.parametrize("name", FORMATS)
def test_bank_is_downloaded_in_every_format(host: FlaskClient, name: str) -> None:
    answer = host.get(f"{SAMPLE}/export/{name}")
    ending = FORMATS[name].ending
    assert answer.headers["Content-Disposition"] == f"attachment; filename=sample{ending}"
    assert len(FORMATS[name].read(answer.data, f"x{ending}").drafts) > 0


def test_pictures_come_beside_the_yaml_file(host: FlaskClient, site: Site) -> None:
    data = saved(drawing(), "PNG")
    pictured = replace(question("l-1", "Ai?"), picture="a.png")
    bank = Bank("own", "Lan", "Lan", "", "2020", "vi", (pictured,))
    site.library.add(bank, account=1, pictures={"a.png": data})
    made = prepared(data)
    answer = host.get("/host/banks/own/export/yaml")
    assert answer.headers["Content-Disposition"] == "attachment; filename=own.zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.namelist() == ["own.yaml", made.name]
        assert archive.read(made.name) == made.data
        assert made.name in archive.read("own.yaml").decode()


def test_formats_say_what_they_lose(host: FlaskClient) -> None:
    page = host.get(f"{SAMPLE}/export").text
    assert page.count(" download ") == len(FORMATS)
    assert "10 câu không ghi được, và vì sao" in page


def test_history_of_a_bank_tells_every_change(host: FlaskClient, site: Site) -> None:
    assert "Chưa ai sửa gì" in host.get(f"{SAMPLE}/history").text
    site.library.archive("sample", "tap-1", account=1)
    head = replace(site.library.bank("sample").head, title="Tên mới")
    site.library.change_head("sample", head, account=1, based_on=0)
    page = host.get(f"{SAMPLE}/history").text
    told = [page.index(words) for words in ("Sửa thông tin ngân hàng", "Cất đi câu hỏi")]
    assert told == sorted(told)


def test_original_is_handed_back_as_it_was(host: FlaskClient, site: Site) -> None:
    file = Original("Đề <1>.html", b"<script>")
    site.library.add(
        Bank("own", "Lan", "Lan", "", "2020", "vi", (question("l-1", "Ai?"),)),
        account=1,
        original=file,
    )
    assert "/host/banks/own/originals/0" in host.get("/host/banks/own").text
    answer = host.get("/host/banks/own/originals/0")
    assert (answer.data, answer.mimetype) == (file.data, "application/octet-stream")
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "path",
    [
        "/host/banks/nothing",
        "/host/banks/nothing/export",
        f"{SAMPLE}/questions/nothing",
        f"{SAMPLE}/export/nothing",
        f"{SAMPLE}/originals/0",
    ],
)
def test_what_is_not_there_is_not_found(host: FlaskClient, path: str) -> None:
    assert host.get(path).status_code == 404


@pytest.mark.parametrize("screen", ["phone", "projector"])
def test_preview_may_be_framed_by_own_pages_only(host: FlaskClient, screen: str) -> None:
    answer = host.get(f"/host/banks/preview/{screen}")
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    editor = host.get(TAP)
    assert "frame-ancestors 'none'" in editor.headers["Content-Security-Policy"]
    assert editor.headers["X-Frame-Options"] == "DENY"


def test_pages_of_the_library_need_a_host(site: Site) -> None:
    for path in (BANKS, SAMPLE, TAP, f"{SAMPLE}/export/yaml", "/host/banks/preview/phone"):
        assert site.browser.get(path).headers["Location"] == f"/host/login?next={path}"
