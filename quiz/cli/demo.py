"""`run.py demo`: a contest of robots that plays by itself, to be watched or taken over."""

import argparse
import asyncio
import random
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from quiz.bots.autopilot import Autopilot, Ending
from quiz.bots.crowd import Persona, RobotCrowd, open_http
from quiz.bots.names import names
from quiz.bots.phone.knowing import Knowing, questions_of
from quiz.bots.result_words import totals_line
from quiz.bots.visitor import HttpVisitor
from quiz.bots.wire import Wire
from quiz.cli.demo_contest import Staged, plan, stage
from quiz.cli.serving.data_folder import in_words
from quiz.cli.serving.problems import CannotStart
from quiz.core.nouns.model import Plan

RUN = Path(__file__).resolve().parents[2] / "run.py"
LINK = re.compile(r"https?://\S+/host/enter/\S+")
FOR_PHONES = re.compile(r"Phones open: (\S+)")
COMING_IN_S = 120.0


@dataclass(frozen=True, slots=True)
class DemoServer:
    """A running server of our own: its address, for phones too, and its one-time link."""

    url: str
    link: str
    for_phones: str
    process: subprocess.Popen[str]


class NotServed(Exception):
    """The server did not start; it has said why."""


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="run.py demo", description="Một cuộc thi mẫu tự chạy · A contest that plays by itself"
    )
    parser.add_argument("--contestants", type=int, default=100, metavar="N")
    parser.add_argument("--questions", type=int, default=15, metavar="N")
    parser.add_argument("--speed", type=float, default=1.0, help="2: nhanh gấp đôi · twice as fast")
    parser.add_argument("--host", default="0.0.0.0")
    parser.add_argument("--port", default="5000")
    parser.add_argument("--driver", default="")
    parser.add_argument(
        "--leave", action="store_true", help="xong thì dừng máy chủ · stop the server at the end"
    )
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """One line for the person who started the demo."""
    print(text, flush=True)


@contextmanager
def serving(options: argparse.Namespace, folder: Path) -> Iterator[DemoServer]:
    """A server process on `folder`, ended with the block.

    Raises:
        NotServed: it ended before it was ready.
    """
    command = [sys.executable, "-X", "prepared", str(RUN), "serve", "--data", str(folder)]
    command += ["--host", options.host, "--port", options.port]
    command += ["--driver", options.driver] if options.driver else []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", errors="replace")
    with process:
        try:
            yield announced(process)
        finally:
            process.terminate()


def announced(process: subprocess.Popen[str]) -> DemoServer:
    """The server once it has printed its addresses and its link.

    Raises:
        NotServed: it ended first.
    """
    url = link = ""
    for line in process.stdout or ():
        if line.startswith("READY "):
            url = line.removeprefix("READY ").strip()
        elif found := LINK.search(line):
            link = found[0]
        elif found := FOR_PHONES.search(line):
            return DemoServer(url, link, found[1], process)
    raise NotServed


def invite(server: DemoServer, staged: Staged) -> None:
    """Say where the contest can be watched."""
    say("Cuộc thi mẫu đang chạy; hãy mở trong trình duyệt · Watch in a browser:")
    say(f"  người dẫn · host        {server.link}")
    say(f"  rồi · then              {server.url}/host/contests/{staged.contest}")
    say(f"  màn hình lớn · projector {server.url}/projector/{staged.contest}")
    say(f"  điện thoại · a phone     {server.for_phones}/j/{staged.pin}   (PIN {staged.pin})")
    say("Bấm nút trên trang người dẫn để tự điều khiển · Press a button as host to take over")


async def fly(url: str, staged: Staged, autopilot: Autopilot) -> Ending:
    """Sign in by the one-time link and host the contest.

    Raises:
        ConnectionError, aiohttp.ClientError, TimeoutError: the server is gone.
        Rejected: the server does not let this host in.
    """
    async with open_http() as http:
        visitor = HttpVisitor(http, url)
        await visitor.get(f"/host/enter/{staged.token}")
        wire = Wire(visitor, "/host", autopilot.take)
        await wire.open({"contest": staged.contest})
        flight = asyncio.create_task(autopilot.fly(wire))
        ended = asyncio.create_task(wire.ended())
        try:
            await asyncio.wait([flight, ended], return_when=asyncio.FIRST_COMPLETED)
            if not flight.done():
                raise ConnectionError("the server is gone")
            return flight.result()
        finally:
            flight.cancel()
            ended.cancel()
            await wire.close()


def cast(contest: Plan, luck: random.Random, count: int) -> list[Persona]:
    """The robots: one of them knows everything, so that somebody rings the bell."""
    known, champion = questions_of(contest), luck.randrange(count)
    return [
        Persona(name, Knowing(random.Random(luck.random()), known, champion=place == champion))
        for place, name in enumerate(names(luck, count))
    ]


async def play(
    server: DemoServer, staged: Staged, personas: list[Persona], options: argparse.Namespace
) -> None:
    """Let the robots in, fly, and stay for as long as the contest or its visitors do."""
    crowd = RobotCrowd(server.url, staged.pin, say, stays=True)
    game = asyncio.create_task(crowd.play(personas))
    try:
        await asyncio.wait([asyncio.create_task(crowd.gathered.wait())], timeout=COMING_IN_S)
        say(f"Đã vào thi · joined: {crowd.watch.tally.joined}")
        ending = await fly(server.url, staged, Autopilot(speed=options.speed))
        if ending is Ending.TAKEN:
            say("Đã có người điều khiển, chế độ tự chạy dừng hẳn · A host took over for good")
            await game
        say(totals_line(crowd.watch.tally.totals()))
    except (ConnectionError, aiohttp.ClientError, TimeoutError) as problem:
        say(f"Máy chủ đã dừng · The server is gone: {problem}")
    finally:
        game.cancel()
        await asyncio.wait([game])


def main(arguments: list[str]) -> int:
    """Stage, serve and play; the exit code is that of a server that cannot start."""
    options = parse(arguments)
    # Being told to end is handled like Ctrl+C, so that the server is not left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    luck = random.Random()
    contest = plan(luck, options.questions, options.speed)
    personas = cast(contest, luck, options.contestants)
    with tempfile.TemporaryDirectory(prefix="rung-chuong-vang-demo-") as folder:
        try:
            with in_words(Path(folder)):
                staged = stage(Path(folder), contest)
            with serving(options, Path(folder)) as server:
                invite(server, staged)
                asyncio.run(play(server, staged, personas, options))
                if not options.leave:
                    say("Đã xong, trang vẫn mở; Ctrl+C để dừng · It is over; Ctrl+C ends this")
                    server.process.wait()
        except NotServed:
            return 2
        except CannotStart as problem:
            print(problem, file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            say("")
    return 0
