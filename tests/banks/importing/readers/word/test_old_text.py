from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import short, styled, understood, word

OLD, CAPITALS, VNI = styled(".VnTime"), styled(".VnTimeH"), styled("VNI-Times")


def test_tcvn3_by_its_font() -> None:
    file = word(
        (OLD("C©u 1: C«ng ®oµn lµ g×?"),),
        (OLD("A. Tæ chøc"),),
        (OLD("B. Nh­ng"),),
        (OLD("§¸p ¸n: A"),),
    )
    found = read_word(file, "a.docx")
    assert [short(draft) for draft in found.drafts] == [
        ("Công đoàn là gì?", ["Tổ chức", "Nhưng"], "A")
    ]
    assert found.notes == ("converted_tcvn3",)


def test_capitals_font() -> None:
    file = word((CAPITALS("c©u 1: "), OLD("lµ g×?")), "A. x", "B. y", "Đáp án: A")
    assert understood(file) == [("là gì?", ["x", "y"], "A")]


def test_vni_by_its_font() -> None:
    file = word((VNI("Caâu 1: Coâng ñoaøn laø gì?"),), "A. x", "B. y", (VNI("Ñaùp aùn: B"),))
    found = read_word(file, "a.docx")
    assert [short(draft) for draft in found.drafts] == [("Công đoàn là gì?", ["x", "y"], "B")]
    assert found.notes == ("converted_vni",)


def test_unicode_in_an_old_font_is_left_alone() -> None:
    file = word((OLD("Câu 1: Công đoàn Việt Nam?"),), "A. x", "B. y", "Đáp án: A")
    found = read_word(file, "a.docx")
    assert (found.drafts[0].text, found.notes) == ("Công đoàn Việt Nam?", ())


def test_old_text_that_lost_its_font() -> None:
    file = word("C©u 1: C«ng ®oµn ViÖt Nam?", "A. Tæ chøc", "B. Tæ", "§¸p ¸n: B")
    found = read_word(file, "a.docx")
    assert [short(draft) for draft in found.drafts] == [
        ("Công đoàn Việt Nam?", ["Tổ chức", "Tổ"], "B")
    ]
    assert found.notes == ("converted_tcvn3",)
