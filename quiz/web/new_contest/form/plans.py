"""From the choices of the form and the questions drawn to a contest's plan."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.core.nouns.model import Draw, Plan, Prize, PrizeRule, Round, TeamRule, teams_named
from quiz.web.formats import PAGES
from quiz.web.new_contest.draft.draft_rounds import ROUND
from quiz.web.new_contest.draw.drawn_round import DrawnQuestions
from quiz.web.new_contest.form.settings_form import Choices, settings

BY_WINNER = "winner"
"""The choice that was not made yet: who wins the last round outright first, where somebody can."""


def lines(text: str | None) -> tuple[str, ...]:
    """The lines that say something, each once, with spaces made one."""
    cleaned = (" ".join(line.split()) for line in (text or "").splitlines())
    return tuple(dict.fromkeys(line for line in cleaned if line))


def round_of(
    choices: Choices, drawn: DrawnQuestions, how: Draw, *, format: str, name: str
) -> Round:
    """One round; `name` is used where the form names none."""
    return Round(
        name=choices["round_name"] or name,
        format=format,
        questions=drawn.main,
        reserve=drawn.reserve,
        audience=drawn.audience,
        settings=settings(PAGES[format], choices),
        draw=how,
    )


def plan(
    choices: Choices, rounds: Sequence[Round], *, seed: str, weights: Sequence[int] = ()
) -> Plan:
    """The plan of a contest of these rounds; no weights: each counts once."""
    return Plan(
        title=" ".join(choices["title"].split()),
        rounds=tuple(rounds),
        teams=teams_named(lines(choices["teams"])),
        team_rule=TeamRule(choices["team_rule"], choices["best_of"]),
        prizes=prizes(choices),
        late_join=choices["late_join"],
        credit_ms=choices["credit_ms"],
        seed=seed,
        prizes_from=replace(
            prizes_from(choices["prizes_from"], rounds, weights), earned=choices["earned"]
        ),
        capacity=choices["capacity"],
    )


def prizes_from(chosen: str, rounds: Sequence[Round], weights: Sequence[int]) -> PrizeRule:
    """What gives the prizes: the only round, the round chosen (`round:0`), or all of them.

    The winner of the last round stands before all of them where that was chosen and one is won.
    """
    by_round = {f"{ROUND}{place}": place for place in range(len(rounds))}
    if len(rounds) == 1 or chosen in by_round:
        return PrizeRule("round", by_round.get(chosen, 0))
    won = chosen == BY_WINNER and PAGES[rounds[-1].format].winner
    weighted = tuple(weights) if any(each != 1 for each in weights) else ()
    return PrizeRule("winner" if won else "sum", weights=weighted)


def prizes(choices: Choices) -> tuple[Prize, ...]:
    """The prizes that have a name, from the highest down."""
    return tuple(
        Prize(" ".join(row["name"].split()), row["count"] or 1)
        for row in choices["prizes"]
        if (row["name"] or "").strip()
    )
