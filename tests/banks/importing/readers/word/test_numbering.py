from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.banks.importing.readers.word.documents import bold, empty, saved, understood, write

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)


def lists(document, *models, nums) -> None:
    """Describe lists: a model is (form, text) for each level; nums are (id, model, anew)."""
    root = document.part.numbering_part.element
    for item in list(root):
        root.remove(item)
    for number, levels in enumerate(models):
        inner = "".join(LEVEL.format(level, *kind) for level, kind in enumerate(levels))
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'
        root.append(parse_xml(xml))
    for number, model, anew in nums:
        again = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if anew else ""
        )
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{model}"/>{again}</w:num>'
            )
        )


def item(document, text, number: int, level: int = 0) -> None:
    write(document, text)
    properties = document.paragraphs[-1]._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{number}"/></w:numPr>'
        )
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


def test_letter_of_a_list_looks_like_the_paragraphs_mark() -> None:
    document = empty()
    lists(document, (("upperLetter", "%1."),), nums=[(1, 0, False)])
    write(document, "Câu 1: Một?")
    for text in ("a", "b"):
        item(document, text, 1)
    mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>")
    document.paragraphs[-1]._p.find(qn("w:pPr")).append(mark)
    assert understood(saved(document)) == [("Một?", ["a", "b"], "B")]


def test_list_that_counts_beyond_all_bounds() -> None:
    document = empty()
    lists(document, (("upperRoman", "%1."),), nums=[(1, 0, False)])
    start = document.part.numbering_part.element.find(".//" + qn("w:start"))
    start.set(qn("w:val"), "2000000000")
    write(document, "Câu 1: Một?", "A. a", "B. b", "Đáp án: B")
    item(document, "x", 1)
    assert understood(saved(document))[0][2] == "B"
