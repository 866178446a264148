"""One contest played by robots while its server is killed again and again."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress

from quiz.bots.crowd import Persona, RobotCrowd, open_http
from quiz.bots.names import names
from quiz.bots.phone.mind import Guessing
from quiz.bots.visitor import HttpVisitor
from quiz.bots.wire import Ack
from quiz.drill import journal, upgrade
from quiz.drill.console import PATIENCE_S, Console, Stuck
from quiz.drill.ledger import Ledger
from quiz.drill.moments import ANSWER_WITHIN_S, PRESSED, WINDOWS_S, Moment
from quiz.drill.outcome import EveningOutcome, Strike
from quiz.drill.server import ServerProcess
from quiz.drill.show import Show

LOOK_S = 0.005
QUIET_S, ON_ITS_WAY_S = 0.3, 0.006


class DrillEvening:
    """A server on a staged data folder, its robots, its host, and the kills still to come."""

    def __init__(
        self,
        server: ServerProcess,
        contest: str,
        pin: str,
        people: int,
        luck: random.Random,
        tell: Callable[[Strike], None],
    ) -> None:
        self._server = server
        self._contest = contest
        self._pin = pin
        self._people = people
        self._luck = luck
        self._tell = tell
        self._ledger = Ledger()
        self._sent = asyncio.Event()
        self._strikes: list[Strike] = []

    async def play(self, token: str, moments: Counter[Moment]) -> EveningOutcome:
        """Play to the last prize, with these kills on the way.

        Raises:
            Stuck: the phones or the host did not come back.
        """
        self._due = Counter(moments)
        async with open_http() as http:
            visitor = HttpVisitor(http, self._server.url)
            await visitor.get(f"/host/enter/{token}")
            self._console = Console(visitor, self._contest)
            self._crowd = RobotCrowd(self._server.url, self._pin, lambda line: None, stays=True)
            self._crowd.watch.told = self._note
            tasks = [asyncio.create_task(self._console.stay())]
            tasks.append(asyncio.create_task(self._crowd.play(self._personas())))
            try:
                await self._console.until(lambda: self._console.visits > 0)
                await self._strike_if_due(Moment.JOINING)
                await self._until_all_are_back()
                await Show(self._console, self._strike_if_due, self._is_due, self._luck).run()
                return self._outcome()
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    def _personas(self) -> list[Persona]:
        within = ANSWER_WITHIN_S
        return [
            Persona(name, Guessing(random.Random(self._luck.random()), within))
            for name in names(self._luck, self._people)
        ]

    def _is_due(self, moment: Moment) -> bool:
        return self._due[moment] > 0

    async def _strike_if_due(self, moment: Moment) -> None:
        if self._due[moment]:
            self._due[moment] -= 1
            skew = 3 if moment in PRESSED else 1
            after_s = WINDOWS_S[moment] * self._luck.random() ** skew
            strike = await self._strike(moment, after_s)
            self._strikes.append(strike)
            self._tell(strike)

    async def _strike(self, moment: Moment, after_s: float) -> Strike:
        """Kill, start again, and wait for everybody."""
        visits, whole, in_flight = self._console.visits, True, 0
        if moment is Moment.MIGRATION:
            await asyncio.to_thread(self._server.kill)
            whole = await asyncio.to_thread(self._killed_upgrade, after_s)
        else:
            await asyncio.sleep(after_s)
            if moment is Moment.ANSWERING:
                await self._answer_on_its_way()
            in_flight = self._ledger.open + self._console.acts.open
            self._server.kill()
        await self._until(lambda: self._crowd.watch.online == 0, "the phones did not notice")
        began = time.monotonic()
        starting = asyncio.create_task(asyncio.to_thread(self._server.start))
        await self._until(lambda: self._crowd.watch.online > 0, "no phone came back", starting)
        first = time.monotonic() - began
        await self._until_all_are_back()
        last = time.monotonic() - began
        await starting
        await self._console.until(lambda: self._console.visits > visits)
        equal = whole and await asyncio.to_thread(self._replay_is_equal)
        return Strike(moment, in_flight, round(first * 1000), round(last * 1000), equal)

    async def _answer_on_its_way(self) -> None:
        """Wait until a phone sends, or nobody does any more; and a moment that is luck's."""
        self._sent.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._sent.wait(), QUIET_S)
        await asyncio.sleep(self._luck.uniform(0, ON_ITS_WAY_S))

    def _note(self, answer_id: str, reply: Ack | None) -> None:
        self._ledger.note(answer_id, reply)
        if reply is None:
            self._sent.set()

    def _killed_upgrade(self, after_s: float) -> bool:
        data = self._server.data
        return upgrade.strike(data, upgrade.scripts_into(data / "drill"), after_s)

    async def _until_all_are_back(self) -> None:
        await self._until(
            lambda: self._crowd.watch.online >= self._people, "not all phones came back"
        )

    async def _until(
        self, happened: Callable[[], bool], otherwise: str, beside: Awaitable[None] | None = None
    ) -> None:
        """Look again and again; raises Stuck with `otherwise`, or what failed `beside`."""
        give_up_at = time.monotonic() + PATIENCE_S
        while not happened():
            if isinstance(beside, asyncio.Task) and beside.done():
                beside.result()
            if time.monotonic() > give_up_at:
                watch = self._crowd.watch
                raise Stuck(f"{otherwise}: {watch.online} online, {watch.tally.joined} joined")
            await asyncio.sleep(LOOK_S)

    def _replay_is_equal(self) -> bool:
        return journal.tells(self._rows(), self._console.view)

    def _rows(self) -> list[journal.JournalRow]:
        return journal.read_journal(self._server.data, self._contest)

    def _outcome(self) -> EveningOutcome:
        rows = self._rows()
        numbered = [row.version for row in rows] == list(range(1, len(rows) + 1))
        equal = numbered and journal.tells(rows, self._console.view)
        return EveningOutcome(
            tuple(self._strikes),
            self._ledger.agreement(rows),
            self._console.acts.agreement(rows),
            journal.joined(rows),
            journal.late(rows),
            equal and all(strike.replay_equal for strike in self._strikes),
        )
