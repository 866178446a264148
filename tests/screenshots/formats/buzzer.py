"""A buzzer question from the bell to the key, answered aloud and on the phone."""

from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Life
from tests.screenshots.hall import ContestScreens
from tests.screenshots.phone import PhonePage


async def picture(hall: ContestScreens) -> None:
    """Every moment of it."""
    await until_the_bell(hall)
    await aloud(hall)
    await revealed(hall)
    await on_the_phone(hall)


async def until_the_bell(hall: ContestScreens) -> None:
    """The question read, the clock, and two who press, one shortly after the other."""
    phone = hall.champion
    await hall.host.go_to(Step.START_CLOCK)
    await phone.see('button.buzz[data-state="ready"]')
    await hall.everywhere("buzzer-reading", phone=phone.page)
    await hall.host.go_to(Step.CLOSE)
    await hall.everywhere("buzzer-open", phone=phone.page)
    await press(hall.other)
    await press(phone)
    await hall.everywhere("buzzed", phone=phone.page)
    await somebody_answers(hall)


async def aloud(hall: ContestScreens) -> None:
    """Who was first is wrong, who was second is right at the second try."""
    first, second = hall.other, hall.champion
    await first.see('.turn[data-tone="mine"]')
    await hall.everywhere("answering-aloud", phone=first.page)
    await hall.album.take(second.page, "phone", "somebody-answering")
    await judge(hall, right=False)
    await hall.everywhere("missed", phone=first.page)
    await hall.album.take(second.page, "phone", "buzz-again")
    await hall.host.act("resume")
    await press(second)
    await somebody_answers(hall)
    await judge(hall, right=True)
    await second.see('.turn[data-tone="right"]')
    await hall.everywhere("judged-right", phone=second.page)


async def revealed(hall: ContestScreens) -> None:
    """The key, and the points."""
    await hall.host.go_to(Step.SETTLE)
    await hall.scene("reveal")
    await hall.champion.see('.verdict[data-verdict="right"]')
    await hall.everywhere("buzzer-revealed", phone=hall.champion.page)
    await hall.album.take(hall.other.page, "phone", "buzzer-revealed-wrong")
    await hall.host.act("advance")
    await hall.everywhere("buzzer-points", phone=hall.champion.page)


async def on_the_phone(hall: ContestScreens) -> None:
    """The round after it: no bell while the question is read, the answer is tapped."""
    phone = hall.champion
    await hall.host.go_to(Step.START_CLOCK)
    await phone.see('button.buzz[data-state="early"]')
    await hall.everywhere("buzzer-not-open", phone=phone.page)
    await hall.host.go_to(Step.CLOSE)
    await press(phone)
    await somebody_answers(hall)
    await phone.see("button.option")
    await hall.everywhere("answering-on-phone", phone=phone.page)
    await phone.page.locator("button.option").first.click()
    await in_life(hall, Life.LOCKED)
    await hall.everywhere("turn-over", phone=phone.page)


async def press(phone: PhonePage) -> None:
    """Press the bell, as soon as it can be."""
    await phone.page.locator('button.buzz[data-state="ready"]').click()


async def in_life(hall: ContestScreens, life: Life) -> None:
    """Wait until the question is there."""
    await hall.host.until(lambda: hall.host.view.hall.life is life)


async def somebody_answers(hall: ContestScreens) -> None:
    """Wait until somebody has the turn."""
    await hall.host.until(
        lambda: hall.host.view.hall.parts["buzzer"]["phase"] == "answering",
    )


async def judge(hall: ContestScreens, *, right: bool) -> None:
    """Judge who has the turn."""
    for person in hall.host.view.hall.parts["buzzer"]["answering"]:
        await hall.host.act("judge_turn", number=person["number"], right=right)
