"""Small files that are much work: what somebody sends who wants the reader to hang."""

import io
import json
import zipfile
from collections.abc import Callable

import docx
import openpyxl

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
QUESTION = "Câu 1: Thủ đô ở đâu?"


def with_part(file: bytes, part: str, text: str) -> bytes:
    """A zip archive with another text as one of its files."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return made.getvalue()


def packed(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def word(body: str) -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    text = f"<w:document {W} {V}><w:body>{body}</w:body></w:document>"
    return with_part(file.getvalue(), "word/document.xml", text)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def boxes(depth: int) -> str:
    """Text boxes within text boxes."""
    inner = paragraph("A. Hà Nội")
    for _ in range(depth):
        inner = (
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
            f"{inner}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
        )
    return inner


def tables(depth: int) -> str:
    """Tables within tables."""
    inner = paragraph("A. Hà Nội")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    return inner


def runs(count: int) -> str:
    return f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * count}</w:p>"


def rows(count: int) -> str:
    """Many tables of one row below one with a header."""
    head = "".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in ("STT", "Câu hỏi", "Đáp án"))
    row = "".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in ("1", "Ở đâu?", "A"))
    one = f"<w:tbl><w:tr>{row}</w:tr></w:tbl><w:p/>"
    return f"<w:tbl><w:tr>{head}</w:tr><w:tr>{row}</w:tr></w:tbl><w:p/>" + one * count


def sheet(rows: str, merged: str = "") -> bytes:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{merged}</worksheet>'
    return with_part(file.getvalue(), "xl/worksheets/sheet1.xml", text)


def cells(*texts: str, row: int) -> str:
    found = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{row}">{found}</row>'


HEADER = cells("Câu hỏi", "A", "B", "Đáp án", row=1)

FILES: dict[str, Callable[[], bytes]] = {
    "boxes_in_boxes.docx": lambda: word(paragraph(QUESTION) + boxes(40)),
    "tables_in_tables.docx": lambda: word(paragraph(QUESTION) + tables(80)),
    "runs.docx": lambda: word(paragraph(QUESTION) + runs(40_000)),
    "rows_apart.docx": lambda: word(rows(2_000)),
    "heads_of_keys.docx": lambda: word(paragraph("ĐÁP ÁN") * 8_000),
    "gaps.docx": lambda: word(paragraph(QUESTION) + "<w:p/>" * 30_000),
    "options.docx": lambda: word(paragraph(QUESTION) + paragraph("A. x") * 25_000),
    "one_line.docx": lambda: word(paragraph("Câu 1: a. b. c. d. " * 50_000)),
    "wide.docx": lambda: word(paragraph(QUESTION + " \t" * 400_000)),
    "letters.docx": lambda: word(paragraph("Câu 1. " + "A. x B. y C. z D. t " * 30_000)),
    "far_row.xlsx": lambda: sheet(HEADER + cells("a", "b", "c", "A", row=1_048_576)),
    "merged.xlsx": lambda: sheet(
        HEADER + cells("a", "b", "c", "A", row=2),
        '<mergeCells count="1">' + '<mergeCell ref="A1:A1048576"/>' * 30_000 + "</mergeCells>",
    ),
    "long_cell.xlsx": lambda: sheet(HEADER + cells("a " * 500_000, "b", "c", "A", row=2)),
    "lines_of_a_cell.xlsx": lambda: sheet(
        cells("Câu hỏi", "Đáp án", row=1) + cells("a\n" * 50_000, "A", row=2)
    ),
    "columns.csv": lambda: b"a," * 500_000,
    "quotes.csv": lambda: b'"' * 1_000_000 + b",a\n",
    "rows.csv": lambda: "Câu hỏi,A,B,Đáp án\n".encode() + b"a,b,c,A\n" * 150_000,
    "options.gift": lambda: b"Q? {=a " + b"~b " * 150_000 + b"}",
    "braces.gift": lambda: b"Q {" * 300_000,
    "escapes.gift": lambda: b"::a:: Q " + b"\\" * 900_000 + b"{T}",
    "titles.gift": lambda: b"::a" * 300_000 + b"{T}",
    "html.gift": lambda: b"[html] " + b"<b>" * 300_000 + b" {T}",
    "comments.gift": lambda: b"//\n" * 300_000 + b"Q {T}\n",
    "options.aiken.txt": lambda: b"Q?\n" + b"A. x\n" * 200_000 + b"ANSWER: A\n",
    "questions.aiken.txt": lambda: b"Q?\nA. x\nB. y\nANSWER: A\n\n" * 50_000,
    "labels.txt": lambda: (QUESTION + "\n").encode() + b"A. x B. y " * 100_000,
    "numbers.txt": lambda: b"1. " * 500_000,
    "commas.txt": lambda: "Đáp án: 1-A, ".encode() * 80_000,
    "lines.txt": lambda: "Câu 1: a?\nA. b\n".encode() * 5_000,
    "signs.txt": lambda: b"Q?\n" + b"*" * 900_000,
    "spaces.txt": lambda: b"Q?\n" + b"A" + b" " * 900_000 + b"x\n",
    "deep.json": lambda: b"[" * 500_000,
    "wide.json": lambda: json.dumps([{"question": "a", "options": ["x"] * 200_000}]).encode(),
    "keys.json": lambda: b"{" + b",".join(b'"a%d": 1' % n for n in range(70_000)) + b"}",
    "deep.yaml": lambda: b"- " * 50_000,
    "aliases.yaml": lambda: (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9))
            for n in range(9)
        )
    ),
    "long.yaml": lambda: b"questions:\n" + b"- {id: a, text: b}\n" * 6_000,
    "options.moodle.xml": lambda: (
        b'<quiz><question type="multichoice"><questiontext><text>a</text></questiontext>'
        + b'<answer fraction="0"><text>b</text></answer>' * 35_000
        + b"</question></quiz>"
    ),
    "deep.moodle.xml": lambda: b"<quiz>" * 50_000,
    "html.moodle.xml": lambda: (
        b'<quiz><question type="truefalse"><questiontext format="html"><text><![CDATA['
        + b"<p" * 500_000
        + b"]]></text></questiontext></question></quiz>"
    ),
    "deep.qti.xml": lambda: b"<assessmentItem>" + b"<p>" * 50_000,
    "choices.qti.xml": lambda: (
        b'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" '
        b'title="a"><itemBody><choiceInteraction responseIdentifier="R">'
        + b'<simpleChoice identifier="a">b</simpleChoice>' * 35_000
        + b"</choiceInteraction></itemBody></assessmentItem>"
    ),
    "items.zip": lambda: packed({f"{n}.xml": "<assessmentItem/>" for n in range(9_999)}),
}
"""By name, what makes each."""
