"""Questions chosen and put in order by hand, after the draw or instead of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Draw, Pool, Question
from quiz.web.new_contest.draft.draft_rounds import Rounds
from quiz.web.new_contest.draw.drawn_round import DrawnQuestions, Sizes, first_draw

Picks = Mapping[Pool, tuple[str, ...]]
"""The ids of the questions of each pool, in order."""
FIELD = {Pool.MAIN: "questions", Pool.RESERVE: "reserve", Pool.AUDIENCE: "audience"}
"""The field that says how many questions a pool has."""
PICK = "pick:"


def picks_of(rounds: Rounds, place: int) -> Picks:
    """What was put in order by hand in a round; empty where everything is as it was drawn."""
    found = {pool: tuple(rounds.value(place, PICK + pool).split()) for pool in Pool}
    return found if any(found.values()) else {}


def picks_from(drawn: DrawnQuestions) -> Picks:
    """The questions of a draw as they stand."""
    return {pool: tuple(question.id for question in getattr(drawn, pool)) for pool in Pool}


def with_picks(rounds: Rounds, place: int, picks: Picks) -> Rounds:
    """The round with these questions; its pools are as large as they are."""
    lists = {PICK + pool: " ".join(ids) for pool, ids in picks.items()}
    sizes = {FIELD[pool]: str(len(ids)) for pool, ids in picks.items()}
    return rounds.having(place, **lists, **sizes)


def moved(picks: Picks, question_id: str, pool: Pool, place: int) -> Picks:
    """The question at another place (from 0) of a pool; the last main question stays main."""
    if pool is not Pool.MAIN and picks[Pool.MAIN] == (question_id,):
        return picks
    others = {each: _without(ids, question_id) for each, ids in picks.items()}
    at = max(0, min(place, len(others[pool])))
    return {**others, pool: (*others[pool][:at], question_id, *others[pool][at:])}


def placed(picks: Picks, question_id: str, pool: Pool, instead: str = "") -> Picks:
    """The question at the end of a pool, or where another one stood."""
    here = next((each for each, ids in picks.items() if instead and instead in ids), None)
    if here is None:
        return moved(picks, question_id, pool, len(picks[pool]))
    others = {each: _without(ids, question_id) for each, ids in picks.items()}
    swapped = tuple(question_id if each == instead else each for each in others[here])
    return {**others, here: swapped}


def dropped(picks: Picks, question_id: str) -> Picks:
    """Without a question; the last main one stays."""
    if picks[Pool.MAIN] == (question_id,):
        return picks
    return {pool: _without(ids, question_id) for pool, ids in picks.items()}


def arranged(
    picks: Picks,
    sizes: Sizes,
    how: Draw,
    banks: Sequence[Bank],
    known: Collection[str],
    taken: Collection[str],
) -> tuple[tuple[str, ...], ...]:
    """The ids of each pool: those picked that are known and not taken, the rest drawn.

    Raises TooFewError.
    """
    lists = {
        pool: [each for each in picks[pool] if each in known and each not in taken][
            : sizes.of(pool)
        ]
        for pool in Pool
    }
    lacking = Sizes(*(sizes.of(pool) - len(lists[pool]) for pool in Pool))
    if lacking.total:
        gone = {*how.avoided, *how.swaps, *taken, *(each for ids in picks.values() for each in ids)}
        free = replace(how, quotas=(), mcq_first=0, avoided=tuple(sorted(gone)))
        more = first_draw(banks, lacking, free)
        for pool in Pool:
            lists[pool] += [question.id for question in getattr(more, pool)]
    return tuple(tuple(lists[pool]) for pool in Pool)


def every(banks: Sequence[Bank], held: Mapping[str, Question]) -> dict[str, Question]:
    """All questions there are by id: those of the banks, and what the contest itself holds."""
    return {**held, **{each.id: each for bank in banks for each in bank.questions}}


def _without(ids: Sequence[str], gone: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != gone)
