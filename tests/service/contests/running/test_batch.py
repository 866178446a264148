from dataclasses import replace

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, TIMER, account, seat
from quiz.core.nouns.commands import (
    Act,
    Advance,
    Command,
    CreateContest,
    Disqualify,
    Join,
    LockExpired,
    LockRoom,
    Mute,
    SubmitAnswer,
    Undo,
)
from quiz.core.nouns.event import Event
from quiz.core.nouns.events import AnswerSubmitted, ContestantJoined, RoomLocked
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Contest
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import GiveTurn
from quiz.service.contests.rows import JournalEntry
from quiz.service.contests.running.batch import (
    Decided,
    Receipt,
    Submission,
    decide_batch,
    receipt_of,
    receipts_of,
)
from tests.core.builders import START, Table, plan, submit


class Faulty:
    """Rules with a mistake in them: the door cannot be locked."""

    def decide(self, contest: Contest | None, command: Command, now: int) -> tuple[Event, ...]:
        return ENGINE.decide(contest, command, now)

    def evolve(self, contest: Contest | None, event: Event, part: int = 0) -> Contest:
        if isinstance(event, RoomLocked):
            raise ZeroDivisionError
        return ENGINE.evolve(contest, event, part)

    def due_at(self, contest: Contest) -> int | None:
        return ENGINE.due_at(contest)

    def still_counts(self, contest: Contest, command: Command, made: int, acted: int) -> bool:
        return ENGINE.still_counts(contest, command, made, acted)


def lobby() -> Contest:
    return Table(plan()).contest


def join(name: str, command_id: str) -> Submission:
    return Submission(Join(name, "Đỏ"), command_id, START, NEWCOMER)


def joined(number: int, name: str) -> ContestantJoined:
    return ContestantJoined(number, name, "Đỏ", spectator=False)


def test_each_command_is_decided_on_what_the_earlier_ones_made() -> None:
    decided = decide_batch([join("An", "x"), join("Bình", "y")], lobby(), {}, ENGINE)
    assert decided.outcomes == (Receipt(2, number=1), Receipt(3, number=2))
    assert decided.entries == (
        JournalEntry(2, "x", 0, joined(1, "An"), START, seat(1)),
        JournalEntry(3, "y", 0, joined(2, "Bình"), START, seat(2)),
    )
    assert len(decided.contest.contestants) == 2


def test_entry_has_the_actor_of_its_command_whatever_is_done_to_whom() -> None:
    table = Table(plan(), 2)
    table.open()
    entered = replace(submit(table, 2, (0,)), by="marshal")
    batch = [
        Submission(submit(table, 1, (0,)), "x", table.now, seat(1)),
        Submission(entered, "y", table.now, account(4)),
        Submission(LockExpired(), "z", table.asked.deadline, TIMER),
    ]
    decided = decide_batch(batch, table.contest, {}, ENGINE)
    assert [(entry.command_id, entry.actor) for entry in decided.entries] == [
        ("x", seat(1)),
        ("y", account(4)),
        ("z", TIMER),
    ]


def test_repeat_within_a_batch_gets_the_first_receipt() -> None:
    decided = decide_batch([join("An", "x"), join("An", "x")], lobby(), {}, ENGINE)
    assert decided.outcomes == (Receipt(2, number=1), Receipt(2, number=1))
    assert len(decided.entries) == 1


def test_repeat_of_an_earlier_batch_gets_its_receipt_whatever_the_state() -> None:
    before = lobby()
    first = Receipt(400, at=7)
    again = Submission(CreateContest(plan()), "x", START, account(1))
    decided = decide_batch([again], before, {"x": first}, ENGINE)
    assert decided.outcomes == (first,)
    assert decided.entries == ()
    assert decided.contest is before


def test_repeat_of_what_was_undone_is_decided_anew() -> None:
    table = Table(plan(), 1)
    table.open()
    first = table.asked.id
    answer = SubmitAnswer(1, Pool.MAIN, 1, (0,), asked=first)
    given = decide_batch([_given(answer, table.now)], table.contest, {}, ENGINE)
    known = {"x": Receipt(9, at=8)}
    repeated = decide_batch([_given(answer, table.now)], given.contest, known, ENGINE)
    assert repeated.outcomes == (known["x"],)
    for _ in range(3):
        table.act(Undo(0))
    table.open()
    assert table.asked.id > first
    (refusal,) = decide_batch([_given(answer, table.now)], table.contest, known, ENGINE).outcomes
    assert isinstance(refusal, Rejected)
    assert refusal.code == "too_late"


def test_repeat_of_an_answer_without_its_asking_is_none_to_the_next_one() -> None:
    table = Table(plan(), 1)
    table.open()
    answer = SubmitAnswer(1, Pool.MAIN, 1, (0,))
    given = decide_batch([_given(answer, table.now)], table.contest, {}, ENGINE)
    known = receipts_of(given.entries)
    for _ in range(3):
        table.act(Undo(0))
    table.open()
    again = decide_batch([_given(answer, table.now)], table.contest, known, ENGINE)
    assert [entry.event.at for entry in again.entries] == [table.now]  # type: ignore[attr-defined]


def test_repeat_of_an_answer_whose_turn_was_taken_back_is_refused() -> None:
    table = Table(plan(1, "buzzer", aloud=False), 2)
    table.open()
    table.act(GiveTurn(0, 1))
    answer = submit(table, 1, (0,))
    given = decide_batch([_given(answer, table.now)], table.contest, {}, ENGINE)
    contest, known = given.contest, receipts_of(given.entries)
    repeated = decide_batch([_given(answer, table.now)], contest, known, ENGINE)
    assert repeated.outcomes == given.outcomes
    while contest.play and contest.play.current and contest.play.current.answers:
        contest = _acted(contest, Undo(contest.acted), {}).contest
    (refusal,) = decide_batch([_given(answer, table.now)], contest, known, ENGINE).outcomes
    assert isinstance(refusal, Rejected)


def _acted(contest: Contest, act: Act, known: dict[str, Receipt]) -> Decided:
    return decide_batch([Submission(act, "act", START, account(1))], contest, known, ENGINE)


def test_repeat_of_an_act_gets_its_receipt_while_it_stands() -> None:
    contest = lobby()
    lock = LockRoom(contest.acted, locked=True)
    first = _acted(contest, lock, {})
    known = receipts_of(first.entries)
    assert _acted(first.contest, lock, known).outcomes == first.outcomes
    later = _acted(first.contest, Mute(first.contest.acted, muted=True), {}).contest
    assert _acted(later, lock, known).outcomes == first.outcomes
    # The one on top of it undone leaves it standing.
    undone = _acted(later, Undo(later.acted), {}).contest
    assert _acted(undone, lock, known).outcomes == first.outcomes


def test_repeat_of_an_act_that_was_undone_is_stale_and_does_nothing() -> None:
    contest = lobby()
    lock = LockRoom(contest.acted, locked=True)
    first = _acted(contest, lock, {})
    undo = Undo(first.contest.acted)
    undone = _acted(first.contest, undo, {})
    again = _acted(undone.contest, lock, receipts_of(first.entries))
    (refusal,) = again.outcomes
    assert isinstance(refusal, Rejected)
    assert (refusal.code, again.entries) == ("stale", ())
    # The undo itself was carried out, whatever was done since.
    after = _acted(undone.contest, LockRoom(undone.contest.acted, locked=True), {}).contest
    assert _acted(after, undo, receipts_of(undone.entries)).outcomes == undone.outcomes


def test_repeat_of_a_step_of_several_events_is_known_by_its_last_act() -> None:
    table = Table(plan(), 3)
    table.open()
    step = Disqualify(table.contest.acted, 1, "gian lận")
    first = _acted(table.contest, step, {})
    assert len(first.entries) > 1
    known = receipts_of(first.entries)
    assert _acted(first.contest, step, known).outcomes == first.outcomes
    undone = _acted(first.contest, Undo(first.contest.acted), {}).contest
    assert [str(each) for each in _acted(undone, step, known).outcomes] == ["stale"]


def _given(answer: SubmitAnswer, at: int) -> Submission:
    return Submission(answer, "x", at, account(1))


def test_refused_command_stores_nothing_and_stops_nobody() -> None:
    decided = decide_batch([join(" ", "x"), join("An", "y")], lobby(), {}, ENGINE)
    refusal, receipt = decided.outcomes
    assert isinstance(refusal, Rejected)
    assert refusal.code == "bad_name"
    assert receipt == Receipt(2, number=1)
    assert [entry.command_id for entry in decided.entries] == ["y"]


def test_mistake_in_the_rules_reaches_its_own_command_only() -> None:
    before = lobby()
    batch = [Submission(LockRoom(before.acted, True), "x", START, account(1)), join("An", "y")]
    decided = decide_batch(batch, before, {}, Faulty())
    assert isinstance(decided.outcomes[0], ZeroDivisionError)
    assert decided.outcomes[1] == Receipt(2, number=1)
    assert [entry.version for entry in decided.entries] == [2]


def test_answer_is_decided_by_the_time_it_was_received() -> None:
    table = Table(plan(), 2)
    table.open()
    deadline = table.asked.deadline
    batch = [
        Submission(submit(table, 1, (0,)), "x", deadline + 1, seat(1)),
        Submission(submit(table, 2, (0,)), "y", deadline, seat(2)),
    ]
    late, receipt = decide_batch(batch, table.contest, {}, ENGINE).outcomes
    assert isinstance(late, Rejected)
    assert late.code == "too_late"
    assert receipt == Receipt(table.contest.version + 1, at=deadline)


def test_receipt_is_the_same_told_from_the_events_or_from_the_journal() -> None:
    answer = AnswerSubmitted(3, (1,), 900, 40, "contestant")
    entries = [
        JournalEntry(7, "x", 0, joined(3, "An"), 800, seat(3)),
        JournalEntry(8, "y", 0, answer, 900, seat(3)),
        JournalEntry(9, "y", 1, RoomLocked(locked=True), 900, seat(3)),
    ]
    assert receipts_of(entries) == {"x": Receipt(7, number=3), "y": Receipt(9, at=900)}
    assert receipt_of([answer, RoomLocked(locked=True)], 9) == Receipt(9, at=900)


def step(at: int, based_on: int, still_ms: int = 600) -> Submission:
    return Submission(Advance(based_on), f"step-{at}", at, account(1), still_ms)


def test_step_in_the_same_batch_as_a_change_is_too_soon() -> None:
    contest = Table(plan(), 2).contest
    batch = [step(START, contest.acted), step(START + 599, contest.acted + 2)]
    first, second = decide_batch(batch, contest, {}, ENGINE).outcomes
    assert isinstance(first, Receipt)
    assert isinstance(second, Rejected)
    assert second.code == "too_soon"


def test_decided_batch_says_when_the_run_of_show_moved() -> None:
    contest = Table(plan(), 2).contest
    moved = decide_batch([step(START, contest.acted)], contest, {}, ENGINE, START - 5_000)
    assert moved.moved_at == START
    lock = Submission(LockRoom(moved.contest.acted, True), "lock", START + 50, account(1))
    assert decide_batch([lock], moved.contest, {}, ENGINE, START).moved_at == START


def test_step_that_came_before_the_change_it_waited_behind_is_too_soon() -> None:
    contest = Table(plan(), 2).contest
    (outcome,) = decide_batch(
        [step(START - 10, contest.acted)], contest, {}, ENGINE, START
    ).outcomes
    assert isinstance(outcome, Rejected)
    assert outcome.code == "too_soon"
