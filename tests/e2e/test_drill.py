"""The crash drill in its short form; `run.py drill --kills 100` is the long one."""

import json
import random
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quiz.cli.demo_contest import stage
from quiz.core.host_view import host_view
from quiz.drill import journal, upgrade
from quiz.drill.holding import hold
from quiz.drill.ledger import Account
from quiz.drill.moments import Moment, plan
from quiz.drill.server import RUN
from quiz.formats import ENGINE
from tests.e2e import reference

PEOPLE = 8


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


def test_standings_after_a_kill_equal_those_of_the_naive_reference(tmp_path: Path) -> None:
    staged = stage(tmp_path, plan())
    contest = (staged.contest, staged.pin, staged.token)
    kill, luck = Counter((Moment.REVEAL,)), random.Random(20)
    # In a thread of its own: where a browser is open, the main thread has a loop.
    with ThreadPoolExecutor(1) as beside:
        evening = beside.submit(
            hold, tmp_path, "gevent", contest, PEOPLE, kill, luck, lambda strike: None
        )
        outcome = evening.result()
    assert [strike.moment for strike in outcome.strikes] == [Moment.REVEAL]
    assert outcome.answers == Account(outcome.answers.acknowledged, 0, 0)
    assert outcome.acts == Account(outcome.acts.acknowledged, 0, 0)
    assert (outcome.joined, outcome.late, outcome.replay_equal) == (PEOPLE, 0, True)

    rows = journal.read(tmp_path, staged.contest)
    played = journal.contest_at(rows, rows[-1].version)
    assert played is not None
    names = ("rank", "number", "name", "survived", "correct", "time_ms")
    shown = [
        {name: getattr(row, name) for name in names}
        for row in host_view(ENGINE, played, 0).hall.standings
    ]
    assert shown == reference.standings(reference.replay(tmp_path, staged.contest))


@pytest.mark.parametrize("after_s", [0.0, 0.05, 60.0])
def test_killed_migration_leaves_a_whole_file(tmp_path: Path, after_s: float) -> None:
    data = tmp_path / "data"
    stage(data, plan())
    assert upgrade.strike(data, upgrade.scripts_into(tmp_path), after_s)
