"""Whether a request comes from a program on the server's own machine, and not through a proxy.

Everybody who comes through a proxy on this machine has its address, so nobody is taken for a
program here where there is one, or seems to be. A page that some browser here was sent to from
elsewhere names another host.
"""

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from flask import Flask, current_app, request

_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")


def set_up(app: Flask, *, is_behind_proxy: bool) -> None:
    """Have this app know whether requests come by a proxy."""
    app.config["BEHIND_PROXY"] = is_behind_proxy


def is_on_this_machine() -> bool:
    """Whether the request that is answered now was made here."""
    if current_app.config.get("BEHIND_PROXY", True) or any(
        name in request.headers for name in _FORWARDED
    ):
        return False
    try:
        asked_for = urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        return False
    return is_loopback(request.remote_addr or "") and (
        asked_for == "localhost" or is_loopback(asked_for)
    )


def is_loopback(address: str) -> bool:
    """Whether this is an address at which a machine speaks to itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        return found.ipv4_mapped.is_loopback
    return found.is_loopback
