"""A contest that is there: changed before it begins, copied, deleted."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.actors import NEWCOMER, account
from quiz.core.nouns.commands import Advance, Join, Undo
from quiz.core.nouns.model import Plan, Pool, Prize, Team
from quiz.store.journal import SqliteJournal
from tests.core.builders import plan
from tests.web.conftest import NOW, Site
from tests.web.new_contest.drafting import Drafting, draft_with, fields_of

HOST = account(1)


def made(host: FlaskClient, site: Site, **changes: str) -> str:
    """The id of a contest that was made in the steps."""
    draft_with(host, **{"teams": "Đỏ\r\nVàng", **changes}).created(site)
    return site.runners.listing()[0].id


def draft_of(host: FlaskClient, contest_id: str, act: str) -> Drafting:
    answer = host.post(f"/host/contests/{contest_id}/{act}")
    return Drafting(host, url=answer.headers["Location"].rpartition("/")[0])


def plan_of(site: Site, contest_id: str) -> Plan:
    return site.runners.runner(contest_id).contest.plan


def join(site: Site, contest_id: str, team: str, number: int = 1) -> None:
    site.runners.submit(contest_id, Join("An", team), f"join-{number}", NOW, NEWCOMER)


def begin(site: Site, contest_id: str) -> None:
    acted = site.runners.runner(contest_id).contest.acted
    site.runners.submit(contest_id, Advance(acted), "begin", NOW, HOST)


def test_contest_is_opened_for_a_change_as_it_is(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    before = plan_of(site, contest_id)
    draft = draft_of(host, contest_id, "edit")
    assert draft.create() == (303, contest_id)
    after = plan_of(site, contest_id)
    assert [each.settings for each in after.rounds] == [each.settings for each in before.rounds]
    assert [
        [after.rounds[0].pool(pool), before.rounds[0].pool(pool)].count(before.rounds[0].pool(pool))
        for pool in Pool
    ] == [2, 2, 2]
    assert (after.teams, after.prizes, after.prizes_from, after.seed, after.title) == (
        before.teams,
        before.prizes,
        before.prizes_from,
        before.seed,
        before.title,
    )


def test_change_is_stored_with_who_did_it_and_told_in_the_list(
    host: FlaskClient, site: Site
) -> None:
    contest_id = made(host, site)
    draft = draft_of(host, contest_id, "edit")
    draft.fill_in(title="Tên mới", teams="Đỏ\r\nXanh", seconds="22")
    ids = draft.drawn()
    draft.press("questions/0", swap=ids[0])
    draft.press("prizes", **{"prizes-0-name": "Cúp"}, do="save")
    swapped = draft.drawn()
    draft.create()
    now = plan_of(site, contest_id)
    assert (now.title, [team.name for team in now.teams]) == ("Tên mới", ["Đỏ", "Xanh"])
    assert (now.rounds[0].settings["seconds"], now.prizes[0].name) == (22, "Cúp")
    assert [question.id for question in now.rounds[0].questions] == swapped[:10]
    last = SqliteJournal(site.database).entries(contest_id)[-1]
    assert (type(last.event).__name__, last.actor) == ("PlanChanged", HOST)
    assert site.runners.listing()[0].title == "Tên mới"
    assert "Tên mới" in host.get(f"/host/contests/{contest_id}").text


def test_change_can_be_undone(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    before = plan_of(site, contest_id)
    draft_of(host, contest_id, "edit").fill_in(title="Tên mới").create()
    acted = site.runners.runner(contest_id).contest.acted
    site.runners.submit(contest_id, Undo(acted), "undo", NOW, HOST)
    assert plan_of(site, contest_id) == before
    assert site.runners.listing()[0].title == before.title


def test_people_in_the_lobby_stay_and_their_team_has_to(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    join(site, contest_id, "Vàng")
    draft = draft_of(host, contest_id, "edit").fill_in(teams="Đỏ\r\nXanh")
    status, _ = draft.create()
    assert (status, "Đã có người vào đội “Vàng”" in draft.page) == (422, True)
    assert fields_of(draft.open("teams"))["teams"] == "Đỏ\r\nXanh"
    draft.fill_in(teams="Xanh\r\nVàng")
    assert draft.create() == (303, contest_id)
    contest = site.runners.runner(contest_id).contest
    assert [(each.name, each.team) for each in contest.contestants.values()] == [("An", "Vàng")]


def test_contest_that_has_begun_is_not_changed_but_copied(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    join(site, contest_id, "Vàng")
    draft = draft_of(host, contest_id, "edit").fill_in(title="Quá muộn")
    begin(site, contest_id)
    status, _ = draft.create()
    assert (status, "Cuộc thi đã bắt đầu nên không sửa được nữa" in draft.page) == (422, True)
    page = host.get(f"/host/contests/{contest_id}/edit").text
    assert (
        "Cuộc thi đã bắt đầu" in page,
        'action="/host/contests/' + contest_id + '/edit"' in page,
    ) == (True, False)
    answer = host.post(f"/host/contests/{contest_id}/edit")
    assert answer.headers["Location"] == f"/host/contests/{contest_id}/edit"
    draft.press("review", do="detach")
    status, other = draft.create()
    assert (status, other == contest_id) == (303, False)
    assert (plan_of(site, other).title, plan_of(site, contest_id).title) == ("Quá muộn", "Hội thi")


def test_contest_changed_elsewhere_meanwhile_is_not_overwritten(
    host: FlaskClient, site: Site
) -> None:
    contest_id = made(host, site)
    first = draft_of(host, contest_id, "edit").fill_in(title="Một")
    work = site.runners.runner(contest_id).contest.acted
    assert draft_of(host, contest_id, "edit").url == first.url
    other = draft_of(host, contest_id, "copy")
    first.create()
    assert site.runners.runner(contest_id).contest.acted == work + 1
    second = draft_of(host, contest_id, "edit").fill_in(title="Hai")
    acted = site.runners.runner(contest_id).contest.acted
    site.runners.submit(contest_id, Undo(acted), "undo", NOW, HOST)
    status, _ = second.create()
    assert (status, "vừa thay đổi ở nơi khác" in second.page) == (422, True)
    assert fields_of(other.open("contest"))["title"] == "Hội thi"


def test_copy_has_everything_but_people_and_a_seed_of_its_own(
    host: FlaskClient, site: Site
) -> None:
    contest_id = made(host, site)
    join(site, contest_id, "Vàng")
    begin(site, contest_id)
    draft = draft_of(host, contest_id, "copy")
    status, copied = draft.create()
    before, after = plan_of(site, contest_id), plan_of(site, copied)
    assert (status, copied == contest_id) == (303, False)
    assert after.rounds[0].questions == before.rounds[0].questions
    assert (after.teams, after.prizes, after.title) == (before.teams, before.prizes, before.title)
    assert after.seed != before.seed
    assert len(site.runners.runner(copied).contest.contestants) == 0


def test_copy_of_a_contest_that_no_form_made(host: FlaskClient, site: Site) -> None:
    made_elsewhere = replace(plan(3), teams=(Team("Đỏ", "Đ", "Công đoàn A"),), seconds=33)
    contest_id = site.runners.create(made_elsewhere, owner=1)
    draft = draft_of(host, contest_id, "copy")
    _, copied = draft.create()
    after = plan_of(site, copied)
    assert [q.id for q in after.rounds[0].questions] == [
        q.id for q in made_elsewhere.rounds[0].questions
    ]
    assert (after.teams, after.seconds) == (made_elsewhere.teams, 33)


def test_copy_is_told_of_once(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    draft = host.post(f"/host/contests/{contest_id}/copy").headers["Location"]
    pages = (draft, draft, "/host/", f"/host/contests/{contest_id}", "/host/")
    assert ["Đã tạo bản sao." in host.get(page).text for page in pages] == [True] + [False] * 4


def test_prizes_that_a_contest_has_not_are_empty_in_its_copy(host: FlaskClient, site: Site) -> None:
    contest_id = site.runners.create(replace(plan(3), prizes=(Prize("Giải Nhất", 2),)), owner=1)
    fields = fields_of(draft_of(host, contest_id, "copy").open("prizes"))
    assert [(fields[f"prizes-{row}-name"], fields[f"prizes-{row}-count"]) for row in range(5)] == [
        ("Giải Nhất", "2"),
        *[("", "")] * 4,
    ]


def test_contest_that_has_not_begun_is_deleted_from_its_page(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    draft = draft_of(host, contest_id, "edit")
    page = host.get(f"/host/contests/{contest_id}/edit").text
    assert "Sẽ mất, không lấy lại được" in page
    answer = host.post(f"/host/contests/{contest_id}/delete", follow_redirects=True)
    assert ("Đã xóa cả cuộc thi." in answer.text, site.runners.listing()) == (True, ())
    assert host.get(f"{draft.url}/contest").status_code == 404


def test_contest_that_has_begun_is_not_deleted_here(host: FlaskClient, site: Site) -> None:
    contest_id = made(host, site)
    join(site, contest_id, "Vàng")
    begin(site, contest_id)
    host.post(f"/host/contests/{contest_id}/delete")
    assert [row.id for row in site.runners.listing()] == [contest_id]
    page = host.get(f"/host/contests/{contest_id}/edit").text
    assert f"/host/contests/{contest_id}/data" in page


@pytest.mark.parametrize("act", ["edit", "copy", "delete"])
def test_contest_that_is_not_there(host: FlaskClient, act: str) -> None:
    assert host.post(f"/host/contests/none/{act}").status_code == 404
