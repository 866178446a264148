import pytest

from quiz.banks.option_text import repeated


@pytest.mark.parametrize(
    ("options", "same"),
    [
        (("CO", "Co", "co"), []),
        (("mW", "MW"), []),
        (("Hai", "hai", "Ba"), ["Hai", "hai"]),
        (("Một", "MỘT"), ["Một", "MỘT"]),
        (("CO", "CO", "Co"), ["CO", "CO"]),
        (("Thang Long", "THANG LONG"), ["Thang Long", "THANG LONG"]),
        (("", ""), []),
    ],
)
def test_options_that_say_the_same(options: tuple[str, ...], same: list[str]) -> None:
    assert repeated(options) == same
