"""The page of a contest's personal data, its files, and what ends it."""

import json
import re
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from flask.testing import FlaskClient

from quiz.app import create_app
from quiz.clock import SystemClock
from quiz.config import Config
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.state import Life, Stage
from quiz.formats.buzzer.commands import Buzz, JudgeTurn
from quiz.service.contests.running.runner import Runner
from quiz.service.people.personal import DAY_MS
from quiz.web.contests.contests import day
from tests.core.builders import plan, whose
from tests.web.conftest import Site

FORMULA = "=HYPERLINK(1)"


class Played:
    """A contest of one question on the site, ended or not."""

    def __init__(self, site: Site, *, ended: bool = True) -> None:
        self.site = site
        self.id = site.runners.create(plan(1), owner=1)
        self.pin = site.runners.pin(self.id)
        self.path = f"/host/contests/{self.id}/data"
        self.now = SystemClock().now()
        for name in ("Lê An", FORMULA):
            self.do(c.Join(name, "Đỏ"))
        self.until(Life.CLOCK)
        self.do(c.SubmitAnswer(1, self.asked.pool, 1, (0,)))
        self.do(c.SubmitAnswer(1, self.asked.pool, 1, (1,)))
        self.do(c.Eliminate(self.runner.contest.acted, 2, "=nhắc bài"))
        if ended:
            self.end()

    @property
    def runner(self) -> Runner:
        return self.site.runners.runner(self.id)

    @property
    def asked(self) -> Any:
        play = self.runner.contest.play
        return play.current if play else None

    def do(self, command: c.Command) -> None:
        self.runner.submit(command, uuid4().hex, self.now, whose(command))

    def until(self, life: Life) -> None:
        while self.asked is None or self.asked.life is not life:
            self.do(c.Advance(self.runner.contest.acted))
        self.now = max(self.now, self.asked.opens_at)

    def end(self) -> None:
        self.do(c.CloseNow(self.runner.contest.acted))
        for _ in range(2):
            self.do(c.Advance(self.runner.contest.acted))
        if self.runner.contest.stage is Stage.PLAYING:
            self.do(c.FinishRound(self.runner.contest.acted))
        while self.runner.contest.stage is not Stage.FINISHED:
            self.do(c.Advance(self.runner.contest.acted))

    def end_of(self, days: int) -> str:
        return f"đến hết ngày {day(self.now + days * DAY_MS)}"

    def names(self) -> list[str]:
        return [person.name for person in self.runner.contest.contestants.values()]


@pytest.fixture
def played(site: Site) -> Played:
    return Played(site)


def test_page_says_what_is_kept_and_until_when(host: FlaskClient, played: Played) -> None:
    text = host.get(played.path).text
    assert "Tên của 2 thí sinh" in text
    assert played.end_of(365) in text
    assert f"tên được giữ {played.end_of(365)}" in host.get("/host/").text


@pytest.mark.parametrize(("days", "kept"), [("30", 30), ("0", 0), ("usual", 365)])
def test_period_chosen_is_kept(host: FlaskClient, played: Played, days: str, kept: int) -> None:
    said = played.end_of(kept) if kept else "đến khi tự tay xóa"
    answer = host.post(f"{played.path}/keep", data={"days": days}, follow_redirects=True)
    assert (said in answer.text, said in host.get("/host/").text) == (True, True)
    assert f'value="{days}" selected' in answer.text


@pytest.mark.parametrize("days", ["31", "", "x"])
def test_period_not_offered_is_refused(host: FlaskClient, played: Played, days: str) -> None:
    assert host.post(f"{played.path}/keep", data={"days": days}).status_code == 422


@pytest.mark.parametrize(("typed", "said"), [("", "Chưa điền"), ("000000", "không phải mã PIN")])
@pytest.mark.parametrize("act", ["erase", "delete"])
def test_nothing_goes_without_the_right_pin(
    host: FlaskClient, played: Played, act: str, typed: str, said: str
) -> None:
    answer = host.post(f"{played.path}/{act}", data={f"{act}-pin": typed})
    assert (answer.status_code, said in answer.text) == (422, True)
    assert played.names() == ["Lê An", FORMULA]


def test_pin_erases_the_names_everywhere(host: FlaskClient, played: Played, site: Site) -> None:
    pin = f"{played.pin[:3]} {played.pin[3:]}"
    answer = host.post(f"{played.path}/erase", data={"erase-pin": pin}, follow_redirects=True)
    assert "Đã xóa tên." in answer.text
    assert played.names() == ["Thí sinh 1", "Thí sinh 2"]
    assert "đã xóa ngày" in answer.text
    assert f"{played.path}/erase" not in answer.text
    assert "tên đã xóa ngày" in host.get("/host/").text
    assert "Lê An" not in host.get(f"{played.path}.json").text


def test_pin_deletes_the_contest(host: FlaskClient, played: Played) -> None:
    form = {"delete-pin": played.pin}
    answer = host.post(f"{played.path}/delete", data=form, follow_redirects=True)
    assert "Đã xóa cả cuộc thi." in answer.text
    gone = [host.get(path).status_code for path in (played.path, f"{played.path}.json")]
    assert gone == [404, 404]
    assert host.post(f"{played.path}/erase", data={}).status_code == 404


def test_contest_being_played_offers_the_console_instead(host: FlaskClient, site: Site) -> None:
    played = Played(site, ended=False)
    text = host.get(played.path).text
    assert f'href="/host/contests/{played.id}"' in text
    for act in ("erase", "delete"):
        assert f"{played.path}/{act}" not in text
        answer = host.post(f"{played.path}/{act}", data={f"{act}-pin": played.pin})
        assert (answer.status_code, "kết thúc" in answer.text) == (422, True)


def test_other_contests_clock_is_waited_for(host: FlaskClient, played: Played, site: Site) -> None:
    Played(site, ended=False)
    answer = host.post(f"{played.path}/erase", data={"erase-pin": played.pin})
    assert (answer.status_code, "đang chạy giờ" in answer.text) == (422, True)


def test_contest_that_cannot_be_read_can_only_be_deleted(
    host: FlaskClient, played: Played, site: Site
) -> None:
    with site.database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET data = '{}' WHERE version = 2")
    with site.runners.closed(played.id):
        pass
    site.runners.start()
    host.get(f"/projector/{played.id}")
    text = host.get(played.path).text
    assert [f"{played.path}{more}" in text for more in ("/erase", ".json", "/delete")] == [
        *(False, False, True)
    ]
    assert host.get(f"{played.path}.json").status_code == 503
    answer = host.post(f"{played.path}/erase", data={"erase-pin": played.pin})
    assert (answer.status_code, "Không đọc được" in answer.text) == (422, True)
    assert host.post(f"{played.path}/delete", data={"delete-pin": played.pin}).status_code == 302


def test_json_holds_people_answers_corrections_and_standings(
    host: FlaskClient, played: Played
) -> None:
    answer = host.get(f"{played.path}.json")
    assert answer.headers["Content-Disposition"] == (
        f"attachment; filename=cuoc-thi-{played.pin}.json"
    )
    data = json.loads(answer.text)
    assert (data["id"], data["stage"]) == (played.id, "finished")
    assert [(p["number"], p["name"], p["removed"]) for p in data["contestants"]] == [
        (1, "Lê An", False),
        (2, FORMULA, False),
    ]
    answers = [(a["answer"], a["counted"], a["right"]) for a in data["answers"]]
    assert answers == [("A", False, None), ("B", True, True)]
    assert [(x["what"], x["fields"]["reason"]) for x in data["corrections"]] == [
        ("ContestantEliminated", "=nhắc bài")
    ]
    assert [(s["rank"], s["name"], s["correct"]) for s in data["standings"]] == [
        (1, "Lê An", 1),
        (2, FORMULA, 0),
    ]


def test_files_say_who_answered_and_who_corrected(
    host: FlaskClient, played: Played, site: Site
) -> None:
    def told() -> tuple[list[Any], list[Any], list[Any]]:
        data = json.loads(host.get(f"{played.path}.json").text)
        book = openpyxl.load_workbook(BytesIO(host.get(f"{played.path}.xlsx").data))
        answers = [row[-1] for row in book["Câu trả lời"].values]
        corrections = [row[2] for row in book["Điều chỉnh"].values]
        given = [each["actor"] for each in data["answers"]]
        put_right = [(each["actor"], each["who"]) for each in data["corrections"]]
        return [*given, *put_right], answers, corrections

    lan = "Người dẫn host"
    assert told() == (
        ["seat:1", "seat:1", ("account:1", lan)],
        ["Ai làm", "Thí sinh số 1", "Thí sinh số 1"],
        ["Ai làm", lan],
    )
    with site.database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET actor = 'unknown'")
    assert told() == (
        ["unknown", "unknown", ("unknown", "Không rõ")],
        ["Ai làm", "Không rõ", "Không rõ"],
        ["Ai làm", "Không rõ"],
    )


def test_workbook_holds_the_same_and_no_formula(host: FlaskClient, played: Played) -> None:
    book = openpyxl.load_workbook(BytesIO(host.get(f"{played.path}.xlsx").data))
    assert book.sheetnames == ["Thí sinh", "Câu trả lời", "Xếp hạng", "Điều chỉnh"]
    rows = {sheet.title: list(sheet.values) for sheet in book}
    assert [row[:3] for row in rows["Thí sinh"]] == [
        ("Số báo danh", "Họ tên", "Đội"),
        (1, "Lê An", "Đỏ"),
        (2, FORMULA, "Đỏ"),
    ]
    assert [len(rows[title]) for title in book.sheetnames] == [3, 3, 3, 2]
    assert {cell.data_type for sheet in book for line in sheet for cell in line} == {"s", "n"}


def test_workbook_speaks_to_people(host: FlaskClient, site: Site) -> None:
    played = Played(site, ended=False)
    played.do(c.CloseNow(played.runner.contest.acted))
    played.until(Life.REVEALED)
    played.do(c.CorrectKey(played.runner.contest.acted, 0, -1, ((1,), (2,))))
    while played.runner.contest.stage is not Stage.FINISHED:
        played.do(c.Advance(played.runner.contest.acted))
    book = openpyxl.load_workbook(BytesIO(host.get(f"{played.path}.xlsx").data))
    rows = {sheet.title: list(sheet.values) for sheet in book}
    said = [(row[1], row[3]) for row in rows["Điều chỉnh"][1:]]
    assert said == [
        ("Cho rời sàn", f"2 · {FORMULA}; lý do: =nhắc bài"),
        ("Sửa đáp án", "Câu q1?; đáp án mới: B / C"),
    ]
    places = [dict(zip(rows["Xếp hạng"][0], row, strict=True)) for row in rows["Xếp hạng"][1:]]
    assert [(row["Đội"], row["Đơn vị"], row["Giải"]) for row in places] == [
        ("Đỏ", None, "Giải Nhất"),
        ("Đỏ", None, "Giải Nhì"),
    ]
    answer = dict(zip(rows["Câu trả lời"][0], rows["Câu trả lời"][1], strict=True))
    assert (answer["Loại câu"], answer["Ai nhập"]) == ("Câu chính", "Thí sinh")
    assert answer["Thời gian (giây)"] == 0
    day_and_time = r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d"
    assert re.fullmatch(day_and_time, str(rows["Thí sinh"][1][4]))
    assert re.fullmatch(day_and_time + r"\.\d{3}", str(answer["Máy chủ nhận lúc"]))


def test_reason_kept_with_control_characters_is_written(host: FlaskClient, site: Site) -> None:
    """An older version took reasons as they were typed."""
    played = Played(site, ended=False)
    played.do(c.CorrectScore(played.runner.contest.acted, 1, 5, "chấm lại"))
    played.end()
    with site.database.writing() as connection:
        connection.exec_driver_sql(
            r"UPDATE journal SET data = replace(data, 'chấm lại', 'a\u000bb')"
        )
    assert "\\u000b" in host.get(f"{played.path}.json").text
    assert host.get(f"{played.path}.xlsx").status_code == 200


def test_buzzes_and_turns_can_be_taken_along(host: FlaskClient, site: Site) -> None:
    contest_id = site.runners.create(plan(1, "buzzer"), owner=1)
    runner, now = site.runners.runner(contest_id), SystemClock().now()

    def do(command: c.Command, at: int) -> Any:
        runner.submit(command, uuid4().hex, at, whose(command))
        play = runner.contest.play
        return play.current if play else None

    for name in ("Lê An", FORMULA):
        do(c.Join(name, "Đỏ"), now)
    for _ in range(4):
        asked = do(c.Advance(runner.contest.acted), now)
    for number, after_ms in ((1, 800), (2, 850)):
        asked = do(Buzz(number, asked.pool, 1, 20), asked.opens_at + after_ms)
    do(c.LockExpired(), asked.deadline)
    do(JudgeTurn(runner.contest.acted, 1, right=True), asked.deadline + 1)
    path = f"/host/contests/{contest_id}/data"
    data = json.loads(host.get(f"{path}.json").text)
    buzzes = [(b["number"], b["took_ms"], b["credit_ms"]) for b in data["buzzes"]]
    assert [(number, credit) for number, _, credit in buzzes] == [(1, 20), (2, 20)]
    assert buzzes[1][1] - buzzes[0][1] == 50
    assert [(t["number"], t["aloud"], t["right"]) for t in data["turns"]] == [(1, True, True)]
    assert [x["what"] for x in data["corrections"]] == ["TurnJudged"]
    book = openpyxl.load_workbook(BytesIO(host.get(f"{path}.xlsx").data))
    assert book.sheetnames[2:4] == ["Bấm chuông", "Lượt trả lời"]
    assert list(book["Lượt trả lời"].values)[1][-3:] == ("x", "x", None)


def test_copies_that_still_hold_names_are_named(host: FlaskClient, played: Played) -> None:
    copy = played.site.database.path.with_name("contests-before-restore-20270101.db")
    copy.touch()
    assert copy.name in host.get(played.path).text


def test_file_of_another_kind_is_not_found(host: FlaskClient, played: Played) -> None:
    assert host.get(f"{played.path}.csv").status_code == 404


def test_names_past_their_time_are_gone_once_the_server_has_started(tmp_path: Path) -> None:
    config = Config(data=tmp_path, secret="tests only", keep_days=30)
    long_ago = SystemClock().now() - 31 * DAY_MS
    with closing(create_app(config, "threading")) as app:
        contest_id = app.runners.create(plan(1), owner=1)
        app.runners.runner(contest_id).submit(c.Join("Lê An", "Đỏ"), "joined", long_ago, NEWCOMER)
        app.start()
        people = app.runners.runner(contest_id).contest.contestants.values()
        assert [person.name for person in people] == ["Thí sinh 1"]
