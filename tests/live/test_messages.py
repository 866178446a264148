from types import ModuleType

import pytest

from quiz.live import host, phone, projector
from quiz.live.messages import Push
from quiz.live.namespace import Namespace
from quiz.live.namespaces import NAMESPACES

ROLES: dict[ModuleType, type[Namespace]] = {
    phone: phone.PhoneNamespace,
    host: host.HostNamespace,
    projector: projector.ProjectorNamespace,
}


def test_each_namespace_has_a_module_of_its_own() -> None:
    assert set(ROLES.values()) == set(NAMESPACES)


@pytest.mark.parametrize(("module", "namespace"), ROLES.items())
def test_pushes_of_a_role_are_those_of_its_namespace(
    module: ModuleType, namespace: type[Namespace]
) -> None:
    declared = [each for each in vars(module).values() if isinstance(each, Push)]
    assert list(namespace.pushes) == declared
    assert {each.namespace for each in declared} == {namespace.name}


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_messages_are_heard_by_the_name_they_are_declared_with(namespace: type[Namespace]) -> None:
    assert [each.event for each in namespace.hears.values()] == list(namespace.hears)
    assert all(each.words for each in namespace.hears.values())
