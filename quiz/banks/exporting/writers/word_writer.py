"""Word: numbered questions, lettered options, and the key in words below them."""

from io import BytesIO

from docx import Document

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.banks.exporting.writers.key_writing import written_key
from quiz.banks.question import LETTERS
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(
    kinds=frozenset((Kind.ONE, Kind.SEVERAL, Kind.TRUE_FALSE, Kind.TEXT, Kind.NUMBER)),
    fields=frozenset(("explanation", "citation", "topic", "difficulty", "seconds", "points")),
)


def write_word(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    document = Document()
    document.add_heading(bank.title, level=1)
    for number, question in enumerate(bank.questions, start=1):
        text = document.add_paragraph()
        text.add_run(f"Câu {number}. ").bold = True
        text.add_run(question.text)
        text.paragraph_format.keep_with_next = True
        for line in lines(question):
            document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def lines(question: Question) -> list[str]:
    """The options, the key, and what else is known, one a line."""
    lettered = question.kind in (Kind.ONE, Kind.SEVERAL)
    options = zip(LETTERS, question.options if lettered else (), strict=False)
    said = {
        "Giải thích": question.explanation,
        "Căn cứ": question.citation,
        "Chủ đề": question.topic,
        "Độ khó": str(question.difficulty),
        "Số giây": str(question.seconds or ""),
        "Điểm": str(question.points or ""),
    }
    return [
        *(f"{letter}. {option}" for letter, option in options),
        f"Đáp án: {written_key(question)}",
        *(f"{name}: {text}" for name, text in said.items() if text),
    ]
