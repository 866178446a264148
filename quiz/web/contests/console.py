"""The host's console and the prompter; what they show comes over the socket."""

import msgspec
from flask import Blueprint, abort, render_template, url_for

from quiz.core.engine.joining import room_in
from quiz.core.errors import Rejected
from quiz.core.evidence.figures import settings_of
from quiz.core.nouns.model import Plan, Pool, Round
from quiz.core.nouns.state import AskingSettings
from quiz.declared_roles import HOSTING, READING
from quiz.formats import FORMATS
from quiz.service.people.roles import Role
from quiz.web.access.entitled import roles_here
from quiz.web.formats import formats_of, words_of
from quiz.web.frame.desk import desk
from quiz.web.frame.prepared.scripts import additions
from quiz.web.frame.public_url import address
from quiz.web.frame.running import most_people
from quiz.web.projector.projector_page import link
from quiz.web.words import spoken
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.host import HOST

pages = Blueprint("console", __name__, url_prefix="/host/contests")


@pages.get("/<contest_id>", roles=HOSTING)
def console(contest_id: str) -> str:
    """The console: lobby, run of show, standings, prizes and end in one page."""
    plan, lends = plan_of(contest_id), Role.HOST in roles_here(contest_id)
    return live_page(
        "console",
        contest_id,
        outline=outline(plan),
        projector=address(link(contest_id)),
        lends=lends,
        afterwards=afterwards(contest_id, lends=lends),
        capacity=room_in(plan, most_people()),
    )


def afterwards(contest_id: str, *, lends: bool) -> list[tuple[str, str]]:
    """Where results are read once all is over, by what stands there; some is the host's alone."""
    ways = {"figures": "figures.index", "statistics": "statistics.page"}
    hosts = {"data": "personal.show"} if lends else {}
    found = [(name, url_for(way, contest_id=contest_id)) for name, way in (ways | hosts).items()]
    return [*found, ("contests", url_for("contests.index"))] if lends else found


@pages.get("/<contest_id>/prompter", roles=READING)
def prompter(contest_id: str) -> str:
    """What the MC reads, big; the questions come one by one over the socket."""
    return live_page("prompter", contest_id, outline=outline(plan_of(contest_id), texts=False))


def plan_of(contest_id: str) -> Plan:
    """The contest's plan, or the page that says there is none."""
    try:
        return desk().runners.runner(contest_id).contest.plan
    except Rejected:
        abort(404)


def live_page(page: str, contest_id: str, **more: object) -> str:
    """A page whose scripts follow one contest."""
    plan = plan_of(contest_id)
    return render_template(
        f"contests/{page}.html",
        contest_id=contest_id,
        plan=plan,
        additions=additions(plan, page),
        words=spoken(EVERYWHERE, HOST, words_of("host", formats_of(plan))),
        **more,
    )


def outline(plan: Plan, *, texts: bool = True) -> dict[str, object]:
    """What the console must know before the first view: teams and the run of rounds."""
    rounds = zip(plan.rounds, settings_of(FORMATS, plan), strict=True)
    return {
        "teams": [team.name for team in plan.teams],
        "rounds": [round_outline(*each, texts=texts) for each in rounds],
    }


def round_outline(
    round_: Round, settings: AskingSettings, *, texts: bool = True
) -> dict[str, object]:
    """A round with all its settings and its questions by pool, keys left out.

    Without `texts` it only tells how many questions there are.
    """
    return {
        "name": round_.name,
        "format": round_.format,
        "settings": msgspec.to_builtins(settings),
        "questions": {
            pool.value: [
                {"kind": each.kind, "text": each.text, "options": each.options} if texts else {}
                for each in round_.pool(pool)
            ]
            for pool in Pool
        },
    }
