"""Files that people typed in ways of their own: each has a right outcome, or a doubt.

A case is a file and what is understood of it in short.
"""

from io import BytesIO

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import (
    PNG,
    Paragraph,
    Styled,
    blue,
    bold,
    empty,
    italic,
    item,
    lists,
    red,
    saved,
    tables,
    underline,
    understood,
    word,
    write,
    yellow,
)

LETTERS = (("upperLetter", "%1."),)


def marked_paragraph(document: Document, look: str) -> None:
    """Give the mark of the last paragraph a look that none of its letters has."""
    mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:{look}/></w:rPr>")
    document.paragraphs[-1]._p.find(qn("w:pPr")).append(mark)


def looks_of_paragraph_marks() -> bytes:
    document = empty()
    lists(document, LETTERS, nums=[(1, 0, False), (2, 0, True)])
    for number, look in ((1, "i"), (2, "b")):
        write(document, f"Câu {number}. Con nào đẻ trứng?")
        item(document, "Bò", number)
        marked_paragraph(document, look)
        item(document, "Vịt", number)
    return saved(document)


def link(document: Document, before: str, text: str) -> None:
    """Add an option that Word has made a link of."""
    write(document, before)
    look = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"
    document.paragraphs[-1]._p.append(parse_xml(f"<w:hyperlink {nsdecls('w')}>{run}</w:hyperlink>"))


def links() -> bytes:
    document = empty()
    write(document, "Câu 1. Đâu là địa chỉ thư?")
    link(document, "A. ", "trang nhà")
    write(document, "B. toi@vidu.example", "C. vidu.txt")
    return saved(document)


def typed_link() -> bytes:
    document = empty()
    write(document, "Câu 1. Đâu là địa chỉ thư?", "A. ")
    xml = (
        f"<w:r {nsdecls('w')}><w:rPr><w:color w:val='0563C1'/><w:u w:val='single'/></w:rPr>"
        "<w:t>www.vidu.example</w:t></w:r>"
    )
    document.paragraphs[-1]._p.append(parse_xml(xml))
    write(document, "B. toi@vidu.example", "C. vidu.txt")
    return saved(document)


def automatic_beside_bold_letters() -> bytes:
    document = empty()
    lists(document, LETTERS, nums=[(1, 0, False)])
    write(document, "Câu 1. Con gì gáy?")
    item(document, "Ngan", 1)
    write(
        document,
        (bold("B) "), yellow("Gà")),
        (bold("C) "), "Ngỗng"),
        (bold("D) "), "Cú"),
    )
    return saved(document)


def coloured(colour: str) -> bytes:
    """A file with written keys whose second option has a colour."""
    document = empty()
    write(document, "Câu 1. Thú nào ngủ đông?", "A. Gấu", "B. Bò", "Đáp án: A")
    run = document.paragraphs[-2].runs[0]
    run._r.get_or_add_rPr().append(parse_xml(f'<w:color {nsdecls("w")} w:val="{colour}"/>'))
    return saved(document)


COLOURS = [("Xanh?", ["Đỏ", "Xanh"], "B"), ("Đỏ?", ["Đỏ", "Xanh"], "A")]
BLUE_KEYS = (
    *("Câu 1. Xanh?", "A. Đỏ", (blue("B."), " Xanh")),
    *("Câu 2. Đỏ?", (blue("A."), " Đỏ"), "B. Xanh"),
)
EGGS = ("Con nào đẻ trứng?", ["Bò", "Vịt"], "", "no_key")
MAIL = [("Đâu là địa chỉ thư?", ["www.vidu.example", "toi@vidu.example", "vidu.txt"], "", "no_key")]
BEAR = [("Thú nào ngủ đông?", ["Gấu", "Bò"], "A")]

MARKS = {
    "looks of paragraph marks": (looks_of_paragraph_marks(), [EGGS, EGGS]),
    "another look than the file's": (
        word(*BLUE_KEYS, "Câu 3. Than?", "A. Vàng", (bold("B."), " Đen")),
        [*COLOURS, ("Than?", ["Vàng", "Đen"], "", "other_mark")],
    ),
    "another colour than the file's": (
        word(*BLUE_KEYS, "Câu 3. Than?", "A. Vàng", (red("B."), " Đen")),
        [*COLOURS, ("Than?", ["Vàng", "Đen"], "", "other_mark")],
    ),
    "the file's look and another": (
        word(*BLUE_KEYS, "Câu 3. Than?", (blue("A."), " Vàng"), (bold("B."), " Đen")),
        [*COLOURS, ("Than?", ["Vàng", "Đen"], "", "many_keys")],
    ),
    "two looks, once each": (
        word(
            *("Câu 1. Xanh?", "A. Đỏ", (blue("B."), " Xanh")),
            *("Câu 2. Đỏ?", (bold("A."), " Đỏ"), "B. Xanh"),
        ),
        [(*each[:2], "", "other_mark") for each in COLOURS],
    ),
    "names of species": (
        word(
            *("Câu 1. Lúa?", "A. Ngô", ("B. ", italic("Oryza sativa")), "C. Sắn"),
            *("Câu 2. Khuẩn?", "A. Rêu", "B. Tảo", ("C. ", italic("Vibrio"))),
        ),
        [
            ("Lúa?", ["Ngô", "Oryza sativa", "Sắn"], "", "no_key"),
            ("Khuẩn?", ["Rêu", "Tảo", "Vibrio"], "", "no_key"),
        ],
    ),
    "a title in italics": (
        word("Câu 1. Sách?", "A. Vở", ("B. ", italic("Kiều")), "Câu 2. Vở?", "A. Bút", "B. Giấy"),
        [("Sách?", ["Vở", "Kiều"], "", "no_key"), ("Vở?", ["Bút", "Giấy"], "", "no_key")],
    ),
    "an address that Word made a link": (
        typed_link(),
        MAIL,
    ),
    "a word that is a link": (
        links(),
        [(MAIL[0][0], ["trang nhà", *MAIL[0][1][1:]], "", "no_key")],
    ),
    "automatic beside bold letters": (
        automatic_beside_bold_letters(),
        [("Con gì gáy?", ["Ngan", "Gà", "Ngỗng", "Cú"], "B")],
    ),
    "near-black 333333": (coloured("333333"), BEAR),
    "near-black 081B3A": (coloured("081B3A"), BEAR),
    "dark grey 5F6368": (coloured("5F6368"), BEAR),
    "dark blue 002060": (coloured("002060"), [(*BEAR[0][:2], "", "many_keys")]),
}


@pytest.mark.parametrize("name", MARKS)
def test_mark_of_the_file(name: str) -> None:
    data, expected = MARKS[name]
    assert understood(data) == expected


def beasts(*endings: str) -> bytes:
    """Three questions; the highlighted option of each ends with one of the endings."""
    lines: list[Paragraph] = []
    for number, ending in enumerate(endings, 1):
        lines += [f"Câu {number}. Con gì?", "A. Cá", (yellow(f"B. Khỉ{ending}"),), "C. Bò"]
    return word(*lines)


def unmarked(*endings: str) -> bytes:
    """Questions that nothing but a sign behind the second option marks."""
    lines: list[str] = []
    for number, ending in enumerate(endings, 1):
        lines += [f"Câu {number}. Con gì?", "A. Cá", f"B. Khỉ{ending}", "C. Bò"]
    return word(*lines)


BEAST = ("Con gì?", ["Cá", "Khỉ", "Bò"], "B")
COSINE = ["y = 2x", "y = cos (x)", "y = 3"]
SIGNS = {
    "an arrow back at highlighted ones": (beasts(" <-", " <-", " <-"), [BEAST] * 3),
    "an arrow at one highlighted one": (beasts("", " ←", ""), [BEAST] * 3),
    "an arrow ahead": (beasts(" =>", " =>", ""), [BEAST] * 3),
    "an exclamation mark": (beasts("!", "!", "!"), [BEAST] * 3),
    "a letter đ": (beasts(" đ", " đ", " Đ"), [BEAST] * 3),
    "a star in brackets": (beasts(" (*)", " (*)", ""), [BEAST] * 3),
    "an exclamation mark at wrong ones too": (
        word(*("Câu 1. Con gì?", "A. Cá!", (yellow("B. Khỉ!"),), "C. Bò")),
        [("Con gì?", ["Cá!", "Khỉ!", "Bò"], "B")],
    ),
    "a sign of money at one of many": (
        beasts(" 5 đ", "", ""),
        [("Con gì?", ["Cá", "Khỉ 5 đ", "Bò"], "B"), BEAST, BEAST],
    ),
    "an arrow and no other mark": (unmarked(" <-"), [BEAST]),
    "an x in brackets at each": (unmarked(" (x)", " (x)"), [BEAST] * 2),
    "an x in brackets at one of three": (
        unmarked(" (x)", "", ""),
        [("Con gì?", ["Cá", "Khỉ (x)", "Bò"], "", "no_key")]
        + [("Con gì?", ["Cá", "Khỉ", "Bò"], "", "no_key")] * 2,
    ),
    "a cosine": (
        word("Câu 1. Hàm nào?", *(f"{a}. {b}" for a, b in zip("ABC", COSINE, strict=True))),
        [("Hàm nào?", COSINE, "", "no_key")],
    ),
    "cosines in each": (
        word(
            *("Câu 1. Hàm?", "A. 2x", "B. sin (x)", "Câu 2. Hàm?", "A. cos (x)", "B. 3"),
        ),
        [
            ("Hàm?", ["2x", "sin (x)"], "", "no_key"),
            ("Hàm?", ["cos (x)", "3"], "", "no_key"),
        ],
    ),
    "a loop": (
        word("Câu 1. Lệnh?", "A. if", "B. while (true)", "Đáp án: B"),
        [("Lệnh?", ["if", "while (true)"], "B")],
    ),
    "boxes": (
        word("Câu 1. Con gì?", "A. [ ] Cá", "B. [x] Khỉ", "C. [ ] Bò"),
        [BEAST],
    ),
    "an arrow at a written key": (
        word("Câu 1. Con gì?", "A. Cá", "B. Khỉ ←", "C. Bò", "Đáp án: B"),
        [BEAST],
    ),
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs_beside_options(name: str) -> None:
    data, expected = SIGNS[name]
    assert understood(data) == expected


BEE = ("Câu 1. Con gì làm mật?", (underline("A."), " Ong"), "B. Ruồi")
MOTH = ("Câu 2. Con gì nhả tơ?", "A. Kiến", (underline("B."), " Tằm"))
HEN = ("Câu 2. Mấy gà?", "A. 2", (underline("B."), " 4"))
DUCK = ("Câu 3. Mấy vịt?", (underline("A."), " 2"), "B. 4")
BEE_READ = ("Con gì làm mật?", ["Ong", "Ruồi"], "A")
POND = "Bà Tư nuôi bốn gà, hai vịt."
HENS = [(f"{POND} Mấy gà?", ["2", "4"], "B"), (f"{POND} Mấy vịt?", ["2", "4"], "A")]
LINES = {
    "a passage for two questions": (
        word(*BEE, "Đọc đoạn sau và trả lời câu 2, 3:", POND, *HEN, *DUCK),
        [BEE_READ, *HENS],
    ),
    "a passage for questions from and to": (
        word(*BEE, "Dựa vào đoạn sau, trả lời các câu hỏi từ 2 đến 3.", POND, *HEN, *DUCK),
        [BEE_READ, *HENS],
    ),
    "a passage before all questions": (
        word("Đọc đoạn sau, trả lời câu 2-3:", POND, *HEN, *DUCK),
        HENS,
    ),
    "a passage that does not say for which": (
        word(*BEE, "Đọc đoạn sau và trả lời các câu hỏi:", POND, *HEN, *DUCK),
        [BEE_READ, (*HENS[0], "stray"), ("Mấy vịt?", ["2", "4"], "A")],
    ),
    "a passage that nothing announces": (
        word(*BEE, POND, *HEN),
        [(*BEE_READ, "stray"), ("Mấy gà?", ["2", "4"], "B")],
    ),
    "a last option without its letter": (
        word("Câu 1. Con gì?", "A. Thỏ", "B. Sói", "Không con nào", "Đáp án: A"),
        [("Con gì?", ["Thỏ", "Sói"], "A", "stray")],
    ),
    "a remark at the end": (
        word("Câu 1. Con gì?", "A. Thỏ", "B. Sói", "(Đề chưa có đáp án)"),
        [("Con gì?", ["Thỏ", "Sói"], "", "no_key", "stray")],
    ),
    "an option that goes on": (
        word("Câu 1. Con gì?", "A. Thỏ", "B. Sói,", "Cáo", "hay gấu", "Đáp án: A"),
        [("Con gì?", ["Thỏ", "Sói, Cáo hay gấu"], "A")],
    ),
    "a source within the question": (
        word("Câu 1. Số cá.", "(Nguồn: Sổ, 2019)", "Năm nào?", "A. 2017", "B. 2018", "Đáp án: B"),
        [("Số cá. Năm nào?", ["2017", "2018"], "B")],
    ),
    "a source without brackets within the question": (
        word("Câu 1. Số cá.", "Nguồn: Sổ", "của xã", "Năm nào?", "A. 2017", "B. 2018", "Đáp án: B"),
        [("Số cá. Năm nào?", ["2017", "2018"], "B")],
    ),
    "statements to call true or false": (
        word(
            *("PHẦN I. Chọn một.", *BEE),
            "PHẦN II. Trong mỗi ý a), b), c) của mỗi câu, chọn đúng hoặc sai.",
            *("Câu 1. Con ong:", (underline("a)"), " có cánh"), "b) có vây", "c) ăn thịt"),
        ),
        [BEE_READ, ("Con ong:", ["có cánh", "có vây", "ăn thịt"], "", "unsupported")],
    ),
    "a section with numbers alone": (
        word(
            *("Phần 1. Trắc nghiệm", "Câu 1", "Con gì?", "A. Voi", "B. Hổ", "Đáp án: A"),
            *("Phần 2. Đúng / Sai", "1. Cá bơi. → Đúng", "2. Gà có bốn chân. → Sai"),
        ),
        [
            ("Con gì?", ["Voi", "Hổ"], "A"),
            ("Cá bơi.", ["Đúng", "Sai"], "A"),
            ("Gà có bốn chân.", ["Đúng", "Sai"], "B"),
        ],
    ),
    "numbers below a key": (
        word("Câu 1. Con gì?", "A. Voi", "B. Hổ", "Đáp án: A", "1. Cá bơi", "2. Gà bay"),
        [("Con gì?", ["Voi", "Hổ"], "A", "stray", "stray")],
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_without_a_label(name: str) -> None:
    data, expected = LINES[name]
    assert understood(data) == expected


def test_sentences_below_options_are_explanations() -> None:
    file = word(*BEE, "Theo sách, ong là loài làm mật.", *MOTH, "Con tằm nhả tơ để làm kén.")
    drafts = read_word(file, "a.docx").drafts
    assert [(draft.options, draft.explanation, draft.doubts) for draft in drafts] == [
        (("Ong", "Ruồi"), "Theo sách, ong là loài làm mật.", ()),
        (("Kiến", "Tằm"), "Con tằm nhả tơ để làm kén.", ()),
    ]


def with_picture(first: str, second: str) -> list[tuple[bytes, list[str]]]:
    """The pictures and doubts of two questions with a picture between them."""
    document = empty()
    write(document, f"Câu 1. {first}", "A. a", "B. b", "Đáp án: A")
    document.add_picture(BytesIO(PNG))
    write(document, f"Câu 2. {second}", "A. a", "B. b", "Đáp án: A")
    drafts = read_word(saved(document), "a.docx").drafts
    return [(draft.picture, [doubt.code for doubt in draft.doubts]) for draft in drafts]


def test_picture_between_questions_goes_to_the_one_that_speaks_of_it() -> None:
    assert with_picture("Tình hình thế nào?", "Hình trên màu gì?") == [(b"", []), (PNG, [])]
    assert with_picture("Hình dưới màu gì?", "Mấy?") == [(PNG, []), (b"", [])]


def test_picture_between_questions_that_none_speaks_of_is_a_doubt() -> None:
    assert with_picture("Ai?", "Mấy?") == [(b"", ["picture"]), (b"", ["picture"])]


def test_picture_before_the_first_question_is_not_lost() -> None:
    document = empty()
    document.add_picture(BytesIO(PNG))
    write(document, "Câu 1. Hình trên màu gì?", "A. a", "B. b", "Đáp án: A")
    (draft,) = read_word(saved(document), "a.docx").drafts
    assert (draft.picture, draft.doubts) == (PNG, ())


def test_passage_of_no_question_is_counted() -> None:
    file = word(*BEE, "Đọc đoạn sau và trả lời câu 8, 9:", POND, *HEN)
    assert read_word(file, "a.docx").notes == ("left_out:1",)


def automatic(form: str, text: str, *, on: bool = False) -> bytes:
    """Two questions with options in an automatic list; `on`: it goes on in the second."""
    document = empty()
    lists(document, ((form, text),), nums=[(1, 0, False), (2, 0, True)])
    for number, options in ((1, ("a", "b", "c", "d")), (2, ("e", "f", "g", "h"))):
        write(document, f"Câu {number}. Gì?")
        for option in options:
            item(document, option, 1 if on or number == 1 else 2)
        write(document, f"Đáp án: {KEYS[form, on][number - 1]}")
    return saved(document)


KEYS = {
    ("decimal", False): "23",
    ("upperRoman", False): ("II", "III"),
    ("lowerRoman", False): ("ii", "iii"),
    ("decimal", True): "26",
    ("upperLetter", True): "BF",
}
OPTIONS_2 = [("Gì?", list("abcd"), "B"), ("Gì?", list("efgh"), "C")]
GONE_ON = [("Gì?", list("abcd"), "B"), ("Gì?", list("efgh"), "B", "letters")]
FRUIT = ("Quả nào chua?", ["Chuối", "Chanh", "Mít"], "B")
IN_TURN = [("Số?", ["1", "2", "9", "4"], "C")]
LABELS = {
    "numbers, typed": (
        word("Câu 1: Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "numbers with brackets, typed": (
        word("Câu 1: Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án 2"),
        [FRUIT],
    ),
    "numbers, marked": (
        word("Câu 1: Quả nào chua?", "1) Chuối", (red("2)"), " Chanh"), "3) Mít"),
        [FRUIT],
    ),
    "numbers on one line": (
        word("Câu 1: Quả nào chua?", "1) Chuối\t2) Chanh\t3) Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "numbers behind the question": (
        word("Câu 1: Quả nào chua? 1) Chuối 2) Chanh 3) Mít", "Đáp án: 2"),
        [
            ("Quả nào chua? 1) Chuối 2) Chanh 3) Mít", [], "", "kind_unknown"),
        ],
    ),
    "numbers below numbers": (
        word(
            *("1. Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án: 2"),
            *("2. Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án: 2"),
        ),
        [FRUIT, FRUIT],
    ),
    "numbers of one form below numbers": (
        word(
            *("1. Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
            *("2. Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
        ),
        [FRUIT, FRUIT],
    ),
    "numbers below numbers, marked": (
        word(
            *("1. Quả nào chua?", "1) Chuối", bold("2) Chanh"), "3) Mít"),
            *("2. Quả nào chua?", "1) Chuối", bold("2) Chanh"), "3) Mít"),
        ),
        [FRUIT, FRUIT],
    ),
    "numbers below a question without one": (
        word(
            *("Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
            *("Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
        ),
        [FRUIT, FRUIT],
    ),
    "Roman": (
        word("Câu 1: Quả nào chua?", "I. Chuối", "II. Chanh", "III. Mít", "Đáp án: II"),
        [FRUIT],
    ),
    "small Roman": (
        word("Câu 1: Quả nào chua?", "i) Chuối", "ii) Chanh", "iii) Mít", "Đáp án: ii"),
        [FRUIT],
    ),
    "letters from I on": (
        word("Câu 1: Quả nào chua?", "I. Chuối", "J. Chanh", "K. Mít", "Đáp án: J"),
        [(*FRUIT, "letters")],
    ),
    "letters from G on": (
        word("Câu 1: Quả nào chua?", "G. Chuối", "H. Chanh", "I. Mít", "Đáp án: H"),
        [(*FRUIT, "letters")],
    ),
    "a list of statements above lettered options": (
        word("Câu 1: Ý nào?", "1. Chua", "2. Ngọt", "A. Chỉ 1", "B. Cả hai", "Đáp án: B"),
        [("Ý nào? 1. Chua 2. Ngọt", ["Chỉ 1", "Cả hai"], "B")],
    ),
    "numbers to type": (
        word("1. Một cộng một?", "Đáp án: 2", "2. Một cộng hai?", "Đáp án: 3"),
        [("Một cộng một?", [], "2"), ("Một cộng hai?", [], "3")],
    ),
    "automatic numbers": (automatic("decimal", "%1)"), OPTIONS_2),
    "automatic Roman": (automatic("upperRoman", "%1."), OPTIONS_2),
    "automatic small Roman": (automatic("lowerRoman", "%1)"), OPTIONS_2),
    "automatic numbers that go on": (automatic("decimal", "%1)", on=True), GONE_ON),
    "automatic letters that go on": (automatic("upperLetter", "%1.", on=True), GONE_ON),
    "a comma behind a letter": (
        word("Câu 1. Số?", "A. 1", "B. 2", "C. 9", "D, 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a comma behind the first letter": (
        word("Câu 1. Số?", "A, 1", "B. 2", "C. 9", "D. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "nothing behind a letter": (
        word("Câu 1. Số?", "A. 1", "B. 2", "C 9", "D. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a comma on one line": (
        word("Câu 1. Số?", "A. 1\tB. 2\tC. 9\tD, 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a capital behind small letters": (
        word("Câu 1. Số?", "a. 1 ;\tb. 2 ;\tc. 9.\t\tD. 4", "Đáp án: C"),
        [("Số?", ["1", "2", "9.", "4"], "C")],
    ),
    "two columns": (
        word("Câu 1. Số?", "A. 1", "C. 9", (yellow("B. 2"),), "D. 4"),
        [("Số?", ["1", "2", "9", "4"], "B")],
    ),
    "the first on the question's line": (
        word("Câu 1. Số: A. 1", "B. 2", "C. 9", "D. 4", "Đáp án: C"),
        [("Số:", ["1", "2", "9", "4"], "C")],
    ),
    "an initial on the question's line": (
        word("Câu 1. Ông Trần A. là ai?", "A. 1", "B. 2", "Đáp án: B"),
        [("Ông Trần A. là ai?", ["1", "2"], "B")],
    ),
    "a number of how many": (
        word(
            "Câu 1/2: Số?", "A. 1", "B. 2", "Đáp án: B", "Câu 2/2. Số?", "A. 3", "B. 4", "Đáp án: A"
        ),
        [("Số?", ["1", "2"], "B"), ("Số?", ["3", "4"], "A")],
    ),
    "a fraction behind the number": (
        word("Câu 1: 1/2 là?", "A. 1", "B. 2", "Đáp án: B"),
        [("1/2 là?", ["1", "2"], "B")],
    ),
}


@pytest.mark.parametrize("name", LABELS)
def test_labels_of_options(name: str) -> None:
    data, expected = LABELS[name]
    assert understood(data) == expected


def with_symbol(font: str, code: str) -> bytes:
    """A question with a symbol in it."""
    document = empty()
    write(document, "Câu 1. Vườn 5", "A. 30", "B. 56", "Đáp án: A")
    run = f'<w:r {nsdecls("w")}><w:sym w:font="{font}" w:char="{code}"/><w:t>6 mét?</w:t></w:r>'
    document.paragraphs[0]._p.append(parse_xml(run))
    return saved(document)


def shifted(*runs: tuple[str, str]) -> bytes:
    """A question whose second option is of these runs, each high, low or neither."""
    document = empty()
    write(document, "Câu 1. Nào?", "A. a", "B. ", "Đáp án: B")
    for text, where in runs:
        run = document.paragraphs[2].add_run(text)
        run.font.superscript = where == "high" or None
        if where == "low":
            run.font.subscript = True
    return saved(document)


GARDEN = ("Vườn 5×6 mét?", ["30", "56"], "A")
TREES = [["Năm", "2019", "2020"], ["Số cây", "120", "85"]]
PAGES = (
    [
        ["STT", "Nội dung", "Phương án trả lời", "Đáp án"],
        ["1", "Con gì có ngà?", "A. Voi\nB. Ngựa", "A"],
    ],
    "",
    [["2", "Con gì có bướu?", "A. Bò\nB. Lạc đà", "B"], ["3", "Con gì có", "A. Thỏ\nB. Gà", "B"]],
    "",
    [["", "mào đỏ?", "C. Mèo", ""]],
)
CONTENTS = {
    "a symbol": (with_symbol("Symbol", "F0B4"), [GARDEN]),
    "a symbol by its short code": (with_symbol("Symbol", "00B4"), [GARDEN]),
    "a symbol in the text of its font": (
        word(("Câu 1. Vườn 5", Styled.of("\uf0b4", "Symbol"), "6 mét?"), "A. 30", "B. 56", "ĐA: A"),
        [GARDEN],
    ),
    "an arrow of Wingdings": (
        with_symbol("Wingdings", "F0E0"),
        [("Vườn 5→6 mét?", ["30", "56"], "A")],
    ),
    "a symbol that nobody knows": (
        with_symbol("Webdings", "F0B4"),
        [("Vườn 5\ufffd6 mét?", ["30", "56"], "A", "symbol")],
    ),
    "a power": (shifted(("10", ""), ("3", "high")), [("Nào?", ["a", "10³"], "B")]),
    "a power of letters": (shifted(("10", ""), ("n+1", "high")), [("Nào?", ["a", "10ⁿ⁺¹"], "B")]),
    "water": (shifted(("H", ""), ("2", "low"), ("O", "")), [("Nào?", ["a", "H₂O"], "B")]),
    "degrees": (shifted(("30", ""), ("o", "high"), ("C", "")), [("Nào?", ["a", "30°C"], "B")]),
    "what has no small sign": (
        shifted(("x", ""), ("Q", "high"), ("y", ""), ("đất", "low")),
        [("Nào?", ["a", "x^Qy_(đất)"], "B")],
    ),
    "a star raised": (shifted(("b", ""), ("*", "high")), [("Nào?", ["a", "b"], "B")]),
    "a table of numbers": (
        tables("Câu 1. Năm nào nhiều cây?", TREES, "A. 2019", "B. 2020", "Đáp án: A"),
        [
            (
                "Năm nào nhiều cây? Năm 2019 2020 / Số cây 120 85",
                ["2019", "2020"],
                *("A", "table"),
            )
        ],
    ),
    "a table on its side": (
        tables("Câu 1. Năm nào?", [["2019", "120"], ["2020", "85"]], "A. 2019", "B. 2020", "ĐA: A"),
        [("Năm nào? 2019 120 / 2020 85", ["2019", "2020"], "A", "table")],
    ),
    "a table over pages": (
        tables(*PAGES),
        [
            ("Con gì có ngà?", ["Voi", "Ngựa"], "A"),
            ("Con gì có bướu?", ["Bò", "Lạc đà"], "B"),
            ("Con gì có mào đỏ?", ["Thỏ", "Gà", "Mèo"], "B"),
        ],
    ),
    "options without letters in one cell": (
        tables(
            [
                ["STT", "Câu hỏi", "Phương án", "Đáp án"],
                ["1", "Con gì có ngà?", "Voi\nNgựa", "A"],
            ]
        ),
        [("Con gì có ngà?", ["Voi", "Ngựa"], "A")],
    ),
    "options that differ by capitals": (
        word("Câu 1. Coban?", "A. CO", "B. Co", "C. co", "Đáp án: B"),
        [("Coban?", ["CO", "Co", "co"], "B")],
    ),
    "words that differ by capitals": (
        word("Câu 1. Coban?", "A. Than", "B. than", "C. co", "Đáp án: C"),
        [("Coban?", ["Than", "than", "co"], "C", "same_options")],
    ),
    "unseen characters": (
        word("Câu 1. Ai là ng\u00adười?", "A. Hà\u200b Nội", "B. b\u2060\u061c", "Đáp án: B\u200e"),
        [("Ai là người?", ["Hà Nội", "b"], "B")],
    ),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_what_stands_in_a_question(name: str) -> None:
    data, expected = CONTENTS[name]
    assert understood(data) == expected


def test_typed_answer_with_a_power_may_be_typed_without() -> None:
    document = empty()
    write(document, "Câu 1. Rộng bao nhiêu?", "Đáp án: 10 m")
    document.paragraphs[1].add_run("2").font.superscript = True
    (draft,) = read_word(saved(document), "a.docx").drafts
    assert (draft.key, draft.doubts) == (("10 m²", "10 m2"), ())


def test_old_text_keeps_the_letter_that_is_a_soft_hyphen_elsewhere() -> None:
    file = word("C©u 1: C«ng ®oµn ViÖt Nam Nh\u00adng?", "A. Tæ", "B. Tæ chøc", "§¸p ¸n: B")
    assert understood(file) == [("Công đoàn Việt Nam Nhưng?", ["Tổ", "Tổ chức"], "B")]


KEYED = ("Câu 1. Một?", "A. a", "B. b", "Đáp án: A")
MORE = {
    "a look in a file of written keys": (
        word(
            *(line for _ in range(3) for line in KEYED), "Câu 2. Hai?", "A. a", (bold("B."), " b")
        ),
        [("Một?", ["a", "b"], "A")] * 3 + [("Hai?", ["a", "b"], "", "other_mark")],
    ),
    "a passage behind a key": (
        word(*KEYED, "Đọc đoạn văn sau:", POND, *HEN),
        [("Một?", ["a", "b"], "A"), (*HENS[0], "stray")],
    ),
    "a row over two pages with its key on the second": (
        tables(
            *PAGES[:1], "", [["2", "Con gì", "A. Thỏ", ""]], "", [["", "có mào?", "B. Gà", "B"]]
        ),
        [("Con gì có ngà?", ["Voi", "Ngựa"], "A"), ("Con gì có mào?", ["Thỏ", "Gà"], "B")],
    ),
    "numbers within numbers": (
        word("Câu 1. Quả nào chua?", "1.1. Chuối", "1.2. Chanh", "1.3. Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "a key in words behind a number in the text": (
        word("Câu 1. Thủ đô? 1) Huế 2) Hà Nội", "Đáp án: Hà Nội"),
        [("Thủ đô? 1) Huế 2) Hà Nội", [], "", "kind_unknown")],
    ),
    "a key in words that no number stands before": (
        word("Câu 1. Ở ngõ 1. Ai?", "Đáp án: Trần Phú"),
        [("Ở ngõ 1. Ai?", [], "Trần Phú")],
    ),
    "numbers with exclamation marks": (
        word(
            *("Câu 1. Mấy?", (yellow("A. 5!"),), "B. 4", "Câu 2. Mấy?", "A. 3", (yellow("B. 6!"),)),
        ),
        [("Mấy?", ["5!", "4"], "A"), ("Mấy?", ["3", "6!"], "B")],
    ),
    "small signs of right and wrong": (
        word("Câu 1. Con gì?", "A. Cá (s)", "B. Khỉ (đ)", "C. Bò (s)"),
        [BEAST],
    ),
    "a last option of two lines": (
        word("Câu 1. Ai?", "A. Hội", "B. Đoàn của", "Việt Nam", "Đáp án: A"),
        [("Ai?", ["Hội", "Đoàn của Việt Nam"], "A")],
    ),
    "a list of keys on its head's line": (
        word(*HEN[:2], "B. 4", *DUCK[:1], "A. 2", "B. 4", "BẢNG ĐÁP ÁN: 2.B 3.A"),
        [("Mấy gà?", ["2", "4"], "B"), ("Mấy vịt?", ["2", "4"], "A")],
    ),
    "pairs that are the key of one question": (
        word("Câu 1. Nối?", "A. 2", "B. 4", "Câu 2. Nối?", "A. 2", "B. 4", "Đáp án: 1-B, 2-A"),
        [("Nối?", ["2", "4"], "", "no_key"), ("Nối?", ["2", "4"], "", "key_unknown")],
    ),
    "two columns on one line": (
        word("Câu 1. Số?", "A. 1\tC. 9", "B. 2\tD. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a text far behind the last option": (
        word("Câu 1. Số?", "A. 1", "B. 2\tKhông số nào", "Đáp án: A"),
        [("Số?", ["1", "2 Không số nào"], "A", "stray")],
    ),
    "circled numbers": (
        word("Câu 1. Quả nào chua?", "① Chuối", "② Chanh", "③ Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "numbers in cells": (
        tables("Câu 1. Quả nào chua?", [["1", "Chuối"], ["2", "Chanh"], ["3", "Mít"]], "ĐA: 2"),
        [FRUIT],
    ),
    "a number with its option": (
        word("Câu 1. Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án: 2) Chanh"),
        [FRUIT],
    ),
    "a passage below a section's name": (
        word(*BEE, "PHẦN II. ĐỌC HIỂU", f"{POND} Cuối vườn còn ba con ngỗng trắng.", *HEN),
        [
            BEE_READ,
            (f"{POND} Cuối vườn còn ba con ngỗng trắng. Mấy gà?", ["2", "4"], "B", "stray"),
        ],
    ),
    "statements said in brackets to be true or false": (
        word("Câu 1. Cá bơi (Đúng)", "Câu 2. Gà có bốn chân [S]"),
        [("Cá bơi", ["Đúng", "Sai"], "A"), ("Gà có bốn chân", ["Đúng", "Sai"], "B")],
    ),
    "full stops at right options only": (
        beasts(".", ".", "."),
        [BEAST] * 3,
    ),
    "a whole name of a species in italics": (
        word("Câu 1. Lúa?", "A. Ngô", (italic("B. Oryza sativa"),), "C. Sắn"),
        [("Lúa?", ["Ngô", "Oryza sativa", "Sắn"], "", "no_key")],
    ),
    "words with commas behind letters": (
        word("Câu 1. Nhóm A, nhóm B, nhóm C đi đâu?", "A. Huế", "B. Vinh", "Đáp án: B"),
        [("Nhóm A, nhóm B, nhóm C đi đâu?", ["Huế", "Vinh"], "B")],
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_more_of_these_kinds(name: str) -> None:
    data, expected = MORE[name]
    assert understood(data) == expected


def test_numbers_left_out_are_named() -> None:
    lines = ("A. a", "B. b", "Đáp án: A")
    file = word("Câu 1. Một?", *lines, "Câu 3. Ba?", *lines, "Câu 6. Sáu?", *lines)
    assert read_word(file, "a.docx").notes == ("numbers_missing:2, 4, 5",)


def test_long_line_before_all_questions_is_counted() -> None:
    file = word("BỘ CÂU HỎI", "Bà Tư nuôi gà. " * 10, *BEE)
    assert read_word(file, "a.docx").notes == ("left_out:1",)
