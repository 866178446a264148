"""What banks, files and pictures say is in the catalog."""

from quiz.banks.exporting import loss_words
from quiz.banks.files import problem_words
from quiz.banks.importing import doubt_words
from quiz.banks.question import FIELDS
from quiz.cli.bank.english import english

TABLES = (
    *(problem_words.WORDS, problem_words.PLACES),
    *(doubt_words.DOUBTS, doubt_words.FIELDS, doubt_words.NOTES, doubt_words.UNREADABLE),
    doubt_words.ADVICE,
    *(loss_words.REASONS, loss_words.FIELDS),
)


def test_every_text_has_english() -> None:
    texts = [text for table in TABLES for text in table.values()]
    texts += [said for _, said in doubt_words.PLACES]
    assert [text for text in texts if english(text) == text] == []
    assert len(texts) > 100


def test_every_field_of_a_question_has_a_name() -> None:
    assert FIELDS - doubt_words.FIELDS.keys() == set()
