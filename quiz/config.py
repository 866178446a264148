"""The settings of one running server, read once from QUIZ_* variables and the command line."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

DriverName = Literal["eventlet", "gevent"]
DRIVERS: tuple[DriverName, ...] = get_args(DriverName)

FULL_HALL = 5_000
"""How many may be in a contest where neither its plan nor a setting says, at most."""


class BadSetting(ValueError):
    """A setting has a value that cannot be used; the text names the variable."""


@dataclass(frozen=True)
class Config:
    """Everything that one server is told from outside; each field has a QUIZ_* variable.

    Attributes:
        host: QUIZ_HOST, the address to listen on; 0.0.0.0 is every network of this machine.
        port: QUIZ_PORT, the port to listen on; 0 lets the system pick one.
        data: QUIZ_DATA, the folder that holds the database; created on the first start.
        driver: QUIZ_DRIVER, what carries the sockets: eventlet or gevent.
        secret: QUIZ_SECRET, signs sessions and seats. When empty, the server makes one and
            keeps it in the data folder.
        public_url: QUIZ_PUBLIC_URL, the address that phones open, such as
            http://192.168.1.20:5000. When empty, it is found from this machine's networks.
        phones: QUIZ_PHONES, how many phones are let in; 0 is as many as this machine may hold.
            Host and projector come in beyond that.
        joins: QUIZ_JOINS, how many may join a contest each second once the first 2,000 are in
            at once; 0 is as many as the server carries.
        people: QUIZ_PEOPLE, how many may be in a contest whose plan does not say; 0 is twice the
            phones that are let in, 5,000 at most.
        keep_days: QUIZ_KEEP_DAYS, for how many days after its last event a contest keeps the
            names of its people, unless its host chose otherwise; 0: until somebody erases them.
    """

    host: str = "0.0.0.0"
    port: int = 5000
    data: Path = Path("data")
    driver: DriverName = "eventlet"
    secret: str = ""
    public_url: str = ""
    phones: int = 0
    joins: int = 50
    people: int = 0
    keep_days: int = 365

    @property
    def most_people(self) -> int:
        """How many may be in a contest whose plan does not say: some never had a phone, or left."""
        return self.people or min(2 * self.phones or FULL_HALL, FULL_HALL)

    @property
    def is_behind_proxy(self) -> bool:
        """Whether phones open something else than this server's own port: requests come by it."""
        if not self.public_url:
            return False
        try:
            site = urlsplit(self.public_url)
            return site.scheme != "http" or (site.port or 80) != self.port
        except ValueError:
            return True

    def on_machine(self, port: int, public_url: str, phones: int) -> "Config":
        """The same settings once the port, the address for phones and the room are known."""
        return replace(
            self,
            port=port,
            public_url=self.public_url or public_url,
            phones=min(self.phones or phones, phones),
        )


def port_number(text: str) -> int:
    """A port out of text.

    Raises:
        BadSetting: the text is not a whole number from 0 to 65535.
    """
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise BadSetting(f"QUIZ_PORT: {text!r} (0-65535)")
    return int(text)


def count(name: str, text: str) -> int:
    """A count out of text; `name` is the variable's.

    Raises:
        BadSetting: the text is not a whole number.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise BadSetting(f"{name}: {text!r}")
    return int(text)


def driver_name(text: str) -> DriverName:
    """A driver out of text.

    Raises:
        BadSetting: there is no such driver.
    """
    for name in DRIVERS:
        if text == name:
            return name
    raise BadSetting(f"QUIZ_DRIVER: {text!r} ({', '.join(DRIVERS)})")


def from_environment(environment: Mapping[str, str] = os.environ) -> Config:
    """Read the settings from QUIZ_* variables, with the defaults of `Config` for the rest.

    Raises:
        BadSetting: a variable has a value that cannot be used.
    """
    given = {name: text.strip() for name, text in environment.items() if text.strip()}
    default = Config()
    return Config(
        host=given.get("QUIZ_HOST", default.host),
        port=port_number(given.get("QUIZ_PORT", str(default.port))),
        data=Path(given.get("QUIZ_DATA", default.data)),
        driver=driver_name(given.get("QUIZ_DRIVER", default.driver)),
        secret=given.get("QUIZ_SECRET", default.secret),
        public_url=given.get("QUIZ_PUBLIC_URL", default.public_url).rstrip("/"),
        phones=count("QUIZ_PHONES", given.get("QUIZ_PHONES", str(default.phones))),
        joins=count("QUIZ_JOINS", given.get("QUIZ_JOINS", str(default.joins))),
        people=count("QUIZ_PEOPLE", given.get("QUIZ_PEOPLE", str(default.people))),
        keep_days=count("QUIZ_KEEP_DAYS", given.get("QUIZ_KEEP_DAYS", str(default.keep_days))),
    )
