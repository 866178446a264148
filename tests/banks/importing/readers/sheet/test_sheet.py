from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from quiz.banks.importing.draft import Doubt, UnreadableFile
from quiz.banks.importing.readers.sheet import read_sheet
from quiz.core.nouns.model import Kind
from tests.banks.importing.books import book, table

Q = "Hỏi gì?"
FOUR = ("Một", "Hai", "Ba", "Bốn")


def keys(data: bytes):
    """Text, options, key and codes of doubts of each question."""
    return [
        (draft.text, draft.options, draft.key, [doubt.code for doubt in draft.doubts])
        for draft in read_sheet(data, "a").drafts
    ]


HEADERS = {
    "union bank": ("stt", "cauhoi", "dapan1", "dapan2", "dapan3", "dapan4", "ketqua"),
    "capitals": ("STT", "CÂU HỎI", "A", "B", "C", "D", "ĐÁP ÁN"),
    "contents": ("TT", "NỘI DUNG", *(f"PHƯƠNG ÁN {x}" for x in "ABCD"), "ĐÁP ÁN ĐÚNG"),
    "keys named twice": ("STT", "Câu hỏi", *(f"ĐÁP ÁN {x}" for x in "ABCD"), "Đáp án đúng"),
    "options numbered": (
        "No.",
        "Question",
        *(f"Option {x}" for x in range(1, 5)),
        "Correct answer",
    ),
    "short": ("#", "Câu hỏi", *(f"PA {x}" for x in "ABCD"), "Kết quả"),
    "choices": ("Số TT", "Nội dung câu hỏi", *(f"Lựa chọn {x}" for x in "ABCD"), "Key"),
    "line breaks": ("STT", "Câu\nhỏi", *(f"Phương án\n{x}" for x in "abcd"), "Đáp\nán"),
}


@pytest.mark.parametrize("kind", [book, table])
@pytest.mark.parametrize("name", HEADERS)
def test_any_header_is_understood(name: str, kind) -> None:
    assert keys(kind([HEADERS[name], (1, Q, *FOUR, "C")])) == [(Q, FOUR, ((2,),), [])]


def test_columns_in_any_order() -> None:
    rows = [
        ("Đáp án", "D", "C", "B", "A", "Điểm", "Câu hỏi"),
        ("A", "Bốn", "Ba", "Hai", "Một", 5, Q),
    ]
    (draft,) = read_sheet(book(rows), "a.xlsx").drafts
    assert (draft.options, draft.key, draft.points) == (FOUR, ((0,),), 5)


HEADER = ("STT", "Câu hỏi", "A", "B", "C", "D", "Đáp án")
KEYS: dict[str | int, tuple[Kind, tuple[int, ...]]] = {
    "B": (Kind.ONE, (1,)),
    "b": (Kind.ONE, (1,)),
    "B.": (Kind.ONE, (1,)),
    "Đáp án B": (Kind.ONE, (1,)),
    2: (Kind.ONE, (1,)),
    "2": (Kind.ONE, (1,)),
    "Hai": (Kind.ONE, (1,)),
    "hai.": (Kind.ONE, (1,)),
    "B. Hai": (Kind.ONE, (1,)),
    "A, C": (Kind.SEVERAL, (0, 2)),
    "C;A": (Kind.SEVERAL, (0, 2)),
    "A và C": (Kind.SEVERAL, (0, 2)),
    "AC": (Kind.SEVERAL, (0, 2)),
    "1,3": (Kind.SEVERAL, (0, 2)),
    "Một; Ba": (Kind.SEVERAL, (0, 2)),
    "A\nC": (Kind.SEVERAL, (0, 2)),
}


@pytest.mark.parametrize("key", KEYS)
def test_key_in_any_form(key: str | int) -> None:
    (draft,) = read_sheet(book([HEADER, (1, Q, *FOUR, key)]), "a.xlsx").drafts
    assert (draft.kind, draft.key, draft.doubts) == (KEYS[key][0], (KEYS[key][1],), ())


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("", "no_key"),
        ("E", "key_unknown"),
        ("5", "key_unknown"),
        ("Năm", "key_unknown"),
        ("A hoặc B", "many_keys"),
        ("A/B", "many_keys"),
        ("B. Ba", "many_keys"),
        ("A, A", "key_unknown"),
        ("0", "key_unknown"),
    ],
)
def test_key_that_is_never_guessed(key: str, code: str) -> None:
    assert keys(book([HEADER, (1, Q, *FOUR, key)])) == [(Q, FOUR, (), [code])]


def test_number_that_is_a_place_and_an_option() -> None:
    rows = [HEADER, (1, Q, 3, 2, 1, 5, 3), (2, Q, 1, 2, 3, 4, 3)]
    found = keys(book(rows))
    assert [(key, codes) for _, _, key, codes in found] == [((), ["many_keys"]), (((2,),), [])]


def test_two_key_columns_that_differ() -> None:
    rows = [
        ("Câu hỏi", "A", "B", "Đáp án", "Kết quả"),
        (Q, "a", "b", "A", "B"),
        (Q, "c", "d", "A", "A"),
    ]
    assert [entry[2:] for entry in keys(book(rows))] == [((), ["many_keys"]), (((0,),), [])]


def test_rows_above_the_header_and_sections_between() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["BỘ CÂU HỎI TÌM HIỂU ĐIỀU LỆ"])
    sheet.merge_cells("A1:G1")
    sheet.append([])
    for row in (HEADER, (1, Q, *FOUR, "C"), ("Phần II",), (), HEADER, (2, "Nữa?", *FOUR, "A")):
        sheet.append(list(row))
    file = BytesIO()
    workbook.save(file)
    found = read_sheet(file.getvalue(), "a.xlsx")
    assert [(draft.place, draft.key) for draft in found.drafts] == [
        ("dòng 4", ((2,),)),
        ("dòng 8", ((0,),)),
    ]
    assert found.title == "BỘ CÂU HỎI TÌM HIỂU ĐIỀU LỆ"
    assert found.notes == ("rows_above_header", "left_out:1")


def test_options_named_in_a_second_row() -> None:
    rows = [
        ("STT", "Câu hỏi", "Phương án trả lời", "", "", "", "Đáp án"),
        ("", "", "A", "B", "C", "D", ""),
        (1, Q, *FOUR, "C"),
    ]
    assert keys(book(rows)) == [(Q, FOUR, ((2,),), [])]


def test_every_field() -> None:
    rows = [
        (*HEADER, "Thời gian (giây)", "Điểm", "Chủ đề", "Giải thích", "Căn cứ", "Độ khó", "Mã"),
        (1, Q, *FOUR, "C", "20 giây", 10, "Luật", "Vì ba", "Điều 5", "Khó", "luat-01"),
    ]
    (draft,) = read_sheet(book(rows), "a.xlsx").drafts
    assert (draft.seconds, draft.points, draft.topic, draft.difficulty) == (20, 10, "Luật", 3)
    assert (draft.explanation, draft.citation, draft.id) == ("Vì ba", "Điều 5", "luat-01")


def test_values_that_are_no_numbers() -> None:
    rows = [
        (*HEADER, "Thời gian", "Độ khó"),
        (1, Q, *FOUR, "C", "lâu", "rất"),
        (1, Q, *FOUR, "C", 3, 1),
    ]
    assert [draft.doubts for draft in read_sheet(book(rows), "a.xlsx").drafts] == [
        (Doubt("bad_number", "seconds", "lâu"), Doubt("bad_number", "difficulty", "rất")),
        (Doubt("bad_number", "seconds", "3"),),
    ]


def test_line_breaks_and_letters_in_cells() -> None:
    rows = [HEADER, (1, "Hỏi\ngì?", "A. Một", "B. Hai", "C.\nBa", "D. Cả A, B,\nC đều đúng", "D")]
    (draft,) = read_sheet(book(rows), "a.xlsx").drafts
    assert (draft.text, draft.options) == (Q, ("Một", "Hai", "Ba", "Cả A, B, C đều đúng"))
    assert (draft.key, draft.fixed_order) == (((3,),), True)


def test_row_without_its_question_options_or_key() -> None:
    rows = [
        HEADER,
        (1, "", *FOUR, "C"),
        (2, Q, "", "", "", "", "C"),
        (3, Q, "Một", "", "Ba", "", "C"),
    ]
    assert keys(book(rows)) == [
        ("", FOUR, ((2,),), ["no_text"]),
        (Q, (), (), ["no_options", "no_key"]),
        (Q, ("Một", "", "Ba"), ((2,),), ["no_text"]),
    ]


def test_questions_to_type_an_answer_to() -> None:
    rows = [
        ("Câu hỏi", "Đáp án", "Loại", "Sai số"),
        ("Ai?", "Tổ phó | Tổ phó công đoàn", "", ""),
        ("Bao nhiêu?", "74,5", "", "0,5"),
        ("Bao nhiêu?", "140.000", "", ""),
        ("Đúng không?", "Sai", "Đúng/Sai", ""),
        ("Số nào?", "1929", "Chữ", ""),
        ("Gì?", "x", "Lạ", ""),
    ]
    found = read_sheet(table(rows), "a.csv").drafts
    assert [(draft.kind, draft.key) for draft in found[:5]] == [
        (Kind.TEXT, ("Tổ phó", "Tổ phó công đoàn")),
        (Kind.NUMBER, ("74.5",)),
        (Kind.NUMBER, ()),
        (Kind.TRUE_FALSE, ((1,),)),
        (Kind.TEXT, ("1929",)),
    ]
    assert found[1].tolerance == "0.5"
    assert [doubt.code for doubt in (*found[2].doubts, *found[5].doubts)] == [
        "bad_number",
        "kind_unknown",
    ]


def test_options_in_their_order() -> None:
    rows = [
        (*HEADER, "Loại"),
        (1, Q, *FOUR, "C, A, D, B", "Sắp xếp"),
        (2, Q, *FOUR, "C, A, D, B", ""),
    ]
    first, second = read_sheet(table(rows), "a.csv").drafts
    assert (first.kind, first.key) == (Kind.ORDER, ((2, 0, 3, 1),))
    assert [doubt.code for doubt in second.doubts] == ["kind_unknown"]


def test_cells_as_people_see_them() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(list(HEADER))
    sheet.append([1, Q, 5.0, 4.5, 0.5, date(1929, 7, 28), "A"])
    sheet["E2"].number_format = "0%"
    sheet.append([2, Q, date(1930, 2, 3), date(1930, 3, 3), True, False, "A"])
    file = BytesIO()
    workbook.save(file)
    first, second = read_sheet(file.getvalue(), "a.xlsx").drafts
    assert (first.options, first.doubts) == (("5", "4,5", "50%", "28/7/1929"), ())
    assert second.options == ("3/2/1930", "3/3/1930", "Đúng", "Sai")
    assert second.doubts == (Doubt("date", "options", "3/2/1930"),)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator: str) -> None:
    lines = [HEADER, ("1", Q, *FOUR, "C")]
    data = "\r\n".join(separator.join(line) for line in lines).encode("utf-8-sig")
    assert keys(data) == [(Q, FOUR, ((2,),), [])]


@pytest.mark.parametrize(
    ("old", "note"),
    [
        ("C©u hái,A,B,§¸p ¸n\nC«ng ®oµn ViÖt Nam?,Tæ chøc,Tæ,B\n", "converted_tcvn3"),
        ("Caâu hoûi,A,B,Ñaùp aùn\nCoâng ñoaøn Vieät Nam?,Toå chöùc,Toå,B\n", "converted_vni"),
    ],
)
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_old_encodings(old: str, note: str, encoding: str) -> None:
    found = read_sheet(old.encode(encoding), "a.csv")
    assert [(draft.text, draft.options, draft.key) for draft in found.drafts] == [
        ("Công đoàn Việt Nam?", ("Tổ chức", "Tổ"), ((1,),))
    ]
    assert found.notes == (note,)


def test_several_sheets() -> None:
    workbook = Workbook()
    for name in ("Luật", "Đảng"):
        sheet = workbook.create_sheet(name)
        sheet.append(list(HEADER))
        sheet.append([1, name, *FOUR, "C"])
    workbook.create_sheet("Trống")
    hidden = workbook.create_sheet("Ẩn")
    hidden.append(list(HEADER))
    hidden.append([1, "Ẩn", *FOUR, "C"])
    hidden.sheet_state = "hidden"
    file = BytesIO()
    workbook.save(file)
    assert [draft.place for draft in read_sheet(file.getvalue(), "a.xlsx").drafts] == [
        "trang Luật, dòng 2",
        "trang Đảng, dòng 2",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (book([(1, Q, *FOUR, "C")]), "no_header"),
        (book([HEADER]), "empty"),
        (b"", "empty"),
        (b"PK\x03\x04" + bytes(50), "broken"),
        (b"\xd0\xcf\x11\xe0" + bytes(50), "old_office"),
        (table([HEADER, *[(1, Q, *FOUR, "C")] * 5001]), "too_many"),
        (table([HEADER])[:-2] + b"\n" * 20_001, "too_many"),
    ],
)
def test_unreadable_file(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_sheet(data, "a.xlsx")
    assert raised.value.code == code
