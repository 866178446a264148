"""A plan as what must be filled in for it, and what of it no form asks for."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quiz.core.nouns.model import Plan, Pool, Round
from quiz.service.afterwards.sealing import seal
from quiz.web.formats import PAGES
from quiz.web.new_contest.draft.draft_rounds import ROUND, FieldPair, Rounds, number
from quiz.web.new_contest.draw.arranging import PICK
from quiz.web.new_contest.draw.quota_table import field_name
from quiz.web.new_contest.form.contest_form import PRIZES, filled_in, fresh_form
from quiz.web.new_contest.form.plans import BY_WINNER
from quiz.web.new_contest.form.settings_form import as_choices
from quiz.web.new_contest.steps import is_of_contest

ORIGIN = "origin"
"""The field that says which round of the source this was."""


def rounds_from(plan: Plan, source: str) -> Rounds:
    """What must be filled in for a plan: the same questions in the same order."""
    contest: tuple[FieldPair, ...] = ()
    rounds: list[tuple[FieldPair, ...]] = []
    for place, round_ in enumerate(plan.rounds):
        pairs = tuple(round_pairs(plan, round_, place))
        contest = tuple(pair for pair in pairs if is_of_contest(pair[0]))
        rounds.append(tuple(pair for pair in pairs if not is_of_contest(pair[0])))
    return Rounds(contest, tuple(rounds), (), source, seal(plan))


def round_pairs(plan: Plan, round_: Round, place: int) -> Iterator[FieldPair]:
    """The fields of the contest and of one round."""
    pages = PAGES[round_.format]
    held = {**contest_fields(plan), **round_values(plan, round_, place)}
    held |= as_choices(pages, round_.settings)
    yield from filled_in(fresh_form(pages.presets[0], held))
    for quota in round_.draw.quotas:
        cell = (quota.bank, quota.topic, quota.difficulty)
        yield field_name(quota.pool, cell), str(quota.count)
    for pool in Pool:
        ids = " ".join(question.id for question in round_.pool(pool))
        yield from [(PICK + pool, ids)] if ids else []
    yield ORIGIN, str(place)
    yield from [("chosen", " ".join(round_.draw.chosen))] if round_.draw.chosen else []


def contest_fields(plan: Plan) -> dict[str, Any]:
    """What the form of the whole contest holds."""
    rule = plan.prizes_from
    prizes = [{"name": prize.name, "count": prize.count} for prize in plan.prizes]
    blank = [{"name": "", "count": None}] * (len(PRIZES) - len(prizes))
    by_round = f"{ROUND}{rule.index}" if rule.kind == "round" else ""
    return {
        "title": plan.title,
        "teams": "\n".join(team.name for team in plan.teams),
        "team_rule": plan.team_rule.kind,
        "best_of": plan.team_rule.best_of,
        "late_join": plan.late_join,
        "capacity": plan.capacity,
        "credit_ms": plan.credit_ms,
        "prizes": [*prizes, *blank],
        "prizes_from": by_round or ("sum" if rule.kind == "sum" else BY_WINNER),
        "earned": rule.earned,
    }


def round_values(plan: Plan, round_: Round, place: int) -> dict[str, Any]:
    """What the form of a round holds besides its settings."""
    draw, weights = round_.draw, plan.prizes_from.weights
    return {
        "round_name": round_.name,
        "seed": draw.seed,
        "swaps": " ".join(draw.swaps),
        "banks": list(draw.banks),
        "topics": list(draw.topics),
        "mcq_first": draw.mcq_first,
        "avoid": "any",
        "questions": len(round_.questions),
        "reserve": len(round_.reserve),
        "audience": len(round_.audience),
        "weight": weights[place] if place < len(weights) else 1,
    }


def like(made: Plan, source: Plan, rounds: Rounds) -> Plan:
    """A plan with what its source has and no form asks for: of its teams, of its rounds."""
    known = {team.name: team for team in source.teams}
    kept = tuple(
        of_origin(round_, source, number(rounds.value(place, ORIGIN)))
        for place, round_ in enumerate(made.rounds)
    )
    return replace(
        made,
        rounds=kept,
        teams=tuple(known.get(team.name, team) for team in made.teams),
        seconds=source.seconds,
        lead_ms=source.lead_ms,
    )


def of_origin(round_: Round, source: Plan, place: int) -> Round:
    """A round with what the one it was taken from has and no form asks for."""
    old = source.rounds[place] if place < len(source.rounds) else None
    if old is None or old.format != round_.format:
        return round_
    return replace(round_, material=old.material, competitors=old.competitors)
