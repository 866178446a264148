"""A buzzer round reckoned naively from the rows of the journal: whose turns, how many points.

It shares no code with the program and knows one round; an event it does not know is an error.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.reference import rows

Row = tuple[str, dict[str, Any]]
NO_ACTS = {"ContestantJoined", "AnswerSubmitted", "Buzzed", "ServerStopped"}
IGNORED = {
    "ContestantJoined",
    "RoundStarted",
    "QuestionShown",
    "ClockStarted",
    "ClockPaused",
    "ClockResumed",
    "TimeAdded",
    "ServerStopped",
    "TurnEnded",
    "QuestionClosed",
    "KeyRevealed",
    "RoundFinished",
    "ContestFinished",
    "PrizeShown",
}


@dataclass
class Asked:
    """One question. `buzzes` are the times counted since it was last opened, by number."""

    key: list[Any]
    buzzes: dict[int, int] = field(default_factory=dict)
    turns: list[list[int]] = field(default_factory=list)
    right: dict[int, bool] = field(default_factory=dict)


@dataclass
class Reckoning:
    """Everything that the rows said; `asked` are the questions that were settled."""

    asked: list[Asked] = field(default_factory=list)
    points: Counter[int] = field(default_factory=Counter)

    @property
    def turns(self) -> list[list[list[int]]]:
        """Whose turns there were, by question."""
        return [asked.turns for asked in self.asked]


def standing(events: list[Row]) -> list[Row]:
    """The events without the acts that were taken back."""
    kept: list[Row] = []
    for kind, event in events:
        if kind == "Undone":
            last = max(place for place, (kind, _) in enumerate(kept) if kind not in NO_ACTS)
            del kept[last]
        else:
            kept.append((kind, event))
    return kept


def reckon(data: Path, contest: str) -> Reckoning:
    """The whole round."""
    made, asked, plan = Reckoning(), Asked([]), dict[str, Any]()
    for kind, event in standing(rows(data, contest)):
        match kind:
            case "ContestCreated":
                plan = event["plan"]
            case "QuestionDrawn":
                asked = Asked(plan["rounds"][0]["questions"][event["ordinal"] - 1]["key"])
            case "BuzzOpened":
                asked.buzzes = {event["number"]: event["took_ms"]}
                assert event["settles_at"] == event["at"] + plan["credit_ms"]
            case "Buzzed":
                asked.buzzes[event["number"]] = event["took_ms"]
            case "TurnGiven":
                least = min(asked.buzzes.values())
                first = sorted(n for n, took in asked.buzzes.items() if took == least)
                assert sorted(event["numbers"]) == first
                asked.turns.append(first)
            case "TurnJudged":
                asked.right[event["number"]] = event["right"]
            case "AnswerSubmitted":
                asked.right[event["number"]] = event["answer"] in asked.key
            case "QuestionSettled":
                settle(made, asked, {"points": 10, "penalty": 5} | plan["rounds"][0]["settings"])
            case _:
                assert kind in IGNORED, kind
    return made


def settle(made: Reckoning, asked: Asked, settings: dict[str, Any]) -> None:
    """Points for who was right, fewer for those who had the turn before."""
    made.asked.append(asked)
    for turn in asked.turns:
        for number in turn:
            good = asked.right.get(number, False)
            made.points[number] += settings["points"] if good else -settings["penalty"]
        if any(asked.right.get(number) for number in turn):
            return
