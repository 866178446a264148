"""The first question: every moment of its life, on every screen."""

from quiz.core.nouns.model import Question
from quiz.core.nouns.shapes import Step
from tests.screenshots.asking import on_floor, reveal, settle
from tests.screenshots.hall import ContestScreens
from tests.screenshots.phone import PhonePage


async def picture(hall: ContestScreens, english: PhonePage) -> None:
    """From the draw to the floor."""
    hall.orders.knowing = 50
    question, phone = hall.question(1), hall.champion
    await hall.host.go_to(Step.SHOW)
    await hall.scene("prepare")
    await phone.see('[data-screen="prepare"]')
    await hall.everywhere("prepare", phone=phone.page)
    await hall.host.go_to(Step.START_CLOCK)
    await phone.see_question("reading")
    await hall.everywhere("reading", phone=phone.page)
    await hall.host.go_to(Step.CLOSE)
    await phone.see_question("open")
    await hall.host.answered(on_floor(hall) // 3)
    await hall.everywhere("clock", phone=phone.page, english_phone=english.page)
    await tap(hall, question)
    await english.give(question, question.key[0])
    await hall.other.give(question, question.key[0])
    await hall.host.act("pause")
    await phone.see_question("paused")
    await hall.everywhere("paused", phone=phone.page)
    await hall.host.act("resume")
    await hall.host.answered(on_floor(hall))
    await hall.host.go_to(Step.REVEAL)
    await phone.see_question("locked")
    await hall.everywhere("locked", phone=phone.page)
    await reveal(hall, 0)
    await phone.see(".reveal")
    await hall.everywhere("reveal", english_phone=english.page)
    await hall.album.take(phone.page, "phone", "reveal-right")
    await settle(hall)
    await hall.everywhere("floor", english_phone=english.page)
    await hall.album.take(phone.page, "phone", "on-floor")


async def tap(hall: ContestScreens, question: Question) -> None:
    """A tap on a slow line: being sent, then recorded."""
    phone = hall.champion
    phone.line.hold()
    await phone.give(question, question.key[0], send=False)
    await phone.see('.answer-status[data-tone="sending"]')
    await hall.album.take(phone.page, "phone", "sending")
    phone.line.release()
    await phone.see('.answer-status[data-tone="recorded"]')
    await hall.album.take(phone.page, "phone", "recorded")
