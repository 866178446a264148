"""The addresses at which phones on the local network reach this machine."""

import ipaddress
from collections.abc import Iterable

import ifaddr

# Networks that live inside this machine: containers, virtual machines, tunnels.
INSIDE = ("docker", "br-", "veth", "virbr", "vbox", "vmnet", "vethernet", "utun", "tun", "wg")
PREFERRED = tuple(
    ipaddress.IPv4Network(text) for text in ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")
)


def reachable(named: Iterable[tuple[str, str]]) -> list[str]:
    """Those of (adapter name, IPv4 address) pairs that phones can reach, the likeliest first."""
    found = [
        address
        for name, text in named
        if not name.lower().startswith(INSIDE)
        for address in (ipaddress.IPv4Address(text),)
        if not (address.is_loopback or address.is_link_local or address.is_unspecified)
    ]
    return [str(address) for address in sorted(found, key=_rank)]


def _rank(address: ipaddress.IPv4Address) -> int:
    """Home and office networks first; a stable sort keeps the system's order otherwise."""
    ranks = [rank for rank, network in enumerate(PREFERRED) if address in network]
    return ranks[0] if ranks else len(PREFERRED)


def local_addresses() -> list[str]:
    """This machine's own IPv4 addresses that phones can reach, the likeliest first."""
    return reachable(
        (adapter.nice_name, ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    )


def local_url(host: str, port: int) -> str:
    """The address to open on this machine itself."""
    shown = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "[::1]"}.get(host, host)
    return f"http://{f'[{shown}]' if ':' in shown and '[' not in shown else shown}:{port}"


def addresses_for_phones(host: str, port: int, local: list[str]) -> list[str]:
    """The addresses phones can open: all local ones when listening everywhere, else that one."""
    hosts = local if host in ("0.0.0.0", "::", "") else [host]
    return [local_url(address, port) for address in hosts]
