import pytest

from quiz.core.errors import Rejected
from quiz.service.way_in import LONGEST_NAME, LONGEST_PASSWORD, WayIn, WaysIn, likeliest
from tests.service.fakes import FakeWayIn

HERE, HALL = "http://10.0.0.2:5000", "http://192.168.1.20:5000"


@pytest.fixture
def store() -> FakeWayIn:
    return FakeWayIn()


def ways(store: FakeWayIn, **options: bool) -> WaysIn:
    return WaysIn(store, HERE, lambda: [HERE, HALL], **options)


@pytest.mark.parametrize(
    ("kept", "address"),
    [
        (None, HERE),
        (WayIn(HALL), HALL),
        (WayIn("http://192.168.1.20:8000"), HALL),
        (WayIn("http://172.16.0.9:5000"), HERE),
    ],
)
def test_address_that_was_kept_is_used_as_long_as_the_machine_has_it(
    kept: WayIn | None, address: str
) -> None:
    assert likeliest([HERE, HALL], kept) == address


def test_machine_without_a_network_has_no_address() -> None:
    assert likeliest([], WayIn(HALL)) == ""


def test_chosen_way_is_told_and_kept(store: FakeWayIn) -> None:
    told: list[WayIn] = []
    found = ways(store)
    found.on_change(lambda: told.append(found.now))
    chosen = WayIn(HALL, "Hội trường", "mật khẩu 1")
    found.choose(chosen)
    assert (found.now, store.kept, told) == (chosen, chosen, [chosen])
    assert found.addresses() == [HALL, HERE]
    assert WaysIn(store, HALL).now == chosen


@pytest.mark.parametrize(
    ("way_in", "code"),
    [
        (WayIn("http://elsewhere.example"), "bad_address"),
        (WayIn(HALL, "a" * (LONGEST_NAME + 1)), "bad_wifi"),
        (WayIn(HALL, "a", "b" * (LONGEST_PASSWORD + 1)), "bad_wifi"),
        (WayIn(HALL, "a\nb"), "bad_wifi"),
        (WayIn(HALL, "", "không có tên"), "bad_wifi"),
    ],
)
def test_way_that_is_none_is_refused_and_the_old_one_stays(
    store: FakeWayIn, way_in: WayIn, code: str
) -> None:
    found = ways(store)
    with pytest.raises(Rejected, match=code):
        found.choose(way_in)
    assert (found.now, store.kept) == (WayIn(HERE), None)


def test_way_that_cannot_be_kept_is_not_told(store: FakeWayIn) -> None:
    found = ways(store)
    store.is_full = True
    with pytest.raises(Rejected, match="storage_failed"):
        found.choose(WayIn(HALL))
    assert found.now == WayIn(HERE)


def test_address_given_from_outside_stays_and_its_wifi_can_be_told(store: FakeWayIn) -> None:
    found = ways(store, is_given=True)
    assert found.addresses() == [HERE]
    with pytest.raises(Rejected, match="bad_address"):
        found.choose(WayIn(HALL))
    found.choose(WayIn(HERE, "Hội trường"))
    assert found.now.wifi == "Hội trường"
