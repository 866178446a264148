"""Who stands where: criteria in a chain, the last of which is a lot drawn from a seed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256

from quiz.core.copying import changed
from quiz.core.nouns.competitors import is_team, sides_of, team_numbers
from quiz.core.nouns.model import Contestant, Plan, TeamRule
from quiz.core.nouns.state import CRITERIA, Contest, Measure, Play, Tally
from quiz.core.numbered import Numbered
from quiz.core.remembering import remembered
from quiz.core.standing.floor import competes

_OVERALL = ("points", "correct", "time", "draw")


@dataclass(frozen=True, slots=True)
class Standing:
    """A place: equal places share a rank and the next ones are skipped ("1, 2, 2, 4").

    `shared` is the rank before the lot is drawn.
    """

    rank: int
    number: int
    tally: Tally
    shared: int


def lot(seed: str, number: int) -> str:
    """A lot nobody can foresee without the seed and everybody can check with it."""
    return sha256(f"{seed}:{number}".encode()).hexdigest()


@remembered
def rank(
    floor: Numbered[Tally],
    chain: tuple[str, ...],
    seed: str,
    criteria: Mapping[str, Measure] = CRITERIA,
    first: int = 0,
) -> tuple[Standing, ...]:
    """All who compete, best first, by the criteria of `chain`; `first` stands before all."""
    rows = [
        ((number != first, *_measured(tally, number, chain, seed, criteria)), number, tally)
        for number, tally in floor.items()
        if competes(tally)
    ]
    rows.sort(key=lambda row: row[0])
    # The first part of a key is for `first`; what comes from the lot on is no merit.
    merits = chain.index("draw") + 1 if "draw" in chain else len(chain) + 1
    ranks = shared_ranks(key for key, _, _ in rows)
    shared = shared_ranks(key[:merits] for key, _, _ in rows)
    return tuple(
        Standing(place, number, tally, before)
        for place, before, (_, number, tally) in zip(ranks, shared, rows, strict=True)
    )


def shared_ranks(keys: Iterable[object]) -> list[int]:
    """Ranks of sorted keys: equal keys share one."""
    ranks: list[int] = []
    before: object = None
    for place, key in enumerate(keys, start=1):
        ranks.append(ranks[-1] if ranks and key == before else place)
        before = key
    return ranks


def _measured(
    tally: Tally,
    number: int,
    chain: tuple[str, ...],
    seed: str,
    criteria: Mapping[str, Measure],
) -> tuple[object, ...]:
    return tuple(lot(seed, number) if name == "draw" else -criteria[name](tally) for name in chain)


def order(play: Play, seed: str, without: frozenset[int] = frozenset()) -> tuple[Standing, ...]:
    """All who compete in a round but for those `without` a place, by the round's own chain."""
    floor = play.floor.excluding(without) if without else play.floor
    return rank(floor, play.settings.chain, seed, play.settings.criteria)


def standings(contest: Contest, plays: tuple[Play, ...] | None = None) -> tuple[Standing, ...]:
    """The contest's standings, by what gives its prizes.

    Where one of the rounds does, the round being played stands in until that one begins. The
    disqualified are not in them.
    """
    plays = contest.plays if plays is None else plays
    if not plays:
        return ()
    plan, rule = contest.plan, contest.plan.prizes_from
    if _by_one_round(plan):
        return order(plays[min(rule.index, len(plays) - 1)], plan.seed, contest.disqualified)
    totals = _totals(rule.weights, *(play.floor for play in plays))
    if contest.disqualified:
        totals = totals.excluding(contest.disqualified)
    decided = rule.kind == "winner" and len(plays) == len(plan.rounds)
    return rank(totals, _OVERALL, plan.seed, CRITERIA, plays[-1].winner if decided else 0)


def weight(plan: Plan, place: int) -> int:
    """By how much the points of the round at `place` (from 0) are multiplied in the standings."""
    weights = plan.prizes_from.weights
    return weights[place] if weights and not _by_one_round(plan) else 1


def _by_one_round(plan: Plan) -> bool:
    return giving(plan) == "round"


def giving(plan: Plan) -> str:
    """What gives the prizes, also where a plan from before it was said leaves it open."""
    return plan.prizes_from.kind or ("round" if len(plan.rounds) == 1 else "sum")


def decides(plan: Plan) -> bool:
    """Whether what gives the prizes is there: the round named, a weight for each round.

    The points of persons and those of teams are not added up.
    """
    rule, count = plan.prizes_from, len(plan.rounds)
    weighted = not rule.weights or len(rule.weights) == count
    positive = all(weight > 0 for weight in rule.weights)
    known = rule.kind in ("", "round", "sum", "winner") and 0 <= rule.index < count
    by_round = rule.kind == "round" or (not rule.kind and count == 1)
    alike = by_round or len({round_.competitors for round_ in plan.rounds}) == 1
    return known and weighted and positive and alike


@remembered
def _totals(weights: tuple[int, ...], *floors: Numbered[Tally]) -> Numbered[Tally]:
    totals: dict[int, Tally] = {}
    for place, floor in enumerate(floors):
        weight = weights[place] if weights else 1
        for number, tally in floor.items():
            if competes(tally):
                so_far = totals.get(number)
                counted = tally if weight == 1 else changed(tally, points=tally.points * weight)
                totals[number] = counted if so_far is None else _added(so_far, counted)
    return Numbered(totals)


def _added(one: Tally, other: Tally) -> Tally:
    return Tally(
        playing=other.playing,
        survived=other.survived,
        correct=one.correct + other.correct,
        reserve=one.reserve + other.reserve,
        audience=one.audience + other.audience,
        points=one.points + other.points,
        time_ms=one.time_ms + other.time_ms,
        left_at=other.left_at,
    )


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """A team's place; `points` is exact, `members` compete, `left` are on the floor."""

    rank: int
    team: str
    points: Fraction
    members: int
    left: int


def team_standings(contest: Contest, rows: tuple[Standing, ...]) -> tuple[TeamStanding, ...]:
    """Teams by the sum, the mean or the best N of their members' points; ties share a rank.

    Where teams compete themselves, by the points of theirs.
    """
    if own := _teams_own(rows):
        return _ranked(_by_themselves(contest, own))
    return _by_members(contest.plan, contest.contestants, rows)


def _ranked(found: Iterable[TeamStanding]) -> tuple[TeamStanding, ...]:
    scored = sorted(found, key=lambda team: -team.points)
    ranks = shared_ranks([team.points for team in scored])
    return tuple(replace(team, rank=place) for place, team in zip(ranks, scored, strict=True))


@remembered
def _teams_own(rows: tuple[Standing, ...]) -> Mapping[int, Tally]:
    return {row.number: row.tally for row in rows if is_team(row.number)}


def _by_themselves(contest: Contest, own: Mapping[int, Tally]) -> Iterator[TeamStanding]:
    sizes = Counter(sides_of(contest).of.values())
    for name, number in team_numbers(contest.plan).items():
        if number in contest.disqualified:
            continue
        tally, size = own.get(number, Tally(playing=False)), sizes[number]
        yield TeamStanding(0, name, Fraction(tally.points), size, size if tally.playing else 0)


@remembered
def _by_members(
    plan: Plan, contestants: Numbered[Contestant], rows: tuple[Standing, ...]
) -> tuple[TeamStanding, ...]:
    members: dict[str, list[Tally]] = {team.name: [] for team in plan.teams}
    for row in rows:
        contestant = contestants.get(row.number)
        if contestant is not None and contestant.team:
            members.setdefault(contestant.team, []).append(row.tally)
    return _ranked(_team(name, tallies, plan.team_rule) for name, tallies in members.items())


def _team(name: str, tallies: list[Tally], rule: TeamRule) -> TeamStanding:
    left = sum(tally.playing for tally in tallies)
    return TeamStanding(0, name, _team_points(tallies, rule), len(tallies), left)


def _team_points(tallies: list[Tally], rule: TeamRule) -> Fraction:
    points = sorted((tally.points for tally in tallies), reverse=True)
    if rule.kind == "best":
        points = points[: rule.best_of]
    total = Fraction(sum(points))
    return total / len(points) if rule.kind == "mean" and points else total
