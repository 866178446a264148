import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from quiz.core import actors
from quiz.core.actors import Actor
from quiz.web.saying_actors import who_said
from tests.web.conftest import Site


@pytest.mark.parametrize(
    ("actor", "vietnamese", "english"),
    [
        (actors.account(1), "Người dẫn: host (account:1)", "Host: host (account:1)"),
        (actors.account(9), "Tài khoản cũ (account:9)", "Former account (account:9)"),
        (actors.seat(17), "Thí sinh số 17", "Contestant no. 17"),
        (actors.grant(8), "Người được giao việc (grant:8)", "Somebody given a role (grant:8)"),
        (actors.TIMER, "Đồng hồ", "Clock"),
        (actors.RULE, "Luật thi", "The rules"),
        (actors.UNKNOWN, "Không rõ", "Not known"),
    ],
)
def test_every_actor_is_said(
    site: Site, host: FlaskClient, actor: Actor, vietnamese: str, english: str
) -> None:
    said = []
    for language in ("vi", "en"):
        with site.app.test_request_context(), force_locale(language):
            said.append(who_said()(actor))
    assert said == [vietnamese, english]
