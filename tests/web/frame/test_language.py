from flask.testing import FlaskClient

from tests.web.phone.test_play import token


def choose(phone: FlaskClient, lang: str, target: str = "/") -> str | None:
    form = {"csrf_token": token(phone.get("/").text), "lang": lang, "next": target}
    return phone.post("/language", data=form).location


def test_first_visit_is_vietnamese_whatever_the_browser_asks(phone: FlaskClient) -> None:
    page = phone.get("/", headers={"Accept-Language": "en"}).text
    assert '<html lang="vi"' in page
    assert "Nhập mã PIN trên màn hình lớn" in page


def test_english_is_kept_and_leads_back(phone: FlaskClient) -> None:
    assert choose(phone, "en", "/?pin=1") == "/?pin=1"
    page = phone.get("/").text
    assert '<html lang="en"' in page
    assert "Enter the PIN from the big screen to come in." in page


def test_vietnamese_can_be_chosen_back(phone: FlaskClient) -> None:
    choose(phone, "en")
    choose(phone, "vi")
    assert '<html lang="vi"' in phone.get("/").text


def test_unknown_language_changes_nothing(phone: FlaskClient) -> None:
    choose(phone, "de")
    assert '<html lang="vi"' in phone.get("/").text
