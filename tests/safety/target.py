"""What an attacker knows, and for how long one goes on."""

from dataclasses import dataclass

HELD_S = 8
"""How long half-open connections are held."""
LONGEST_S = 90
"""How long an attack goes on that nobody stops."""


@dataclass(frozen=True)
class Target:
    """What an attacker knows: addresses, and the cookies of people who joined."""

    url: str
    contest: str
    cookies: tuple[str, ...]

    @property
    def cookie(self) -> str:
        return self.cookies[0]
