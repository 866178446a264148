"""Symbols, powers, tables and unseen characters in questions."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import (
    Styled,
    empty,
    saved,
    tables,
    understood,
    word,
    write,
)


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
    "a row over two pages with its key on the second": (
        tables(
            *PAGES[:1], "", [["2", "Con gì", "A. Thỏ", ""]], "", [["", "có mào?", "B. Gà", "B"]]
        ),
        [("Con gì có ngà?", ["Voi", "Ngựa"], "A"), ("Con gì có mào?", ["Thỏ", "Gà"], "B")],
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
