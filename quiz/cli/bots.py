"""`run.py bots`: robot phones over real websockets, against any running contest."""

import argparse
import asyncio
import random
import sys

from quiz.bots.crowd import Persona, RobotCrowd
from quiz.bots.names import names
from quiz.bots.phone.mind import Guessing
from quiz.bots.result_words import totals_line
from quiz.bots.tally import Totals, as_json


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; leaves with words and code 2 when something is missing."""
    parser = argparse.ArgumentParser(
        prog="run.py bots", description="Thí sinh máy vào một cuộc thi · Robots join a contest"
    )
    parser.add_argument("--url", required=True, help="địa chỉ máy chủ · address of the server")
    parser.add_argument("--pin", required=True, help="mã PIN của cuộc thi · PIN of the contest")
    parser.add_argument(
        "--contestants", type=int, default=50, metavar="N", help="bao nhiêu · how many (50)"
    )
    parser.add_argument(
        "--answer-within",
        type=float,
        metavar="SECONDS",
        help="trả lời trong ngần ấy giây · answer within so many seconds of the clock's start",
    )
    parser.add_argument(
        "--json", action="store_true", help="dòng cuối là JSON · the last line is one JSON object"
    )
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """One line for the person who started the robots."""
    print(text, flush=True)


async def play(options: argparse.Namespace) -> Totals:
    """Play the contest; Ctrl-C ends it early, with the totals so far."""
    crowd = RobotCrowd(options.url, options.pin, say)
    personas = [
        Persona(name, Guessing(random.Random(), options.answer_within))
        for name in names(random.Random(), options.contestants)
    ]
    try:
        await crowd.play(personas)
    except asyncio.CancelledError:
        say("")
    return crowd.watch.tally.totals()


def main(arguments: list[str]) -> int:
    """Run the robots and tell what they saw; 1 when none of them got in."""
    options = parse(arguments)
    totals = asyncio.run(play(options))
    say(totals_line(totals))
    if not totals.joined:
        print("Không thí sinh máy nào vào được · No robot got in", file=sys.stderr)
    if options.json:
        say(as_json(totals))
    return 0 if totals.joined else 1
