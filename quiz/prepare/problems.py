"""What can go wrong while preparing, in words a person can act on."""

from quiz.prepare.parts import Part


class Unprepared(Exception):
    """Preparation cannot go on; the text says why and what to do, in Vietnamese and English."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese}\n{english}")


def no_venv() -> Unprepared:
    """Python was installed without the module that makes environments."""
    return Unprepared(
        "Bản Python này thiếu mô-đun venv. Trên Debian hoặc Ubuntu: sudo apt install python3-venv",
        "This Python lacks the venv module. On Debian or Ubuntu: sudo apt install python3-venv",
    )


def no_network(part: Part) -> Unprepared:
    """A part could not be downloaded."""
    if not part.for_all:
        return Unprepared(
            f"Không tải được {part.vietnamese}. Lần đầu dùng lệnh này cần có mạng internet; "
            "hãy nối mạng rồi chạy lại. Mở máy chủ (python3 run.py) thì không cần phần này.",
            f"Could not download {part.english}. The first use of this command needs the "
            "internet; connect and run this again. To serve (python3 run.py) does not need them.",
        )
    return Unprepared(
        f"Không tải được {part.vietnamese}. Lần chạy đầu tiên cần có mạng internet; "
        "hãy nối mạng rồi chạy lại. Những lần sau không cần mạng.",
        f"Could not download {part.english}. The first start needs the internet; "
        "connect and run this again. Later starts do not need it.",
    )


def install_failed(part: Part, last_words: str) -> Unprepared:
    """Installing a part failed for another reason than the network."""
    return Unprepared(
        f"Cài đặt {part.vietnamese} không thành công: {last_words}",
        f"Installing {part.english} failed: {last_words}",
    )


def cannot_write(where: object, reason: str) -> Unprepared:
    """The folder of the program cannot be written."""
    return Unprepared(
        f"Không ghi được vào {where}: {reason}",
        f"Cannot write to {where}: {reason}",
    )
