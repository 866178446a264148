"""The three namespaces, and who may do what in each."""

from quiz.live.host import HostNamespace
from quiz.live.namespace import Namespace
from quiz.live.phone import PhoneNamespace
from quiz.live.projector import ProjectorNamespace
from quiz.service.people.roles import Roles

NAMESPACES: tuple[type[Namespace], ...] = (PhoneNamespace, HostNamespace, ProjectorNamespace)


def events() -> dict[str, dict[str, Roles]]:
    """Who may connect and who may send what, by namespace and event."""
    return {
        namespace.name: {
            "connect": namespace.admits,
            **{event: each.roles & namespace.admits for event, each in namespace.hears.items()},
        }
        for namespace in NAMESPACES
    }
