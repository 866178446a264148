"""The form of one question: every question comes back from it as it was, or words say why not."""

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, request
from flask_babel import Babel
from hypothesis import given
from werkzeug.datastructures import FileStorage, MultiDict

from quiz.banks.files.bank_reader import load_banks
from quiz.banks.pictures.pictures import prepared
from quiz.core.nouns.model import Kind, Question
from quiz.service.apart import Apart
from quiz.web.library.question_fields import QuestionForm
from quiz.web.library.question_form import form_of, question_from, sent_form
from tests.banks.exporting.banks import questions, wild

ROOT = Path(__file__).parents[3]
APP = Flask("forms")
Babel(APP, default_locale="vi")
ONE = Question(
    "q",
    Kind.ONE,
    "Công đoàn thành lập năm nào?",
    ((1,),),
    ("1930", "1929", "1945"),
    explanation="Vì thế.",
    citation="Điều 1",
    as_of="28/7/1929",
    topic="Lịch sử",
)


def sent(form: QuestionForm) -> MultiDict[str, Any]:
    """What a browser sends of the form: ticks only where they are set."""
    values: MultiDict[str, Any] = MultiDict()
    options: Any = form.options
    fields: list[Any] = [field for field in form if field is not options]
    fields += [part for entry in options for part in entry]
    for part in fields:
        if part.type == "BooleanField":
            if part.data:
                values.add(part.name, "y")
        elif part.type in ("SelectField", "RadioField"):
            if part.data:
                values.add(part.name, part.data)
        elif part.type != "FileField":
            values.add(part.name, part._value())
    return values


def again(values: MultiDict[str, Any], *, sparing: bool = False) -> tuple[QuestionForm, Any]:
    """The form that came back, and the question in it."""
    with APP.test_request_context("/", method="POST", data=values):
        form = sent_form(request)
        return form, question_from(form, "q", sparing=sparing)


def changed(question: Question = ONE, /, **values: Any) -> tuple[dict[str, Any], Any]:
    """The errors by field and the question, where these fields were changed by hand."""
    data = sent(form_of(question))
    for name, value in values.items():
        data[name.replace("__", "-")] = value
    form, made = again(data)
    return {field.name: field.errors[0] for field in form if field.errors}, made


def test_every_bundled_question_comes_back_as_it_was() -> None:
    banks, _problems = load_banks(ROOT / "question_banks")
    for question in [each for bank in banks for each in bank.questions]:
        form, made = again(sent(form_of(question)))
        assert made is not None, {field.name: field.errors for field in form if field.errors}
        assert made == Question(**{**fields_of(question), "id": "q"})


@given(questions(wild))
def test_any_question_comes_back_as_it_was(question: Question) -> None:
    _form, made = again(sent(form_of(question)), sparing=True)
    assert made == Question(**{**fields_of(question), "id": "q"})


def fields_of(question: Question) -> dict[str, Any]:
    return {name: getattr(question, name) for name in Question.__dataclass_fields__}


def test_question_without_key_has_nothing_marked() -> None:
    unmarked = Question("q", Kind.ONE, "?", (), ("A", "B"))
    form = form_of(unmarked)
    assert [entry.form.right.data for entry in form.options] == [False] * 6
    order = form_of(Question("q", Kind.ORDER, "?", (), ("A", "B")))
    assert [entry.form.place.data for entry in order.options] == [None] * 6
    assert form_of(Question("q", Kind.TRUE_FALSE, "?", (), ("Đúng", "Sai"))).truth.data is None


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"text": " "}, {"text": "Chưa điền ô này."}),
        ({"options__0__right": "y"}, {"options": "Đánh dấu đúng một phương án là đáp án."}),
        ({"kind": "several"}, {"options": "Đánh dấu từ hai phương án đúng trở lên."}),
        (
            {"kind": "order"},
            {"options": "Ghi thứ tự đúng của mọi phương án: 1, 2, 3…, mỗi số một lần."},
        ),
        ({"kind": "true_false"}, {"truth": "Chọn Đúng hay Sai."}),
        ({"kind": "text"}, {"answers": "Chưa điền ô này."}),
        ({"kind": "number"}, {"number": "Chưa điền ô này."}),
        ({"options__0__text": "1945"}, {"options": "Có hai phương án giống nhau."}),
        (
            {"options__1__text": ""},
            {"options": "Có phương án được đánh dấu mà chưa có chữ."},
        ),
        (
            {"options__0__text": "", "options__2__text": ""},
            {"options": "Cần từ 2 đến 6 phương án, đang có 1."},
        ),
        ({"as_of": "hôm nay"}, {"as_of": "Ngày phải viết như 28/7/1929, 7/1929 hoặc 1929."}),
        ({"seconds": "2"}, {"seconds": "Cần một số nguyên từ 5 đến 600."}),
        ({"points": "2000"}, {"points": "Cần một số nguyên từ 1 đến 1000."}),
        ({"text": "a" * 2001}, {"text": "Dài quá: nhiều nhất 2000 chữ cái."}),
        ({"citation": ""}, {"citation": "Chưa điền ô này."}),
    ],
)
def test_what_must_change_is_said_at_its_field(
    values: dict[str, Any], errors: dict[str, str]
) -> None:
    assert changed(**values) == (errors, None)


@pytest.mark.parametrize("written", ["140.000", "140,000", "chín"])
def test_number_that_cannot_be_read_for_sure_is_refused(written: str) -> None:
    errors, made = changed(kind="number", number=written)
    assert (list(errors), made) == (["number"], None)


def test_errors_of_other_kinds_are_not_looked_at() -> None:
    errors, made = changed(kind="true_false", truth="false", options__0__text="x" * 600)
    assert (errors, made.key, made.options) == ({}, ((1,),), ("Đúng", "Sai"))


def test_answers_are_read_a_line_each() -> None:
    _errors, made = changed(
        kind="text", answers=" Tổ phó \r\n\r\ntổ phó\r\nPhó tổ", strict_marks="y"
    )
    assert (made.key, made.strict_marks) == (("Tổ phó", "Phó tổ"), True)


def test_picture_is_prepared_and_named_by_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(APP.extensions, "desk", SimpleNamespace(apart=Apart(tmp_path)))
    data = sent(form_of(ONE))
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    with APP.test_request_context("/", method="POST"):
        form = QuestionForm(data)
        form.picture.data = FileStorage(stream=io.BytesIO(png), filename="anh.png")
        made = question_from(form, "q")
        assert made
        assert (form.new_picture, made.picture) == (prepared(png), prepared(png).name)


def test_picture_may_be_taken_away() -> None:
    pictured = Question(**{**fields_of(ONE), "picture": "anh.png"})
    assert changed(pictured)[1].picture == "anh.png"
    assert changed(pictured, remove_picture="y")[1].picture == ""
    assert changed(pictured, kept_picture="../secret")[1].picture == ""
