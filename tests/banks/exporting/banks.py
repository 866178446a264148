"""Banks of every kind of question, for properties of all formats."""

from dataclasses import replace

from hypothesis import strategies as st

from quiz.banks.bank import FALSE, TRUE, Bank
from quiz.banks.files.record import clean
from quiz.banks.importing.checking import names_others
from quiz.banks.importing.values.numbers import canonical
from quiz.core.nouns.model import Kind, Question

WORDS = ("công đoàn", "Điều lệ", "đại hội", "tổ chức", "năm 1929", "Lạng Sơn", "đoàn phí 1%")
HEAD = Bank("mau", "Ngân hàng mẫu", "Sample", "Để thử.", "3/2/2020", "vi", ())
PAIRS = ({"đúng", "sai"}, {"true", "false"})
tame = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
wild = (
    (
        st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30)
        | st.text("AB.)=~#{}:%\\*/[]<>&->|,;'\"xĐ 1", min_size=1, max_size=12)
    )
    .map(clean)
    .filter(bool)
)
numbers = st.decimals(-10_000, 10_000, places=2).map(canonical)
sizes = st.decimals(0, 100, places=1).map(canonical)


def option_lists(text):
    """Two to six options that are not the same, nor Đúng and Sai."""
    lists = st.lists(text, min_size=2, max_size=6, unique_by=str.casefold)
    return lists.filter(lambda options: {*map(str.casefold, options)} not in PAIRS).map(tuple)


@st.composite
def questions(draw, text):
    """A question of any kind, whole as our own YAML wants it."""
    kind = draw(st.sampled_from(Kind))
    made = Question(
        id="",
        kind=kind,
        text=draw(text),
        key=(),
        explanation=draw(text),
        citation=draw(text),
        source_status=draw(st.sampled_from(("verified", "secondary"))),
        as_of=draw(st.sampled_from(("3/2/2020", "7/1929", "1930"))),
        topic=draw(text),
        difficulty=draw(st.integers(1, 3)),
        seconds=draw(st.sampled_from((0, 5, 15, 20, 600))),
        points=draw(st.sampled_from((0, 1, 20, 1000))),
        picture=draw(st.sampled_from(("", "", "", "a.png"))),
    )
    return replace(made, **draw(answers(kind, text)))


@st.composite
def answers(draw, kind, text):
    """The fields that depend on the kind."""
    if kind is Kind.TRUE_FALSE:
        return {"options": (TRUE, FALSE), "key": ((draw(st.integers(0, 1)),),)}
    if kind is Kind.TEXT:
        key = draw(st.lists(text, min_size=1, max_size=3, unique_by=str.casefold))
        return {"key": tuple(key), "strict_marks": draw(st.booleans())}
    if kind is Kind.NUMBER:
        return {"key": (draw(numbers),), "tolerance": draw(sizes)}
    options = draw(option_lists(text))
    places = draw(st.permutations(range(len(options))))
    if kind is Kind.ORDER:
        return {"options": options, "key": (tuple(places),)}
    count = 1 if kind is Kind.ONE else draw(st.integers(2, len(options)))
    return {
        "options": options,
        "key": (tuple(sorted(places[:count])),),
        "fixed_order": names_others(options) or draw(st.booleans()),
    }


def banks(text):
    """A bank of a few questions, each with an id of its own."""
    lists = st.lists(questions(text), min_size=1, max_size=5)
    return lists.map(
        lambda drawn: replace(
            HEAD,
            questions=tuple(
                replace(question, id=f"c-{place}") for place, question in enumerate(drawn)
            ),
        )
    )
