"""The record of a contest's personal data: what was done to people, in order, with its doer."""

from dataclasses import replace

from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import account, grant, seat
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.people.contest_record import RecordedCorrection, contest_record
from tests.core.builders import START, plan
from tests.core.test_notes import ENGINE, CheckIn


def test_notes_and_corrections_are_told_in_order_with_their_doers() -> None:
    entries: list[JournalEntry] = []
    contest = None
    for command, actor in [
        (c.CreateContest(plan(2, "points")), account(1)),
        (c.Join("An", "Đỏ"), seat(1)),
        (CheckIn("contestant:1", 0, True), grant(7)),
        (c.CorrectContestant(0, 1, "Anh", "Đỏ"), account(1)),
    ]:
        if isinstance(command, c.Act) and contest:
            command = replace(command, based_on=contest.acted)
        for part, event in enumerate(ENGINE.decide(contest, command, START)):
            version = len(entries) + 1
            entries.append(JournalEntry(version, f"id-{version}", part, event, START, actor))
            contest = ENGINE.evolve(contest, event, part)
    made = contest_record(ContestRow("a", "123456", "Hội thi", 1, START), entries, ENGINE)
    assert [(each.what, each.actor, each.fields) for each in made.corrections] == [
        ("CheckedIn", "grant:7", {"subject": "contestant:1", "here": True}),
        ("ContestantCorrected", "account:1", {"number": 1, "name": "Anh", "team": "Đỏ"}),
    ]
    assert isinstance(made.corrections[0], RecordedCorrection)


def test_seat_opened_on_another_device_is_told_without_its_secret() -> None:
    entries: list[JournalEntry] = []
    contest = None
    for command, actor in [
        (c.CreateContest(plan(2, "points")), account(1)),
        (c.Join("An", "Đỏ", "cũ"), seat(1)),
        (c.ReopenSeat(1, "mới"), account(1)),
    ]:
        for part, event in enumerate(ENGINE.decide(contest, command, START)):
            version = len(entries) + 1
            entries.append(JournalEntry(version, f"id-{version}", part, event, START, actor))
            contest = ENGINE.evolve(contest, event, part)
    made = contest_record(ContestRow("a", "123456", "Hội thi", 1, START), entries, ENGINE)
    told = [(each.what, each.actor, each.fields, each.people) for each in made.corrections]
    assert told == [("SeatReopened", "account:1", {"number": 1}, ("1 · An",))]
