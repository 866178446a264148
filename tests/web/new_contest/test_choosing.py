"""The questions of a round: swapped, put in order, chosen by hand."""

import re

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.model import Pool
from quiz.web.new_contest.draw.drawn_round import drawn_again
from tests.web.conftest import Site
from tests.web.new_contest.drafting import Drafting, draft_with

PAGE = "questions/0"


def press(draft: Drafting, **button: str) -> list[str]:
    """The questions after a button."""
    draft.press(PAGE, **button)
    return draft.drawn()


def offered(draft: Drafting, **looked: str) -> list[str]:
    """The ids that may be taken."""
    answer = draft.browser.get(f"{draft.url}/{PAGE}/choose", query_string=looked)
    return re.findall(r'name="id" value="([^"]+)"', answer.text)


def take(draft: Drafting, question_id: str, **more: str) -> None:
    data = {"id": question_id, **more}
    assert draft.browser.post(f"{draft.url}/{PAGE}/choose", data=data).status_code == 303


def test_swap_replaces_that_question_only(host: FlaskClient) -> None:
    draft = draft_with(host)
    before = draft.drawn()
    after = press(draft, swap=before[3])
    pairs = list(zip(before, after, strict=True))
    assert [index for index, (old, new) in enumerate(pairs) if old != new] == [3]
    assert after[3] not in before


def test_swaps_one_after_another_never_bring_a_question_back(host: FlaskClient) -> None:
    draft = draft_with(host)
    seen = [draft.drawn()[0]]
    for _ in range(4):
        seen.append(press(draft, swap=seen[-1])[0])
    assert len(set(seen)) == 5
    moved = press(draft, down=seen[-1])
    assert moved[1] == seen[-1]
    for _ in range(3):
        seen.append(press(draft, swap=seen[-1])[1])
    assert len(set(seen)) == 8


def test_all_are_drawn_anew_and_those_of_before_can_be_had_back(host: FlaskClient) -> None:
    draft = draft_with(host)
    first = press(draft, swap=draft.drawn()[0])
    first = press(draft, up=first[4])
    second = press(draft, do="redraw")
    assert second != first
    assert press(draft, do="restore") == first


def test_questions_are_put_in_order(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host)
    ids = draft.drawn()
    assert press(draft, up=ids[2])[:3] == [ids[0], ids[2], ids[1]]
    assert press(draft, down=ids[0])[:3] == [ids[2], ids[0], ids[1]]
    assert press(draft, to=ids[9], **{f"to:{ids[9]}": "1"})[:4] == [ids[9], ids[2], ids[0], ids[1]]
    shown = draft.drawn()
    round_ = draft.created(site).rounds[0]
    assert [q.id for q in (*round_.questions, *round_.reserve, *round_.audience)] == shown
    again = drawn_again(site.library.load()[0], round_)
    assert (again.main, again.reserve) == (round_.questions, round_.reserve)


@pytest.mark.parametrize("typed", ["", "-3", "x", "5", "9" * 9])
def test_number_that_is_none_moves_no_question(host: FlaskClient, typed: str) -> None:
    draft = draft_with(host)
    ids = draft.drawn()
    assert press(draft, to=ids[4], **{f"to:{ids[4]}": typed}) == ids


@pytest.mark.parametrize(("typed", "at"), [("0", 0), ("1", 0), ("10", 9), ("99", 9)])
def test_number_beyond_the_pool_is_its_end(host: FlaskClient, typed: str, at: int) -> None:
    draft = draft_with(host)
    ids = draft.drawn()
    after = press(draft, to=ids[4], **{f"to:{ids[4]}": typed})
    assert (after.index(ids[4]), len(after)) == (at, len(ids))


def test_question_moves_to_another_pool_and_out(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host)
    ids = draft.drawn()
    press(draft, move=f"{ids[0]} audience")
    press(draft, drop=ids[1])
    round_ = draft.created(site).rounds[0]
    assert [len(round_.pool(pool)) for pool in Pool] == [8, 5, 4]
    assert round_.audience[-1].id == ids[0]
    assert ids[1] not in {q.id for pool in Pool for q in round_.pool(pool)}


def test_last_main_question_stays(host: FlaskClient) -> None:
    draft = draft_with(host, "points", questions="1", mcq_first="0")
    (only,) = draft.drawn()
    assert press(draft, drop=only) == press(draft, move=f"{only} reserve") == [only]


def test_question_is_chosen_by_hand_at_the_end_of_a_pool(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host)
    chosen = offered(draft, q="type-", pool="main")[0]
    take(draft, chosen, pool="main")
    assert draft.drawn()[10] == chosen
    assert "chọn bằng tay" in draft.page
    round_ = draft.created(site).rounds[0]
    assert (round_.questions[-1].id, len(round_.questions)) == (chosen, 11)
    assert round_.draw.chosen == (chosen,)
    seal = host.get(f"/host/contests/{site.runners.listing()[0].id}/seal").text
    assert "1 câu do ban tổ chức chọn bằng tay" in seal


def test_question_is_chosen_by_hand_instead_of_another(host: FlaskClient) -> None:
    draft = draft_with(host)
    before = draft.drawn()
    chosen = offered(draft, instead=before[4])[0]
    take(draft, chosen, instead=before[4])
    assert draft.drawn() == [*before[:4], chosen, *before[5:]]


def test_questions_to_choose_are_searched_and_filtered(host: FlaskClient, site: Site) -> None:
    earlier = draft_with(host).created(site).rounds[0]
    used = {q.id for pool in Pool for q in earlier.pool(pool)}
    draft = draft_with(host, "points", questions="5", mcq_first="5")
    here = set(draft.drawn())
    typed = offered(draft, topic="Gõ")
    assert typed == [f"type-{n}" for n in range(10)]
    assert set(offered(draft, topic="Chọn", use="unused")) & (used | here) == set()
    assert set(offered(draft, use="used")) <= used - here
    assert offered(draft, q="type-3") == ["type-3"]
    assert offered(draft, difficulty="3") == offered(draft, bank="none") == []
    assert len(offered(draft, page="2")) + len(offered(draft)) == 40 - 5


def test_question_that_is_in_the_contest_already_is_not_taken_again(host: FlaskClient) -> None:
    draft = draft_with(host)
    before = draft.drawn()
    assert set(offered(draft)) & set(before) == set()
    take(draft, before[0])
    take(draft, "nothing")
    assert draft.drawn() == before


def test_round_can_be_chosen_by_hand_without_a_bank(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host, "points", questions="2", mcq_first="0")
    shown = press(draft, up=draft.drawn()[1])
    draft.press(PAGE, banks=None, do="save")
    assert draft.drawn() == shown
    assert [q.id for q in draft.created(site).rounds[0].questions] == shown


def test_more_questions_than_were_put_in_order_are_drawn(host: FlaskClient) -> None:
    draft = draft_with(host, "points", questions="4", mcq_first="0")
    shown = press(draft, up=draft.drawn()[1])
    draft.press(PAGE, questions="6", do="save")
    more = draft.drawn()
    assert (more[:4], len(set(more))) == (shown, 6)
    draft.press(PAGE, questions="3", do="save")
    assert draft.drawn() == shown[:3]
    draft.press(PAGE, questions="4", do="save")
    assert draft.drawn() == shown
