"""A Golden Bell from the first question to the bell: one function for each question."""

from quiz.cli.demo_contest import TEAMS
from quiz.core.nouns.shapes import Step
from tests.screenshots import first_question
from tests.screenshots.asking import ask, on_floor, reveal, settle
from tests.screenshots.ceremony import ceremony
from tests.screenshots.dialogs import picture_dialogs
from tests.screenshots.hall import ContestScreens
from tests.screenshots.phone import PhonePage, new_phone

HELPERS = 40


async def picture(hall: ContestScreens, english: PhonePage) -> None:
    """Everything between the lobby and the bell."""
    await hall.host.go_to(Step.DRAW)
    await hall.scene("round")
    await hall.everywhere("round")
    await first_question.picture(hall, english)
    await several_choices(hall)
    await audience(hall)
    await short_text(hall)
    await number(hall)
    await rescue(hall)
    await order(hall)
    await hurry(hall)
    await sole_survivor(hall)
    await last(hall)


async def several_choices(hall: ContestScreens) -> None:
    """Several choices; the second phone is wrong and leaves; somebody comes in to watch."""
    await ask(hall, 34)
    question = hall.question(2)
    await hall.champion.give(question, question.key[0], send=False)
    await hall.everywhere("several", phone=hall.champion.page)
    await hall.champion.see('.answer-status[data-tone="recorded"]')
    await hall.album.take(hall.champion.page, "phone", "several-recorded")
    await hall.other.give(question, (0,) if question.key[0] != (0,) else (1,))
    await reveal(hall, on_floor(hall) - 1)
    await hall.other.see('.verdict[data-verdict="wrong"]')
    await hall.everywhere("reveal-several")
    await hall.album.take(hall.other.page, "phone", "reveal-wrong")
    await settle(hall)
    await hall.other.see('[data-tone="left"]')
    await hall.everywhere("floor-after-leaving")
    await hall.album.take(hall.other.page, "phone", "left")
    spectator = await new_phone(hall.studio)
    await spectator.come_in(hall.door, "Chu Thị Yến", TEAMS[2])
    await hall.album.take(spectator.page, "phone", "spectator")
    await spectator.page.context.close()


async def audience(hall: ContestScreens) -> None:
    """A question for those who left: they answer, the floor watches."""
    await hall.host.act("draw_audience_question")
    await hall.host.go_to(Step.CLOSE)
    await hall.other.see_question("open")
    await hall.everywhere("audience")
    await hall.album.take(hall.other.page, "phone", "audience-question")
    await hall.album.take(hall.champion.page, "phone", "audience-watching")
    await hall.host.go_to(Step.SETTLE)
    await hall.host.act("advance")


async def short_text(hall: ContestScreens) -> None:
    """A short text that everybody gets wrong: all are spared."""
    await ask(hall, 0)
    question, phone = hall.question(3), hall.champion
    await phone.give(question, "Đại hội Công đoàn", send=False)
    await hall.everywhere("text", phone=phone.page)
    await phone.page.locator(".send button.primary").click()
    await hall.host.answered(on_floor(hall) - 1)
    await hall.host.go_to(Step.REVEAL)
    await hall.album.take(hall.console, "console", "locked-text")
    await reveal(hall, 0)
    await hall.everywhere("reveal-text")
    await hall.album.take(phone.page, "phone", "reveal-text-wrong")
    await settle(hall)
    await hall.everywhere("spared")
    await hall.album.take(phone.page, "phone", "spared")
    await picture_dialogs(hall)
    await sent_scenes(hall)


async def sent_scenes(hall: ContestScreens) -> None:
    """What the host may send to the projector meanwhile."""
    for scene in ("standings", "teams", "join", "blank"):
        await hall.host.act("send_scene", scene=scene)
        await hall.scene(scene)
        await hall.show(scene if scene != "join" else "join-in-play")
    await hall.host.act("send_scene", scene="auto")


async def number(hall: ContestScreens) -> None:
    """A number; so few are right that the rules offer a rescue."""
    await ask(hall, 4)
    question, phone = hall.question(4), hall.champion
    answer = str(question.key[0])
    await phone.give(question, answer, send=False)
    await hall.everywhere("number", phone=phone.page)
    await phone.give(question, answer)
    await reveal(hall, on_floor(hall) - 1)
    await hall.everywhere("reveal-number")
    await hall.album.take(phone.page, "phone", "reveal-number-right")
    await settle(hall)
    await hall.everywhere("rescue-offered")


async def rescue(hall: ContestScreens) -> None:
    """Who would return, then their return."""
    await hall.host.go_to("rescue")
    await hall.scene("rescue")
    await hall.everywhere("rescue")
    await hall.album.take(hall.other.page, "phone", "rescue")
    await hall.host.act("advance")
    await hall.other.see('[data-tone="returned"]')
    await hall.everywhere("returned")
    await hall.album.take(hall.other.page, "phone", "returned")


async def order(hall: ContestScreens) -> None:
    """Putting in order; the second phone does not answer; a phone loses its line."""
    await ask(hall, 20)
    question, phone = hall.question(5), hall.champion
    whole = question.key[0]
    await phone.give(question, whole[:2], send=False)
    await hall.everywhere("order", phone=phone.page)
    await phone.give(question, whole[2:])
    await lose_lines(hall)
    await hall.host.answered(on_floor(hall) - 2)
    await reveal(hall, 0)
    await hall.other.see('.verdict[data-verdict="none"]')
    await hall.everywhere("reveal-order")
    await hall.album.take(hall.other.page, "phone", "reveal-none")
    await settle(hall)


async def lose_lines(hall: ContestScreens) -> None:
    """The phone and the projector without a connection, and with it again."""
    for line in (hall.champion.line, hall.wide_line):
        await line.cut()
    await hall.champion.see('#connection[data-status="lost"]')
    await hall.wide.locator('#mark[data-status="lost"]').wait_for()
    await hall.album.take_all("lost-connection", phone=hall.champion.page, projector=hall.wide)
    for line in (hall.champion.line, hall.wide_line):
        line.mend()
    online = '#connection[data-status="online"]'
    await hall.champion.page.locator(online).wait_for(state="attached")
    await hall.wide.locator('#mark[data-status="online"]').wait_for(state="attached")


async def hurry(hall: ContestScreens) -> None:
    """A short clock: its last seconds, then the lock that nobody pressed; one is left."""
    await ask(hall, 0)
    question = hall.question(6)
    await hall.champion.give(question, question.key[0])
    await hall.wide.wait_for_timeout(1500)
    await hall.everywhere("last-seconds", phone=hall.champion.page)
    await hall.host.until(lambda: hall.host.view.step == Step.REVEAL)
    await reveal(hall, 0)
    await settle(hall)
    await hall.everywhere("sole-survivor")
    await hall.album.take(hall.champion.page, "phone", "sole-survivor")


async def sole_survivor(hall: ContestScreens) -> None:
    """The longest question; the one who is left asks the audience."""
    await hall.host.go_to(Step.CLOSE)
    await hall.champion.see_question("open")
    await hall.everywhere("longest-question", phone=hall.champion.page)
    await lifeline(hall)
    await hall.host.act("resume")
    question = hall.question(7)
    await hall.champion.give(question, question.key[0])
    await hall.host.go_to(Step.SETTLE)
    await settle(hall)


async def lifeline(hall: ContestScreens) -> None:
    """The audience is asked, helps, and what it chose is told."""
    asker, helper = hall.champion, hall.other
    hall.orders.helping = True
    await hall.host.act("use_lifeline")
    await helper.see(".question.help")
    await hall.everywhere("lifeline", phone=asker.page)
    await hall.album.take(helper.page, "phone", "lifeline-helping")
    await helper.page.locator(".option").nth(1).click()
    await helper.see('.answer-status[data-tone="recorded"]')
    await hall.album.take(helper.page, "phone", "lifeline-helped")
    await hall.host.helped(HELPERS)
    await hall.everywhere("lifeline-answers")
    await hall.host.act("advance")
    hall.orders.helping = False
    await asker.see(".note.lifeline")
    await hall.everywhere("lifeline-told", phone=asker.page)
    await hall.album.take(helper.page, "phone", "lifeline-over")


async def last(hall: ContestScreens) -> None:
    """The last question, without pictures."""
    await hall.host.go_to(Step.CLOSE)
    question = hall.question(8)
    await hall.champion.give(question, question.key[0])
    await hall.host.go_to("ring_bell")


async def picture_bell(hall: ContestScreens, english: PhonePage) -> None:
    """The bell, the ceremony from the last prize up, the end."""
    await hall.host.go_to(Step.FINISH_ROUND)
    await hall.scene("bell")
    await hall.champion.see('[data-screen="bell"][data-tone="winner"]')
    await hall.everywhere("bell", english_phone=english.page)
    await hall.album.take(hall.champion.page, "phone", "winner")
    await hall.album.take(hall.other.page, "phone", "bell-of-another")
    await hall.host.go_to(Step.FINISH)
    await hall.everywhere("round-over")
    await hall.album.take(hall.champion.page, "phone", "round-over")
    await ceremony(hall)


async def picture_silent_bell(hall: ContestScreens) -> None:
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
