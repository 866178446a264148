"""A round for points."""

from tests.screenshots.asking import ask, reveal
from tests.screenshots.hall import ContestScreens


async def picture(hall: ContestScreens) -> None:
    """Points: where one stands, persons and teams."""
    await ask(hall, 9)
    question = hall.question(1)
    await hall.champion.give(question, question.key[0])
    await reveal(hall, 12)
    await hall.everywhere("points-reveal", phone=hall.other.page)
    await hall.host.act("advance")
    await hall.scene("standings")
    await hall.everywhere("points", phone=hall.champion.page)
