"""Whom the host may let onto the floor: who left it, and who came late."""

from quiz.core.errors import Rejected
from quiz.core.nouns.competitors import is_team
from quiz.core.nouns.events import ContestantsRescued
from quiz.core.nouns.state import Life, Play


def returned(play: Play, numbers: tuple[int, ...], *, by_rule: bool = False) -> ContestantsRescued:
    """These come onto the floor; from the question on that is shown next.

    Raises:
        Rejected: nobody_to_rescue for nobody, for one who is on it or is barred from it, not_now
            while a question is open.
    """
    chosen = tuple(sorted(set(numbers)))
    away = {
        number
        for number, tally in play.floor.items()
        if not tally.playing
        and number not in play.barred
        and (play.sides is None or is_team(number))
    }
    if not chosen or not set(chosen) <= away:
        raise Rejected("nobody_to_rescue")
    if play.current is not None and play.current.life is not Life.DRAWN:
        raise Rejected("not_now")
    return ContestantsRescued(chosen, by_rule, lasts=True)
