from pathlib import Path

from quiz.cli.serving import announce
from quiz.config import Config

CONFIG = Config(port=5001, data=Path("data"), public_url="http://192.168.1.20:5001")


def test_lines_name_the_links_the_addresses_and_the_phones_that_fit() -> None:
    addresses = ["http://192.168.1.20:5001", "http://10.0.0.4:5001"]
    once = "Người dẫn mở (chỉ dùng được một lần) · Host opens (works once): "

    assert announce.lines(CONFIG, addresses, "/host/enter/abc", 9_900, "linux") == [
        f"{once}http://127.0.0.1:5001/host/enter/abc",
        "Điện thoại mở · Phones open: http://192.168.1.20:5001",
        "  hoặc · or: http://10.0.0.4:5001",
        "Máy này phục vụ được 9.900 điện thoại · This machine carries 9.900 phones",
        "Dừng: Ctrl+C · Stop: Ctrl+C",
    ]


def test_lines_on_windows_say_how_to_carry_more_phones() -> None:
    lines = announce.lines(CONFIG, ["http://192.168.1.20:5001"], "/host/enter/abc", 480, "win32")

    assert "  cần nhiều hơn · for more: --driver gevent" in lines


def test_qr_is_drawn_with_a_quiet_zone() -> None:
    drawing = announce.qr("http://192.168.1.20:5001").splitlines()

    assert len(drawing) > 10
    assert len({len(line) for line in drawing}) == 1
