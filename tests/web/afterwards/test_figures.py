import html
import re
from dataclasses import fields, replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns import actors
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, PrizeRule, Round
from quiz.core.nouns.settings import Choice, declared
from quiz.core.nouns.state import Stage
from quiz.core.standing.ranking import lot
from quiz.formats.buzzer.settings import Settings as Buzzer
from quiz.formats.golden_bell.settings import Settings as GoldenBell
from quiz.service.people.roles import Role
from quiz.web.rules.contest import OF_THE_PLAN, plan_rules
from quiz.web.rules.rounds import round_rules
from tests.web.complained import Evening, plan
from tests.web.conftest import NOW, Site


@pytest.fixture
def evening(site: Site) -> Evening:
    contest_id = site.runners.create(plan(), owner=1)
    return Evening(site.runners.runner(contest_id))


def page(host: FlaskClient, evening: Evening, path: str = "") -> str:
    """A page's text as people read it, tags gone and spaces made one."""
    answer = host.get(f"/host/contests/{evening.runner.id}/figures{path}")
    assert answer.status_code == 200
    text = re.sub(r"<script.*?</script>|<[^>]*>", " ", answer.text, flags=re.S)
    return " ".join(html.unescape(text).split())


def test_rules_are_read_out_and_people_found(host: FlaskClient, evening: Evening) -> None:
    said = page(host, evening)
    assert "nhiều nhất 150 ms" in said
    assert "Mỗi câu 15 giây" in said
    assert "Trả lời sai thì rời sàn." in said
    assert [name in said for name in ("Nguyễn Thị Hồng Đào", "Lê An")] == [True, True]


@pytest.mark.parametrize(
    ("sought", "found"),
    [("hong dao", [1]), ("Y tế", [2, 3]), ("2", [2]), ("y te le", [2]), ("không có ai", [])],
)
def test_search_needs_no_marks(
    host: FlaskClient, evening: Evening, sought: str, found: list[int]
) -> None:
    path = f"/host/contests/{evening.runner.id}/figures"
    text = host.get(path, query_string={"q": sought}).text
    assert [int(number) for number in re.findall(rf'href="{path}/(\d+)"', text)] == found


def test_figures_of_one_tell_every_answer_and_every_act(
    host: FlaskClient, evening: Evening
) -> None:
    evening.first_question()
    evening.second_question()
    said = page(host, evening, "/1")
    for words in (
        "A. Năm 1920 1,234 – 1,234",
        "B. Năm 1929 (được tính) 3,456 0,040 3,416",
        "Sửa đáp án: B. Năm 1929 → B. Năm 1929 / C. Năm 1930",
        "Thêm 10,000 giây",
        "Hoàn tác: khóa đáp án; đồng hồ đứng, còn",
        "Người dẫn sửa điểm +5, lý do: Cổ vũ <hay>",
        "0,150",
    ):
        assert words in said, words
    assert "Người dẫn cho rời sàn, lý do: Rời phòng thi" in page(host, evening, "/2")
    assert "Người dẫn đưa trở lại sàn" in page(host, evening, "/3")


def test_acts_say_who_did_them(host: FlaskClient, site: Site, evening: Evening) -> None:
    evening.first_question()
    evening.second_question()
    evening.act(c.Undo(0))
    lan = site.accounts.create("Lan", "host", NOW)
    hoa, _token = site.grants.make(evening.runner.id, Role.COHOST, "Chị Hoa", 1)
    with site.database.writing() as connection:
        for where, doer in (
            ("kind = 'Undone'", actors.account(lan.id)),
            ("kind = 'ScoreCorrected'", actors.account(99)),
            ("kind = 'QuestionClosed'", actors.TIMER),
            ("kind = 'TimeAdded'", actors.UNKNOWN),
            ("kind = 'ClockResumed'", actors.grant(hoa.id)),
        ):
            connection.exec_driver_sql(f"UPDATE journal SET actor = '{doer}' WHERE {where}")
    by_host, by_lan = "Người dẫn host", "Người dẫn Lan"
    taken_back = rf"đã hoàn tác lúc [\d:.]+, {by_lan}"
    said = page(host, evening, "/1")
    for words in (
        r"Thêm 10,000 giây \(Không rõ\)",
        r"Chạy tiếp, hạn [\d:.]+ \(Người dẫn thứ hai: Chị Hoa\)",
        rf"Tạm dừng; đồng hồ đứng, còn 11,750 giây \({by_host}\)",
        r"lý do: Cổ vũ <hay> \(Tài khoản cũ\)",
        rf"Khóa câu trả lời lúc [\d:.]+ \(Đồng hồ\) {taken_back}",
        rf"Hoàn tác: khóa đáp án; đồng hồ đứng, còn [\d,]+ giây \({by_lan}\)",
    ):
        assert re.search(words, said), words
    lost = page(host, evening, "/2")
    assert re.search(rf"lý do: Rời phòng thi \({by_host}\) {taken_back}", lost)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (PrizeRule("sum", weights=(1, 2)), ("Đúng +10 × 2 30 1", "điểm +5 × 2, lý do")),
        (PrizeRule("sum", weights=(2, 1)), ("Đúng +10 30 1", "điểm +5, lý do")),
        (PrizeRule("sum"), ("Đúng +10 20 1", "điểm +5, lý do")),
        (PrizeRule("round", 1), ("Đúng +10 10 1", "điểm +5, lý do")),
    ],
)
def test_points_are_told_times_the_weight_that_makes_the_total(
    host: FlaskClient, site: Site, rule: PrizeRule, said: tuple[str, str]
) -> None:
    (round_,) = plan(2, "points").rounds
    choice = replace(round_, questions=round_.questions[:1])
    made = replace(plan(), rounds=(choice, choice), prizes_from=rule)
    evening = Evening(site.runners.runner(site.runners.create(made, owner=1)))
    for _ in made.rounds:
        evening.advance()
        evening.open()
        evening.answer(1, (1,), 1_000)
        evening.advance(4)
    evening.act(c.CorrectScore(0, 1, 5, "Cổ vũ"))
    told = page(host, evening, "/1")
    assert [words in told for words in said] == [True, True]


def test_key_is_not_printed_before_its_reveal(host: FlaskClient, evening: Evening) -> None:
    evening.advance()
    evening.open()
    evening.answer(1, (0,), 1_000)
    said = page(host, evening, "/1")
    assert "Đáp án chưa công bố" in said
    assert "Đáp án được tính" not in said
    assert "Chưa công bố" in said
    evening.advance(2)
    assert "Đáp án được tính: B. Năm 1929" in page(host, evening, "/1")


def test_seed_of_the_lots_is_printed_after_the_end_only(
    host: FlaskClient, evening: Evening
) -> None:
    evening.first_question()
    evening.second_question()
    before = [page(host, evening, path) for path in ("", "/1", "/all")]
    assert ["mã-thăm" in said or lot("mã-thăm", 1)[:16] in said for said in before] == [False] * 3
    evening.to_the_end()
    assert evening.runner.contest.stage is Stage.FINISHED
    after = page(host, evening, "/1")
    assert "Mã bốc thăm: mã-thăm" in after
    assert lot("mã-thăm", 1)[:16] in after


def test_all_contestants_have_a_sheet_each(host: FlaskClient, evening: Evening) -> None:
    evening.first_question()
    path = f"/host/contests/{evening.runner.id}/figures/all"
    text = host.get(path).text
    assert re.findall(r'<h2 id="sheet-(\d+)"', text) == ["1", "2", "3"]
    assert "Trần Bình &lt;b&gt;" in text
    assert re.findall(r'<h2 id="sheet-(\d+)"', host.get(path, query_string={"from": 2}).text) == [
        "3"
    ]


def test_unknown_contest_and_contestant_are_not_found(host: FlaskClient, evening: Evening) -> None:
    paths = (
        f"{evening.runner.id}/figures/99",
        "none/figures",
        "none/figures/1",
        "none/figures/all",
    )
    assert [host.get(f"/host/contests/{path}").status_code for path in paths] == [404] * 4


def test_pages_are_readable_before_anybody_joined(host: FlaskClient, site: Site) -> None:
    contest_id = site.runners.create(plan(), owner=1)
    text = host.get(f"/host/contests/{contest_id}/figures").text
    assert "Chưa có ai vào cuộc thi này." in text
    assert host.get(f"/host/contests/{contest_id}/figures/all").status_code == 200


def test_every_choice_of_the_plan_is_said() -> None:
    elsewhere = {"title", "teams", "seconds", "lead_ms", "seed"}
    assert set(OF_THE_PLAN) | elsewhere == {field.name for field in fields(Plan)}


CHOICES = {
    name: each.values for name, each in declared(GoldenBell).items() if isinstance(each, Choice)
}


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_every_choice_is_said_in_its_own_words(site: Site, name: str) -> None:
    with site.app.test_request_context():
        said = {tuple(round_rules("golden_bell", chosen(name, each))) for each in CHOICES[name]}
    assert len(said) == len(CHOICES[name])


def chosen(name: str, choice: str) -> GoldenBell:
    values: dict[str, Any] = {name: choice}
    return GoldenBell(**values)


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("seconds", (10, 20)),
        ("clock", ("host", "at_once")),
        ("answer_seconds", (3, 4)),
        ("aloud", (True, False)),
        ("early", (True, False)),
        ("again", (True, False)),
        ("points", (10, 20)),
        ("penalty", (0, 5, 6)),
        ("floor_zero", (True, False)),
        ("change_answer", (True, False)),
    ],
)
def test_every_setting_of_a_buzzer_round_changes_what_is_said(
    site: Site, name: str, choices: tuple[Any, ...]
) -> None:
    with site.app.test_request_context():
        said = {tuple(round_rules("buzzer", replace(Buzzer(), **{name: each}))) for each in choices}
    assert len(said) == len(choices)


@pytest.mark.parametrize(("credit_ms", "capped"), [(0, False), (80, True)])
def test_credit_and_its_cap_are_said(site: Site, credit_ms: int, capped: bool) -> None:
    with site.app.test_request_context():
        said = " ".join(plan_rules(replace(plan(), credit_ms=credit_ms), 3))
    assert ("nhiều nhất 80 ms" in said) is capped
    assert ("Thời gian trả lời không được bù độ trễ mạng." in said) is not capped


SUM = (
    "Xếp hạng chung cộng điểm của các phần thi; bằng điểm thì xét lần lượt số câu đúng, tổng thời "
    "gian của các câu trả lời đúng, rồi bốc thăm."
)
NAMES = ("Khởi động", "Về đích")
WEIGHTED = "Khởi động × 1; Về đích × 2"
TWO = (Round(NAMES[0], "points"), Round(NAMES[1], "golden_bell"))


@pytest.mark.parametrize(
    ("rounds", "rule", "expected"),
    [
        (TWO[:1], PrizeRule(), []),
        (TWO, PrizeRule(), [SUM]),
        (TWO, PrizeRule("sum"), [SUM]),
        (
            TWO,
            PrizeRule("sum", weights=(1, 2)),
            [f"{SUM} Trước khi cộng, điểm của mỗi phần được nhân hệ số: {WEIGHTED}."],
        ),
        (
            TWO,
            PrizeRule("winner"),
            [f"{SUM} Riêng ai thắng phần thi cuối “Về đích” thì đứng đầu và được giải cao nhất."],
        ),
        (
            TWO,
            PrizeRule("round", 1),
            ["Xếp hạng chung và giải thưởng theo thứ hạng của phần thi “Về đích”."],
        ),
        (
            TWO[:1],
            PrizeRule("round"),
            ["Xếp hạng chung và giải thưởng theo thứ hạng của phần thi “Khởi động”."],
        ),
    ],
)
def test_what_gives_the_prizes_is_said(
    site: Site, rounds: tuple[Round, ...], rule: PrizeRule, expected: list[str]
) -> None:
    made = replace(plan(), rounds=rounds, prizes_from=rule)
    with site.app.test_request_context():
        said = plan_rules(made, 3)
    assert [line for line in said if line.startswith("Xếp hạng chung")] == expected
