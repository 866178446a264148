"""What the hall's projector sees."""

from collections import Counter
from fractions import Fraction
from itertools import takewhile

from quiz.core.engine.engine import Engine
from quiz.core.nouns.hall_shapes import (
    HeldView,
    MoreView,
    PrizeBasis,
    PrizeView,
    ProjectorView,
    Square,
    StandingRow,
    TeamRow,
)
from quiz.core.nouns.model import Contestant, Plan, Team
from quiz.core.nouns.rules import Seen
from quiz.core.nouns.state import (
    Asked,
    Contest,
    Life,
    LogEntry,
    Play,
    Returned,
    Scene,
    Stage,
    Tally,
)
from quiz.core.numbered import Numbered
from quiz.core.remembering import remembered
from quiz.core.standing.floor import competes, last_main
from quiz.core.standing.prizes import (
    has_something,
    is_ceremony_over,
    next_shown,
    prize_taken,
    prizes_in_all,
    winners,
)
from quiz.core.standing.ranking import Standing, giving, standings, team_standings
from quiz.core.views.people import people, person, shown
from quiz.core.views.seeing import (
    clock_view,
    current,
    floor_count,
    question_view,
    reveal,
    round_view,
)

TOP = 50
"""Rows of the standings that the hall is sent, unless there are more prizes."""

_SCENE_OF_LIFE = {
    Life.DRAWN: "prepare",
    Life.SHOWN: "question",
    Life.CLOCK: "question",
    Life.PAUSED: "question",
    Life.HELD: "question",
    Life.LOCKED: "question",
    Life.REVEALED: "reveal",
}


def projector_view(engine: Engine, contest: Contest, now: int) -> ProjectorView:
    """The hall's view at `now` (ms); standings are those held while the host froze them.

    From the finish until the ceremony is over it has no standings and no teams, or they would
    tell the prizes before their time.
    """
    seen, asked = engine.see(contest), current(contest)
    secret = contest.stage is Stage.FINISHED and not is_ceremony_over(contest)
    ranked = () if secret else standings(contest, contest.holding)
    told = whole(contest, ranked)
    return ProjectorView(
        v=contest.version,
        now=now,
        title=contest.plan.title,
        stage=contest.stage,
        scene=_scene(contest, asked, seen),
        muted=contest.muted,
        round=round_view(engine, contest),
        life=asked.life if asked else None,
        question=question_view(contest, asked),
        clock=clock_view(asked),
        reveal=reveal(asked),
        floor=floor_count(contest),
        squares=squares(contest),
        standings=rows(contest, told, prizes=is_ceremony_over(contest)),
        teams=() if secret else team_rows(contest, ranked),
        prizes=_prizes(contest),
        parts=engine.parts(contest, "hall"),
        prizes_by=_prizes_by(contest.plan),
        held=_held(contest.holding),
        more=more(contest, ranked, told),
        prized=prizes_in_all(contest),
    )


def _scene(contest: Contest, asked: Asked | None, seen: Seen) -> str:
    if contest.scene is not Scene.AUTO:
        return contest.scene.value
    if contest.stage is Stage.LOBBY:
        return "join"
    if contest.stage is Stage.PLAYING:
        return _SCENE_OF_LIFE[asked.life] if asked else seen.scene
    if contest.stage is Stage.FINISHED:
        return "prizes"
    return seen.scene_after


def squares(contest: Contest) -> tuple[Square, ...]:
    """The floor, a square for each competitor, in order of number."""
    play = contest.play
    if play is None:
        return _squares(contest.contestants, None, ())
    if play.sides is not None:
        return _sides(contest.contestants, contest.plan.teams, play.floor, play.log)
    return _squares(contest.contestants, play.floor, play.log)


@remembered
def _squares(
    contestants: Numbered[Contestant], floor: Numbered[Tally] | None, log: tuple[LogEntry, ...]
) -> tuple[Square, ...]:
    made = []
    for number, contestant in contestants.items():
        tally = floor.get(number) if floor else None
        state = _state(log, tally or Tally(playing=not contestant.spectator), number)
        made.append(Square(number, contestant.name, contestant.team, state))
    return tuple(made)


@remembered
def _sides(
    contestants: Numbered[Contestant],
    teams: tuple[Team, ...],
    floor: Numbered[Tally],
    log: tuple[LogEntry, ...],
) -> tuple[Square, ...]:
    """The floor of a round of teams, and who watches it."""
    made = []
    for number, tally in floor.items():
        one = shown(contestants, teams, number)
        if one is not None:
            made.append(Square(number, one.name, one.team, _state(log, tally, number)))
    return tuple(made)


def _state(log: tuple[LogEntry, ...], tally: Tally, number: int) -> str:
    last = len(log) - 1
    if not tally.playing:
        if not competes(tally):
            return "spectator"
        return "leaving" if last >= 0 and tally.left_at == last else "out"
    entry = log[last] if log else None
    came_back = isinstance(entry, Returned) and number in entry.numbers and not tally.spectator
    return "returned" if came_back else "in"


def rows(
    contest: Contest, ranked: tuple[Standing, ...], *, prizes: bool
) -> tuple[StandingRow, ...]:
    """Standings with names, and with prizes where they may be told."""
    shared = Counter(standing.shared for standing in ranked)
    equals = frozenset(row.number for row in ranked if shared[row.shared] > 1)
    return tuple(_row(contest, standing, equals, prizes=prizes) for standing in ranked)


def whole(contest: Contest, ranked: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """The first places, none of them cut: as many as prizes are for, and at least `TOP`.

    A place that more people share than are told of is left out (`MoreView`).
    """
    most = max(TOP, prizes_in_all(contest))
    if len(ranked) <= most:
        return ranked
    beyond = _place(contest, ranked[most])
    return tuple(row for row in ranked[:most] if _place(contest, row) < beyond)


def more(
    contest: Contest, ranked: tuple[Standing, ...], told: tuple[Standing, ...]
) -> MoreView | None:
    """The place after those told, and how many share it."""
    if len(told) == len(ranked):
        return None
    first = ranked[len(told)]
    place = _place(contest, first)
    sharing = takewhile(lambda row: _place(contest, row) == place, ranked[len(told) :])
    return MoreView(place, len(tuple(sharing)), has_something(first.tally))


def _place(contest: Contest, standing: Standing) -> int:
    """The rank as it is shown: until the contest is over nobody is told apart by lot."""
    return standing.rank if contest.stage is Stage.FINISHED else standing.shared


def _row(
    contest: Contest, standing: Standing, equals: frozenset[int], *, prizes: bool
) -> StandingRow:
    one = person(contest, standing.number)
    tally = standing.tally
    index = prize_taken(contest, standing) if prizes else -1
    over = contest.stage is Stage.FINISHED
    return StandingRow(
        rank=_place(contest, standing),
        number=standing.number,
        name=one.name if one else "",
        team=one.team if one else "",
        points=tally.points,
        correct=tally.correct,
        survived=tally.survived,
        time_ms=tally.time_ms,
        prize=contest.plan.prizes[index].name if index >= 0 else "",
        reserve=tally.reserve,
        by_lot=over and standing.number in equals,
    )


def team_rows(contest: Contest, ranked: tuple[Standing, ...]) -> tuple[TeamRow, ...]:
    """Teams by their rule; points with up to two decimals."""
    return tuple(
        TeamRow(team.rank, team.team, _decimals(team.points), team.members, team.left)
        for team in team_standings(contest, ranked)
    )


def _decimals(points: Fraction) -> str:
    text = f"{float(points):.2f}".rstrip("0").rstrip(".")
    return text or "0"


def _held(plays: tuple[Play, ...] | None) -> HeldView | None:
    return HeldView(plays[-1].round.name, last_main(plays[-1])) if plays else None


def _prizes_by(plan: Plan) -> PrizeBasis | None:
    """What gives the prizes, where several rounds might."""
    if len(plan.rounds) == 1 or not plan.prizes:
        return None
    kind = giving(plan)
    index = {"round": plan.prizes_from.index, "winner": -1}.get(kind)
    return PrizeBasis(kind, "" if index is None else plan.rounds[index].name)


def _prizes(contest: Contest) -> tuple[PrizeView, ...]:
    """Prizes from the highest down; those the ceremony has not reached name nobody."""
    if contest.stage is not Stage.FINISHED:
        return tuple(PrizeView(prize.name, prize.count, False, ()) for prize in contest.plan.prizes)
    prizes, taken = contest.plan.prizes, winners(contest)
    over, following, made = is_ceremony_over(contest), next_shown(contest), []
    for index, prize in enumerate(prizes):
        shown = over or index >= len(prizes) - contest.prizes_shown
        who = people(contest, (row.number for row in taken[index])) if shown else ()
        made.append(
            PrizeView(prize.name, prize.count, shown, who, index == len(prizes) - following)
        )
    return tuple(made)
