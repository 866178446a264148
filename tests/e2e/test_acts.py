"""What a host may do besides the next step, pressed on the console, seen on the other screens."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from quiz.core.nouns.model import Plan, Prize, Round
from tests.e2e.conftest import Serve
from tests.e2e.contest import TEAMS, golden_bell, question
from tests.e2e.pages import PATIENCE_MS, see_scene
from tests.e2e.screens import Screens

NAMES = ("Lê An", "Hà Bình", "Vi Chi")
RETURN_MS = 60_000
"""How long until a phone that was taken out is back: its second try comes within 45 s."""


def two_rounds() -> Plan:
    """Four questions on the floor without a rescue, then two for points; one prize."""
    floor = golden_bell(4, rescues=[], change_answer=True)
    points = Round("Tăng tốc", "points", (question(5), question(6)), settings={"seconds": 30})
    return replace(floor, rounds=(*floor.rounds, points), prizes=(Prize("Giải Nhất", 1),))


@pytest.fixture
def screens(serve: Serve, browser: Browser) -> Screens:
    """Everything open, everybody in."""
    return Screens(serve(two_rounds()), browser, zip(NAMES, TEAMS, strict=False))


def test_lobby_room_is_locked_and_a_contestant_removed(screens: Screens) -> None:
    door = f"{screens.hall.server.url}/j/{screens.hall.staged.pin}"
    stranger = screens.phones[0].context.browser.new_page()  # type: ignore[union-attr]
    screens.press("Khóa phòng")
    stranger.goto(door)
    expect(stranger.locator('[data-code="room_locked"]')).to_be_visible()
    screens.press("Phòng đang khóa")
    stranger.goto(door)
    expect(stranger.locator("#name")).to_be_visible()
    stranger.close()

    dialog = screens.contestant("Vi Chi")
    screens.press("Xóa khỏi cuộc thi", dialog)
    expect(screens.page.locator("#people .person")).to_have_count(2, timeout=PATIENCE_MS)
    expect(screens.wall.locator(".join-total b")).to_have_text("2", timeout=PATIENCE_MS)
    screens.phones[2].see_screen("removed")
    screens.no_errors()


def test_newcomers_are_removed_together_in_the_lobby_and_brought_back(screens: Screens) -> None:
    people = screens.page.locator("#people .person")
    screens.page.get_by_role("button", name="Xóa những người vừa vào…").click()
    dialog = screens.page.locator("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("1 người")
    dialog.get_by_role("spinbutton").fill("2")
    expect(dialog.locator("li")).to_have_text([f"3 Vi Chi · {TEAMS[2]}", f"2 Hà Bình · {TEAMS[1]}"])
    screens.press("Xóa 2 người", dialog)
    expect(people).to_have_count(1, timeout=PATIENCE_MS)
    for phone in screens.phones[1:]:
        expect(phone.page.locator('[data-screen="removed"] a')).to_be_visible(timeout=PATIENCE_MS)
    screens.host.act("undo")
    expect(people).to_have_count(3, timeout=PATIENCE_MS)
    for phone in screens.phones[1:]:
        expect(phone.page.locator('[data-screen="lobby"]')).to_be_visible(timeout=RETURN_MS)


def test_late_comers_are_removed_while_the_clock_runs(screens: Screens) -> None:
    screens.host.go_to("close")
    late = screens.phones[0].context.browser.new_page()  # type: ignore[union-attr]
    late.goto(f"{screens.hall.server.url}/j/{screens.hall.staged.pin}")
    late.fill("#name", "Người Lạ")
    late.get_by_text(TEAMS[0], exact=True).click()
    late.locator("form button.primary").click()
    expect(late.locator(".question")).to_be_visible(timeout=PATIENCE_MS)
    dialog = screens.contestant("Người Lạ")
    dialog.get_by_role("button", name="Xóa từ người này").click()
    said = screens.page.locator("dialog [role=status]").last
    expect(said).to_contain_text("Nhiều nhất 1 người")
    screens.press("Xóa 1 người", screens.page.locator("dialog").last)
    expect(late.locator('[data-screen="removed"]')).to_be_visible(timeout=PATIENCE_MS)
    assert screens.host.view["hall"]["life"] == "clock"
    late.close()
    screens.no_errors()


def test_question_is_put_right_and_voided_on_every_screen(screens: Screens) -> None:
    screens.answered(1, 2)
    screens.host.go_to("settle")
    screens.see_verdicts("right", "wrong", "wrong")
    wrong = (int(screens.host.key[0]) + 1) % 4

    screens.page.get_by_role("button", name="Sửa đáp án").click()
    dialog = screens.page.locator("dialog")
    dialog.locator(".act-form").first.locator("input").nth(wrong).check()
    said = screens.confirm("Thay đáp án", dialog)
    assert "2 người trở lại sàn: 2 Hà Bình, 3 Vi Chi" in said
    assert "1 người rời sàn: 1 Lê An" in said
    screens.see_verdicts("wrong", "right", "right")
    right = screens.wall.locator(f'.option.right[data-option="{wrong}"]')
    expect(right).to_be_visible(timeout=PATIENCE_MS)

    assert "không tính cho ai" in screens.confirm("Hủy câu này, không tính cho ai")
    screens.see_verdicts("void", "void", "void")
    expect(screens.wall.locator(".outcome-void")).to_be_visible(timeout=PATIENCE_MS)
    screens.confirm("Tính lại câu này")
    screens.see_verdicts("wrong", "right", "right")

    screens.host.act("advance")
    screens.see_squares("leaving", "in", "in")
    screens.page.locator(".run-button").click()
    expect(dialog.locator(".answer-line")).to_have_count(2, timeout=PATIENCE_MS)
    said = screens.confirm("Hủy câu này, không tính cho ai", dialog)
    assert "1 người trở lại sàn: 1 Lê An" in said
    screens.see_squares("in", "in", "in")
    screens.phones[0].see_screen("floor")
    screens.page.locator("#undo").click()
    screens.see_squares("leaving", "in", "in")
    screens.no_errors()


def test_contestant_leaves_returns_and_is_given_points_by_hand(screens: Screens) -> None:
    screens.answered()
    screens.host.go_to("draw")
    left = screens.phones[1].page.locator('[data-tone="left"]')
    dialog = screens.contestant("Hà Bình")
    dialog.get_by_label("Lý do").first.fill("Dùng tài liệu")
    screens.press("Cho rời sàn", dialog)
    screens.see_squares("in", "leaving", "in")
    expect(left).to_contain_text("Mời bạn rời sàn", timeout=PATIENCE_MS)
    screens.phones[1].page.reload()
    expect(left).to_contain_text("Bạn đã rời sàn sau câu 1", timeout=PATIENCE_MS)
    person = screens.page.locator("#people .person", has_text="Hà Bình")
    expect(person).to_contain_text("vừa rời", timeout=PATIENCE_MS)

    screens.press("Đưa trở lại sàn", screens.contestant("Hà Bình"))
    screens.see_squares("in", "returned", "in")
    returned = screens.phones[1].page.locator('[data-tone="returned"]')
    expect(returned).to_be_visible(timeout=PATIENCE_MS)
    expect(person).to_contain_text("trở lại", timeout=PATIENCE_MS)

    dialog = screens.contestant("Hà Bình")
    dialog.get_by_label("Cộng hoặc trừ điểm").fill("-5")
    dialog.locator("form", has_text="Cộng hoặc trừ điểm").get_by_label("Lý do").fill("Chấm nhầm")
    said = screens.confirm("Sửa điểm", dialog)
    assert "2 người đổi hạng hoặc giải" in said
    points = {row["name"]: row["points"] for row in screens.host.view["hall"]["standings"]}
    assert points == {"Lê An": 10, "Hà Bình": 5, "Vi Chi": 10}
    screens.page.get_by_role("tab", name="Cá nhân").click()
    row = screens.page.locator(".rows .person", has_text="Hà Bình")
    expect(row).to_contain_text("5 điểm", timeout=PATIENCE_MS)
    screens.no_errors()


def test_who_cheated_is_left_out_and_taken_back(screens: Screens) -> None:
    screens.answered()
    screens.host.go_to("draw")
    dialog = screens.contestant("Hà Bình")
    dialog.locator("form", has_text="Rời sàn và không còn").get_by_label("Lý do").fill("Chép bài")
    said = screens.confirm("Không xét giải", dialog)
    assert "1 người rời sàn: 2 Hà Bình" in said
    screens.see_squares("in", "leaving", "in")
    line = screens.page.locator("#people .person", has_text="Hà Bình")
    expect(line).to_contain_text("không xét giải", timeout=PATIENCE_MS)
    ranked = [row["name"] for row in screens.host.view["hall"]["standings"]]
    assert sorted(ranked) == ["Lê An", "Vi Chi"]

    dialog = screens.contestant("Hà Bình")
    form = dialog.locator("form", has_text="Xét giải trở lại")
    form.get_by_label("Lý do").fill("Nhầm người")
    screens.confirm("Xét giải trở lại", dialog)
    expect(line).not_to_contain_text("không xét giải", timeout=PATIENCE_MS)
    screens.press("Đưa trở lại sàn", screens.contestant("Hà Bình"))
    ranked = [row["name"] for row in screens.host.view["hall"]["standings"]]
    assert sorted(ranked) == ["Hà Bình", "Lê An", "Vi Chi"]
    screens.no_errors()


SCENES = {
    "Mời vào": "join",
    "Sàn thi": "floor",
    "Cá nhân": "standings",
    "Các đội": "teams",
    "Trao giải": "prizes",
    "Che màn": "blank",
    "Tự động": "floor",
}


def test_projector_shows_what_is_sent_and_keeps_what_is_frozen(screens: Screens) -> None:
    screens.answered(2)
    screens.host.go_to("draw")
    buttons = screens.page.locator("#scenes")
    for words, scene in SCENES.items():
        screens.press(words, buttons)
        see_scene(screens.projector, scene)

    screens.press("Dừng bảng hạng")
    screens.press("Tắt tiếng")
    for words in ("Đang dừng bảng hạng", "Đang tắt tiếng"):
        pressed = screens.page.get_by_role("button", name=words)
        expect(pressed).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)
    screens.press("Cá nhân", buttons)
    first = screens.wall.locator(".ranks li .figure").nth(1)
    expect(first).to_contain_text("1", timeout=PATIENCE_MS)
    screens.press("Tự động", buttons)
    screens.answered()
    screens.host.go_to("draw")
    screens.press("Cá nhân", buttons)
    expect(first).to_contain_text("1", timeout=PATIENCE_MS)
    screens.press("Đang dừng bảng hạng")
    expect(first).to_contain_text("2", timeout=PATIENCE_MS)
    screens.press("Đang tắt tiếng")
    assert screens.host.view["hall"]["muted"] is False
    screens.no_errors()


def audience_helps(screens: Screens) -> None:
    """One of the audience chooses C; once the host closes it, asker and hall are told."""
    helper = screens.phones[1].page
    expect(helper.locator(".help-title")).to_have_text("Mời bạn giúp Lê An", timeout=PATIENCE_MS)
    helper.locator("button.option").nth(2).click()
    expect(helper.locator(".answer-status")).to_have_attribute(
        "data-tone", "recorded", timeout=PATIENCE_MS
    )
    expect(screens.page.locator("#clock")).to_contain_text(
        "Khán giả đã giúp 1/", timeout=PATIENCE_MS
    )
    screens.host.act("advance")
    for page in (screens.phones[0].page, screens.page):
        expect(page.locator("body")).to_contain_text("C\u00a01", timeout=PATIENCE_MS)
    expect(screens.wall.locator(".option .share")).to_have_text(
        ["0", "0", "1", "0"], timeout=PATIENCE_MS
    )


def test_last_one_asks_the_hall_then_a_second_round_is_played_to_the_prize(
    screens: Screens,
) -> None:
    host, champion = screens.host, screens.phones[0].page
    screens.answered(1, 2)
    host.go_to("draw")
    host.act("advance")
    expect(champion.locator('[data-screen="prepare"]')).to_contain_text("Câu 2/4")
    host.go_to("close")
    screens.press("Phao cứu trợ: hỏi khán giả")
    for page in (champion, screens.wall):
        expect(page.locator(".lifeline")).to_be_visible(timeout=PATIENCE_MS)
    audience_helps(screens)
    for _ in (2, 3, 4):
        screens.answered()
        host.go_to("draw", "ring_bell")
    host.act("advance")
    screens.phones[0].see_screen("bell")
    see_scene(screens.projector, "bell")
    host.act("advance")
    for phone in screens.phones:
        expect(phone.page.locator("main")).to_contain_text("Chờ phần thi tiếp theo")
    expect(screens.page.locator("#primary")).to_have_text("Bắt đầu “Tăng tốc”", timeout=PATIENCE_MS)
    host.act("advance")
    see_scene(screens.projector, "round")
    for ordinal in (1, 2):
        screens.answered(0)
        host.go_to("draw", "finish_round")
        for phone in screens.phones:
            expect(phone.page.locator(".score")).to_be_visible(timeout=PATIENCE_MS)
        row = screens.page.locator("#people .person", has_text="Hà Bình")
        expect(row).to_contain_text(f"{10 * ordinal} điểm", timeout=PATIENCE_MS)
    while host.step != "none":
        screens.console.press(host)
    see_scene(screens.projector, "prizes")
    expect(screens.phones[0].page.locator(".prize")).to_contain_text("Giải Nhất")
    expect(screens.phones[1].page.locator(".rank")).to_have_text("Hạng 2")
    expect(screens.wall.locator(".prize-winners")).to_contain_text("Lê An")
    screens.no_errors()
