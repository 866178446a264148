"""The host's list of people reaches every console whole, in as few rows as it takes."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import RosterView, RowView
from quiz.core.views.host_view import roster
from quiz.live.attending.roster import Roster
from tests.core.builders import Table, plan
from tests.core.test_cached_views import CONTESTS, EVENINGS, run


class Console:
    """Puts the list together from what it is sent, as the page does."""

    def __init__(self) -> None:
        self.heard: list[RosterView] = []
        self._rows: dict[int, RowView] = {}

    def hear(self, people: RosterView) -> None:
        if people.since:
            assert people.since == self.heard[-1].v
        else:
            self._rows = {}
        self._rows |= {row.number: row for row in people.rows}
        for number in people.gone:
            del self._rows[number]
        self.heard.append(people)

    @property
    def rows(self) -> tuple[RowView, ...]:
        return tuple(self._rows[number] for number in sorted(self._rows))


def test_console_is_sent_the_whole_list_then_what_changed() -> None:
    table, people, console = Table(plan(), 2), Roster(), Console()
    people.whole(table.contest, console.hear)
    table.do(c.Join("Lan", "Đỏ"))
    people.changes(table.contest, console.hear)
    table.act(c.RemoveContestant(0, 1))
    people.changes(table.contest, console.hear)
    newcomer = RowView(3, "Lan", "Đỏ", "in", 0, 0)
    assert console.heard[1:] == [
        RosterView(4, 3, (newcomer,)),
        RosterView(5, 4, (), (1,)),
    ]
    assert [row.number for row in console.rows] == [2, 3]


def test_nothing_is_sent_while_nothing_changed() -> None:
    table, people, console = Table(plan(), 2), Roster(), Console()
    people.changes(table.contest, console.hear)
    table.act(c.Mute(0, True))
    people.changes(table.contest, console.hear)
    assert [message.v for message in console.heard] == [3]


def test_empty_list_is_sent_too() -> None:
    console = Console()
    Roster().changes(Table(plan()).contest, console.hear)
    assert console.heard == [RosterView(1, 0, ())]


def test_late_console_is_told_what_the_others_know_and_follows_with_them() -> None:
    table, people, first, late = Table(plan(), 1), Roster(), Console(), Console()
    people.changes(table.contest, first.hear)
    table.do(c.Join("Lan", "Đỏ"))
    people.whole(table.contest, late.hear)
    assert late.heard == first.heard
    news: list[RosterView] = []
    people.changes(table.contest, news.append)
    first.hear(*news)
    late.hear(*news)
    assert late.rows == first.rows == roster(table.contest)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(list(CONTESTS)), EVENINGS)
def test_changes_put_together_are_the_list(contest: str, script: list[Any]) -> None:
    people, console = Roster(), Console()

    def check(table: Table) -> None:
        people.changes(table.contest, console.hear)
        assert console.rows == roster(table.contest)

    run(contest, script, check)
