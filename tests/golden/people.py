"""Accounts, question banks and their changes, a picture: what lies beside the contests."""

import io
from dataclasses import replace

from PIL import Image

from quiz.banks.bank import Bank
from quiz.banks.pictures.pictures import Picture, prepared
from quiz.service.library.rows import Original
from tests.golden.house import EVENING, House
from tests.golden.questions import ALL_KINDS, FOUNDER, TEETH, choice, choices

PASSWORDS = {"Lan": "mật khẩu của Lan", "Hoa": "một mật khẩu khác"}
"""Of accounts that exist in the tests' data only."""


def flag() -> Picture:
    """A red picture with a yellow half."""
    image = Image.new("RGB", (48, 32), (218, 37, 29))
    image.paste((255, 205, 0), (0, 0, 24, 32))
    file = io.BytesIO()
    image.save(file, "PNG")
    return prepared(file.getvalue())


def accounts(house: House) -> None:
    """A host and a marshal with passwords, another host and a judge without."""
    for name, role in (("Lan", "host"), ("Minh", "host"), ("Hoa", "marshal"), ("Tú", "judge")):
        made = house.accounts.create(name, role, EVENING)
        if name in PASSWORDS:
            house.accounts.set_password(made.id, PASSWORDS[name])


def banks(house: House, picture: Picture) -> None:
    """Every act on banks: made, changed, archived, restored, merged, put back, kept apart."""
    library = house.library
    library.keep_picture(picture)
    own = head("cong-doan", "Công đoàn cơ sở")
    file = Original("cau-hoi.csv", "câu hỏi;đáp án\n".encode())
    library.add(replace(own, questions=ALL_KINDS), account=1, original=file)
    library.put("cong-doan", replace(TEETH, points=30), account=2, based_on=99)
    library.put("cong-doan", choice("moi-1", 1, "Đây là gì?", picture.name), account=1, based_on=0)
    library.append("cong-doan", choices("them", 2), account=1)
    library.archive("cong-doan", FOUNDER.id, account=1)
    library.archive("cong-doan", "them-1", account=2)
    library.restore("cong-doan", "them-1", account=1)
    library.revert("cong-doan", TEETH.id, 6, account=2)
    library.keep_apart("cong-doan", "them-1", "them-2", account=1)
    changed = replace(own, title="Công đoàn cơ sở 2023")
    library.change_head("cong-doan", changed, account=1, based_on=99)
    library.add(replace(head("phu", "Bổ sung"), questions=choices("phu", 2)), account=2)
    library.merge("phu", "cong-doan", account=2)
    library.add(replace(head("cu", "Đã cũ"), questions=choices("cu", 1)), account=1)
    library.archive("cu", account=1)
    library.restore("cu", account=1)
    library.archive("cu", account=2)
    bundled = library.question("so-tay", "st-001").question
    library.put(
        "so-tay", replace(bundled, text="Gặp cháy, làm gì đầu tiên?"), account=1, based_on=0
    )
    library.archive("so-tay", "st-002", account=2)


def head(id: str, title: str) -> Bank:
    return Bank(id, title, f"{title} (en)", "Để thử", "2023", "vi", ())
