"""A question from its draw to its consequences, as far as a scene needs it."""

from quiz.core.nouns.shapes import Step
from tests.screenshots.hall import ContestScreens


async def ask(hall: ContestScreens, knowing: int) -> None:
    """Go on until the clock of the next question runs; so many robots will be right."""
    hall.orders.knowing = knowing
    await hall.host.go_to(Step.CLOSE)


async def reveal(hall: ContestScreens, answers: int) -> None:
    """Lock once so many have answered, then show the key."""
    await hall.host.answered(answers)
    await hall.host.go_to(Step.SETTLE)
    await hall.scene("reveal")


async def settle(hall: ContestScreens) -> None:
    """Let the answers have their consequences."""
    await hall.host.act("advance")
    await hall.scene("floor")


def on_floor(hall: ContestScreens) -> int:
    """How many are on the floor."""
    return hall.host.view.hall.floor.left
