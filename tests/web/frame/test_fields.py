import pytest
from flask import Flask
from flask_babel import Babel
from werkzeug.datastructures import MultiDict
from wtforms import Form

from quiz.web.frame.fields import WholeField


class Counted(Form):
    count = WholeField(default=5)


@pytest.mark.parametrize("typed", ["", "x", "9" * 400, "²"])
def test_what_is_no_number_is_none_and_not_the_default(typed: str) -> None:
    app = Flask("form")
    Babel(app)
    with app.test_request_context():
        form = Counted(MultiDict({"count": typed}))
        assert (form.count.data, form.validate()) == (None, False)
