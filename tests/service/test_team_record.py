"""The record of a round of teams: persons' own answers, teams' places."""

from dataclasses import replace

from quiz.core.nouns.actors import UNKNOWN
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.people.contest_record import ContestRecord, contest_record
from tests.core.builders import Table
from tests.core.teaming import RED, YELLOW, team_plan, team_table

ROW = ContestRow("thu", "123456", "Hội thi", 1, 0)


def recorded(table: Table) -> ContestRecord:
    entries = [
        JournalEntry(version, f"id-{version}", 0, event, table.now, UNKNOWN)  # type: ignore[arg-type]
        for version, event in enumerate(table.events, start=1)
    ]
    return contest_record(ROW, entries, ENGINE)


def test_every_member_answer_is_kept_and_the_teams_counts() -> None:
    table = team_table(team_plan(1))
    table.open()
    table.answer(1, (1,), 1_000)
    table.answer(3, (2,), 2_000)
    table.advance(3)
    answers = [(a.number, a.answer, a.counted, a.right) for a in recorded(table).answers]
    assert answers == [(1, "B", False, None), (3, "C", True, False)]


def test_places_are_those_of_teams() -> None:
    table = team_table(team_plan(1))
    table.ask(2)
    places = [(each.rank, each.number, each.name) for each in recorded(table).standings]
    assert places == [(1, YELLOW, "Vàng"), (2, RED, "Đỏ")]


def test_press_is_recorded_under_who_pressed() -> None:
    table = team_table(team_plan(1, "buzzer"))
    table.open()
    table.do(Buzz(3, table.asked.pool, table.asked.ordinal))
    assert [row["number"] for row in recorded(table).parts["buzzes"]] == [3]


def test_places_of_teams_name_unit_and_once_it_is_over_the_prize() -> None:
    made = team_plan(1)
    first, *others = made.teams
    made = replace(made, teams=(replace(first, unit="Phòng Đào tạo"), *others))
    table = team_table(made)
    table.ask(2)
    places = [(each.unit, each.prize) for each in recorded(table).standings]
    assert places == [("", ""), ("Phòng Đào tạo", "")]
    table.until("none")
    assert [each.prize for each in recorded(table).standings] == ["Giải Nhất", "Giải Nhì"]
