import re
from pathlib import Path

from quiz.banks.exporting import carrying, formats, loss_words
from quiz.banks.exporting.carrying import LeftOut
from quiz.cli.bank.english import english


def test_sentence_for_every_reason() -> None:
    source = Path(carrying.__file__).read_text(encoding="utf-8")
    source += Path(formats.__file__).read_text(encoding="utf-8")
    reasons = {
        *re.findall(r'^ +"(\w+)": [(\w]', source, re.MULTILINE),
        *re.findall(r'LeftOut\(question, "(\w+)"\)', source),
    }
    assert reasons == set(loss_words.REASONS)


def test_name_for_every_field_that_may_be_dropped() -> None:
    assert set(loss_words.FIELDS) == carrying.OPTIONAL


def test_sentence_in_both_languages() -> None:
    left_out = LeftOut("dl-001", "text_long", "130 > 120")
    assert loss_words.sentence(left_out) == "dl-001: câu hỏi dài quá: 130 > 120 ký tự."
    assert loss_words.sentence(left_out, english) == "dl-001: is too long: 130 > 120 characters."
