"""Keys by the look of options or by signs beside them."""

import pytest

from tests.banks.importing.readers.word.documents import (
    black,
    blue,
    bold,
    empty,
    italic,
    red,
    saved,
    styled,
    underline,
    understood,
    word,
    write,
    yellow,
)

LOOKS = {
    "bold": bold, "italic": italic, "underline": underline, "red": red, "blue": blue,
    "yellow": yellow, "shaded": styled("shaded"),
}  # fmt: skip
Q = "Câu 1: Hỏi gì?"
OPTIONS = ["Một", "Hai", "Ba"]


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("where", ["letter", "text", "line", "words of the text", "all on a line"])
def test_key_by_look(name: str, where: str) -> None:
    look = LOOKS[name]
    options = {
        "letter": ("A. Một", (look("B."), " Hai"), "C. Ba"),
        "text": ("A. Một", ("B. ", look("Hai")), "C. Ba"),
        "line": ("A. Một", (look("B. Hai"),), "C. Ba"),
        "words of the text": ("A. Một", ("B. ", look("H"), look("ai"), "."), "C. Ba"),
        "all on a line": (("A. Một   ", look("B. Hai"), "   C. Ba"),),
    }[where]
    (found,) = understood(word(Q, *options))
    assert (found[0], [option.rstrip(".") for option in found[1]], *found[2:]) == (
        "Hỏi gì?", OPTIONS, "B",
    )  # fmt: skip


SIGNS = {
    "star before the letter": ("*B. Hai", "B"),
    "star behind the letter": ("B*. Hai", "B"),
    "star before the text": ("B. *Hai", "B"),
    "star behind the text": ("B. Hai *", "B"),
    "star in brackets": ("B. Hai (*)", "B"),
    "Đ in brackets": ("B. Hai [Đ]", "B"),
    "Đ in brackets before": ("B. [Đ] Hai", "B"),
    "Đúng in brackets": ("B. Hai (Đúng)", "B"),
    "đúng and a full stop": ("B. Hai (đúng).", "B"),
    "đáp án in brackets": ("B. Hai (đáp án)", "B"),
    "tick behind": ("B. Hai ✓", "B"),
    "tick before": ("✓ B. Hai", "B"),
    "heavy tick": ("B. Hai ✔", "B"),
    "root sign as a tick": ("B. Hai √", "B"),
    "Wingdings": ("B. Hai \uf0fc", "B"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_key_by_sign(name: str) -> None:
    line, key = SIGNS[name]
    assert understood(word(Q, "A. Một", line, "C. Ba")) == [("Hỏi gì?", OPTIONS, key)]


def test_wrong_ones_signed_too() -> None:
    file = word(Q, "A. Một [S]", "B. Hai [Đ]", "C. Ba [S]")
    assert understood(file) == [("Hỏi gì?", OPTIONS, "B")]


def test_root_of_two_is_no_sign() -> None:
    assert understood(word(Q, "A. √2", "B. √3", "Đáp án: A")) == [("Hỏi gì?", ["√2", "√3"], "A")]


NO_KEY = {
    "no look at all": ("A. Một", "B. Hai", "C. Ba"),
    "all letters bold": ((bold("A."), " Một"), (bold("B."), " Hai"), (bold("C."), " Ba")),
    "all bold": ((bold("A. Một"),), (bold("B. Hai"),), (bold("C. Ba"),)),
    "one word in italics": ("A. Một", ("B. Hai ", italic("hay"), " không"), "C. Ba"),
    "all starred": ("*A. Một", "*B. Hai", "*C. Ba"),
    "black is the page's own": ("A. Một", (black("B. Hai"),), "C. Ba"),
}


@pytest.mark.parametrize("name", NO_KEY)
def test_nothing_sets_one_apart(name: str) -> None:
    assert understood(word(Q, *NO_KEY[name]))[0][2:] == ("", "no_key")


def test_all_letters_bold_and_one_text_red() -> None:
    file = word(Q, (bold("A."), " Một"), (bold("B."), " ", red("Hai")), (bold("C."), " Ba"))
    assert understood(file) == [("Hỏi gì?", OPTIONS, "B")]


def test_all_blue_and_one_red() -> None:
    file = word(Q, (blue("A. Một"),), (red("B. Hai"),), (blue("C. Ba"),))
    assert understood(file) == [("Hỏi gì?", OPTIONS, "B")]


MANY = {
    "two bold": ("A. Một", (bold("B. Hai"),), (bold("C. Ba"),)),
    "two starred": ("A. Một", "*B. Hai", "C. Ba *"),
    "one bold and another red": ("A. Một", (bold("B. Hai"),), (red("C. Ba"),)),
    "one starred and another underlined": ("A. Một", "*B. Hai", (underline("C."), " Ba")),
    "written otherwise than marked": ("A. Một", (bold("B. Hai"),), "C. Ba", "Đáp án: C"),
    "written twice": ("A. Một", "B. Hai", "C. Ba", "Đáp án: B", "Đáp án: C"),
    "listed otherwise": ("A. Một", (bold("B. Hai"),), "C. Ba", "ĐÁP ÁN", "1.C 2.A"),
    "either": ("A. Một", "B. Hai", "C. Ba", "Đáp án: A hoặc B"),
}


@pytest.mark.parametrize("name", MANY)
def test_more_than_one_may_be_meant(name: str) -> None:
    assert understood(word(Q, *MANY[name]))[0][2:] == ("", "many_keys")


WRITTEN = {
    "Đáp án: B": "B",
    "Đáp án B": "B",
    "Đáp án đúng: B": "B",
    "Đáp án đúng là B": "B",
    "ĐÁP ÁN: b": "B",
    "ĐA: B": "B",
    "Trả lời: B": "B",
    "Answer: B": "B",
    "=> B": "B",
    "Đáp án: B.": "B",
    "(Đáp án: B)": "B",
    "Đáp án: B. Hai": "B",
    "Đáp án: Hai": "B",
    "Đáp án: B vì một cộng một": "B",
    "Đáp án: B (Điều 5)": "B",
    "Đáp án: A, C": "AC",
    "Đáp án: A và C": "AC",
    "Chọn B": "B",
    "Đáp án:\nB": "B",
    "Đáp án:\nHai": "B",
}


@pytest.mark.parametrize("line", WRITTEN)
def test_key_in_words(line: str) -> None:
    assert understood(word(Q, "A. Một", "B. Hai", "C. Ba", line)) == [
        ("Hỏi gì?", OPTIONS, WRITTEN[line])
    ]


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Đáp án: D", "key_unknown"),
        ("Đáp án: B. Ba", "many_keys"),
        ("Đáp án: B. Bốn", "key_unknown"),
        ("Đáp án: Theo Điều lệ thì có nhiều ý", "key_unknown"),
        ("Đáp án:", "no_key"),
        ("Đáp án:\nE", "key_unknown"),
    ],
)
def test_key_in_words_that_names_no_option(line: str, doubt: str) -> None:
    assert understood(word(Q, "A. Một", "B. Hai", "C. Ba", line))[0][2:] == ("", doubt)


def test_looks_of_styles() -> None:
    document = empty()
    write(document, Q, "A. Một")
    document.add_paragraph().add_run("B. Hai", style="Strong")
    write(document, "C. Ba")
    assert understood(saved(document)) == [("Hỏi gì?", OPTIONS, "B")]


def test_look_taken_back_from_a_style() -> None:
    document = empty()
    write(document, Q)
    for text in ("A. Một", "B. Hai", "C. Ba"):
        run = document.add_paragraph(style="Heading 4").add_run(text)
        run.bold = run.italic = text == "B. Hai"
    assert understood(saved(document)) == [("Hỏi gì?", OPTIONS, "B")]


ON_A_LINE = {
    "A. Một *\tB. Hai\tC. Ba": "A",
    "A. Một\t*B. Hai\tC. Ba": "B",
    "A. Một   * B. Hai   C. Ba": "B",
    "A. Một ✓   B. Hai   C. Ba": "A",
    "A. Một   B. Hai [Đ]   C. Ba": "B",
    "A. Một *B. Hai C. Ba": "B",
}


@pytest.mark.parametrize("line", ON_A_LINE)
def test_sign_between_options_belongs_to_the_nearer(line: str) -> None:
    assert understood(word(Q, line)) == [("Hỏi gì?", OPTIONS, ON_A_LINE[line])]


@pytest.mark.parametrize("sign", ["*", "✓", "[Đ]", "(Đúng)"])
def test_sign_in_the_middle_may_be_of_either(sign: str) -> None:
    file = word(Q, f"A. Một {sign} B. Hai C. Ba")
    assert understood(file) == [("Hỏi gì?", OPTIONS, "", "many_keys")]
