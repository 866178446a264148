"""The ceremony: every step of the prizes."""

from quiz.core.nouns.shapes import Step
from tests.screenshots.hall import ContestScreens


async def ceremony(hall: ContestScreens, kind: str = "") -> None:
    """Every step of the prizes; `kind` goes before the pictures' names."""
    await hall.host.go_to(Step.SHOW_PRIZE)
    await hall.scene("prizes")
    await hall.everywhere(f"{kind}prizes-0", phone=hall.champion.page)
    shown = 0
    while hall.host.view.step == Step.SHOW_PRIZE:
        await hall.host.act("advance")
        shown += 1
        await hall.everywhere(f"{kind}prizes-{shown}")
    await hall.champion.see(".prize")
    await hall.album.take(hall.champion.page, "phone", f"{kind}end-with-prize")
    await hall.album.take(hall.other.page, "phone", f"{kind}end")
    await hall.host.act("send_scene", scene="standings")
    await hall.scene("standings")
    await hall.show(f"{kind}final-standings")
