"""Marks of keys that a file shows as its own, and looks that mark none."""

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.banks.importing.readers.word.documents import (
    BLUE,
    blue,
    bold,
    empty,
    italic,
    item,
    lists,
    red,
    saved,
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


def linked_by_style() -> bytes:
    """An option in the style of links, which Word keeps where the link itself was taken away."""
    document = empty()
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.underline, style.font.color.rgb = True, BLUE
    write(document, "Câu 1. Đâu là địa chỉ thư?", "A. ")
    document.paragraphs[-1].add_run("trang nhà", style=style)
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

KEYED = ("Câu 1. Một?", "A. a", "B. b", "Đáp án: A")
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
    "a word in the style of links": (
        linked_by_style(),
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
    "a look in a file of written keys": (
        word(
            *(line for _ in range(3) for line in KEYED), "Câu 2. Hai?", "A. a", (bold("B."), " b")
        ),
        [("Một?", ["a", "b"], "A")] * 3 + [("Hai?", ["a", "b"], "", "other_mark")],
    ),
    "a whole name of a species in italics": (
        word("Câu 1. Lúa?", "A. Ngô", (italic("B. Oryza sativa"),), "C. Sắn"),
        [("Lúa?", ["Ngô", "Oryza sativa", "Sắn"], "", "no_key")],
    ),
}


@pytest.mark.parametrize("name", MARKS)
def test_mark_of_the_file(name: str) -> None:
    data, expected = MARKS[name]
    assert understood(data) == expected
