from quiz.banks.importing.draft import DraftQuestion, Imported
from quiz.banks.importing.whole import head_of, key_text, whole
from quiz.core.nouns.model import Kind

ONE = DraftQuestion("Câu 1", "Ai?", options=("a", "b"), key=((1,),))


def test_head_is_named_after_the_file() -> None:
    head = head_of(Imported((ONE,), title="Bộ câu hỏi"), "Đề số 1.docx", "28/7/2026")
    assert (head.id, head.title, head.as_of) == ("de-so-1", "Bộ câu hỏi", "28/7/2026")


def test_ids_of_the_file_are_kept_and_never_doubled() -> None:
    named = DraftQuestion("Câu 2", "Gì?", options=("a", "b"), key=((0,),), id="de-001")
    head = head_of(Imported((ONE, named)), "de.docx", "2026")
    made = whole(head, (ONE, named), "de.docx")
    assert [question.id for question in made.bank.questions] == ["de-001-x", "de-001"]


def test_picture_lies_beside_the_bank() -> None:
    picture = b"\x89PNG..."
    drawn = DraftQuestion("Câu 1", "Ai?", options=("a", "b"), key=((1,),), picture=picture)
    made = whole(head_of(Imported((drawn,)), "de.docx", "2026"), (drawn,), "de.docx")
    assert made.bank.questions[0].picture == "de-001.png"
    assert made.pictures == {"de-001.png": picture}


def test_key_as_people_say_it() -> None:
    options = ("a", "b", "c")
    said = {
        "b": ONE,
        "a; c": DraftQuestion("", "", Kind.SEVERAL, options, ((0, 2),)),
        "c → a → b": DraftQuestion("", "", Kind.ORDER, options, ((2, 0, 1),)),
        "x; y": DraftQuestion("", "", Kind.TEXT, (), ("x", "y")),
        "4,5": DraftQuestion("", "", Kind.NUMBER, (), ("4.5",)),
    }
    assert {text: key_text(draft) for text, draft in said.items()} == {text: text for text in said}
