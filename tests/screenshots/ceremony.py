"""The ceremony: every step of the prizes."""

from quiz.core.nouns.shapes import Step
from tests.screenshots.hall import ContestScreens


async def ceremony(hall: ContestScreens) -> None:
    """Every step of the prizes."""
    await hall.host.go_to(Step.SHOW_PRIZE)
    await hall.scene("prizes")
    await hall.everywhere("prizes-0", phone=hall.champion.page, prompter=hall.prompter)
    shown = 0
    while hall.host.view.step == Step.SHOW_PRIZE:
        await hall.host.act("advance")
        shown += 1
        await hall.everywhere(f"prizes-{shown}")
    await hall.champion.see(".prize")
    await hall.album.take(hall.champion.page, "phone", "end-with-prize")
    await hall.album.take(hall.other.page, "phone", "end")
    await hall.host.act("send_scene", scene="standings")
    await hall.scene("standings")
    await hall.show("final-standings")
