import pytest

from quiz import networks
from quiz.networks import reachable


def test_home_networks_come_first() -> None:
    adapters = [("eth1", "172.16.4.2"), ("eth0", "10.1.2.3"), ("wlan0", "192.168.1.20")]

    assert reachable(adapters) == ["192.168.1.20", "10.1.2.3", "172.16.4.2"]


def test_public_address_comes_last() -> None:
    assert reachable([("eth0", "203.0.113.5"), ("eth1", "172.20.0.9")]) == [
        "172.20.0.9",
        "203.0.113.5",
    ]


def test_addresses_that_phones_cannot_reach_are_left_out() -> None:
    adapters = [
        ("lo", "127.0.0.1"),
        ("eth0", "169.254.3.4"),
        ("docker0", "172.17.0.1"),
        ("br-12ab", "172.18.0.1"),
        ("vEthernet (WSL)", "172.28.0.1"),
        ("wlan0", "192.168.43.1"),
    ]

    assert reachable(adapters) == ["192.168.43.1"]


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:5001"),
        ("::", "http://[::1]:5001"),
        ("192.168.1.20", "http://192.168.1.20:5001"),
        ("fd00::20", "http://[fd00::20]:5001"),
        ("quiz.local", "http://quiz.local:5001"),
    ],
)
def test_local_url(host: str, url: str) -> None:
    assert networks.local_url(host, 5001) == url


def test_phones_open_any_local_address_when_listening_everywhere() -> None:
    local = ["192.168.1.20", "10.0.0.4"]

    assert networks.addresses_for_phones("0.0.0.0", 5001, local) == [
        "http://192.168.1.20:5001",
        "http://10.0.0.4:5001",
    ]


def test_phones_open_the_one_address_that_was_chosen() -> None:
    assert networks.addresses_for_phones("10.0.0.4", 80, ["192.168.1.20"]) == ["http://10.0.0.4:80"]
