"""Vietnamese names for robots, put together from common parts."""

import itertools
import random

FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Nông", "Vi", "Lương", "Hứa", "Chu", "Triệu",
)  # fmt: skip
WOMEN = (
    ("Thị", "Thu", "Thanh", "Minh", "Ngọc", "Bích", "Hồng", "Kim", "Mai", "Phương"),
    (
        "An", "Anh", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hương", "Huyền",
        "Lan", "Linh", "Loan", "Mai", "Nga", "Nguyệt", "Nhung", "Oanh", "Thảo", "Thủy", "Trang",
        "Tuyết", "Vân", "Yến",
    ),
)  # fmt: skip
MEN = (
    ("Văn", "Đức", "Quang", "Hữu", "Minh", "Xuân", "Công", "Đình", "Ngọc", "Tiến"),
    (
        "An", "Bình", "Chiến", "Cường", "Dũng", "Đạt", "Đông", "Hải", "Hiếu", "Hòa", "Hùng", "Huy",
        "Khánh", "Kiên", "Lâm", "Long", "Mạnh", "Nam", "Phong", "Phúc", "Quân", "Sơn", "Tâm",
        "Thắng", "Toàn", "Trung", "Tuấn", "Việt", "Vinh",
    ),
)  # fmt: skip


def names(luck: random.Random, count: int) -> list[str]:
    """So many names, all different; past the 11.000 that there are, numbers follow."""
    every = [
        " ".join(parts)
        for middle, given in (WOMEN, MEN)
        for parts in itertools.product(FAMILY, middle, given)
    ]
    every = list(dict.fromkeys(every))
    luck.shuffle(every)
    rounds = range(count // len(every) + 1)
    numbered = [name if turn == 0 else f"{name} {turn + 1}" for turn in rounds for name in every]
    return numbered[:count]
