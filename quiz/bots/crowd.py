"""Many robot phones in one process, from the door to the end of the contest."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import aiohttp

from quiz.bots.phone.mind import Mind
from quiz.bots.phone.robot import Robot
from quiz.bots.result_words import question_line
from quiz.bots.visitor import HttpVisitor
from quiz.bots.watch import Watch
from quiz.core.nouns.state import Life

AT_THE_DOOR = 32
GONE_AFTER_S = 60.0
LOOK_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Persona:
    """Who a robot plays: a name and a mind."""

    name: str
    mind: Mind


def open_http() -> aiohttp.ClientSession:
    """An HTTP client for any number of visitors, who keep their cookies themselves."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=20, sock_read=30),
    )


class RobotCrowd:
    """Robots that join one contest and play it.

    `robots` are in it once it plays; `watch` has what they saw and measured; `gathered` is set
    once all that got in are connected.
    """

    def __init__(
        self, url: str, pin: str, say: Callable[[str], None], *, stays: bool = False
    ) -> None:
        self.watch = Watch()
        self.gathered = asyncio.Event()
        self._url = url
        self._pin = pin
        self._say = say
        self._stays = stays
        self._told: set[str] = set()
        self.robots: list[Robot] = []

    async def play(self, personas: Sequence[Persona]) -> None:
        """Come in and play, to the end of the contest or until the server stayed away for 60 s.

        A crowd that `stays` does not go at the end. When this is cancelled the robots go at
        once; the tally holds what they did.
        """
        async with open_http() as http:
            robots = self.robots = [
                Robot(who.name, place, who.mind, HttpVisitor(http, self._url), self.watch)
                for place, who in enumerate(personas)
            ]
            lives: list[asyncio.Task[None]] = []
            try:
                await self._come_in(robots, lives)
                await self._look_on(lives)
            finally:
                for life in lives:
                    life.cancel()
                await asyncio.gather(*lives, return_exceptions=True)
                await asyncio.gather(*(robot.leave() for robot in robots))
                self._tell_finished_questions(everything=True)
                self.gathered.set()

    async def _come_in(self, robots: Sequence[Robot], lives: list[asyncio.Task[None]]) -> None:
        """Start all lives; the first one measures the clock alone, for a crowd would delay it."""
        door = asyncio.Semaphore(AT_THE_DOOR)
        lives += [asyncio.create_task(self._live(robot, door)) for robot in robots[:1]]
        measured = asyncio.create_task(self.watch.clock.measured.wait())
        await asyncio.wait([measured, *lives], return_when=asyncio.FIRST_COMPLETED)
        measured.cancel()
        lives += [asyncio.create_task(self._live(robot, door)) for robot in robots[1:]]

    async def _live(self, robot: Robot, door: asyncio.Semaphore) -> None:
        """One robot, from the door on."""
        async with door:
            if not await robot.join(self._pin):
                return
        await robot.play()

    async def _look_on(self, lives: Sequence[asyncio.Task[None]]) -> None:
        """Tell each question that is over; return when there is nothing left to see."""
        seen_at = time.monotonic()
        while (
            self._stays or not self.watch.finished
        ) and time.monotonic() - seen_at < GONE_AFTER_S:
            done, waiting = await asyncio.wait(lives, timeout=LOOK_EVERY_S)
            for life in done:
                life.result()
            if not waiting:
                return
            if self.watch.online:
                seen_at = time.monotonic()
            if self.watch.tally.joined == self.watch.online == len(waiting):
                self.gathered.set()
            self._tell_finished_questions()

    def _tell_finished_questions(self, *, everything: bool = False) -> None:
        """Say the line of each question whose answers are all in."""
        view = self.watch.newest
        open_still = view is not None and view.life in (
            Life.SHOWN,
            Life.CLOCK,
            Life.PAUSED,
            Life.HELD,
            Life.LOCKED,
        )
        for name, tally in self.watch.tally.questions.items():
            if name in self._told or (
                name == self.watch.question and open_still and not everything
            ):
                continue
            self._told.add(name)
            self._say(question_line(tally))
