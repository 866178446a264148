from flask.testing import FlaskClient

from quiz.service.way_in import WayIn, WaysIn
from quiz.web.frame.public_url import set_ways_in
from tests.service.fakes import FakeWayIn
from tests.web.conftest import Site

HERE, HALL = "http://10.0.0.2:5000", "http://192.168.1.20:5000"
PAGE = "/host/way-in"


def chosen(site: Site) -> tuple[FakeWayIn, WaysIn]:
    store = FakeWayIn()
    ways = WaysIn(store, HERE, lambda: [HERE, HALL])
    set_ways_in(site.app, ways)
    return store, ways


def test_page_offers_the_addresses_of_this_machine(site: Site, host: FlaskClient) -> None:
    chosen(site)
    page = host.get(PAGE).text
    assert f'value="{HERE}" checked' in page
    assert f'value="{HALL}">' in page


def test_choice_is_kept_and_shown(site: Site, host: FlaskClient) -> None:
    store, _ = chosen(site)
    form = {"url": HALL, "wifi": " Hội trường ", "password": "12345678"}
    assert host.post(PAGE, data=form).status_code == 303
    assert store.kept == WayIn(HALL, "Hội trường", "12345678")
    page = host.get(PAGE).text
    assert f'value="{HALL}" checked' in page
    assert 'value="Hội trường"' in page
    assert "Đã lưu." in page


def test_address_that_is_gone_is_said_at_the_field(site: Site, host: FlaskClient) -> None:
    store, _ = chosen(site)
    page = host.post(PAGE, data={"url": "http://172.16.0.9:5000", "wifi": "Hội trường"})
    assert (page.status_code, store.kept) == (422, None)
    assert "Máy này không còn địa chỉ đó." in page.text
    assert 'value="Hội trường"' in page.text


def test_way_that_cannot_be_kept_is_said(site: Site, host: FlaskClient) -> None:
    store, _ = chosen(site)
    store.is_full = True
    page = host.post(PAGE, data={"url": HALL})
    assert page.status_code == 422
    assert "Máy chủ chưa lưu được." in page.text


def test_strangers_cannot_choose(site: Site) -> None:
    store, _ = chosen(site)
    assert site.app.test_client().post(PAGE, data={"url": HALL}).status_code in (302, 303)
    assert store.kept is None
