"""What a console says of results: the bell taken back, what gives the prizes, what is doubtful."""

from dataclasses import replace

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Prize, PrizeRule
from tests.core.builders import Table, plan
from tests.web.contests.test_console import Open, open_page, view_of
from tests.web.still import hand

__all__ = ["open_page"]


def test_console_says_that_the_bell_was_taken_back(open_page: Open) -> None:
    made = plan(1)
    table = Table(made, 2)
    table.ask(1, wrong=(2,))
    table.until("finish")
    page = open_page(made)
    shown = []
    for act in (c.Mute(0, True), c.Eliminate(0, 1, "nhìn bài")):
        table.act(act)
        hand(page, view=view_of(table.contest))
        note = page.get_by_text("số 1 không còn là người thắng")
        shown.append((note.count(), page.locator("p.winner").count()))
    assert shown == [(0, 1), (1, 0)]


def test_console_says_what_gives_the_prizes_and_what_is_doubtful(open_page: Open) -> None:
    rounds = (plan(1, "points").rounds[0], replace(plan(1).rounds[0], name="Về đích"))
    rule = PrizeRule("winner", earned=True)
    prizes = (Prize("Nhất"), Prize("Nhì"), Prize("Ba", 5))
    made = replace(plan(), rounds=rounds, prizes_from=rule, prizes=prizes)
    table = Table(made, 5)
    table.ask(1, 2, 3)
    table.ask(1)
    page = open_page(made)
    for step in ("finish", "show_prize"):
        table.until(step)
        hand(page, view=view_of(table.contest))
        assert page.get_by_text("Ai thắng phần thi “Về đích” thì đứng đầu").count() == 1
        second, third = (
            f"{row.number} {row.name}" for row in view_of(table.contest).standings[1:3]
        )
        assert page.locator(".doubts li").all_inner_texts() == [
            f"Nhì: 2 người ngang nhau, bốc thăm quyết định ai được giải. {second}, {third}",
            (
                "Ba: có 5 giải, chỉ 1 người có kết quả. Giải còn lại do ban tổ chức quyết định. "
                f"{third}"
            ),
        ]
    table.until("none")
    hand(page, view=view_of(table.contest))
    assert page.locator(".doubts").count() == 0
