from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.banks.importing.readers.word.documents import (
    bold,
    empty,
    item,
    lists,
    saved,
    understood,
    write,
)


def test_questions_and_options_in_lists_of_their_own() -> None:
    document = empty()
    lists(
        document,
        (("decimal", "Câu %1:"),),
        (("upperLetter", "%1."),),
        nums=[(1, 0, False), (2, 1, True), (3, 1, True)],
    )
    item(document, "Một?", 1)
    item(document, "a", 2)
    item(document, (bold("b"),), 2)
    item(document, "Hai?", 1)
    item(document, (bold("c"),), 3)
    item(document, "d", 3)
    assert understood(saved(document)) == [("Một?", ["a", "b"], "B"), ("Hai?", ["c", "d"], "A")]


def test_options_on_the_second_level_begin_anew() -> None:
    document = empty()
    lists(document, (("decimal", "%1."), ("lowerLetter", "%2)")), nums=[(1, 0, False)])
    for text, level in (("Một?", 0), ("a", 1), ("b", 1), ("Hai?", 0), ("c", 1), ("d", 1)):
        item(document, text, 1, level)
    write(document, "ĐÁP ÁN", "1.B 2.A")
    assert understood(saved(document)) == [("Một?", ["a", "b"], "B"), ("Hai?", ["c", "d"], "A")]


def test_letters_that_run_on_are_a_doubt() -> None:
    document = empty()
    lists(document, (("upperLetter", "%1."),), nums=[(1, 0, False)])
    for question in ("Câu 1: Một?", "Câu 2: Hai?"):
        write(document, question)
        item(document, "a", 1)
        item(document, (bold("b"),), 1)
    assert understood(saved(document)) == [
        ("Một?", ["a", "b"], "B"),
        ("Hai?", ["a", "b"], "B", "letters"),
    ]


def test_automatic_bullets_are_options() -> None:
    document = empty()
    lists(document, (("bullet", "•"),), nums=[(1, 0, False)])
    write(document, "Câu 1: Một?")
    item(document, "a", 1)
    item(document, (bold("b"),), 1)
    assert understood(saved(document)) == [("Một?", ["a", "b"], "B")]


def test_list_of_a_style() -> None:
    document = empty()
    document.add_paragraph("Một?", style="List Number")
    write(document, "A. a", "B. b", "Đáp án: A")
    document.add_paragraph("Hai?", style="List Number")
    write(document, "A. a", "B. b", "Đáp án: B")
    assert [found[::2] for found in understood(saved(document))] == [("Một?", "A"), ("Hai?", "B")]


def test_look_of_the_paragraphs_mark_marks_no_key() -> None:
    document = empty()
    lists(document, (("upperLetter", "%1."),), nums=[(1, 0, False)])
    write(document, "Câu 1: Một?")
    for text in ("a", "b"):
        item(document, text, 1)
    mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>")
    document.paragraphs[-1]._p.find(qn("w:pPr")).append(mark)
    assert understood(saved(document)) == [("Một?", ["a", "b"], "", "no_key")]


def test_list_that_counts_beyond_all_bounds() -> None:
    document = empty()
    lists(document, (("upperRoman", "%1."),), nums=[(1, 0, False)])
    start = document.part.numbering_part.element.find(".//" + qn("w:start"))
    start.set(qn("w:val"), "2000000000")
    write(document, "Câu 1: Một?", "A. a", "B. b", "Đáp án: B")
    item(document, "x", 1)
    assert understood(saved(document))[0][2] == "B"
