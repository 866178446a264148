"""The seal's page and file: what may be posted, what must wait, and that the two agree."""

import re
from dataclasses import replace
from hashlib import sha256

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.actors import NEWCOMER, account
from quiz.core.nouns.commands import Advance, ChangePlan, Join, Undo
from quiz.core.nouns.model import Draw, Plan, Pool, Question, Quota
from quiz.service.afterwards.sealing import seal
from quiz.web.afterwards.sealing import TopicCount, counted, sealed_at
from tests.core.builders import Table, plan
from tests.service.evenings import finished, points_plan, stored
from tests.web.conftest import Site

HOW = Draw("a1b2c3d4e5f60718", ("sample",), (), (Quota(Pool.MAIN, "sample", "Chọn", 1, 2),))


def drawn_plan() -> Plan:
    """A plan that remembers how its questions were drawn."""
    made = points_plan(4)
    asked = tuple(named(question) for question in made.rounds[0].questions)
    spare = tuple(named(question) for question in made.rounds[0].audience)
    round_ = replace(made.rounds[0], questions=asked, audience=spare, draw=HOW)
    return replace(made, rounds=(round_,), seed="0f1e2d3c4b5a6978")


def named(question: Question) -> Question:
    """The question with options that stand in no other text."""
    options = tuple(f"{option} của {question.id}" for option in question.options)
    return replace(question, options=options)


@pytest.fixture
def waiting(site: Site) -> str:
    return stored(site.database, Table(drawn_plan()), "waiting")


@pytest.fixture
def over(site: Site) -> str:
    return stored(site.database, finished(drawn_plan()), "over")


def printed(text: str) -> str:
    """The digits on the page."""
    found = re.search(r'seal-digits number">(.*?)</div>', text, re.DOTALL)
    assert found
    return "".join(re.findall(r"<span>([0-9a-f]{4})</span>", found[1]))


def test_page_shows_the_seal_in_fours_and_as_a_picture(host: FlaskClient, waiting: str) -> None:
    text = host.get(f"/host/contests/{waiting}/seal").text
    assert printed(text) == seal(drawn_plan())
    assert f'src="/host/contests/{waiting}/seal.svg"' in text
    picture = host.get(f"/host/contests/{waiting}/seal.svg")
    assert (picture.status_code, picture.mimetype) == (200, "image/svg+xml")


def test_page_to_be_posted_tells_no_question_and_nothing_to_draw_it_by(
    host: FlaskClient, waiting: str
) -> None:
    text = host.get(f"/host/contests/{waiting}/seal").text
    round_ = drawn_plan().rounds[0]
    questions = [question for pool in Pool for question in round_.pool(pool)]
    secrets = {HOW.seed, drawn_plan().seed}
    for question in questions:
        secrets |= {question.text, question.explanation, question.citation, *question.options}
        secrets |= {f">{question.id}<", f'"{question.id}"'}
        secrets |= {key for key in question.key if isinstance(key, str)}
    secrets -= {""}
    assert len(secrets) > 20
    assert sorted(secret for secret in secrets if secret in text) == []


def test_page_says_how_it_was_drawn(host: FlaskClient, waiting: str, over: str) -> None:
    before = host.get(f"/host/contests/{waiting}/seal").text
    after = host.get(f"/host/contests/{over}/seal").text
    for text in (before, after):
        assert "Ngân hàng mẫu (tính đến 3/2/2020)." in text
        assert "2 câu được chia trước" in text
    assert [HOW.seed in text for text in (before, after)] == [False, True]


def test_page_of_a_set_that_was_not_drawn(host: FlaskClient, site: Site) -> None:
    stored(site.database, Table(plan()), "by-hand")
    text = host.get("/host/contests/by-hand/seal").text
    assert "không rút ngẫu nhiên" in text


def test_counts_by_topic_and_difficulty() -> None:
    assert counted(drawn_plan().rounds[0]) == [
        TopicCount("", (3, 0, 0), 0, 1),
        TopicCount("Địa lý", (0, 1, 0), 0, 0),
    ]


@pytest.mark.parametrize("command", ["certutil -hashfile", "sha256sum", "shasum -a 256"])
def test_page_says_how_to_check(host: FlaskClient, waiting: str, command: str) -> None:
    text = host.get(f"/host/contests/{waiting}/seal").text
    assert f"{command} niem-phong-{waiting}.json" in text


def test_file_has_the_hash_that_was_printed(
    host: FlaskClient, site: Site, waiting: str, over: str
) -> None:
    assert site.runners.runner(waiting).contest.plan == site.runners.runner(over).contest.plan
    posted = printed(host.get(f"/host/contests/{waiting}/seal").text)
    answer = host.get(f"/host/contests/{over}/seal.json")
    assert sha256(answer.data).hexdigest() == posted
    assert answer.headers["Content-Disposition"] == f'attachment; filename="niem-phong-{over}.json"'


def test_file_before_the_end_asks_first(host: FlaskClient, waiting: str) -> None:
    address = f"/host/contests/{waiting}/seal"
    assert "Tệp này chứa mọi câu hỏi và đáp án" in host.get(address).text
    asked = host.get(f"{address}.json")
    assert (asked.status_code, asked.headers["Location"]) == (302, f"{address}#early")
    answer = host.get(f"{address}.json?keys=known")
    assert sha256(answer.data).hexdigest() == seal(drawn_plan())


def test_file_after_the_end_comes_without_a_warning(host: FlaskClient, over: str) -> None:
    text = host.get(f"/host/contests/{over}/seal").text
    assert ("note warn" in text, "keys=known" in text) == (False, False)


@pytest.mark.parametrize("page", ["seal", "seal.svg", "seal.json"])
def test_seal_of_a_contest_that_is_not_there(host: FlaskClient, page: str) -> None:
    assert host.get(f"/host/contests/nothing/{page}").status_code == 404


@pytest.mark.parametrize("page", ["seal", "seal.svg", "seal.json", "statistics", "statistics.xlsx"])
def test_pages_need_a_host(site: Site, over: str, page: str) -> None:
    path = f"/host/contests/{over}/{page}"
    assert site.browser.get(path).headers["Location"] == f"/host/login?next={path}"


def test_seal_is_dated_by_the_last_change_before_the_contest_began(
    host: FlaskClient, site: Site
) -> None:
    contest_id = site.runners.create(plan(3), owner=1)
    made = site.runners.listing()[0].created_at
    with site.app.app_context():
        assert sealed_at(contest_id, made) == made
    changed = ChangePlan(replace(plan(2), title="Khác"), 1)
    site.runners.submit(contest_id, changed, "change", made + 5_000, account(1))
    site.runners.submit(contest_id, Join("An", "Đỏ"), "join", made + 6_000, NEWCOMER)
    acted = site.runners.runner(contest_id).contest.acted
    site.runners.submit(contest_id, Advance(acted), "begin", made + 7_000, account(1))
    site.runners.submit(contest_id, Undo(acted + 2), "undo", made + 8_000, account(1))
    with site.app.app_context():
        assert sealed_at(contest_id, made) == made + 5_000
