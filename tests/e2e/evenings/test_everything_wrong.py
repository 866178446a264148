"""The third evening: everything goes wrong, and whatever was acknowledged still counts."""

from collections import Counter
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.core.nouns.model import Plan, Prize
from tests.e2e.conftest import Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.evenings import mishaps
from tests.e2e.evenings.ending import counted, give_prizes, look_back, told_by_phones
from tests.e2e.evenings.evening import Evening
from tests.e2e.pages import PATIENCE_MS, Console, see_scene

AN, OTHER_AN, BINH, CHI = "Lê An", "Lê An (B)", "Hà Bình", "Vi Chi"
STRANGERS = 105
LONG_MS = 60_000
"""So long it may take until a flood is told: phones that lost their line are waited for first."""
TWICE = ("Space", "Space")
QUESTIONS = 4
KEY_OF_LAST = QUESTIONS % 4


def plan() -> Plan:
    """Four questions on the floor, nobody comes back, two prizes."""
    floor = golden_bell(QUESTIONS, seconds=200, rescues=[], all_wrong="out", change_answer=True)
    return replace(floor, prizes=(Prize("Giải Nhất"), Prize("Giải Nhì")))


class Trouble:
    """The evening, its two consoles and its wall."""

    def __init__(self, serve: Serve, browser: Browser) -> None:
        hall = serve(plan())
        url, contest = hall.server.url, hall.staged.contest
        console = Console.entered(browser, hall.server.link, url, contest)
        hall.closing.callback(console.context.close)
        self.evening = Evening(hall, browser, console)
        self.wall = console.projector()
        self.second = console.second_tab()
        self.browser = browser
        self.evening.others += [self.wall, self.second]

    @property
    def page(self) -> Page:
        """The console's page."""
        return self.evening.console.page


@pytest.fixture
def trouble(hanoi: None, serve: Serve, browser: Browser) -> Trouble:
    return Trouble(serve, browser)


def test_everything_goes_wrong_and_nothing_acknowledged_is_lost(trouble: Trouble) -> None:
    evening = trouble.evening
    two_of_one_name(trouble)
    strangers_come_in(trouble)
    server_is_killed(trouble)
    phone_dies(trouble)
    drive_is_pulled_out(trouble)
    host_is_signed_out(trouble)
    several_acts_are_undone(trouble)
    bell_is_rung_for_the_wrong_one(trouble)

    ceremony = give_prizes(evening, trouble.wall, BINH)
    assert ceremony == {
        BINH: ("1", "Giải Nhất"),
        AN: ("2", "Giải Nhì"),
        CHI: ("3", ""),
        OTHER_AN: ("4", ""),
    }
    told = told_by_phones(evening)
    assert counted(look_back(evening, ceremony)) == told
    evening.no_errors()
    assert "Traceback" not in evening.hall.server.log()


def two_of_one_name(trouble: Trouble) -> None:
    """Two people have one name in one team: both are in, marked, and one is named anew."""
    evening = trouble.evening
    evening.join(AN, TEAMS[0])
    first = evening.phones[AN]
    namesake = evening.join(AN, TEAMS[0], another=True)
    evening.phones = {AN: first, OTHER_AN: namesake}
    for name, team in ((BINH, TEAMS[1]), (CHI, TEAMS[2])):
        evening.join(name, team)
    marks = trouble.page.locator("#people .marks")
    expect(marks).to_have_text(["trùng tên"] * 2, timeout=PATIENCE_MS)
    trouble.page.locator("#people .person", has_text=AN).nth(1).click()
    trouble.page.get_by_label("Họ tên").fill(OTHER_AN)
    evening.click("Lưu tên và đội")
    expect(marks).to_have_count(0, timeout=PATIENCE_MS)
    expect(namesake.page.locator(".head-name")).to_have_text(OTHER_AN, timeout=PATIENCE_MS)


def strangers_come_in(trouble: Trouble) -> None:
    """A script fills the room: the console says so, and two presses end it."""
    evening, page = trouble.evening, trouble.page
    mishaps.flood(evening.hall, STRANGERS, TEAMS[3])
    notice = page.locator("#flood")
    expect(notice).to_be_visible(timeout=LONG_MS)
    evening.click("Đóng cửa phòng")
    remove = notice.get_by_role("button", name=f"Xóa {STRANGERS} người không có máy nối")
    expect(remove).to_be_enabled(timeout=LONG_MS)
    remove.click()
    expect(page.locator("#people .person")).to_have_count(4, timeout=PATIENCE_MS)
    expect(trouble.wall.page.locator(".join-total b")).to_have_text("4", timeout=PATIENCE_MS)
    for phone in evening.phones.values():
        phone.see_screen("lobby")


def server_is_killed(trouble: Trouble) -> None:
    """In mid-question: what was recorded is there, and the clock gets back what it lost."""
    evening = trouble.evening
    evening.go_to("close")
    evening.answer(AN, OTHER_AN)
    deadline = evening.host.view["hall"]["clock"]["deadline"]
    evening.hall.server.kill()
    evening.phones[AN].see_connection("lost")
    expect(trouble.page.locator("#connection")).to_contain_text("Mất kết nối", timeout=PATIENCE_MS)
    mishaps.stay_dead()
    evening.hall.server.start()
    for phone in evening.phones.values():
        phone.see_connection("online")
    lost = trouble.page.locator("#lost")
    expect(lost).to_contain_text("Máy chủ dừng", timeout=PATIENCE_MS)
    ms = evening.host.view["lost"]["lost_ms"]
    lost.get_by_role("button").click()
    evening.host.until(
        lambda: bool(evening.host.view["hall"]["clock"]["deadline"] == deadline + ms)
    )
    evening.answer(BINH, CHI)
    for name in (AN, OTHER_AN):
        assert (
            evening.phones[name].see_recorded(int(evening.host.key[0]))
            == evening.told[name, "main-1"]
        )
    evening.go_to("draw")


def phone_dies(trouble: Trouble) -> None:
    """Its owner goes on with another one by nine digits; the wall is loaded again meanwhile."""
    evening, page = trouble.evening, trouble.page
    evening.go_to("close")
    evening.answer(CHI, BINH)
    chi = evening.phones[CHI]
    chi.leave()
    trouble.wall.page.reload()
    see_scene(trouble.wall, "question")
    page.locator("#people .person", has_text=CHI).click()
    dialog = page.locator("dialog")
    dialog.get_by_role("button", name="Mở lại bằng máy khác").click()
    chi.replaced(trouble.browser, evening.hall.server.url, dialog.locator(".big-pin").inner_text())
    evening.hall.closing.callback(chi.context.close)
    expect(dialog.locator(".note.right")).to_contain_text("đã mở", timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    assert chi.see_recorded(int(evening.host.key[0])) == evening.told[CHI, "main-2"]
    evening.answer(AN, OTHER_AN, wrong=(OTHER_AN,))
    evening.go_to("draw")
    evening.phones[OTHER_AN].see_screen("floor")
    assert evening.playing() == [AN, BINH, CHI]


def drive_is_pulled_out(trouble: Trouble) -> None:
    """Nothing is said to be recorded meanwhile; then it is, by itself. Every press comes twice."""
    evening = trouble.evening
    while evening.host.step != "close":
        both_press(trouble)
    evening.answer(AN, BINH)
    chi = evening.phones[CHI]
    wrong = (int(evening.host.key[0]) + 1) % 4
    note = trouble.page.locator("#trouble")
    with mishaps.drive_pulled_out(evening.hall.server.data):
        chi.page.locator(f'button.option[data-option="{wrong}"]').click()
        expect(note).to_contain_text("Không thấy thư mục dữ liệu", timeout=LONG_MS)
        expect(chi.page.locator(".answer-status")).not_to_have_attribute("data-tone", "recorded")
    expect(note).to_be_hidden(timeout=LONG_MS)
    evening.told[CHI, "main-3"] = chi.see_recorded(wrong)


def both_press(trouble: Trouble) -> None:
    """Two consoles press for the same step, each twice; it is done once."""
    pages = (trouble.page, trouble.second.page)
    for page in pages:
        ready = page.locator('#primary[aria-disabled="false"]')
        expect(ready).to_be_visible(timeout=PATIENCE_MS)
    words = trouble.page.locator("#primary").inner_text()
    expect(trouble.second.page.locator("#primary")).to_have_text(words, timeout=PATIENCE_MS)
    acted = trouble.evening.host.view["acted"]
    for page in pages:
        for key in TWICE:
            page.keyboard.press(key)
    assert trouble.evening.host.moves_from(acted, PATIENCE_MS / 1000)


def host_is_signed_out(trouble: Trouble) -> None:
    """Somebody signs the console out in mid-question; a new link lets it in again."""
    evening, page = trouble.evening, trouble.page
    trouble.second.page.goto(f"{evening.hall.server.url}/host/")
    trouble.second.page.get_by_role("button", name="Đăng xuất").click()
    expect(trouble.second.page.locator("main")).to_contain_text("run.py link")
    page.keyboard.press("Space")
    page.wait_for_url("**/host/login**")
    page.goto(mishaps.fresh_link(evening.hall))
    evening.console.open()
    evening.go_to("settle")
    evening.see_verdicts(right=(AN, BINH), wrong=(CHI,))


def several_acts_are_undone(trouble: Trouble) -> None:
    """Back by the clicker to before the lock, where the clock stands; forward to the same."""
    evening = trouble.evening
    evening.go_to("draw")
    before = standing(evening)
    for step in ("settle", "reveal", "resume"):
        evening.press_back()
        assert evening.host.step == step
    evening.go_to("draw", keys=TWICE)
    assert standing(evening) == before
    assert evening.playing() == [AN, BINH]


def standing(evening: Evening) -> list[tuple[str, int, int]]:
    """Who stands where."""
    return [(row["name"], row["rank"], row["time_ms"]) for row in evening.standings()]


def bell_is_rung_for_the_wrong_one(trouble: Trouble) -> None:
    """The key of the last question was wrong: the bell is taken back, and rung for the other."""
    evening, page = trouble.evening, trouble.page
    evening.question(BINH)
    evening.go_to("ring_bell")
    evening.press()
    evening.phones[AN].see_screen("bell")
    page.locator(".run-button").last.click()
    dialog = page.locator("dialog")
    form = dialog.locator(".act-form", has_text="Đáp án đúng là")
    form.locator("input").nth((KEY_OF_LAST + 1) % 4).check()
    form.get_by_role("button").click()
    told = dialog.locator("section", has_text="Nếu làm vậy").last
    expect(told).to_contain_text(f"Người rung chuông: 1 {AN} → chưa có ai", timeout=PATIENCE_MS)
    evening.click("Đồng ý: Thay đáp án")
    expect(page.locator("#stage")).to_contain_text("chuông đã được thu lại", timeout=PATIENCE_MS)
    assert evening.host.step == "ring_bell"
    evening.press()
    evening.phones[BINH].see_screen("bell")
    kinds = Counter(kind for kind, _ in evening.journal())
    assert (kinds["QuestionShown"], kinds["QuestionDrawn"], kinds["ClockStarted"]) == (4, 4, 4)
