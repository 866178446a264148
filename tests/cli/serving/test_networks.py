from quiz.cli.serving.networks import reachable


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
