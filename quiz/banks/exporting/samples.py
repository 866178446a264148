"""A few questions of every kind: what a file of one's own may look like."""

from quiz.banks.bank import FALSE, TRUE, Bank
from quiz.core.nouns.model import Kind, Question

CITATION = "Điều lệ Công đoàn Việt Nam khóa XII, Điều 8"
QUESTIONS = (
    Question(
        "mau-1",
        Kind.ONE,
        "Theo Điều lệ Công đoàn Việt Nam khóa XII (2020), đại hội công đoàn các cấp tổ chức "
        "mấy năm 1 lần?",
        ((1,),),
        ("3 năm 1 lần", "5 năm 1 lần", "4 năm 1 lần", "6 năm 1 lần"),
        explanation="Đại hội tổ chức theo nhiệm kỳ 5 năm 1 lần.",
        citation=CITATION,
        topic="Mẫu",
    ),
    Question(
        "mau-2",
        Kind.SEVERAL,
        "Những ngày nào sau đây thuộc tháng 5?",
        ((0, 2),),
        ("Ngày Quốc tế Lao động", "Ngày Quốc khánh", "Ngày sinh Chủ tịch Hồ Chí Minh"),
        explanation="Hai ngày đó là 1/5 và 19/5.",
        topic="Mẫu",
        difficulty=2,
    ),
    Question(
        "mau-3",
        Kind.TRUE_FALSE,
        "Công đoàn Việt Nam được thành lập ngày 28/7/1929.",
        ((0,),),
        (TRUE, FALSE),
        topic="Mẫu",
    ),
    Question(
        "mau-4",
        Kind.TEXT,
        "Tổ chức đại diện của người lao động Việt Nam tên là gì?",
        ("Công đoàn", "Công đoàn Việt Nam"),
        topic="Mẫu",
        seconds=20,
    ),
    Question(
        "mau-5",
        Kind.NUMBER,
        "Nhiệm kỳ đại hội công đoàn các cấp là mấy năm?",
        ("5",),
        topic="Mẫu",
        points=20,
    ),
    Question(
        "mau-6",
        Kind.ORDER,
        "Sắp xếp các mốc sau theo thứ tự thời gian.",
        ((1, 0, 2),),
        ("Cách mạng Tháng Tám", "Thành lập Đảng", "Chiến thắng Điện Biên Phủ"),
        topic="Mẫu",
        difficulty=3,
    ),
)


def sample(kinds: frozenset[Kind]) -> Bank:
    """The samples of these kinds."""
    questions = tuple(question for question in QUESTIONS if question.kind in kinds)
    return Bank("mau", "Câu hỏi mẫu", "Sample questions", "Để điền theo.", "2020", "vi", questions)
