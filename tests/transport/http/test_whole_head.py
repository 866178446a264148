import pytest

from quiz.transport.http.whole_head import is_host


@pytest.mark.parametrize(
    "host",
    [
        "",
        "hall.example",
        "hall.example.:",
        "Hall_1.example:8000",
        "192.168.1.20:5000",
        "xn--n3h.example",
        "XN--N3H",
        "[::1]",
        "[::ffff:192.168.1.20]:80",
    ],
)
def test_host_by_name_or_address_is_one(host: str) -> None:
    assert is_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "hall example",
        "hall/example",
        "a@b",
        "a:b",
        "a:123456",
        "a..b",
        ".a",
        "a" * 64,
        "xn--a",
        "XN--A.example",
        "xn--n3h-",
        "[::::]",
        "[1]",
        "[1.2.3.4]",
        "[::1",
        "[]",
        "foo[::1]:80",
        "[::1]foo",
        "chuông",
        "a\n",
    ],
)
def test_host_that_libraries_stumble_over_is_none(host: str) -> None:
    assert not is_host(host)
