"""Who of a contest has the same name in the same team as somebody who wants to join."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from quiz.core.engine.joining import folded
from quiz.core.nouns.state import Contest
from quiz.service.contests.running.runner import Runner

NumbersByName = dict[tuple[str, str], list[int]]


class _Known:
    """The names of one contest, as of its version `acted` and the last who had joined by then."""

    def __init__(self, contest: Contest) -> None:
        self.acted = contest.acted
        self.joined = 0
        self.names: NumbersByName = {}
        self.add(contest, contest.contestants)

    def add(self, contest: Contest, numbers: Iterable[int]) -> None:
        for number in numbers:
            one = contest.contestants.get(number)
            if one is not None:
                # The name of who is in was cleaned when they joined.
                self.names.setdefault((one.name.casefold(), one.team), []).append(number)
        self.joined = contest.joined


class Namesakes:
    """The names of all contests that run, at hand: thousands who join are each looked up.

    Who joins is added; what else changes names is an act, and then all are read anew.
    """

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Runner, _Known] = WeakKeyDictionary()

    def of(self, runner: Runner, name: str, team: str) -> tuple[int, ...]:
        """The numbers of those in this contest whose name and team are these."""
        contest = runner.contest
        known = self._known.get(runner)
        if known is None or known.acted != contest.acted:
            known = self._known[runner] = _Known(contest)
        elif known.joined < contest.joined:
            known.add(contest, range(known.joined + 1, contest.joined + 1))
        asked = (folded(name), team if contest.plan.teams else "")
        return tuple(known.names.get(asked, ()))
