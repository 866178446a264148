"""Whether every contest can be replayed from its journal, and is what the list says."""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.service.contests.ports import ContestStore, JournalStore
from quiz.service.contests.replaying import replayed
from quiz.service.contests.rows import ContestRow
from quiz.service.ports import Rules


@dataclass(frozen=True, slots=True)
class ReplayCheck:
    """One contest, how many events it has, and what is wrong with it (empty: nothing)."""

    row: ContestRow
    events: int
    problem: str


def replay_checks(
    contests: ContestStore, journal: JournalStore, rules: Rules
) -> Iterator[ReplayCheck]:
    """Replay every contest, one after the other; raises StorageFailed."""
    for row in contests.listing():
        yield _replay_check(row, journal, rules)


def _replay_check(row: ContestRow, journal: JournalStore, rules: Rules) -> ReplayCheck:
    try:
        contest = replayed(journal.events(row.id), rules)
    except Exception as error:  # noqa: BLE001  whatever it is, the other contests are looked at
        return ReplayCheck(row, 0, f"{type(error).__name__}: {error}")
    if contest is None:
        return ReplayCheck(row, 0, "no events")
    listed, told = (row.stage, row.joined), (contest.stage, len(contest.contestants))
    problem = "" if listed == told else f"the list says {listed}, the journal {told}"
    return ReplayCheck(row, contest.version, problem)
