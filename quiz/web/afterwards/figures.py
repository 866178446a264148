"""A contestant's figures and the rules, to be printed for a complaint."""

import time
from collections.abc import Iterator

from flask import Blueprint, abort, render_template, request
from markupsafe import Markup

from quiz.banks.importing.values.names import plain
from quiz.core.evidence.figures import Figures, settings_of
from quiz.core.nouns.competitors import plays_in_teams
from quiz.core.nouns.model import Contestant
from quiz.core.nouns.state import Contest, Stage
from quiz.core.standing.ranking import standings
from quiz.declared_roles import HOSTING
from quiz.formats import FORMATS
from quiz.web.afterwards import figures_words
from quiz.web.afterwards.figures_rows import footnotes, rows
from quiz.web.frame.desk import desk
from quiz.web.frame.running import runner_of
from quiz.web.frame.saying_times import moment, seconds, zone
from quiz.web.people.saying_actors import who_said
from quiz.web.rules.contest import plan_rules
from quiz.web.rules.rounds import round_rules

pages = Blueprint("figures", __name__, url_prefix="/host/contests/<contest_id>/figures")
FigureWords = dict[str, object]
AT_ONCE = 300
"""Contestants in one print."""


@pages.get("", roles=HOSTING)
def index(contest_id: str) -> str:
    """Find a contestant; the rules."""
    contest = runner_of(contest_id).contest
    sought = request.args.get("q", "")
    everybody = contest.contestants.values()
    found = [contestant for contestant in everybody if is_meant(contestant, sought)]
    return render_template(
        "afterwards/figures.html",
        contest_id=contest_id,
        sought=sought,
        found=found[:AT_ONCE],
        more=len(found) > AT_ONCE,
        standings={row.number: row for row in standings(contest)},
        batches=range(0, len(contest.contestants), AT_ONCE),
        at_once=AT_ONCE,
        **ruled(contest),
    )


@pages.get("/<int:number>", roles=HOSTING)
def one(contest_id: str, number: int) -> str:
    """All that one contestant's result was made of."""
    figures = figures_of(contest_id)
    found = figures.of(number)
    if found is None:
        abort(404)
    said = figures_said(contest_id)
    return render_template(
        "afterwards/figures_one.html",
        contest_id=contest_id,
        sheet=sheet(figures, number, said),
        each=found,
        **ruled(figures.contest),
        **said,
    )


@pages.get("/all", roles=HOSTING)
def everybody(contest_id: str) -> str:
    """A page for each contestant, so many at once; `from` is the place of the first, from 0."""
    figures = figures_of(contest_id)
    first = max(0, request.args.get("from", 0, int))
    numbers = list(figures.contest.contestants)[first : first + AT_ONCE]
    return render_template(
        "afterwards/figures_all.html",
        contest_id=contest_id,
        sheets=list(sheets(figures, numbers, figures_said(contest_id))),
        **ruled(figures.contest),
    )


def figures_of(contest_id: str) -> Figures:
    """The figures of a contest, or the page that says why there are none."""
    runner_of(contest_id)
    return Figures(FORMATS, desk().runners.noted(contest_id), rest)


def rest() -> None:
    """Let a running contest go on."""
    time.sleep(0)


def sheets(figures: Figures, numbers: list[int], said: FigureWords) -> Iterator[Markup]:
    """The sheets of these contestants; a running contest goes on in between."""
    for number in numbers:
        rest()
        yield sheet(figures, number, said)


def sheet(figures: Figures, number: int, said: FigureWords) -> Markup:
    """One contestant's table."""
    contest = figures.contest
    return Markup(
        render_template(
            "afterwards/figures_sheet.html",
            plan=contest.plan,
            each=figures.of(number),
            now=desk().now(),
            finished=contest.stage is Stage.FINISHED,
            several=len(contest.plan.rounds) > 1,
            **said,
        )
    )


def figures_said(contest_id: str) -> FigureWords:
    """The words the templates call for, for one page."""
    names = "answer_words key_words place_words points_words outcome told touched"
    said = {name: getattr(figures_words, name) for name in names.split()}
    times = {"moment": moment, "zone": zone, "seconds": seconds}
    who = who_said(contest_id)
    return {**said, **times, "rows": rows, "footnotes": footnotes, "who": who}


def ruled(contest: Contest) -> dict[str, object]:
    """The rules in words, and the seed of the lots once nothing can be foreseen by it."""
    plan = contest.plan
    settings = settings_of(FORMATS, plan)
    return {
        "plan": plan,
        "seed": plan.seed if contest.stage is Stage.FINISHED else "",
        "general": plan_rules(plan, len(contest.contestants)),
        "rounds": [
            (
                round_.name,
                round_rules(round_.format, each, persons=not plays_in_teams(round_)),
            )
            for round_, each in zip(plan.rounds, settings, strict=True)
        ],
    }


def is_meant(contestant: Contestant, sought: str) -> bool:
    """Whether every word sought is the number or in name or team, marks or not."""
    whole = plain(f"{contestant.name} {contestant.team}")
    return all(
        word == str(contestant.number) if word.isdigit() else word in whole
        for word in plain(sought).split()
    )
