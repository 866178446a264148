"""Building what each role sees: the only place where a key may or may not leave the core."""

from dataclasses import replace

from quiz.core.asking import asked_so_far, seconds_of
from quiz.core.checking import answer_text, is_right
from quiz.core.engine import Engine
from quiz.core.floor import competes, playing
from quiz.core.model import (
    Asked,
    Contest,
    Contestant,
    Kind,
    Life,
    Play,
    Pool,
    Prize,
    Question,
    Stage,
    Tally,
)
from quiz.core.ranking import prize_of, standings
from quiz.core.rules import Seen
from quiz.core.views import (
    ClockView,
    Counts,
    FloorCount,
    MyAnswer,
    Note,
    Person,
    PhoneView,
    QuestionView,
    Reveal,
    RoundView,
    SeatView,
    Verdict,
)


def phone_view(engine: Engine, contest: Contest, now: int) -> PhoneView:
    """What all phones share at `now` (ms)."""
    seen, asked = engine.see(contest), current(contest)
    return PhoneView(
        v=contest.version,
        now=now,
        title=contest.plan.title,
        stage=contest.stage,
        round=round_view(contest),
        life=asked.life if asked else None,
        question=question_view(contest, asked),
        clock=clock_view(asked),
        reveal=reveal(asked),
        floor=floor_count(contest),
        rescue_open=seen.scene == "rescue",
        winner=person(contest, seen.bell),
        bell_silent=seen.bell == 0,
        frozen=contest.held is not None,
        spared=seen.spared,
        lifeline=seen.lifeline,
    )


def seat_view(engine: Engine, contest: Contest, number: int) -> SeatView | None:
    """What is private to one contestant's phone; None when removed."""
    return Seats(engine, contest).of(number)


class Seats:
    """The seats of one state of a contest; what is the same for all is worked out once.

    They stay as they are until the next act or join: answers change no seat.
    """

    def __init__(self, engine: Engine, contest: Contest) -> None:
        self._contest = contest
        self._seen = engine.see(contest)
        self._places = _places(contest)

    def of(self, number: int) -> SeatView | None:
        """What is private to one contestant's phone; None when removed."""
        contestant = self._contest.contestants.get(number)
        if contestant is None:
            return None
        rank, prize = self._places.get(number, (None, ""))
        play, asked = self._contest.play, current(self._contest)
        tally = (play.floor.get(number) if play else None) or _unplaced(contestant)
        verdict = _verdict(asked, number)
        return SeatView(
            number=number,
            name=contestant.name,
            team=contestant.team,
            note=_note(play, tally, self._seen, number),
            may_answer=_may_answer(asked, tally, number) if asked else tally.playing,
            asked=f"{asked.pool}-{asked.ordinal}" if asked and verdict else "",
            verdict=verdict,
            correct=tally.correct,
            points=tally.points,
            left_after=_left_after(play, tally),
            rank=rank,
            prize=prize,
        )


def my_answer(contest: Contest, number: int) -> MyAnswer | None:
    """The recorded answer to the current question."""
    asked = current(contest)
    given = asked.answers.get(number) if asked else None
    return MyAnswer(given.answer, given.at) if given else None


def counts(contest: Contest, online: int) -> Counts:
    """Live numbers; `online` phones are connected."""
    asked = current(contest)
    teams = dict.fromkeys(contest.plan.teams, 0)
    people = [contestant for _, contestant in contest.contestants.items()]
    for contestant in people:
        if contestant.team:
            teams[contestant.team] = teams.get(contestant.team, 0) + 1
    return Counts(
        v=contest.version,
        joined=len(people),
        online=online,
        answered=len(asked.answers) if asked else 0,
        eligible=len(asked.eligible) if asked else 0,
        teams=tuple(teams.items()),
        latest=tuple(contestant.name for contestant in people[-12:]),
    )


def current(contest: Contest) -> Asked | None:
    """The question being asked, if a round is being played."""
    return contest.play.current if contest.play and contest.stage is Stage.PLAYING else None


def round_view(contest: Contest) -> RoundView | None:
    """The round being played or just played."""
    if contest.play is None:
        return None
    round_ = contest.play.round
    return RoundView(round_.name, round_.format, len(contest.plays), len(contest.plan.rounds))


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
        picture=question.picture,
        seconds=seconds_of(play, asked),
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
        citation=question.citation,
        counts=option_counts(asked),
        right=rights(asked),
        answered=len(asked.answers),
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


def option_counts(asked: Asked) -> tuple[int, ...]:
    """How many chose each option; empty for texts, numbers and orders."""
    if asked.question.kind in (Kind.TEXT, Kind.NUMBER, Kind.ORDER):
        return ()
    totals = [0] * len(asked.question.options)
    for given in asked.answers.values():
        for place in given.answer:
            totals[int(place)] += 1
    return tuple(totals)


def rights(asked: Asked) -> int:
    """How many answered right."""
    return sum(is_right(asked.question, given.answer) for given in asked.answers.values())


def floor_count(contest: Contest) -> FloorCount:
    """How many are on the floor, of how many who compete."""
    if contest.play is None:
        return FloorCount(len(contest.contestants), len(contest.contestants))
    floor = contest.play.floor
    return FloorCount(len(playing(floor)), sum(competes(tally) for tally in floor.values()))


def person(contest: Contest, number: int | None) -> Person | None:
    """A contestant as shown to others."""
    contestant = contest.contestants.get(number) if number else None
    return Person(contestant.number, contestant.name, contestant.team) if contestant else None


def questions_left(play: Play, pool: Pool) -> int:
    """How many questions of a pool have not been drawn."""
    return len(play.round.pool(pool)) - asked_so_far(play, pool)


def _unplaced(contestant: Contestant) -> Tally:
    return Tally(playing=not contestant.spectator, spectator=contestant.spectator)


def _note(play: Play | None, tally: Tally, seen: Seen, number: int) -> Note:
    if seen.bell == number:
        return Note.WINNER
    if not tally.playing:
        return Note.LEFT if competes(tally) else Note.SPECTATOR
    returned = play is not None and bool(play.log) and number in _returned_last(play)
    return Note.RETURNED if returned else Note.ON_FLOOR


def _returned_last(play: Play) -> tuple[int, ...]:
    last = play.log[-1]
    return getattr(last, "numbers", ())


def _may_answer(asked: Asked, tally: Tally, number: int) -> bool:
    wanted = asked.pool is not Pool.AUDIENCE
    return number in asked.eligible and tally.playing is wanted


def _verdict(asked: Asked | None, number: int) -> Verdict | None:
    if asked is None or asked.life is not Life.REVEALED or number not in asked.eligible:
        return None
    if asked.voided:
        return Verdict.VOID
    given = asked.answers.get(number)
    if given is None:
        return Verdict.NONE
    return Verdict.RIGHT if is_right(asked.question, given.answer) else Verdict.WRONG


def _left_after(play: Play | None, tally: Tally) -> int:
    if play is None or tally.left_at < 0:
        return 0
    before = play.log[: tally.left_at + 1]
    mains = [e.ordinal for e in before if isinstance(e, Asked) and e.pool is Pool.MAIN]
    return mains[-1] if mains else 0


def _places(contest: Contest) -> dict[int, tuple[int | None, str]]:
    """Rank and prize by number, once the ceremony has come to them."""
    if contest.stage is not Stage.FINISHED:
        return {}
    prizes = contest.plan.prizes
    return {row.number: _told(row.rank, contest.prizes_shown, prizes) for row in standings(contest)}


def _told(rank: int, shown: int, prizes: tuple[Prize, ...]) -> tuple[int | None, str]:
    """The rank alone where there is no prize; nothing before the ceremony shows the prize."""
    index = prize_of(rank, prizes)
    if index < 0:
        return rank, ""
    return (rank, prizes[index].name) if index >= len(prizes) - shown else (None, "")
