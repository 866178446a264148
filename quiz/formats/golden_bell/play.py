"""A Golden Bell round, in play."""

from dataclasses import dataclass, field

from quiz.core.nouns.state import Play
from quiz.formats.golden_bell.events import RescueOpened
from quiz.formats.golden_bell.settings import Settings


@dataclass(frozen=True, kw_only=True)
class GoldenBellPlay(Play):
    """A Golden Bell round in play.

    `proposed` are those a rescue being previewed would return, as it was `opened`;
    `rescue_handled` means that the
    one offered after the last question was used or declined; `spared` are places in the log.
    `bell` is who rang it (0: it stayed silent), `taken_back` whom it was taken from since then.
    """

    settings: Settings = field(default_factory=Settings)
    proposed: tuple[int, ...] | None = None
    opened: RescueOpened | None = None
    rescue_handled: bool = True
    spared: tuple[int, ...] = ()
    lifeline_used: bool = False
    bell: int | None = None
    taken_back: int | None = None

    @property
    def winner(self) -> int:
        """The number of who rang the bell, 0 while nobody did."""
        return self.bell or 0

    @property
    def is_decided(self) -> bool:
        """Whether the bell rang, or stayed silent."""
        return self.bell is not None
