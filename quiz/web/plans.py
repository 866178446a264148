"""From the choices of the form and the questions drawn to a contest's plan."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quiz.core.model import Draw, Plan, Prize, Round, TeamRule
from quiz.web.drafts import Drawn

Choices = Mapping[str, Any]
GOLDEN_BELL = (
    "seconds",
    "clock",
    "change_answer",
    "out_on_wrong",
    "out_on_none",
    "all_wrong",
    "rescue_below",
    "rescue_below_percent",
    "rescue_until",
    "sole_survivor",
    "ending",
    "reserve_count",
    "points",
    "lifeline",
)
POINTS = ("seconds", "clock", "change_answer", "points", "penalty", "speed", "floor_zero")
BUZZER = (
    *("seconds", "clock", "change_answer", "points", "penalty", "floor_zero"),
    *("answer_seconds", "aloud", "early", "again"),
)


def lines(text: str | None) -> tuple[str, ...]:
    """The lines that say something, each once, with spaces made one."""
    cleaned = (" ".join(line.split()) for line in (text or "").splitlines())
    return tuple(dict.fromkeys(line for line in cleaned if line))


def round_of(choices: Choices, drawn: Drawn, how: Draw, *, format: str, name: str) -> Round:
    """One round; `name` is used where the form names none."""
    return Round(
        name=choices["round_name"] or name,
        format=format,
        questions=drawn.main,
        reserve=drawn.reserve,
        audience=drawn.audience,
        settings=SETTINGS[format](choices),
        draw=how,
    )


def plan(choices: Choices, rounds: Sequence[Round], *, seed: str) -> Plan:
    """The plan of a contest of these rounds."""
    return Plan(
        title=" ".join(choices["title"].split()),
        rounds=tuple(rounds),
        teams=lines(choices["teams"]),
        team_rule=TeamRule(choices["team_rule"], choices["best_of"]),
        prizes=prizes(choices),
        late_join=choices["late_join"],
        credit_ms=choices["credit_ms"],
        seed=seed,
        capacity=choices["capacity"],
    )


def prizes(choices: Choices) -> tuple[Prize, ...]:
    """The prizes that have a name, from the highest down."""
    return tuple(
        Prize(" ".join(row["name"].split()), row["count"] or 1)
        for row in choices["prizes"]
        if (row["name"] or "").strip()
    )


def golden_bell(choices: Choices) -> dict[str, object]:
    """The settings of a Golden Bell round, all named."""
    rescues = [
        {"how_many": row["how_many"], "amount": row["amount"] or 0, "order": row["order"]}
        for row in choices["rescues"]
        if row["how_many"] != "none"
    ]
    settings = {name: choices[name] for name in GOLDEN_BELL}
    return {**settings, "rescues": rescues, "chain": choices["chain"].split(",")}


def points(choices: Choices) -> dict[str, object]:
    """The settings of a points round, all named."""
    return {name: choices[name] for name in POINTS}


def buzzer(choices: Choices) -> dict[str, object]:
    """The settings of a buzzer round, all named."""
    return {name: choices[name] for name in BUZZER}


SETTINGS: Mapping[str, Callable[[Choices], dict[str, object]]] = {
    "golden_bell": golden_bell,
    "points": points,
    "buzzer": buzzer,
}
"""By format."""
