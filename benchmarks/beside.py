"""Old contests are looked at beside a hall that answers: what its phones notice.

    .venv/bin/python benchmarks/beside.py 1000

Every other question is quiet; while the others are answered, the host's browser opens old
contests that nobody looked at since the start, their statistics, or the question editor, which
reads of all contests what was shown. Prints the acknowledgements of both and their ratio.
"""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hosting import contest, serving
from phones import Seats
from rebuild import written

from quiz.app import HOST
from quiz.banks.files.bank_reader import load_banks
from quiz.bots.autopilot import Autopilot
from quiz.bots.crowd import open_http
from quiz.bots.tally import QuestionTally, percentile
from quiz.bots.visitor import HttpVisitor
from quiz.cli.demo import fly
from quiz.cli.demo_contest import BANKS, Staged
from quiz.clock import SystemClock
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Stage
from quiz.store.accounts import SqliteAccounts
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from quiz.transport import limits

SECONDS, ANSWER_WITHIN_S, LONGEST_S = 6, 5.0, 600
VISITS = ("an old contest's page", "its statistics", "the question editor")
SETTLED_S = 16
"""After the start a server compiles its templates; a hall begins later than that."""
HAND_S = 0.5
EACH = 3
"""Contests that one kind of visit opens."""


class Past:
    """Old contests played to their last question, made by being called with a folder.

    `ids` are theirs, `token` signs their host in.
    """

    def __init__(self, people: int, questions: int) -> None:
        self.people, self.questions = people, questions
        self.ids: list[str] = []
        self.events = 0
        self.token = ""

    def __call__(self, folder: Path) -> None:
        for _ in range(EACH * 2):
            contest_id, events = written(folder, self._plan(), self.people)
            with closing(open_database(folder)) as database:
                with SqliteJournal(database).transaction(contest_id) as transaction:
                    transaction.describe(Stage.FINISHED, self.people)
                self.token = SqliteAccounts(database).host_link(HOST, SystemClock().now())
            self.ids.append(contest_id)
            self.events += events

    def _plan(self) -> Plan:
        made = contest(1, 15)
        (round_,) = made.rounds
        asked = tuple(
            replace(round_.questions[0], id=f"đo-{place}") for place in range(self.questions)
        )
        return replace(made, rounds=(replace(round_, questions=asked),))

    def addresses(self) -> dict[str, list[str]]:
        """What each kind of visit opens."""
        pages = [f"/host/contests/{name}" for name in self.ids[:EACH]]
        figures = [f"/host/contests/{name}/statistics" for name in self.ids[EACH:]]
        (bank, *_), _ = load_banks(BANKS)
        editor = [f"/host/banks/{bank.id}/questions/{bank.questions[0].id}"]
        return dict(zip(VISITS, (pages, figures, editor), strict=True))


async def asked(seats: Seats) -> AsyncIterator[tuple[str, int]]:
    """Each question when the first phone answers it, and its place (from 0)."""
    known: list[str] = []
    while not seats.finished.is_set():
        for name, tally in list(seats.tally.questions.items()):
            if name not in known and tally.answered:
                known.append(name)
                yield name, len(known) - 1
        await asyncio.sleep(0.02)


async def visit(host: HttpVisitor, paths: list[str]) -> float:
    """Open these pages as fast as a hand does; the seconds that the server took."""
    took = 0.0
    for path in paths:
        began = time.monotonic()
        page = await host.get(path)
        took += time.monotonic() - began
        assert page.status == 200, (path, page.status)
        await asyncio.sleep(HAND_S)
    return took


async def measure(
    url: str, staged: Staged, past: Past, phones: int
) -> tuple[dict[str, tuple[QuestionTally, float]], list[QuestionTally]]:
    """The questions beside each kind of visit, with the seconds of the visit; the quiet ones."""
    seats = Seats(url, staged.pin, ANSWER_WITHIN_S)
    busy: dict[str, tuple[QuestionTally, float]] = {}
    quiet: list[QuestionTally] = []
    addresses = past.addresses()
    async with asyncio.timeout(LONGEST_S), open_http() as http:
        host = HttpVisitor(http, url)
        await host.get(f"/host/enter/{past.token}")
        await seats.gather(phones)
        await asyncio.sleep(SETTLED_S)
        flight = asyncio.create_task(fly(url, staged, Autopilot(speed=3)))
        async for name, place in asked(seats):
            tally = seats.tally.question(name)
            if place % 2 == 0:
                quiet.append(tally)
                continue
            kind = VISITS[place // 2]
            busy[kind] = tally, await visit(host, addresses[kind])
        await flight
    return busy, quiet


def rows(busy: dict[str, tuple[QuestionTally, float]], quiet: list[QuestionTally]) -> Iterator[str]:
    """The lines of the table."""
    calm = [ms for tally in quiet for ms in tally.acks]
    base = percentile(calm, 0.99) or 1
    yield f"| nothing | – | {percentile(calm, 0.5)} | {base} | {max(calm):.0f} | |"
    for kind, (tally, took) in busy.items():
        p50, p99 = percentile(tally.acks, 0.5), percentile(tally.acks, 0.99) or 0
        longest = max(tally.acks)
        yield f"| {kind} | {took:.1f} | {p50} | {p99} | {longest:.0f} | {p99 / base:.2f} × |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phones", type=int, nargs="?", default=1000)
    parser.add_argument("--people", type=int, default=1500)
    parser.add_argument("--questions", type=int, default=20)
    parser.add_argument("--driver", default="eventlet")
    options = parser.parse_args()
    limits.raise_file_limit()
    past = Past(options.people, options.questions)
    plan = contest(2 * len(VISITS), SECONDS)
    with serving(plan, options.driver, past) as (url, _, staged):
        busy, quiet = asyncio.run(measure(url, staged, past, options.phones))
    print(f"{len(past.ids)} old contests with {past.events} events; {options.phones} phones\n")
    print("| beside | s | ack p50 ms | ack p99 ms | longest ms | p99 to quiet |")
    print("|---" * 6 + "|")
    print("\n".join(rows(busy, quiet)))


if __name__ == "__main__":
    main()
