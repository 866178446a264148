"""What the host's console sees: everything, the key included."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from quiz.core.engine.engine import Engine
from quiz.core.engine.undoing import last_step
from quiz.core.nouns.citing import is_secondary
from quiz.core.nouns.competitors import is_team, label
from quiz.core.nouns.console_shapes import (
    DoubtView,
    HostView,
    KeyView,
    LogRow,
    LostView,
    NotesView,
    NoteView,
    RowView,
)
from quiz.core.nouns.hall_shapes import Square
from quiz.core.nouns.model import Contestant, Pool
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import (
    Adjusted,
    Asked,
    Contest,
    LastNote,
    Life,
    LogEntry,
    Returned,
    Stage,
    Tally,
)
from quiz.core.numbered import Numbered
from quiz.core.question.judging import replies, rightly
from quiz.core.remembering import Same, remembered
from quiz.core.standing.prizes import doubts
from quiz.core.standing.ranking import standings
from quiz.core.views.answer_groups import groups
from quiz.core.views.hall_view import more, projector_view, rows, squares, team_rows, whole
from quiz.core.views.people import people
from quiz.core.views.seeing import current, drafted, key_text, questions_left, replaced

NAMED = 12
"""Equals named to the host where a lot tells them apart."""


def host_view(engine: Engine, contest: Contest, now: int) -> HostView:
    """The console's view at `now` (ms)."""
    seen, asked, play = engine.see(contest), current(contest), contest.play
    hall, ranked = projector_view(engine, contest, now), standings(contest)
    told, last = whole(contest, ranked), last_step(contest)
    can = (*seen.can, "undo") if last.before is not None else seen.can
    return HostView(
        v=contest.version,
        acted=contest.acted,
        step=seen.step,
        can=can,
        undoes=last.last_acts[0].__name__ if last.before is not None else "",
        hall=hall,
        scene_sent=contest.scene.value,
        draft=drafted(play, asked) if play and asked else None,
        key=key_view(asked) if asked else None,
        answers=groups(asked) if asked and asked.life in (Life.LOCKED, Life.REVEALED) else (),
        locked=contest.locked,
        frozen=contest.holding is not None,
        left_main=questions_left(play, Pool.MAIN) if play else 0,
        left_reserve=questions_left(play, Pool.RESERVE) if play else 0,
        replaced=replaced(contest),
        left_audience=questions_left(play, Pool.AUDIENCE) if play else 0,
        parts=engine.parts(contest, "host"),
        standings=rows(contest, told, prizes=contest.stage is Stage.FINISHED),
        teams=team_rows(contest, ranked),
        more=more(contest, ranked, told),
        doubts=_doubts(contest) if seen.step in (Step.FINISH, Step.SHOW_PRIZE) else (),
        lost=lost_view(contest) if "give_back_time" in can else None,
    )


def lost_view(contest: Contest) -> LostView | None:
    """What the clock of the question being asked lost."""
    asked = current(contest)
    lost = asked.lost if asked else None
    return LostView(lost.stopped_ms, lost.lost_ms, lost.left_ms) if lost else None


def _doubts(contest: Contest) -> tuple[DoubtView, ...]:
    return tuple(
        DoubtView(
            each.kind,
            contest.plan.prizes[each.prize].name,
            contest.plan.prizes[each.prize].count,
            len(each.numbers),
            people(contest, each.numbers[:NAMED]),
        )
        for each in doubts(contest)
    )


def notes_view(contest: Contest, before: Mapping[str, LastNote]) -> NotesView:
    """The notes that were not among those of `before`."""
    new = [each for subject, each in contest.notes.items() if before.get(subject) is not each]
    return NotesView(contest.version, tuple(_note(each) for each in new))


def _note(noted: LastNote) -> NoteView:
    said = asdict(noted.note)
    return NoteView(noted.version, said.pop("subject"), type(noted.note).__name__, said)


def roster_follows(contest: Contest) -> Same:
    """What the roster is made of: while this stays equal, so does the roster."""
    play = contest.play
    return Same(contest.contestants, play and play.floor, play and play.log, contest.disqualified)


def roster(contest: Contest) -> tuple[RowView, ...]:
    """Everybody in the contest with state, points and right answers of the round.

    In a round of teams everybody with those of the team, and the teams.
    """
    play = contest.play
    if play is not None and play.sides is not None:
        rows = _rows_of_teams(contest.contestants, squares(contest), play.floor, play.sides.of)
    else:
        rows = _rows(squares(contest), contest.play.floor if contest.play else None)
    return _told(rows, contest.disqualified) if contest.disqualified else rows


@remembered
def _told(rows: tuple[RowView, ...], disqualified: frozenset[int]) -> tuple[RowView, ...]:
    return tuple(
        replace(row, disqualified=True) if row.number in disqualified else row for row in rows
    )


@remembered
def _rows(everybody: tuple[Square, ...], floor: Numbered[Tally] | None) -> tuple[RowView, ...]:
    made = []
    for square in everybody:
        tally = (floor.get(square.number) if floor else None) or Tally()
        made.append(
            RowView(
                square.number, square.name, square.team, square.state, tally.points, tally.correct
            )
        )
    return tuple(made)


@remembered
def _rows_of_teams(
    contestants: Numbered[Contestant],
    sides: tuple[Square, ...],
    floor: Numbered[Tally],
    of: Numbered[int],
) -> tuple[RowView, ...]:
    squares_ = {square.number: square for square in sides}
    shown = [(n, one.name, one.team, of.get(n) or n) for n, one in contestants.items()]
    shown += [(n, square.name, square.team, n) for n, square in squares_.items() if is_team(n)]
    made = []
    for number, name, team, side in shown:
        square, tally = squares_.get(side), floor.get(side) or Tally()
        state = square.state if square else "spectator"
        made.append(RowView(number, name, team, state, tally.points, tally.correct))
    return tuple(made)


def log_row(contest: Contest, round_: int, place: int, entry: LogEntry) -> LogRow:
    """The line of the entry at a place of a round's log."""
    if isinstance(entry, Asked):
        return LogRow(
            round=round_,
            entry=place,
            kind="asked",
            pool=entry.pool,
            ordinal=entry.ordinal,
            text=entry.question.text,
            right=len(rightly(entry)),
            answered=replies(entry),
            left=contest.plays[round_].leavers[place],
            voided=entry.voided,
            judged=tuple(entry.judged.items()),
        )
    if isinstance(entry, Returned):
        kind, text = "returned", ", ".join(label(contest, number) for number in entry.numbers)
    elif isinstance(entry, Adjusted):
        kind, text = (
            "adjusted",
            f"{label(contest, entry.number)}: {entry.points:+d} ({entry.reason})",
        )
    else:
        kind, text = "sent", f"{label(contest, entry.number)}: {entry.reason}"
    return LogRow(round_, place, kind, None, 0, text, 0, 0, 0, False)


def key_view(asked: Asked) -> KeyView:
    """The key of a question with its sources."""
    question = asked.question
    return KeyView(
        key=question.key,
        key_text=key_text(question),
        explanation=question.explanation,
        citation=question.citation,
        is_secondary=is_secondary(question),
        topic=question.topic,
        difficulty=question.difficulty,
    )
