"""Long titles, names, questions and options: whether every page has room for them."""

from quiz.core.nouns.shapes import Step
from tests.screenshots.asking import ask, on_floor, reveal, settle
from tests.screenshots.ceremony import ceremony
from tests.screenshots.hall import ContestScreens
from tests.screenshots.studio import PHONE


async def picture(hall: ContestScreens) -> None:
    """From the door to the end."""
    page = await hall.studio.screen(PHONE, hall.door)
    await hall.album.take(page, "phone", "long-join", whole=True)
    await page.context.close()
    await hall.everywhere("long-lobby", phone=hall.champion.page)
    await hall.host.go_to(Step.DRAW)
    await hall.scene("round")
    await hall.everywhere("long-round")
    await first_question(hall)
    for scene in ("standings", "teams", "join", "blank"):
        await hall.host.act("send_scene", scene=scene)
        await hall.scene(scene)
        await hall.show(f"long-{scene}")
    await hall.host.act("send_scene", scene="auto")
    await the_bell(hall)
    await ceremony(hall, "long-")


async def first_question(hall: ContestScreens) -> None:
    """Everybody stays but the second phone."""
    question, phone = hall.question(1), hall.champion
    await hall.host.go_to(Step.START_CLOCK)
    await phone.see_question("reading")
    await hall.everywhere("long-reading", phone=phone.page)
    await ask(hall, 10)
    await phone.give(question, question.key[0])
    wrong = next(place for place in range(4) if (place,) != question.key[0])
    await hall.other.give(question, (wrong,))
    await hall.everywhere("long-clock", phone=phone.page)
    await reveal(hall, on_floor(hall))
    await hall.other.see(".reveal")
    await hall.everywhere("long-reveal", phone=hall.other.page)
    await settle(hall)
    await hall.everywhere("long-floor", phone=hall.other.page)


async def the_bell(hall: ContestScreens) -> None:
    """One is left, asks the audience, and knows the last question."""
    phone, asked = hall.champion, hall.question(2)
    await ask(hall, 0)
    await phone.give(asked, asked.key[0])
    await reveal(hall, on_floor(hall))
    await settle(hall)
    await ask(hall, 0)
    await phone.see_question("open")
    hall.orders.helping = True
    await hall.host.act("use_lifeline")
    await hall.other.see(".question.help")
    await hall.everywhere("long-lifeline", phone=hall.other.page)
    await hall.host.act("advance")
    await hall.everywhere("long-lifeline-told", phone=phone.page)
    hall.orders.helping = False
    await hall.host.act("resume")
    for place in (3, 4):
        question = hall.question(place)
        await ask(hall, 0)
        await phone.give(question, question.key[0])
        await reveal(hall, 1)
        if place == 3:
            await settle(hall)
    await hall.host.go_to("ring_bell")
    await hall.host.go_to(Step.FINISH_ROUND)
    await hall.scene("bell")
    await hall.everywhere("long-bell", phone=phone.page)
