"""Projectors: what the hall's screens are sent; they only ask for clock and state.

A host's session lets in, or one that came by a link.
"""

from quiz.core.nouns.hall_shapes import ProjectorView
from quiz.core.nouns.shapes import Counts
from quiz.declared_roles import SCREENS
from quiz.live.hub import PLACE_FIELDS
from quiz.live.messages import Push
from quiz.live.namespace import Namespace
from quiz.live.visitors import Visitor

PROJECTOR = "/projector"
VIEW = Push(PROJECTOR, "view", ProjectorView, "on connection and after every act")
COUNTS = Push(PROJECTOR, "counts", Counts, "at most four times a second")
PLACE = Push(PROJECTOR, "place", PLACE_FIELDS, "on connection, and when the way in is another")


class ProjectorNamespace(Namespace):
    """The hall's screens."""

    name = PROJECTOR
    admits = SCREENS
    pushes = (VIEW, COUNTS, PLACE)

    def _show(self, visitor: Visitor) -> None:
        self._hub.emit(PLACE, self._hub.place(visitor.runner.id), to=visitor.sid)
        self._hub.publisher(visitor.runner).show_projector(visitor)
