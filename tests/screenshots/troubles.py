"""What goes wrong in a hall: a crowd of made-up names, a server that stood still."""

import asyncio
import os
import random
import signal

from quiz.bots.crowd import open_http
from quiz.bots.names import names
from quiz.bots.phone.door import join
from quiz.bots.visitor import HttpVisitor
from quiz.core.nouns.shapes import Step
from tests.screenshots.hall import ContestScreens

CROWD = 130
STOOD_STILL_S = 4.0


async def picture_flood(hall: ContestScreens) -> None:
    """More people without phones than a hall has, and who would be taken out."""
    async with open_http() as http:
        for place, name in enumerate(names(random.Random(1), CROWD)):
            await join(HttpVisitor(http, hall.server.url), hall.staged.pin, name, place)
    await hall.console.locator("#flood").wait_for()
    await hall.everywhere("flood")
    await hall.console.get_by_role("button", name="Xóa những người vừa vào").click()
    await hall.console.locator("dialog[open]").wait_for()
    await hall.album.take(hall.console, "console", "dialog-newcomers")
    await hall.console.keyboard.press("Escape")
    await hall.console.locator("#flood .danger").click()
    await hall.console.locator("#flood").wait_for(state="hidden")
    await hall.album.take(hall.console, "console", "flood-removed")


async def picture_lost_time(hall: ContestScreens) -> None:
    """The server stands still while the clock runs."""
    if not hasattr(signal, "SIGSTOP"):
        return
    await hall.host.go_to(Step.CLOSE)
    pid = hall.server.process.pid
    os.kill(pid, signal.SIGSTOP)
    await asyncio.sleep(STOOD_STILL_S)
    os.kill(pid, signal.SIGCONT)
    await hall.console.locator("#lost").wait_for()
    await hall.everywhere("lost-time", phone=hall.other.page)
