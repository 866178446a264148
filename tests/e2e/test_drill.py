"""The crash drill in its short form; `run.py drill --kills 100` is the long one."""

import json
import random
import sqlite3
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.cli.demo_contest import Staged, stage
from quiz.core.nouns.events import QuestionDrawn
from quiz.core.views.host_view import host_view
from quiz.drill import journal, upgrade
from quiz.drill.holding import hold
from quiz.drill.ledger import Agreement
from quiz.drill.moments import Moment
from quiz.drill.outcome import EveningOutcome
from quiz.drill.sample import plan
from quiz.drill.server import RUN
from quiz.formats import ENGINE
from quiz.store.sqlite.database import FILE_NAME
from tests.e2e import reference, turns

PEOPLE = 8
OLDER = "0003"


def test_drill_ends_with_one_object_that_says_all_is_sound() -> None:
    command = [sys.executable, "-X", "prepared", str(RUN), "drill", "--kills", "2", "--json"]
    command += ["--contestants", str(PEOPLE)]
    drill = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=200)
    assert drill.returncode == 0, drill.stdout + drill.stderr
    report = json.loads(drill.stdout.splitlines()[-1])
    assert report["acknowledged"] >= PEOPLE
    measured = ("acknowledged", "in_flight", "back_first_ms", "back_all_ms")
    assert {name: count for name, count in report.items() if name not in measured} == {
        "kills": 2,
        "lost": 0,
        "duplicated": 0,
        "replay_equal": True,
        "late": 0,
        "joined_twice": 0,
    }


def held(folder: Path, staged: Staged, *moments: Moment) -> EveningOutcome:
    """An evening with these kills."""
    contest = (staged.contest, staged.pin, staged.token)
    kills, luck = Counter(moments), random.Random(20)
    # In a thread of its own: where a browser is open, the main thread has a loop.
    with ThreadPoolExecutor(1) as beside:
        evening = beside.submit(
            hold, folder, "gevent", contest, PEOPLE, kills, luck, lambda strike: None
        )
        return evening.result()


def see_sound(outcome: EveningOutcome, *moments: Moment) -> None:
    """Nothing acknowledged is lost, nothing counts twice, the replay is the same."""
    assert [strike.moment for strike in outcome.strikes] == list(moments)
    assert outcome.answers == Agreement(outcome.answers.acknowledged, 0, 0)
    assert outcome.acts == Agreement(outcome.acts.acknowledged, 0, 0)
    assert (outcome.joined, outcome.late, outcome.replay_equal) == (PEOPLE, 0, True)


def test_who_buzzed_first_has_the_turn_after_a_kill_before_it_and_during_it(
    tmp_path: Path,
) -> None:
    whole = plan()
    staged = stage(tmp_path, replace(whole, rounds=whole.rounds[1:2]))
    moments = Moment.SETTLING, Moment.IN_TURN
    see_sound(held(tmp_path, staged, *moments), *moments)

    reckoned = turns.reckon(tmp_path, staged.contest)
    rows = journal.read_journal(tmp_path, staged.contest)
    played = journal.contest_at(rows, rows[-1].version)
    assert played is not None
    assert [len(of_question) for of_question in reckoned.turns] == [1, 1]
    shown = {row.number: row.points for row in host_view(ENGINE, played, 0).hall.standings}
    assert shown == {number: reckoned.points[number] for number in range(1, PEOPLE + 1)}


def test_standings_after_a_kill_equal_those_of_the_naive_reference(tmp_path: Path) -> None:
    whole = plan()
    staged = stage(tmp_path, replace(whole, rounds=whole.rounds[:1]))
    see_sound(held(tmp_path, staged, Moment.REVEAL), Moment.REVEAL)

    rows = journal.read_journal(tmp_path, staged.contest)
    played = journal.contest_at(rows, rows[-1].version)
    assert played is not None
    names = ("rank", "number", "name", "survived", "correct", "time_ms")
    shown = [
        {name: getattr(row, name) for name in names}
        for row in host_view(ENGINE, played, 0).hall.standings
    ]
    assert shown == reference.standings(reference.replay(tmp_path, staged.contest))


def aged(folder: Path) -> None:
    """Make the folder one that a program of before actors and grants has written."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw, raw:
        raw.execute("ALTER TABLE journal DROP COLUMN actor")
        raw.execute("DROP TABLE grants")
        raw.execute("DROP TABLE drafts")
        raw.execute("UPDATE alembic_version SET version_num = ?", (OLDER,))


def test_kills_while_people_are_chosen_and_things_put_right_or_taken_back_lose_nothing(
    tmp_path: Path,
) -> None:
    whole = plan()
    staged = stage(tmp_path, replace(whole, rounds=whole.rounds[:1]))
    moments = Moment.ASKING_AGAIN, Moment.CHOOSING, Moment.CORRECTING, Moment.UNDOING
    see_sound(held(tmp_path, staged, *moments), *moments)
    drawn = [
        row.event.ordinal
        for row in journal.read_journal(tmp_path, staged.contest)
        if isinstance(row.event, QuestionDrawn)
    ]
    assert drawn[:2] == [1, 1]


def test_kills_in_a_spoken_turn_and_in_the_ceremony_on_a_folder_migrated_in_the_same_start(
    tmp_path: Path,
) -> None:
    whole = plan()
    staged = stage(tmp_path, replace(whole, rounds=whole.rounds[2:]))
    aged(tmp_path)
    moments = Moment.SPOKEN, Moment.CEREMONY
    see_sound(held(tmp_path, staged, *moments), *moments)
    assert (tmp_path / f"contests-before-migration-of-{OLDER}.db").exists()

    reckoned = turns.reckon(tmp_path, staged.contest)
    rows = journal.read_journal(tmp_path, staged.contest)
    played = journal.contest_at(rows, rows[-1].version)
    assert played is not None
    shown = {row.number: row.points for row in host_view(ENGINE, played, 0).hall.standings}
    assert shown == {number: reckoned.points[number] for number in range(1, PEOPLE + 1)}


@pytest.mark.parametrize("after_s", [0.0, 0.05, 60.0])
def test_killed_migration_leaves_a_whole_file(tmp_path: Path, after_s: float) -> None:
    data = tmp_path / "data"
    stage(data, plan())
    assert upgrade.strike(data, upgrade.scripts_into(tmp_path), after_s)
