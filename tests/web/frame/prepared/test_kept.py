import gzip
import re

from flask.testing import FlaskClient

from quiz.app import App
from quiz.web.frame.prepared import kept

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def test_kept_page_has_each_visitors_own_token(app: App, pin: str) -> None:
    pages = [app.flask.test_client().get(f"/j/{pin}").text for _ in range(2)]
    tokens = [set(TOKEN.findall(page)) for page in pages]
    assert [len(each) for each in tokens] == [1, 1]
    assert tokens[0] != tokens[1]
    assert TOKEN.sub("", pages[0]) == TOKEN.sub("", pages[1])


def test_kept_page_follows_the_language(phone: FlaskClient, pin: str) -> None:
    vietnamese = phone.get(f"/j/{pin}").text
    token = TOKEN.findall(vietnamese)[0]
    phone.post("/language", data={"lang": "en", "csrf_token": token})
    assert ("Họ và tên" in vietnamese, "Họ và tên" in phone.get(f"/j/{pin}").text) == (True, False)


def test_pages_do_not_pile_up(app: App, pin: str) -> None:
    app.flask.extensions["kept"].update(dict.fromkeys(range(kept.MOST)))
    app.flask.test_client().get(f"/j/{pin}")
    assert len(app.flask.extensions["kept"]) == 1


def test_page_without_a_token_is_sent_compressed(app: App) -> None:
    with app.flask.test_request_context("/", headers={"Accept-Encoding": "gzip"}):
        small = kept.page("phone/play.html", "key", lambda: {"title": "Hội thi", "page": {}})
    with app.flask.test_request_context("/"):
        plain = kept.page("phone/play.html", "key", lambda: {"title": "another", "page": {}})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert "Hội thi" in plain.get_data(as_text=True)
