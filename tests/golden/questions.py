"""The questions of the contests: every kind, every field that a question has."""

from dataclasses import replace

from quiz.core.nouns.model import Kind, Question

FOUNDED = Question(
    "ls-001",
    Kind.ONE,
    "Công đoàn Việt Nam thành lập ngày nào?",
    ((1,),),
    ("01/5/1929", "28/7/1929", "03/02/1930", "20/7/1946"),
    "Tổng Công hội đỏ Bắc kỳ thành lập ngày 28/7/1929.",
    "Lịch sử Công đoàn Việt Nam",
    topic="Lịch sử",
)
NATURES = Question(
    "dl-002",
    Kind.SEVERAL,
    "Công đoàn Việt Nam có những tính chất nào? Chọn mọi phương án đúng.",
    ((0, 2),),
    ("Giai cấp của giai cấp công nhân", "Nghề nghiệp", "Quần chúng", "Khu vực"),
    citation="Điều lệ Công đoàn Việt Nam",
    topic="Điều lệ",
    difficulty=2,
)
VOLUNTARY = Question(
    "dl-003",
    Kind.TRUE_FALSE,
    "Người lao động gia nhập công đoàn là tự nguyện.",
    ((1,),),
    ("Đúng", "Sai"),
    fixed_order=True,
    topic="Điều lệ",
)
FOUNDER = Question(
    "ls-004",
    Kind.TEXT,
    "Ai là người sáng lập Tổng Công hội đỏ Bắc kỳ?",
    ("Nguyễn Đức Cảnh",),
    source_status="secondary",
    as_of="2023",
    topic="Lịch sử",
    difficulty=3,
    strict_marks=True,
)
TEETH = Question(
    "hh-005",
    Kind.NUMBER,
    "Bánh xe trên huy hiệu Công đoàn có bao nhiêu răng?",
    ("13",),
    tolerance="0.5",
    topic="Huy hiệu",
    points=20,
)
ORDER = Question(
    "ls-006",
    Kind.ORDER,
    "Sắp xếp các sự kiện theo thời gian.",
    ((2, 0, 3, 1),),
    ("Đảng ra đời", "Đại hội I Công đoàn", "Tổng Công hội đỏ Bắc kỳ", "Cách mạng tháng Tám"),
    topic="Lịch sử",
    seconds=30,
)
ALL_KINDS = (FOUNDED, NATURES, VOLUNTARY, FOUNDER, TEETH, ORDER)


def choice(name: str, right: int = 0, text: str = "", picture: str = "") -> Question:
    """A question of four options."""
    options = ("Phương án một", "Phương án hai", "Phương án ba", "Phương án bốn")
    return Question(
        name, Kind.ONE, text or f"Câu {name}?", ((right,),), options, topic="Chung", picture=picture
    )


def choices(prefix: str, count: int) -> tuple[Question, ...]:
    """So many of them, the right option a different one each time."""
    return tuple(choice(f"{prefix}-{place}", place % 4) for place in range(1, count + 1))


def seconds(question: Question, count: int) -> Question:
    """The question with its own time."""
    return replace(question, seconds=count)
