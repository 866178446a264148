"""Pages on a real database in a folder of the test: the host's alone, or the whole server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quiz.app import App, create_app
from quiz.clock import SystemClock
from quiz.config import Config
from quiz.core.nouns.model import Kind, Plan, Question, Round, teams_named
from quiz.formats import ENGINE
from quiz.service.afterwards.statistics import Statistics
from quiz.service.afterwards.usage import Usage
from quiz.service.apart import Apart
from quiz.service.contests.drafts import Drafts
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.runner import Runner
from quiz.service.library.importing import Importing
from quiz.service.library.library import Library
from quiz.service.machine import RandomIds
from quiz.service.people.grants import Grants
from quiz.service.people.personal import PersonalData
from quiz.service.people.reopening import Reopening
from quiz.service.people.rights import Rights
from quiz.service.way_in import WaysIn
from quiz.store.accounts import SqliteAccounts
from quiz.store.contests import SqliteContests
from quiz.store.drafts import SqliteDrafts
from quiz.store.grants import SqliteGrants
from quiz.store.imports import SqliteImports
from quiz.store.journal import SqliteJournal
from quiz.store.library import SqliteLibrary
from quiz.store.personal import SqlitePersonalData
from quiz.store.pictures import SqlitePictures
from quiz.store.schema.migrate import open_database
from quiz.store.sessions import SqliteSessions
from quiz.web.frame.desk import Desk
from quiz.web.frame.public_url import set_ways_in
from quiz.web.frame.site import add_frame
from quiz.web.host_pages import add_host_pages
from quiz.web.library.addresses import RESERVED_IDS
from quiz.web.phone.play import add_phone_pages
from quiz.web.projector.projector_page import add_projector_pages
from tests.service.fakes import FakeWayIn
from tests.service.reading_here import ReadHere

ROOT = Path(__file__).parents[2]
PASSWORD = "chuong vang reo"
NOW = 1_700_000_000_000
TITLE = "Điều lệ <Công đoàn>"
PUBLIC_URL = "http://192.168.1.20:5000"
SECRET = "Câu này chưa được hiện"

QUESTION = """  - id: {id}
    kind: {kind}
    text: "Câu hỏi {id}?"
    {options}
    key: {key}
    explanation: "Vì thế."
    citation: "Điều 1"
    source_status: {status}
    difficulty: 1
    topic: "{topic}"
"""
BANK = """id: sample
title: "Ngân hàng mẫu"
title_en: "Sample bank"
description: "Dùng để thử."
as_of: 3/2/2020
language: vi
questions:
"""


def bank_text(tapped: int, typed: int) -> str:
    """A bank of questions tapped (topic "Chọn", the first one secondary) and typed ("Gõ")."""
    made = [BANK]
    for index in range(tapped):
        status = "verified" if index else "secondary"
        options = "options: [Một, Hai, Ba, Bốn]"
        made.append(
            QUESTION.format(
                id=f"tap-{index}", kind="one", options=options, key="A", status=status, topic="Chọn"
            )
        )
    made += [
        QUESTION.format(
            id=f"type-{index}",
            kind="text",
            options="",
            key="Hà Nội",
            status="verified",
            topic="Gõ",
        )
        for index in range(typed)
    ]
    return "".join(made)


class Frozen:
    """The clock of the accounts here."""

    def now(self) -> int:
        return NOW


class Site:
    """The pages, what they stand on, and a browser."""

    def __init__(self, folder: Path) -> None:
        self.database = open_database(folder)
        self.accounts = SqliteAccounts(self.database)
        contests, journal = SqliteContests(self.database), SqliteJournal(self.database)
        self.runners = Runners(ENGINE, contests, journal, clock=SystemClock(), ids=RandomIds())
        self.banks = folder / "banks"
        self.banks.mkdir()
        (self.banks / "sample.yaml").write_text(bank_text(tapped=30, typed=10), encoding="utf-8")
        self.way_in = FakeWayIn()
        self.ways_in = WaysIn(self.way_in, "")
        app = Flask("quiz", root_path=str(ROOT))
        app.config.update(SECRET_KEY="tests only", WTF_CSRF_ENABLED=False, TESTING=True)
        add_frame(app)
        set_ways_in(app, self.ways_in)
        add_phone_pages(app, self.runners)
        add_projector_pages(app, self.runners)
        self.library = Library(
            self.banks,
            SqliteLibrary(self.database),
            SqlitePictures(self.database),
            clock=SystemClock(),
            reserved=RESERVED_IDS,
        )
        self.importing = Importing(
            SqliteImports(self.database),
            self.library,
            SqlitePictures(self.database),
            clock=SystemClock(),
            ids=RandomIds(),
            start=ReadHere,
        )
        usage = Usage(contests, journal)
        sessions = SqliteSessions(self.database)
        grants = self.grants = Grants(SqliteGrants(self.database), clock=Frozen())
        self.connected: set[str] = set()
        desk = Desk(
            runners=self.runners,
            drafts=Drafts(SqliteDrafts(self.database), clock=SystemClock(), ids=RandomIds()),
            accounts=self.accounts,
            sessions=sessions,
            library=self.library,
            importing=self.importing,
            usage=usage,
            statistics=Statistics(journal, ENGINE, usage),
            personal=PersonalData(
                self.runners,
                SqlitePersonalData(self.database),
                ENGINE,
                clock=SystemClock(),
                days=365,
            ),
            rights=Rights(self.runners, sessions, grants, clock=Frozen()),
            grants=grants,
            reopening=Reopening(self.runners, clock=Frozen()),
            apart=Apart(folder),
            connected=lambda _: frozenset(self.connected),
            now=lambda: NOW,
        )
        add_host_pages(app, desk)
        self.app = app
        self.browser: FlaskClient = app.test_client()

    def link(self, role: str = "host") -> str:
        """A one-time link of an account with this role."""
        account = self.accounts.named(role) or self.accounts.create(role, role, NOW)
        return f"/host/enter/{self.accounts.link(account.id, NOW)}"

    def close(self) -> None:
        self.importing.close()
        self.runners.close()
        self.database.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.close()


@pytest.fixture
def host(site: Site) -> FlaskClient:
    """A browser signed in as a host."""
    site.browser.get(site.link())
    return site.browser


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The whole server; nothing listens."""
    config = Config(data=tmp_path, secret="tests only", public_url=PUBLIC_URL)
    served = create_app(config, async_mode="threading")
    yield served
    served.close()


@pytest.fixture
def contest_id(app: App) -> str:
    """A contest in its lobby, with two teams."""
    question = Question("1", Kind.ONE, SECRET, ((1,),), ("Sai", "Đúng"))
    round_ = Round("Rung chuông vàng", "golden_bell", (question,))
    return app.runners.create(Plan(TITLE, (round_,), teams_named(("Văn phòng", "Y tế"))), owner=1)


@pytest.fixture
def runner(app: App, contest_id: str) -> Runner:
    """The contest's runner."""
    return app.runners.runner(contest_id)


@pytest.fixture
def pin(app: App, contest_id: str) -> str:
    """The contest's PIN."""
    return next(row.pin for row in app.runners.listing() if row.id == contest_id)


@pytest.fixture
def phone(app: App) -> FlaskClient:
    """A phone's browser."""
    return app.flask.test_client()
