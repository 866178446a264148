import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.service.people.roles import Role
from quiz.store.personal import SqlitePersonalData
from quiz.web.people.saying_actors import who_said
from tests.core.builders import plan
from tests.web.conftest import NOW, Site


@pytest.fixture
def contest(site: Site, host: FlaskClient) -> str:
    return site.runners.create(plan(), owner=1)


def said(site: Site, contest: str, actor: Actor) -> list[str]:
    """In Vietnamese, in English."""
    both = []
    for language in ("vi", "en"):
        with site.app.test_request_context(), force_locale(language):
            both.append(who_said(contest)(actor))
    return both


@pytest.mark.parametrize(
    ("actor", "vietnamese", "english"),
    [
        (actors.account(1), "Người dẫn host", "Host host"),
        (actors.account(9), "Tài khoản cũ", "Former account"),
        (actors.seat(17), "Thí sinh số 17", "Contestant no. 17"),
        (actors.grant(8), "Người được giao vai", "Somebody given a role"),
        (actors.TIMER, "Đồng hồ", "Clock"),
        (actors.RULE, "Luật thi", "The rules"),
        (actors.UNKNOWN, "Không rõ", "Not known"),
    ],
)
def test_every_actor_is_said(
    site: Site, contest: str, actor: Actor, vietnamese: str, english: str
) -> None:
    assert said(site, contest, actor) == [vietnamese, english]


@pytest.mark.parametrize(
    ("role", "vietnamese", "english"),
    [
        (Role.COHOST, "Người dẫn thứ hai: Chị Hoa", "Second host: Chị Hoa"),
        (Role.PROMPTER, "MC: Chị Hoa", "MC: Chị Hoa"),
        (Role.PROJECTOR, "Máy chiếu: Chị Hoa", "Projector: Chị Hoa"),
    ],
)
def test_role_handed_out_is_said_with_its_holder_taken_back_too(
    site: Site, contest: str, role: Role, vietnamese: str, english: str
) -> None:
    grant, _token = site.grants.make(contest, role, "Chị Hoa", 1)
    assert said(site, contest, actors.grant(grant.id)) == [vietnamese, english]
    site.grants.revoke(contest, grant.id)
    assert said(site, contest, actors.grant(grant.id)) == [vietnamese, english]


def test_role_whose_holders_name_was_erased_is_said_alone(site: Site, contest: str) -> None:
    grant, _token = site.grants.make(contest, Role.COHOST, "Chị Hoa", 1)
    SqlitePersonalData(site.database).rewrite(contest, (), lambda event: event, NOW)
    assert said(site, contest, actors.grant(grant.id)) == ["Người dẫn thứ hai", "Second host"]


def test_role_of_another_contest_tells_no_name(site: Site, contest: str) -> None:
    elsewhere = site.runners.create(plan(), owner=1)
    grant, _token = site.grants.make(elsewhere, Role.COHOST, "Chị Hoa", 1)
    assert said(site, contest, actors.grant(grant.id))[0] == "Người được giao vai"
