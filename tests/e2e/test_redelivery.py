"""Robots on a bad network: every answer that the server had in time counts, once."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from quiz.bots.crowd import Persona, RobotCrowd, open_http
from quiz.bots.phone.mind import Guessing
from quiz.bots.visitor import HttpVisitor
from quiz.bots.wire import Ack
from quiz.cli.demo_contest import Staged, stage
from quiz.core.nouns.events import AnswerSubmitted
from quiz.core.nouns.model import Plan
from quiz.drill import journal
from quiz.drill.console import Console
from quiz.drill.ledger import Agreement, Ledger
from quiz.drill.sample import plan
from quiz.drill.server import ServerProcess
from quiz.formats.buzzer.events import Buzzed, BuzzOpened
from tests.e2e import turns
from tests.e2e.shim import Shim

PEOPLE, QUESTIONS = 12, 2


async def play(server: ServerProcess, staged: Staged, shim: Shim) -> Ledger:
    """Ask so many questions over the bad network; every robot's reply is waited for."""
    await shim.open()
    ledger, heard = Ledger(), asyncio.Event()

    def note(answer_id: str, reply: Ack | None) -> None:
        ledger.note(answer_id, reply)
        heard.set()

    async with open_http() as http:
        visitor = HttpVisitor(http, server.url)
        await visitor.get(f"/host/enter/{staged.token}")
        console = Console(visitor, staged.contest)
        crowd = RobotCrowd(shim.url, staged.pin, lambda line: None, stays=True)
        crowd.watch.told = note
        minds = (Guessing(random.Random(place), 0.5) for place in range(PEOPLE))
        personas = [Persona(f"Người {place}", mind) for place, mind in enumerate(minds)]
        tasks = [asyncio.create_task(console.stay()), asyncio.create_task(crowd.play(personas))]
        try:
            await asyncio.wait_for(crowd.gathered.wait(), 60)
            await console.until(lambda: console.view is not None)
            for _ in range(QUESTIONS):
                while console.view["step"] != "close":
                    await console.press()
                await console.until(lambda: all_in(console))
                await console.until(lambda: settled(console))
                while None in ledger.replies.values():
                    heard.clear()
                    await heard.wait()
                await console.press()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            with suppress(Exception):
                await shim.close()
    return ledger


def all_in(console: Console) -> bool:
    """Whether everybody has answered the question whose clock runs, or it ran out."""
    counts = console.counts
    return console.view["step"] != "close" or bool(
        counts["v"] >= console.view["v"] and counts["answered"] >= counts["eligible"]
    )


def settled(console: Console) -> bool:
    """Whether no buzz waits for its turn, and no turn for its answer."""
    return bool(console.view["hall"]["life"] != "held")


def played(tmp_path: Path, plan: Plan, seed: int) -> tuple[Staged, Shim, Ledger]:
    """The contest over a network as bad as the seed makes it."""
    staged = stage(tmp_path, plan)
    server = ServerProcess(tmp_path)
    server.start()
    try:
        shim = Shim(server.url, random.Random(seed))
        # In a thread of its own: where a browser is open, the main thread has a loop.
        with ThreadPoolExecutor(1) as beside:
            ledger = beside.submit(lambda: asyncio.run(play(server, staged, shim))).result()
    finally:
        server.stop()
    return staged, shim, ledger


def test_answers_over_a_bad_network_count_once_as_they_were_sent(tmp_path: Path) -> None:
    staged, shim, ledger = played(tmp_path, plan(), 5)
    rows = journal.read_journal(tmp_path, staged.contest)
    recorded = {
        row.command_id.rpartition(":")[2]: list(row.event.answer)
        for row in rows
        if isinstance(row.event, AnswerSubmitted)
    }
    assert ledger.agreement(rows) == Agreement(PEOPLE * QUESTIONS, 0, 0)
    assert recorded == {sent: message["answer"] for sent, message in shim.sent.items()}
    assert (journal.late(rows), journal.joined(rows)) == (0, PEOPLE)
    assert min(shim.happened[fate] for fate in ("dropped", "doubled", "delayed", "unheard")) > 0


def test_buzzes_over_a_bad_network_count_once_or_were_refused(tmp_path: Path) -> None:
    whole = plan()
    staged, shim, ledger = played(tmp_path, replace(whole, rounds=whole.rounds[1:]), 6)
    rows = journal.read_journal(tmp_path, staged.contest)
    recorded = [
        row.command_id.rpartition(":")[2]
        for row in rows
        if isinstance(row.event, AnswerSubmitted | BuzzOpened | Buzzed)
    ]
    taken = [sent for sent, reply in ledger.replies.items() if reply and reply["ok"]]
    assert ledger.agreement(rows) == Agreement(len(taken), 0, 0)
    assert sorted(recorded) == sorted(taken)
    assert (journal.late(rows), journal.joined(rows)) == (0, PEOPLE)
    assert shim.happened.total() > len(taken) >= 2 * QUESTIONS
    assert len(turns.reckon(tmp_path, staged.contest).turns) == QUESTIONS - 1
