from pathlib import Path

import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers.gift_reader import read_gift
from quiz.core.nouns.model import Kind

CORPUS = Path(__file__).parents[1] / "corpus"
READ = {
    "choices.gift.txt": (
        DraftQuestion(
            "Câu 1",
            "Đại hội công đoàn tổ chức mấy năm 1 lần?",
            options=("3 năm", "5 năm", "4 năm"),
            key=((1,),),
            explanation="Đúng theo Điều 8",
            topic="Tổ chức",
            id="dl-001",
        ),
        DraftQuestion(
            "Câu 2",
            "Những hình thức kỷ luật nào?",
            kind=Kind.SEVERAL,
            options=("Khiển trách", "Cảnh cáo", "Cách chức"),
            key=((0, 1),),
            explanation="Điều 33",
            topic="Tổ chức",
        ),
        DraftQuestion(
            "Câu 3",
            "Công đoàn thành lập năm _____, tại Hà Nội.",
            options=("1930", "1929", "1945"),
            key=((1,),),
            topic="Lịch sử/Truyền thống",
        ),
    ),
    "crowded.gift.txt": (
        DraftQuestion("Câu 1", "Câu thứ nhất?", options=("a", "b"), key=((0,),)),
        DraftQuestion("Câu 2", "Câu thứ hai?", options=("c", "d"), key=((0,),)),
    ),
    "doubts.gift.txt": (
        DraftQuestion(
            "Câu 1",
            "Hai đáp án?",
            options=("A1", "A2", "A3"),
            doubts=(Doubt("many_keys", "key", "A, B"),),
        ),
        DraftQuestion(
            "Câu 2", "Không đáp án?", options=("Một", "Hai", "Ba"), doubts=(Doubt("no_key", "key"),)
        ),
        DraftQuestion(
            "Câu 3",
            "Đúng một phần?",
            options=("Một", "Hai", "Ba"),
            key=((0,),),
            doubts=(Doubt("unsupported", "key", "%"),),
        ),
        DraftQuestion(
            "Câu 4",
            "Thiếu điểm?",
            options=("Một", "Hai", "Ba"),
            doubts=(Doubt("key_unknown", "key", "%"),),
        ),
        DraftQuestion(
            "Câu 5",
            "Bao nhiêu đồng?",
            kind=Kind.NUMBER,
            doubts=(Doubt("bad_number", "key", "140.000:0"),),
        ),
        DraftQuestion(
            "Câu 6", "Hai số?", kind=Kind.NUMBER, doubts=(Doubt("many_keys", "key", "1:0 / 2:0"),)
        ),
        DraftQuestion(
            "Câu 7",
            "Sao?",
            kind=Kind.TEXT,
            key=("*chuông*",),
            doubts=(Doubt("unsupported", "key", "*"),),
        ),
        DraftQuestion(
            "Câu 8",
            "Gần đúng?",
            kind=Kind.TEXT,
            key=("Chuông",),
            doubts=(Doubt("unsupported", "key", "%"),),
        ),
        DraftQuestion("Câu 9", "Trống?", kind=Kind.TEXT, doubts=(Doubt("no_key", "key"),)),
        DraftQuestion(
            "Câu 10", "", options=("A", "B"), key=((0,),), doubts=(Doubt("no_text", "text"),)
        ),
        DraftQuestion(
            "Câu 11",
            "Ai đây?",
            options=("Trần Phú", "Lê Duẩn"),
            key=((0,),),
            doubts=(Doubt("picture", "picture"),),
        ),
    ),
    "escapes.gift.txt": (
        DraftQuestion(
            "Câu 1",
            "Biểu thức 1 = 1 {đúng} ~ và # \\ là gì?",
            options=("Một: hai = ba", "a < b & c", "5 < 6"),
            key=((0,),),
        ),
    ),
    "other_kinds.gift.txt": (
        DraftQuestion(
            "Câu 1",
            "Công đoàn Việt Nam thành lập năm 1929.",
            kind=Kind.TRUE_FALSE,
            options=("Đúng", "Sai"),
            key=((0,),),
            explanation="Đúng vậy",
        ),
        DraftQuestion(
            "Câu 2",
            "Tổ công đoàn do đại hội bầu.",
            kind=Kind.TRUE_FALSE,
            options=("Đúng", "Sai"),
            key=((1,),),
        ),
        DraftQuestion(
            "Câu 3",
            "Ai là Tổng Bí thư đầu tiên?",
            kind=Kind.TEXT,
            key=("Trần Phú", "Đồng chí Trần Phú"),
        ),
        DraftQuestion("Câu 4", "Đoàn phí bằng mấy phần trăm?", kind=Kind.NUMBER, key=("1",)),
        DraftQuestion(
            "Câu 5", "Khoảng bao nhiêu đoàn viên?", kind=Kind.NUMBER, key=("3450",), tolerance="50"
        ),
        DraftQuestion(
            "Câu 6",
            "Tỷ lệ là bao nhiêu?",
            kind=Kind.NUMBER,
            key=("74.5",),
            explanation="Báo cáo năm 2020",
            tolerance="0.5",
        ),
        DraftQuestion(
            "Câu 7",
            "Xếp theo thời gian",
            kind=Kind.ORDER,
            options=("Đại hội I", "Đại hội II", "Đại hội III"),
            key=((0, 1, 2),),
        ),
    ),
    "unsupported.gift.txt": (
        DraftQuestion(
            "Câu 1",
            "Viết cảm nghĩ của đồng chí về Công đoàn.",
            doubts=(Doubt("unsupported", "kind", "essay"),),
        ),
        DraftQuestion(
            "Câu 2", "Đoạn văn chỉ để đọc.", doubts=(Doubt("unsupported", "kind", "description"),)
        ),
        DraftQuestion(
            "Câu 3",
            "Nối tỉnh với vùng. {=Lạng Sơn -> Đông Bắc =Huế -> Miền Trung}",
            doubts=(Doubt("unsupported", "kind", "matching"),),
        ),
        DraftQuestion(
            "Câu 4",
            "Câu chưa đóng ngoặc {=Đúng ~Sai",
            doubts=(Doubt("unsupported", "kind", "{ }"),),
        ),
        DraftQuestion(
            "Câu 5",
            "Câu có hai ô {=a ~b} và {=c ~d} nữa.",
            doubts=(Doubt("unsupported", "kind", "{ }"),),
        ),
    ),
}


@pytest.mark.parametrize("name", READ)
def test_drafts_of_a_file(name: str) -> None:
    assert read_gift((CORPUS / name).read_bytes(), name) == Imported(READ[name])


def test_corpus_is_read_whole() -> None:
    assert {file.name for file in CORPUS.glob("*.gift.txt")} == {*READ}


def test_refusal_of_other_text() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_gift("Câu hỏi?\nA. Một\nB. Hai\nANSWER: A".encode(), "a.txt")
    assert refusal.value.code == "not_this_kind"
