"""Building what each role sees: the only place where a key may or may not leave the core."""

from dataclasses import replace

from quiz.core.engine.engine import Engine
from quiz.core.nouns.citing import public_citation
from quiz.core.nouns.model import Contestant, Kind, Pool, Question, Team
from quiz.core.nouns.shapes import (
    ClockView,
    Counts,
    FloorCount,
    PhoneView,
    QuestionView,
    Reveal,
    RoundView,
)
from quiz.core.nouns.state import Asked, Contest, Life, Play, Stage, Tally
from quiz.core.numbered import Numbered
from quiz.core.question.asking import asked_so_far, seconds_of
from quiz.core.question.checking import answer_text, option_counts
from quiz.core.question.judging import replies, rightly
from quiz.core.question.timing import back_within_ms
from quiz.core.remembering import remembered
from quiz.core.standing.floor import competes, playing


def phone_view(engine: Engine, contest: Contest, now: int) -> PhoneView:
    """What all phones share at `now` (ms)."""
    asked = current(contest)
    return PhoneView(
        v=contest.version,
        now=now,
        title=contest.plan.title,
        stage=contest.stage,
        round=round_view(engine, contest),
        life=asked.life if asked else None,
        question=question_view(contest, asked),
        clock=clock_view(asked),
        reveal=reveal(asked),
        floor=floor_count(contest),
        frozen=contest.holding is not None,
        parts=engine.parts(contest, "phone"),
        back_within_ms=back_within_ms(len(contest.contestants)),
    )


def counts(engine: Engine, contest: Contest, online: int) -> Counts:
    """Live numbers; `online` phones are connected."""
    answered, eligible = engine.progress(contest)
    teams, latest = _crowd(contest.contestants, contest.plan.teams)
    return Counts(
        v=contest.version,
        joined=len(contest.contestants),
        online=online,
        answered=answered,
        eligible=eligible,
        teams=teams,
        latest=latest,
    )


@remembered
def _crowd(
    contestants: Numbered[Contestant], teams: tuple[Team, ...]
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """How many are in each team, and the names that joined last."""
    people = list(contestants.values())
    sizes = dict.fromkeys((team.name for team in teams), 0)
    for contestant in people:
        if contestant.team:
            sizes[contestant.team] = sizes.get(contestant.team, 0) + 1
    return tuple(sizes.items()), tuple(contestant.name for contestant in people[-12:])


def current(contest: Contest) -> Asked | None:
    """The question being asked, if a round is being played."""
    return contest.play.current if contest.play and contest.stage is Stage.PLAYING else None


def round_view(engine: Engine, contest: Contest) -> RoundView | None:
    """The round being played or just played."""
    if contest.play is None:
        return None
    round_ = contest.play.round
    return RoundView(
        name=round_.name,
        format=round_.format,
        index=len(contest.plays),
        of=len(contest.plan.rounds),
        eliminates=engine.formats[round_.format].eliminates,
        may_change=contest.play.settings.change_answer,
    )


def question_view(contest: Contest, asked: Asked | None) -> QuestionView | None:
    """The question once it is shown; before that, only which one is coming."""
    if asked is None or contest.play is None:
        return None
    draft = drafted(contest.play, asked)
    if asked.life is Life.DRAWN:
        return replace(draft, kind=Kind.ONE, text="", options=(), picture="", seconds=0)
    return draft


def drafted(play: Play, asked: Asked) -> QuestionView:
    """The question as the audience sees it, shown or not."""
    question = asked.question
    return QuestionView(
        pool=asked.pool,
        ordinal=asked.ordinal,
        of=len(play.round.pool(asked.pool)),
        kind=question.kind,
        text=question.text,
        options=question.options,
        picture=f"/picture/{question.picture}" if question.picture else "",
        seconds=seconds_of(play, asked),
        asked=asked.id,
    )


def clock_view(asked: Asked | None) -> ClockView | None:
    """The clock of a question that is shown."""
    if asked is None or asked.life is Life.DRAWN:
        return None
    return ClockView(asked.show_at, asked.opens_at, asked.deadline, asked.left_ms)


def reveal(asked: Asked | None) -> Reveal | None:
    """The key, only once it is revealed."""
    if asked is None or asked.life is not Life.REVEALED:
        return None
    question = asked.question
    return Reveal(
        key=question.key,
        key_text=key_text(question),
        explanation=question.explanation,
        citation=public_citation(question),
        counts=_counts(asked),
        right=len(rightly(asked)),
        answered=replies(asked),
        eligible=len(asked.eligible),
        voided=asked.voided,
    )


def key_text(question: Question) -> str:
    """The accepted answers in words; for one choice the option itself is named."""
    words = []
    for answer in question.key:
        text = answer_text(question, answer)
        if question.kind in (Kind.ONE, Kind.TRUE_FALSE) and not isinstance(answer, str):
            text = f"{text}. {question.options[answer[0]]}"
        words.append(text)
    return " / ".join(words)


def _counts(asked: Asked) -> tuple[int, ...]:
    """How many chose each option; empty for texts, numbers and orders."""
    if asked.question.kind in (Kind.TEXT, Kind.NUMBER, Kind.ORDER):
        return ()
    return option_counts(asked.question, (given.answer for given in asked.answers.values()))


def floor_count(contest: Contest) -> FloorCount:
    """How many are on the floor, of how many who compete."""
    if contest.play is None:
        return FloorCount(len(contest.contestants), len(contest.contestants))
    return _counted(contest.play.floor)


@remembered
def _counted(floor: Numbered[Tally]) -> FloorCount:
    return FloorCount(len(playing(floor)), sum(competes(tally) for tally in floor.values()))


def questions_left(play: Play, pool: Pool) -> int:
    """How many questions of a pool have not been drawn."""
    return len(play.round.pool(pool)) - asked_so_far(play, pool)


def replaced(contest: Contest) -> int:
    """How many main questions of the round were dropped and replaced by reserve ones."""
    if contest.play is None:
        return 0
    planned = contest.plan.rounds[len(contest.plays) - 1]
    return len(contest.play.round.questions) - len(planned.questions)
