"""Wiring: the only place where the layers meet."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from wsgiref.types import WSGIApplication

from flask import Flask

from quiz import networks
from quiz.budget import Rush
from quiz.clock import SystemClock
from quiz.config import Config
from quiz.core.nouns.state import Stage
from quiz.formats import ENGINE
from quiz.live.hub import Hub
from quiz.live.sockets import open_sockets
from quiz.meter import Meter
from quiz.prepare.places import HERE
from quiz.service.afterwards.statistics import Statistics
from quiz.service.afterwards.usage import Usage
from quiz.service.apart import Apart
from quiz.service.contests.drafts import Drafts
from quiz.service.contests.runners import Runners
from quiz.service.contests.watching.storage_watch import StorageWatch
from quiz.service.contests.watching.unvisited import Unvisited
from quiz.service.library.importing import Importing
from quiz.service.library.library import Library
from quiz.service.library.reading_files import FileReadingProcess
from quiz.service.machine import RandomIds
from quiz.service.people.grants import Grants
from quiz.service.people.personal import PersonalData
from quiz.service.people.reopening import Reopening
from quiz.service.people.retention import Retention
from quiz.service.people.rights import Rights, was_let_in
from quiz.service.way_in import WaysIn
from quiz.store.accounts import SqliteAccounts
from quiz.store.contests import SqliteContests
from quiz.store.drafts import SqliteDrafts
from quiz.store.folder.drive import is_on_network
from quiz.store.folder.pulse import FilePulse
from quiz.store.folder.secret import secret_key
from quiz.store.folder.way_in import FileWayIn
from quiz.store.grants import SqliteGrants
from quiz.store.imports import SqliteImports
from quiz.store.journal import SqliteJournal
from quiz.store.library import SqliteLibrary
from quiz.store.personal import SqlitePersonalData
from quiz.store.pictures import SqlitePictures
from quiz.store.schema.migrate import open_database
from quiz.store.sessions import LIFETIME_MS, SqliteSessions
from quiz.store.sqlite.database import Database
from quiz.transport.cookies import sessions_of
from quiz.transport.http.page_turns import PageTurns
from quiz.web.access import machine
from quiz.web.access.entitled import pages_of
from quiz.web.access.signing import Sessions
from quiz.web.frame.desk import Desk
from quiz.web.frame.prepared.templates import load_templates
from quiz.web.frame.public_url import set_ways_in
from quiz.web.frame.site import Site, add_frame
from quiz.web.host_pages import add_host_pages
from quiz.web.library.addresses import RESERVED_IDS
from quiz.web.operation.health import Health, add_health
from quiz.web.operation.metrics import Numbers, add_metrics
from quiz.web.phone.admitting import Joins
from quiz.web.phone.pictures import add_pictures
from quiz.web.phone.play import add_phone_pages
from quiz.web.projector.projector_page import add_projector_pages

ROOT = Path(__file__).resolve().parent.parent
HOST = "host"
"""The name of the account that the one-time link of the first start signs in."""


@dataclass(frozen=True)
class App:
    """A wired server: `flask` for tests, `wsgi` for the driver."""

    flask: Flask
    page_turns: PageTurns
    runners: Runners
    accounts: SqliteAccounts
    sessions: SqliteSessions
    grants: Grants
    retention: Retention
    unvisited: Unvisited
    storage_watch: StorageWatch
    importing: Importing
    apart: Apart
    hub: Hub
    database: Database
    clock: SystemClock

    @property
    def wsgi(self) -> WSGIApplication:
        """The WSGI callable, the sockets included."""
        return self.page_turns

    def start(self) -> None:
        """Have the clocks of contests run on; erase names past their time."""
        self.apart.clear()
        self.runners.start()
        # What the first page needs is loaded before the first phone asks for it.
        load_templates(self.flask, HERE)
        self.flask.test_client().get("/")
        self.retention.start()
        self.unvisited.start()
        self.storage_watch.start()

    def host_link(self) -> str:
        """Path of a one-time link that opens the host's pages signed in."""
        return f"/host/enter/{self.accounts.start_link(HOST, self.clock.now())}"

    def close(self) -> None:
        """Stop pushing, let every command that waits be stored, and close the database."""
        self.unvisited.close()
        self.storage_watch.close()
        self.retention.close()
        self.importing.close()
        self.hub.close()
        self.runners.close()
        self.database.close(salvaging=True)


def create_app(config: Config, async_mode: str = "") -> App:
    """Wire a server; `async_mode` is the driver's unless a test says `threading`.

    Raises:
        NewerDatabase, DatabaseUnreadable: the data cannot be used.
        Undeclared: a page or a message does not say which roles it is for.
    """
    database = open_database(config.data)
    clock, meter, rush = SystemClock(), Meter(), Rush()
    stores = Stores(database)
    runners = Runners(
        ENGINE,
        stores.contests,
        stores.journal,
        clock=clock,
        ids=RandomIds(),
        meter=meter,
        pulse=FilePulse(config.data),
        go_on_from=clock.go_on_from,
    )
    grants = Grants(stores.grants, clock=clock)
    rights = Rights(runners, stores.sessions, grants, clock=clock)
    reopening = Reopening(runners, clock=clock)
    app = _flask(config)
    add_frame(app)
    ways_in = _ways_in(config)
    set_ways_in(app, ways_in)
    hub = open_sockets(
        app,
        ENGINE,
        runners,
        clock=clock,
        rights=rights,
        ways_in=ways_in,
        reopening=reopening,
        async_mode=async_mode or config.driver,
        most=config.phones,
        rush=rush,
        meter=meter,
    )
    apart = Apart(config.data)
    desk = _desk(config, apart, stores, runners, rights, grants, hub, clock)
    joins = Joins(config.joins, rush=rush)
    add_phone_pages(app, runners, joins, meter, config.most_people)
    add_projector_pages(app, runners)
    add_pictures(app, stores.pictures.get)
    add_host_pages(app, desk)
    machine.set_up(app, is_behind_proxy=config.is_behind_proxy)
    add_metrics(app, Numbers(meter, hub.roles, lambda: stages(runners)))
    add_health(app, Health(database.answers))
    pages_of(app)

    stores.sessions.watch(hub.review)
    grants.watch(hub.review)
    runners.on_closed(desk.statistics.forget)
    return App(
        app,
        _page_turns(app, runners),
        runners,
        stores.accounts,
        stores.sessions,
        grants,
        Retention(desk.personal),
        Unvisited(runners, clock),
        StorageWatch(database.see_in_place, runners),
        desk.importing,
        apart,
        hub,
        database,
        clock,
    )


def _ways_in(config: Config) -> WaysIn:
    def found() -> list[str]:
        local = networks.local_addresses()
        return networks.addresses_for_phones(config.host, config.port, local)

    own = (*found(), networks.local_url(config.host, config.port))
    store, is_given = FileWayIn(config.data), config.public_url not in ("", *own)
    return WaysIn(store, config.public_url, found, is_given=is_given)


def _page_turns(app: Flask, runners: Runners) -> PageTurns:
    session_of = sessions_of(app)
    return PageTurns(
        app.wsgi_app,
        runners.is_clock_running,
        lambda environ: was_let_in(session_of(environ)),
    )


class Stores:
    """What lasts in one database."""

    def __init__(self, database: Database) -> None:
        self.accounts = SqliteAccounts(database)
        self.contests = SqliteContests(database)
        self.drafts = SqliteDrafts(database)
        self.grants = SqliteGrants(database)
        self.imports = SqliteImports(database)
        self.journal = SqliteJournal(database)
        self.library = SqliteLibrary(database)
        self.personal = SqlitePersonalData(database)
        self.pictures = SqlitePictures(database)
        self.sessions = SqliteSessions(database)


def _desk(
    config: Config,
    apart: Apart,
    stores: Stores,
    runners: Runners,
    rights: Rights,
    grants: Grants,
    hub: Hub,
    clock: SystemClock,
) -> Desk:
    """What the host's pages are given."""
    usage = Usage(stores.contests, stores.journal)
    banks, pictures = ROOT / "question_banks", stores.pictures
    library = Library(banks, stores.library, pictures, clock=clock, reserved=RESERVED_IDS)
    return Desk(
        runners=runners,
        drafts=Drafts(stores.drafts, clock=clock, ids=RandomIds()),
        accounts=stores.accounts,
        sessions=stores.sessions,
        library=library,
        importing=Importing(
            stores.imports,
            library,
            pictures,
            clock=clock,
            ids=RandomIds(),
            start=partial(FileReadingProcess, apart),
        ),
        usage=usage,
        statistics=Statistics(stores.journal, ENGINE, usage),
        personal=PersonalData(runners, stores.personal, ENGINE, clock=clock, days=config.keep_days),
        rights=rights,
        grants=grants,
        reopening=hub.reopening,
        apart=apart,
        connected=hub.actors,
        now=clock.now,
    )


def stages(runners: Runners) -> Mapping[str, int]:
    """How many open contests there are at each stage."""
    found = Counter(dict.fromkeys(map(str, Stage), 0))
    found.update(runner.contest.stage for runner in runners.opened())
    return found


def _flask(config: Config) -> Flask:
    app = Site("quiz", root_path=str(ROOT), static_folder=None)
    app.config.update(
        ON_NETWORK_DRIVE=is_on_network(config.data),
        SECRET_KEY=config.secret or secret_key(config.data),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_NAME="rung_chuong_vang",
        SESSION_COOKIE_SECURE=config.public_url.startswith("https://"),
        PERMANENT_SESSION_LIFETIME=timedelta(milliseconds=LIFETIME_MS),
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.session_interface = Sessions()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app
