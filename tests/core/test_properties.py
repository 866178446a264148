"""For any sequence of commands the rules hold; sequences are made by Hypothesis."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Contest, Life, Scene, Stage
from quiz.core.question.judging import called, replied
from quiz.core.standing.floor import competes, off, playing
from quiz.core.standing.ranking import standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view, roster
from quiz.core.views.seats import holds_seat, seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from quiz.formats.buzzer.part import Phase, part_of
from quiz.formats.golden_bell.commands import DeclineRescue, GiveHelp, OpenRescue, UseLifeline
from tests.core.builders import START, Table, plan
from tests.formats.looking import buzzer_seat, life

NUMBERS = st.integers(1, 8)
ENTRIES = st.integers(-1, 6)
ANSWERS = st.one_of(
    st.lists(st.integers(0, 4), max_size=4).map(tuple), st.sampled_from(["", "Một", "12"])
)
ACTS: st.SearchStrategy[c.Command] = st.one_of(
    st.builds(c.Join, st.sampled_from(["An", "Bình", " "]), st.sampled_from(["Đỏ", "Xanh"])),
    st.builds(c.SubmitAnswer, NUMBERS, st.sampled_from(Pool), st.integers(1, 4), ANSWERS),
    st.builds(c.ReopenSeat, NUMBERS, st.sampled_from(["máy hai", "máy ba"])),
    st.builds(Buzz, NUMBERS, st.sampled_from(Pool), st.integers(1, 4), st.integers(0, 200)),
    st.just(c.LockExpired()),
    st.builds(GiveTurn, st.just(0), NUMBERS),
    st.builds(JudgeTurn, st.just(0), NUMBERS, st.booleans()),
    st.builds(c.Pause, st.just(0)),
    st.builds(c.Resume, st.just(0)),
    st.builds(c.AddTime, st.just(0), st.integers(-1, 20_000)),
    st.builds(c.CloseNow, st.just(0)),
    st.builds(c.ReportStop, st.just(0), st.just(2 * START)),
    st.builds(c.GiveBackTime, st.just(0)),
    st.builds(c.Skip, st.just(0)),
    st.builds(c.Void, st.just(0), st.integers(0, 1), ENTRIES, st.booleans()),
    st.builds(c.AcceptAnswer, st.just(0), st.just(0), ENTRIES, ANSWERS),
    st.builds(c.CorrectKey, st.just(0), st.just(0), ENTRIES, st.tuples(ANSWERS)),
    st.builds(c.Eliminate, st.just(0), NUMBERS, st.just("lý do")),
    st.builds(OpenRescue, st.just(0), st.sampled_from(["", "all", "number"]), NUMBERS),
    st.builds(c.Rescue, st.just(0), st.lists(NUMBERS, max_size=3).map(tuple)),
    st.builds(DeclineRescue, st.just(0)),
    st.builds(UseLifeline, st.just(0)),
    st.builds(GiveHelp, NUMBERS, st.sampled_from(Pool), st.integers(1, 4), ANSWERS),
    st.builds(c.CorrectScore, st.just(0), NUMBERS, st.integers(-20, 20), st.just("lý do")),
    st.builds(c.RemoveContestant, st.just(0), NUMBERS),
    st.builds(c.RemoveJoined, st.just(0), NUMBERS),
    st.builds(c.FinishRound, st.just(0)),
    st.builds(c.SendScene, st.just(0), st.sampled_from(Scene)),
    st.builds(c.Freeze, st.just(0), st.booleans()),
    st.builds(c.DrawAudienceQuestion, st.just(0)),
    st.builds(c.Undo, st.just(0)),
)
ADVANCE: st.SearchStrategy[c.Command] = st.just(c.Advance(0))
RIGHT = st.sets(NUMBERS)
BUZZES = st.lists(st.tuples(NUMBERS, st.integers(0, 200)), max_size=4)
TIMER = st.none()
JUDGE = st.booleans()
UNDO: st.SearchStrategy[c.Command] = st.just(c.Undo(0))
USUAL = [ADVANCE, ADVANCE, ADVANCE, RIGHT, BUZZES, TIMER, JUDGE, st.integers(2, 30_000)]


def scripts(
    usual: list[st.SearchStrategy[Any]], fewest: int, most: int
) -> st.SearchStrategy[list[Any]]:
    """So many presses, then mostly what is usual, else anything.

    The presses come to a question, or past one, for most scripts are short.
    """

    @st.composite
    def step(draw: st.DrawFn) -> Any:
        rare = draw(st.integers(0, 2)) == 0
        return draw(ACTS if rare else draw(st.sampled_from(usual)))

    return st.builds(
        lambda presses, more: [c.Advance(0)] * presses + more,
        st.integers(fewest, most),
        st.lists(step(), min_size=10, max_size=40),
    )


SCRIPTS = scripts(USUAL, 0, 8)
BUZZING = scripts([ADVANCE, RIGHT, BUZZES, BUZZES, TIMER, TIMER, JUDGE, UNDO], 3, 4)
PLANS = {
    "golden_bell": plan(3),
    "points": plan(3, "points"),
    "buzzer": plan(3, "buzzer", again=True),
    "buzzer on the phone": plan(3, "buzzer", again=True, aloud=False, floor_zero=True),
    "buzzer after reading": plan(3, "buzzer", early=False),
}
FORMATS = st.sampled_from(list(PLANS))
BUZZERS = st.sampled_from([name for name in PLANS if name.startswith("buzzer")])


def play(
    format: str, script: list[Any], check: Callable[[Table], None], at: Table | None = None
) -> Table:
    """Play a script.

    It has commands, sets of who answers right, lists of who buzzes with what credit, truths by
    which all who have the turn are judged, None where the timer rings, and ms that pass.
    """
    table = at or Table(PLANS[format], 5)
    for item in script:
        if isinstance(item, bool):
            judge(table, item)
        elif isinstance(item, int):
            table.now += item
        elif item is None:
            ring(table)
        elif isinstance(item, set):
            _answer_right(table, item)
        elif isinstance(item, list):
            _buzz(table, item)
        else:
            command = item
            if isinstance(command, c.Act):
                command = replace(command, based_on=table.contest.acted)
            attempt(table, command)
        check(table)
    return table


def attempt(table: Table, command: c.Command) -> None:
    try:
        table.do(command)
    except Rejected:
        return


def ring(table: Table) -> None:
    """Let time pass until the timer rings, if one is set."""
    due = ENGINE.due_at(table.contest)
    if due is not None:
        table.now = max(table.now, due)
        attempt(table, c.LockExpired())


def judge(table: Table, right: bool) -> None:
    """Judge all who have the turn."""
    current = table.contest.play.current if table.contest.play else None
    part = part_of(current)
    for number in part.turns[-1].numbers if part and part.turns else ():
        attempt(table, JudgeTurn(table.contest.acted, number, right))


def _buzz(table: Table, buzzes: list[tuple[int, int]]) -> None:
    current = table.contest.play.current if table.contest.play else None
    if current is None:
        return
    table.now = max(table.now, current.show_at)
    for number, credit_ms in buzzes:
        attempt(table, Buzz(number, current.pool, current.ordinal, credit_ms))


def _answer_right(table: Table, numbers: set[int]) -> None:
    current = table.contest.play.current if table.contest.play else None
    if current is None:
        return
    table.now = max(table.now, current.opens_at)
    for number in numbers:
        key = current.question.key[0]
        attempt(table, c.SubmitAnswer(number, current.pool, current.ordinal, key))


def nothing(table: Table) -> None:
    """No check on the way."""


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_replay_equals_state(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    again: Contest | None = None
    for event in table.events:
        again = ENGINE.evolve(again, event)  # type: ignore[arg-type]
    assert again == table.contest
    assert again is not None
    assert again.version == len(table.events)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_nobody_is_both_in_and_out(format: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        for round_ in table.contest.plays:
            floor = round_.floor
            assert playing(floor).isdisjoint(off(floor))
            for number, tally in floor.items():
                assert tally.playing is (number in playing(floor))
                assert not (tally.playing and tally.left_at >= 0)

    play(format, script, check)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_standings_are_a_total_order_of_all_who_compete(format: str, script: list[Any]) -> None:
    contest = play(format, script, nothing).contest
    rows = standings(contest)
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))
    floor = contest.plays[-1].floor if contest.plays else None
    competing = [n for n, tally in floor.items() if competes(tally)] if floor else []
    assert sorted(row.number for row in rows) == competing


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_a_repeated_act_is_stale(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    press = c.Advance(table.contest.acted)
    attempt(table, press)
    if table.contest.acted != press.based_on:
        assert table.refused(press) == "stale"


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_undo_returns_to_the_state_before(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    before = table.contest
    attempt(table, c.Mute(before.acted, not before.muted))
    table.act(c.Undo(0))
    assert replace(table.contest, version=0, acted=0) == replace(before, version=0, acted=0)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_every_state_can_be_seen_by_every_role(format: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        contest = table.contest
        host = host_view(ENGINE, contest, table.now)
        hall = projector_view(ENGINE, contest, table.now)
        assert host.hall == hall
        assert len(roster(contest)) == len(contest.contestants)
        assert phone_view(ENGINE, contest, table.now).floor == hall.floor
        seats = [seat_view(ENGINE, contest, number) for number in contest.contestants]
        assert [seat.number for seat in seats if seat] == list(contest.contestants)

    play(format, script, check)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_only_acts_and_joins_change_what_a_phone_is_sent(format: str, script: list[Any]) -> None:
    """A publisher sends nothing when somebody answers, or buzzes after the first."""
    sent: dict[tuple[int, int], object] = {}

    def check(table: Table) -> None:
        contest = table.contest
        seats = [seat_view(ENGINE, contest, number) for number in contest.contestants]
        view = replace(phone_view(ENGINE, contest, 0), v=0)
        before = sent.setdefault((contest.acted, contest.joined), (seats, view))
        assert before == (seats, view)

    play(format, script, check)


@settings(deadline=None, max_examples=100)
@given(BUZZERS, BUZZING)
def test_nobody_answers_without_a_turn_and_one_turn_is_open_at_most(
    format: str, script: list[Any]
) -> None:
    def check(table: Table) -> None:
        asked = table.contest.play.current if table.contest.play else None
        part = part_of(asked)
        if asked is None or part is None:
            return
        turns = [number for turn in part.turns for number in turn.numbers]
        assert len(turns) == len(set(turns))
        assert replied(asked) <= called(asked) <= asked.eligible
        open_ = len(part.turns) - part.missed
        assert open_ in {Phase.ANSWERING: {1}, Life.LOCKED: {0, 1}, Life.REVEALED: {0, 1}}.get(
            life(asked), {0}
        )
        assert (part.phase is not None) is (asked.life is Life.HELD)
        assert bool(part.buzzes) or part.phase is not Phase.BUZZED
        assert not part.buzzes or open_ or part.phase is Phase.BUZZED
        may = [n for n in table.contest.contestants if buzzer_seat(table.contest, n).may_buzz]
        assert set(may).isdisjoint(turns)

    play(format, script, check)


@settings(deadline=None, max_examples=100)
@given(BUZZERS, BUZZING)
def test_clock_buzz_and_turn_on_the_phone_always_have_an_end(
    format: str, script: list[Any]
) -> None:
    def check(table: Table) -> None:
        asked = table.contest.play.current if table.contest.play else None
        if asked is None:
            return
        part = part_of(asked)
        spoken = part is not None and part.turn is not None and part.turn.aloud
        runs = asked.life in (Life.CLOCK, Life.HELD) and not spoken
        playing_on = table.contest.stage is Stage.PLAYING
        assert (ENGINE.due_at(table.contest) is not None) is (runs and playing_on)

    play(format, script, check)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_every_contest_can_be_played_to_its_end(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    for _ in range(200):
        if table.contest.stage is Stage.FINISHED:
            return
        if table.step() == "none":
            ring(table)
        elif table.step() == "judge":
            judge(table, right=False)
        elif not table.contest.contestants:
            table.do(c.Join("An", "Đỏ"))
        else:
            table.advance()
    raise AssertionError(table.step())


NAMED: dict[str, c.Act] = {
    "pause": c.Pause(0),
    "resume": c.Resume(0),
    "add_time": c.AddTime(0),
    "close": c.CloseNow(0),
    "give_back_time": c.GiveBackTime(0),
    "skip": c.Skip(0),
    "audience": c.DrawAudienceQuestion(0),
    "undo": c.Undo(0, steps=True),
    "lifeline": UseLifeline(0),
    "decline_rescue": DeclineRescue(0),
}


@settings(deadline=None, max_examples=100)
@given(FORMATS, st.one_of(SCRIPTS, BUZZING))
def test_acts_named_to_the_host_are_those_that_are_not_refused(
    format: str, script: list[Any]
) -> None:
    def check(table: Table) -> None:
        acted, numbers = table.contest.acted, list(table.contest.contestants)

        def possible(*acts: c.Act) -> bool:
            return any(not table.refused(replace(act, based_on=acted)) for act in acts)

        named = set(host_view(ENGINE, table.contest, table.now).can)
        expected = {name for name, act in NAMED.items() if possible(act)}
        expected |= {"give_turn"} if possible(*(GiveTurn(0, n) for n in numbers)) else set()
        judging = (JudgeTurn(0, n, True) for n in numbers)
        expected |= {"judge_turn"} if possible(*judging) else set()
        assert named & {*NAMED, "give_turn", "judge_turn"} == expected

    play(format, script, check)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS, NUMBERS)
def test_taking_newcomers_out_changes_nothing_of_the_others_and_can_be_undone(
    format: str, script: list[Any], first: int
) -> None:
    table = play(format, script, nothing)
    before = table.contest
    attempt(table, c.RemoveJoined(before.acted, first))
    after = table.contest
    for old, new in zip(before.plays, after.plays, strict=True):
        assert dict(new.floor.items()) == {n: old.floor.get(n) for n in new.floor}
        assert [getattr(one, "answers", one) for one in new.log] == [
            getattr(one, "answers", one) for one in old.log
        ]
        assert (old.current and old.current.answers) == (new.current and new.current.answers)
    remaining = [row.number for row in standings(before) if row.number in after.contestants]
    assert [row.number for row in standings(after)] == remaining
    if after.acted != before.acted:
        table.act(c.Undo(0))
        assert replace(table.contest, version=0, acted=0) == replace(before, version=0, acted=0)


@settings(deadline=None, max_examples=50)
@given(FORMATS, SCRIPTS)
def test_seat_is_the_last_devices_whatever_else_happens(format: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        last = {
            event.number: event.secret
            for event in table.events
            if isinstance(event, e.SeatReopened)
        }
        assert dict(table.contest.reopened.items()) == last
        for number, secret in last.items():
            assert holds_seat(table.contest, number, secret) is (
                number in table.contest.contestants
            )

    play(format, script, check)
