"""How contests end: the bell, a silent bell, points; the ceremony."""

from quiz.cli.screenshots.asking import ask, reveal
from quiz.cli.screenshots.hall import Hall
from quiz.cli.screenshots.phone import Phone
from quiz.core.views import Step


async def picture_bell(hall: Hall, english: Phone) -> None:
    """The bell, the ceremony from the last prize up, the end."""
    await hall.host.go_to(Step.FINISH_ROUND)
    await hall.scene("bell")
    await hall.champion.see('[data-screen="bell"][data-tone="winner"]')
    await hall.everywhere("bell", prompter=hall.prompter, english=english.page)
    await hall.album.take(hall.champion.page, "phone", "winner")
    await hall.album.take(hall.other.page, "phone", "bell-of-another")
    await hall.host.go_to(Step.FINISH)
    await hall.everywhere("round-over")
    await hall.album.take(hall.champion.page, "phone", "round-over")
    await ceremony(hall)


async def ceremony(hall: Hall) -> None:
    """Every step of the prizes."""
    await hall.host.go_to(Step.SHOW_PRIZE)
    await hall.scene("prizes")
    await hall.everywhere("prizes-0", phone=hall.champion.page, prompter=hall.prompter)
    shown = 0
    while hall.host.view.step is Step.SHOW_PRIZE:
        await hall.host.act("advance")
        shown += 1
        await hall.everywhere(f"prizes-{shown}")
    await hall.champion.see(".prize")
    await hall.album.take(hall.champion.page, "phone", "end-with-prize")
    await hall.album.take(hall.other.page, "phone", "end")
    await hall.host.act("send_scene", scene="standings")
    await hall.scene("standings")
    await hall.show("final-standings")


async def picture_silent_bell(hall: Hall) -> None:
    """Nobody knows the last question."""
    await ask(hall, 0)
    question = hall.question(1)
    wrong = next(place for place in range(4) if (place,) not in question.key)
    for phone in (hall.champion, hall.other):
        await phone.give(question, (wrong,))
    await reveal(hall, 0)
    await hall.host.go_to(Step.FINISH_ROUND)
    await hall.scene("bell")
    await hall.champion.see('[data-screen="bell"]')
    await hall.everywhere("bell-silent", phone=hall.champion.page)


async def picture_points(hall: Hall) -> None:
    """Points: where one stands, persons and teams."""
    await ask(hall, 9)
    question = hall.question(1)
    await hall.champion.give(question, question.key[0])
    await reveal(hall, 12)
    await hall.host.act("advance")
    await hall.scene("standings")
    await hall.everywhere("points", phone=hall.champion.page)
