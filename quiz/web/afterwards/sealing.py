"""The seal of a contest's questions: a page to print and post, and the sealed file."""

import io
from collections import Counter
from dataclasses import dataclass

import segno
from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quiz.core.nouns.events import PlanChanged, RoundStarted, Undone
from quiz.core.nouns.model import Plan, Pool, Round
from quiz.core.nouns.state import Contest, Stage
from quiz.declared_roles import HOSTING
from quiz.service.afterwards.sealing import groups, seal, sealed_file
from quiz.web.frame.desk import desk
from quiz.web.frame.running import runner_of

pages = Blueprint("sealing", __name__, url_prefix="/host/contests/<contest_id>")


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many questions a topic has: main ones by difficulty from 1 to 3, then the others."""

    topic: str
    main: tuple[int, ...]
    reserve: int
    audience: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.main) + self.reserve + self.audience


def counted(round_: Round) -> list[TopicCount]:
    """The round's questions by topic, in the order of their first appearance."""
    places: Counter[tuple[str, Pool, int]] = Counter()
    topics: dict[str, None] = {}
    for pool in Pool:
        for question in round_.pool(pool):
            topics[question.topic] = None
            places[question.topic, pool, question.difficulty if pool is Pool.MAIN else 0] += 1
    return [
        TopicCount(
            topic,
            tuple(places[topic, Pool.MAIN, level] for level in (1, 2, 3)),
            places[topic, Pool.RESERVE, 0],
            places[topic, Pool.AUDIENCE, 0],
        )
        for topic in topics
    ]


def used_elsewhere(plan: Plan, place: int) -> int:
    """How many questions were left out of a round's draw, those of earlier rounds not counted."""
    earlier = {
        question.id
        for round_ in plan.rounds[:place]
        for pool in Pool
        for question in round_.pool(pool)
    }
    return len(set(plan.rounds[place].draw.avoided) - earlier)


@pages.get("/seal", roles=HOSTING)
def page(contest_id: str) -> str:
    """The seal to print and post; no question's text is on it."""
    contest = runner_of(contest_id).contest
    digits = seal(contest.plan)
    row = next(row for row in desk().runners.listing() if row.id == contest_id)
    return render_template(
        "afterwards/seal.html",
        contest_id=contest_id,
        plan=contest.plan,
        sealed_at=sealed_at(contest_id, row.created_at),
        finished=is_finished(contest),
        digits=digits,
        groups=groups(digits),
        file=file_name(contest_id),
        rounds=[
            (round_, counted(round_), used_elsewhere(contest.plan, place))
            for place, round_ in enumerate(contest.plan.rounds)
        ],
        titles={bank.head.id: bank.head for bank in desk().library.banks()},
    )


@pages.get("/seal.svg", roles=HOSTING)
def qr(contest_id: str) -> Response:
    """The seal's digits as a QR code, dark on white with its quiet zone."""
    code = segno.make(seal(runner_of(contest_id).contest.plan), error="m", micro=False)
    picture = io.BytesIO()
    code.save(picture, kind="svg", border=4, dark="#1c0206", light="#ffffff", omitsize=True)
    return Response(picture.getvalue(), mimetype="image/svg+xml")


@pages.get("/seal.json", roles=HOSTING)
def download(contest_id: str) -> ResponseReturnValue:
    """The sealed file; before the contest is over only for a host who says so (`?keys=known`)."""
    contest = runner_of(contest_id).contest
    if not is_finished(contest) and request.args.get("keys") != "known":
        return redirect(url_for("sealing.page", contest_id=contest_id, _anchor="early"))
    name = file_name(contest_id)
    return Response(
        sealed_file(contest.plan),
        mimetype="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def is_finished(contest: Contest) -> bool:
    """Whether the contest is over, so that its keys are no secret any more."""
    return contest.stage is Stage.FINISHED


def file_name(contest_id: str) -> str:
    """What the sealed file is called."""
    return f"niem-phong-{contest_id}.json"


def sealed_at(contest_id: str, created_at: int) -> int:
    """When (ms) the plan became what it is: when the contest was made, or changed before it began.

    What was undone before the first round may have been a change, too.
    """
    at = created_at
    for recorded in desk().runners.noted(contest_id):
        match recorded.event:
            case RoundStarted():
                break
            case PlanChanged() | Undone():
                at = recorded.at
    return at
