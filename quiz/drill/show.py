"""A drill's run of show: the host presses on to the last prize, and each step is a moment."""

import asyncio
from collections.abc import Awaitable, Callable

from quiz.bots.formats import of_format
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Life
from quiz.drill.console import Console
from quiz.drill.moments import Moment

StrikeIfDue = Callable[[Moment], Awaitable[None]]
"""Kills the server if that is due at this moment, and waits until everybody is back."""


async def run_show(console: Console, strike: StrikeIfDue) -> None:
    """Press the primary button until there is nothing left to do; raises Stuck."""
    while not _over(console):
        match console.view["step"]:
            case "none":
                await strike(Moment.SETTLING)
                await console.until(lambda: bool(console.view["step"] != "none"))
            case "draw":
                await strike(Moment.MIGRATION)
                await console.press()
            case "start_clock":
                await console.press()
                if _answers_are_taken(console):
                    await strike(Moment.ANSWERING)
            case "close":
                await _answers(console, strike)
            case "reveal":
                await _press_and_strike(console, strike, Moment.REVEAL)
            case step if step not in tuple(Step):
                await _press_and_strike(console, strike, Moment.OWN_STEP)
            case _:
                await console.press()


def _over(console: Console) -> bool:
    return bool(console.view["step"] == "none" and console.view["hall"]["stage"] == "finished")


def _answers_are_taken(console: Console) -> bool:
    """Whether the round's format lets phones answer now."""
    hall = console.view["hall"]
    name = hall["round"]["format"]
    return of_format(name).answering(Life(hall["life"]), hall["parts"].get(name))


async def _answers(console: Console, strike: StrikeIfDue) -> None:
    """Everybody answers, or one in turn; a turn ends by itself."""
    if console.view["hall"]["life"] == "held":
        await strike(Moment.IN_TURN)
        await console.until(lambda: bool(console.view["hall"]["life"] != "held"))
        return
    await console.until(lambda: _answered_or_locked(console))
    if console.view["step"] == "close" and console.view["hall"]["life"] == "clock":
        await _press_and_strike(console, strike, Moment.LOCKED)


def _answered_or_locked(console: Console) -> bool:
    view, counts = console.view, console.counts
    fresh = counts is not None and counts["v"] >= view["v"]
    return view["step"] != "close" or (fresh and 0 < counts["eligible"] <= counts["answered"])


async def _press_and_strike(console: Console, strike: StrikeIfDue, moment: Moment) -> None:
    """Press the button; when a kill is due, while the server carries it out."""
    pressing = asyncio.create_task(console.press())
    try:
        await strike(moment)
        await pressing
    finally:
        pressing.cancel()
