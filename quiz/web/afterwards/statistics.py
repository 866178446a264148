"""Statistics for people: a contest's questions, and one question over all contests."""

from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from flask import Blueprint, Response, abort, render_template
from flask_babel import format_decimal

from quiz.core.errors import Rejected
from quiz.core.nouns.model import Pool
from quiz.declared_roles import HOSTING
from quiz.service.afterwards.discrimination import FEWEST
from quiz.service.afterwards.question_statistics import (
    FEW,
    QuestionStatistics,
    QuestionTotals,
    question_totals,
)
from quiz.service.afterwards.statistics import Occasion
from quiz.web.afterwards.statistics_workbook import workbook
from quiz.web.frame.desk import desk
from quiz.web.frame.running import runner_of

pages = Blueprint("statistics", __name__, url_prefix="/host/contests/<contest_id>")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class PoolQuestions:
    """The questions of one pool of one round."""

    round: str
    pool: Pool
    items: tuple[QuestionStatistics, ...]


@dataclass(frozen=True, slots=True)
class QuestionHistory:
    """One question over all contests: the sums, and each time it was asked."""

    total: QuestionTotals
    occasions: tuple[Occasion, ...]


@pages.get("/statistics", roles=HOSTING)
def page(contest_id: str) -> str:
    """What became of each question of a contest."""
    return render_template(
        "afterwards/statistics.html",
        contest_id=contest_id,
        plan=runner_of(contest_id).contest.plan,
        parts=parts(of_contest(contest_id)),
        fewest=FEWEST,
        few=FEW,
    )


@pages.get("/statistics.xlsx", roles=HOSTING)
def download(contest_id: str) -> Response:
    """The same as a workbook."""
    file = workbook(of_contest(contest_id))
    named = f'attachment; filename="thong-ke-{contest_id}.xlsx"'
    return Response(file, mimetype=XLSX, headers={"Content-Disposition": named})


def of_contest(contest_id: str) -> tuple[QuestionStatistics, ...]:
    """A contest's questions, or the page that says why there are none."""
    try:
        return desk().statistics.of_contest(contest_id)
    except Rejected as refusal:
        abort(404 if refusal.code == "no_such_contest" else 503)


def parts(items: tuple[QuestionStatistics, ...]) -> list[PoolQuestions]:
    """The questions by round and pool, main ones before reserve and audience ones."""
    found: dict[tuple[int, Pool], list[QuestionStatistics]] = {}
    for item in items:
        found.setdefault((item.place, item.pool), []).append(item)
    order = list(Pool)
    heads = sorted(found, key=lambda head: (head[0], order.index(head[1])))
    return [PoolQuestions(found[head][0].round, head[1], tuple(found[head])) for head in heads]


@pages.app_template_global()
def question_figures(question_id: str) -> QuestionHistory:
    """What templates show of one question; see `afterwards/question_statistics.html`."""
    occasions = desk().statistics.of_question(question_id)
    return QuestionHistory(question_totals([each.item for each in occasions]), occasions)


@pages.app_template_filter()
def percent(share: Fraction | None) -> str:
    """A share as people write it: 58 %, or a dash."""
    return "–" if share is None else f"{round(share * 100)}\N{NO-BREAK SPACE}%"


@pages.app_template_filter()
def decimal(value: Fraction | None) -> str:
    """A number with two places in the visitor's language, or a dash."""
    return "–" if value is None else format_decimal(round(float(value), 2), format="0.00")


@pages.app_template_filter()
def seconds(ms: int | None) -> str:
    """A time in seconds with one place in the visitor's language, or a dash."""
    return "–" if ms is None else format_decimal(ms / 1000, format="0.0")


@pages.app_template_filter()
def middle(took: tuple[int, ...]) -> int | None:
    """The median of times (ms)."""
    return round(median(took)) if took else None
