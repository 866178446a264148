"""The standings of a Golden Bell, computed naively from the rows of the journal.

It shares no code with the program and knows only what the tests' contests use: one round,
choices, everybody wrong spares once, ranking by last question survived, being on the floor,
right answers, reserve questions, time and lot. An event it does not know is an error.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

IGNORED = {"QuestionShown", "QuestionClosed", "KeyRevealed", "RescueOpened", "RescueDeclined"} | {
    "RoundStarted",
    "RoundFinished",
    "ContestFinished",
    "PrizeShown",
    "TimeAdded",
    "ServerStopped",
}


@dataclass
class Player:
    number: int
    name: str
    playing: bool = True
    survived: int = 0
    correct: int = 0
    reserve: int = 0
    time_ms: int = 0


@dataclass
class Asked:
    pool: str
    ordinal: int
    key: list[Any]
    eligible: set[int]
    opened: int = 0
    answers: dict[int, tuple[Any, int]] = field(default_factory=dict)


@dataclass
class Evening:
    """Everything that the rows said so far."""

    plan: dict[str, Any] = field(default_factory=dict)
    players: dict[int, Player] = field(default_factory=dict)
    asked: Asked | None = None
    spared: bool = False
    winner: int = 0
    rescues: int = 0
    given: Counter[int] = field(default_factory=Counter)


def rows(data: Path, contest: str) -> list[tuple[str, dict[str, Any]]]:
    """Kind and data of every event of a contest, in order."""
    query = "SELECT kind, data FROM journal WHERE contest_id = ? ORDER BY version"
    connection = sqlite3.connect(data / "contests.db")
    try:
        return [(kind, json.loads(text)) for kind, text in connection.execute(query, [contest])]
    finally:
        connection.close()


def settle(evening: Evening, asked: Asked) -> None:
    """Draw the consequences of one question."""
    right: list[int] = []
    wrong: list[int] = []
    for number in asked.eligible:
        answer = asked.answers.get(number)
        good = answer is not None and answer[0] in asked.key
        (right if good else wrong).append(number)
    for number in right:
        player = evening.players[number]
        player.time_ms += asked.answers[number][1]
        if asked.pool == "main":
            player.correct += 1
        else:
            player.reserve += 1
    last = asked.ordinal == len(evening.plan["rounds"][0]["questions"])
    everybody = not right
    if everybody and asked.pool == "main" and not last and not evening.spared:
        evening.spared = True
        wrong = []
    if everybody and asked.pool == "reserve":
        wrong = []
    for number in wrong:
        evening.players[number].playing = False
    if asked.pool == "main":
        for player in evening.players.values():
            if player.playing:
                player.survived = asked.ordinal


def follow(evening: Evening, kind: str, event: dict[str, Any]) -> None:
    """Take one event in."""
    asked = evening.asked
    if kind == "ContestCreated":
        evening.plan = event["plan"]
    elif kind == "ContestantJoined":
        evening.players[event["number"]] = Player(event["number"], event["name"])
    elif kind == "QuestionDrawn":
        pools = {"main": "questions", "reserve": "reserve"}
        question = evening.plan["rounds"][0][pools[event["pool"]]][event["ordinal"] - 1]
        on_floor = {player.number for player in evening.players.values() if player.playing}
        evening.asked = Asked(event["pool"], event["ordinal"], question["key"], on_floor)
    elif kind == "ClockStarted":
        assert asked is not None
        asked.opened = event["opens_at"]
    elif kind == "AnswerSubmitted":
        assert asked is not None
        evening.given[event["number"]] += 1
        ran = event["at"] - asked.opened
        assert 0 <= event["credit_ms"] <= min(ran, evening.plan["credit_ms"])
        asked.answers[event["number"]] = (event["answer"], ran - event["credit_ms"])
    elif kind == "QuestionSettled":
        assert asked is not None
        settle(evening, asked)
        evening.asked = None
    elif kind == "ContestantsRescued":
        evening.rescues += 1
        for number in event["numbers"]:
            evening.players[number].playing = True
    elif kind == "BellRung":
        evening.winner = event["number"]
    elif kind not in IGNORED:
        raise ValueError(f"the reference does not know {kind}")


def replay(data: Path, contest: str) -> Evening:
    """The whole evening."""
    evening = Evening()
    for kind, event in rows(data, contest):
        follow(evening, kind, event)
    return evening


def standings(evening: Evening) -> list[dict[str, Any]]:
    """Everybody from the first to the last; ranks are never shared, for the lot decides."""

    def better_first(player: Player) -> tuple[Any, ...]:
        lot = hashlib.sha256(f"{evening.plan['seed']}:{player.number}".encode()).hexdigest()
        return (
            -player.survived,
            not player.playing,
            -player.correct,
            -player.reserve,
            player.time_ms,
            lot,
        )

    return [
        {
            "rank": rank,
            "number": player.number,
            "name": player.name,
            "survived": player.survived,
            "correct": player.correct,
            "time_ms": player.time_ms,
        }
        for rank, player in enumerate(sorted(evening.players.values(), key=better_first), start=1)
    ]
