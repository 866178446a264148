"""The contest of the demo, put into a fresh data folder before the server starts."""

import random
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from quiz.app import create_app
from quiz.banks.drawing.drawing import draw
from quiz.banks.files.bank_reader import load_banks
from quiz.config import Config
from quiz.core.nouns.model import Kind, Plan, Question, Round, teams_named
from quiz.formats.golden_bell.settings import Settings

BANKS = Path(__file__).resolve().parents[2] / "question_banks"
TEAMS = (
    "Tuyên giáo – Nữ công",
    "Chính sách pháp luật – Quan hệ lao động",
    "Tổ chức – Kiểm tra – Công đoàn Viên chức",
    "Văn phòng – Tài chính",
)
RESERVE, SECONDS, FASTEST_S = 5, 10, 2
HOST = "Trình diễn"
SHORT = (Kind.ONE, Kind.TRUE_FALSE, Kind.SEVERAL, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Staged:
    """A contest that waits in a data folder; `token` signs a host in once."""

    contest: str
    pin: str
    token: str


def questions() -> tuple[Question, ...]:
    """The questions of the first bundled bank."""
    banks, problems = load_banks(BANKS)
    if not banks:
        raise ValueError(f"{BANKS}: {problems}")
    return banks[0].questions


def plan(luck: random.Random, count: int, speed: float) -> Plan:
    """A Golden Bell of so many questions; the faster the demo, the fewer the seconds.

    Raises:
        Rejected: the bank has too few questions.
    """
    seed = f"{luck.getrandbits(64):x}"
    drawn = draw(questions(), count + RESERVE, seed, kinds=SHORT, mcq_first=count)
    return Plan(
        title="Tìm hiểu Điều lệ Công đoàn Việt Nam",
        rounds=(
            Round(
                name="Rung chuông vàng",
                format="golden_bell",
                questions=drawn[:count],
                reserve=drawn[count:],
                settings={
                    "seconds": max(FASTEST_S, round(SECONDS / speed)),
                    "chain": list(Settings().chain),
                },
            ),
        ),
        teams=teams_named(TEAMS),
        seed=seed,
    )


def stage(folder: Path, contest: Plan) -> Staged:
    """Make the data folder with this contest in it, and a way in for its host.

    Raises:
        DatabaseUnreadable: the folder cannot be written.
        Rejected: the contest cannot be played.
    """
    with closing(create_app(Config(data=folder), "threading")) as app:
        now = app.clock.now()
        owner = app.accounts.named(HOST) or app.accounts.create(HOST, "host", now)
        made = app.runners.create(contest, owner=owner.id)
        pin = next(row.pin for row in app.runners.listing() if row.id == made)
        return Staged(made, pin, app.accounts.link(owner.id, now))
