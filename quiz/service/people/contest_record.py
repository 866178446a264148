"""Everything one contest holds about its people: what is handed out when they ask for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from quiz.core.engine.corrections import asked_at
from quiz.core.nouns import events as e
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.competitors import is_team, name_of, stands_as
from quiz.core.nouns.event import Nature
from quiz.core.nouns.rules import Received
from quiz.core.nouns.state import Asked, Contest, Play, Stage
from quiz.core.question.checking import answer_text
from quiz.core.question.comparing import is_right
from quiz.core.standing.prizes import winners
from quiz.core.standing.ranking import standings
from quiz.core.views.people import person
from quiz.formats import FORMATS
from quiz.resting import rested
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.moments import moment
from quiz.service.ports import Rules


@dataclass(frozen=True, slots=True)
class RecordedContestant:
    """A contestant; `removed` when the host took them out."""

    number: int
    name: str
    team: str
    spectator: bool
    joined_at: str
    removed: bool


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """An answer as it came; `counted` unless it was replaced or its question dropped.

    In a round of teams it counted where it was the team's.

    `by` is contestant or marshal, `actor` who that was.

    `right` is by the key as it is now, None where the answer does not count.
    """

    number: int
    round: str
    pool: str
    ordinal: int
    question: str
    answer: str
    at: str
    took_ms: int
    by: str
    actor: Actor
    counted: bool
    right: bool | None


@dataclass(frozen=True, slots=True)
class RecordedCorrection:
    """What `actor` did to people, keys or points, or judged; `what` is the event's name.

    `people` are those it was done to, by number and name, a team by its name; `question` is the
    text of the one it is about, `key` what is right there from then on, in words.
    """

    at: str
    what: str
    actor: Actor
    fields: dict[str, Any]
    people: tuple[str, ...] = ()
    question: str = ""
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedPlace:
    """A place in the standings as they are now; time in ms.

    `unit` sent the team, `prize` is empty before the contest is over.
    """

    rank: int
    number: int
    name: str
    team: str
    points: int
    correct: int
    time_ms: int
    unit: str = ""
    prize: str = ""


@dataclass(frozen=True, slots=True)
class ContestRecord:
    """One contest; times of day are ISO 8601 with the server's time zone.

    `parts` are what formats have to tell besides, rows by name.
    """

    id: str
    title: str
    created_at: str
    stage: str
    contestants: tuple[RecordedContestant, ...]
    answers: tuple[RecordedAnswer, ...]
    parts: dict[str, list[dict[str, Any]]]
    corrections: tuple[RecordedCorrection, ...]
    standings: tuple[RecordedPlace, ...]


@dataclass(slots=True)
class _Sheet:
    """What is noted while the events are gone through."""

    joined: dict[int, tuple[e.ContestantJoined, int]]
    answers: list[tuple[int, Play, Asked, e.AnswerSubmitted, Actor]]
    received: list[Received]
    corrections: list[RecordedCorrection]


def contest_record(row: ContestRow, entries: Iterable[JournalEntry], rules: Rules) -> ContestRecord:
    """The record of a contest out of its journal, which has at least its first entry."""
    sheet = _Sheet({}, [], [], [])
    contest: Contest | None = None
    for entry in rested(entries):
        if contest is not None:
            _note(sheet, contest, entry)
        contest = rules.evolve(contest, entry.event, entry.part)
    assert contest is not None
    return ContestRecord(
        id=row.id,
        title=contest.plan.title,
        created_at=moment(row.created_at),
        stage=contest.stage.value,
        contestants=tuple(rested(_people(sheet, contest))),
        answers=tuple(rested(_answers(sheet, contest))),
        parts=_parts(contest, sheet.received),
        corrections=tuple(sheet.corrections),
        standings=tuple(rested(_places(contest))),
    )


def _note(sheet: _Sheet, contest: Contest, entry: JournalEntry) -> None:
    event = entry.event
    if isinstance(event, e.ContestantJoined):
        sheet.joined[event.number] = (event, entry.at)
    elif event.traits.received:
        index, play = len(contest.plays) - 1, contest.plays[-1]
        asked = play.current
        if isinstance(event, e.AnswerSubmitted):
            assert asked is not None
            sheet.answers.append((index, play, asked, event, entry.actor))
        else:
            sheet.received.append(Received(play.round.name, asked, event))
    elif event.traits.minuted or event.traits.nature is Nature.NOTE:
        sheet.corrections.append(_correction(contest, entry))


def _correction(contest: Contest, entry: JournalEntry) -> RecordedCorrection:
    event, fields = entry.event, msgspec.to_builtins(entry.event)
    # Who has it is let in as this contestant: it is no part of what is handed out.
    fields.pop("secret", None)
    if isinstance(event, e.PlanChanged):
        fields = {"title": event.plan.title}
    play, asked = contest.play, None
    if event.traits.corrects:
        asked = asked_at(contest, fields["round"], fields["entry"])
    elif play is not None and not event.traits.touches and "number" in fields:
        asked = play.current
    numbers = fields.get("numbers", (fields.get("number", 0),))
    return RecordedCorrection(
        at=moment(entry.at),
        what=type(event).__name__,
        actor=entry.actor,
        fields=fields,
        people=tuple(_labelled(contest, number) for number in numbers if number),
        question=asked.question.text if asked else "",
        key=tuple(answer_text(asked.question, each) for each in event.key)
        if asked and isinstance(event, e.KeyCorrected)
        else (),
    )


def _labelled(contest: Contest, number: int) -> str:
    name = name_of(contest, number)
    return name if is_team(number) else f"{number} · {name}"


def _parts(contest: Contest, received: Sequence[Received]) -> dict[str, list[dict[str, Any]]]:
    """What each format of the contest's rounds has to tell besides; `at` as a time of day."""
    made: dict[str, list[dict[str, Any]]] = {}
    for name in dict.fromkeys(round_.format for round_ in contest.plan.rounds):
        for title, rows in FORMATS[name].record(contest, received).items():
            told = made.setdefault(title, [])
            told += [_with_moment(msgspec.to_builtins(row)) for row in rows]
    return made


def _with_moment(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"at": moment(row["at"])} if "at" in row else row


def _people(sheet: _Sheet, contest: Contest) -> Iterator[RecordedContestant]:
    for number, (event, at) in sheet.joined.items():
        now = contest.contestants.get(number)
        name, team = (now.name, now.team) if now else (event.name, event.team)
        yield RecordedContestant(number, name, team, event.spectator, moment(at), now is None)


def _answers(sheet: _Sheet, contest: Contest) -> Iterator[RecordedAnswer]:
    final = {
        (index, asked.pool, asked.ordinal): asked
        for index, play in enumerate(contest.plays)
        for asked in (*play.log, play.current)
        if isinstance(asked, Asked)
    }
    for index, play, asked, event, actor in sheet.answers:
        now = final.get((index, asked.pool, asked.ordinal))
        given = now.answers.get(stands_as(play, event.number)) if now and not now.voided else None
        counted = given is not None and (given.at, given.answer) == (event.at, event.answer)
        yield RecordedAnswer(
            number=event.number,
            round=play.round.name,
            pool=asked.pool.value,
            ordinal=asked.ordinal,
            question=asked.question.text,
            answer=answer_text(asked.question, event.answer),
            at=moment(event.at),
            took_ms=event.took_ms,
            by=event.by,
            actor=actor,
            counted=counted,
            right=is_right(now.question, event.answer, now.comparing) if now and counted else None,
        )


def _places(contest: Contest) -> Iterator[RecordedPlace]:
    units = {team.name: team.unit for team in contest.plan.teams}
    prizes = _prizes(contest) if contest.stage is Stage.FINISHED else {}
    for row in standings(contest):
        one = person(contest, row.number)
        name, team = (one.name, one.team) if one else ("", "")
        unit, prize = units.get(team or name, ""), prizes.get(row.number, "")
        tally = row.tally
        points, correct, time_ms = tally.points, tally.correct, tally.time_ms
        yield RecordedPlace(row.rank, row.number, name, team, points, correct, time_ms, unit, prize)


def _prizes(contest: Contest) -> dict[int, str]:
    taken = zip(contest.plan.prizes, winners(contest), strict=True)
    return {row.number: prize.name for prize, rows in taken for row in rows}
