"""What a console is told of past questions: it does not grow with them."""

import msgspec
import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import LogRow, LogView
from quiz.core.nouns.state import Contest, LogEntry
from quiz.core.views.host_view import host_view, log_row
from quiz.formats import ENGINE
from quiz.live import told_log
from quiz.live.told_log import ToldLog
from tests.core.builders import Table, log_rows, plan


class Console:
    """What a console makes of what it is told."""

    def __init__(self) -> None:
        self.rows: tuple[LogRow, ...] = ()
        self.heard: list[LogView] = []

    def hear(self, told: LogView) -> None:
        assert told.since == 0 or told.since == self.heard[-1].v
        self.heard.append(told)
        self.rows = (*self.rows[: told.kept], *told.rows)


def asked(table: Table) -> None:
    """Play a question to its end."""
    table.ask(1)


def test_console_that_stays_knows_what_one_that_comes_is_told() -> None:
    table, log, console = Table(plan(4, "points"), 2), ToldLog(), Console()
    log.whole(table.contest, console.hear)
    for _ in range(3):
        asked(table)
        log.changes(table.contest, console.hear)
    table.act(c.CorrectKey(0, 0, 0, ((1,),)))
    log.changes(table.contest, console.hear)
    table.act(c.Undo(0))
    log.changes(table.contest, console.hear)
    newcomer = Console()
    log.whole(table.contest, newcomer.hear)
    assert console.rows == newcomer.rows == log_rows(table.contest)


def test_line_that_an_undo_takes_away_is_told() -> None:
    table, log, console = Table(plan(4, "points"), 2), ToldLog(), Console()
    asked(table)
    log.whole(table.contest, console.hear)
    while table.contest.play and table.contest.play.log:
        table.act(c.Undo(0))
    log.changes(table.contest, console.hear)
    assert (console.heard[-1].kept, console.rows) == (0, ())


def test_nothing_is_told_while_a_question_is_asked() -> None:
    table, log, console = Table(plan(2, "points"), 2), ToldLog(), Console()
    log.whole(table.contest, console.hear)
    table.open()
    log.changes(table.contest, console.hear)
    assert len(console.heard) == 1


def test_what_a_press_tells_and_works_out_does_not_grow_with_the_questions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table, log, console = Table(plan(40, "points"), 2), ToldLog(), Console()
    worked_out: list[int] = []

    def counted(contest: Contest, round_: int, place: int, entry: LogEntry) -> LogRow:
        worked_out.append(place)
        return log_row(contest, round_, place, entry)

    monkeypatch.setattr(told_log, "log_row", counted)
    log.whole(table.contest, console.hear)
    sizes = []
    for place in range(30):
        asked(table)
        log.changes(table.contest, console.hear)
        view = host_view(ENGINE, table.contest, 0)
        sizes.append(len(msgspec.json.encode((view, console.heard[-1]))))
        assert worked_out == [place]
        worked_out.clear()
    assert max(sizes[10:]) - min(sizes[10:]) < 60
