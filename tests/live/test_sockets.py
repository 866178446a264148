import pytest
from engineio.socket import Socket

from quiz.core.errors import Rejected
from quiz.service.people.rights import Rights
from tests.live.conftest import Studio


def test_browser_whose_rights_cannot_be_read_is_let_in_where_there_is_room(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> bool:
        raise Rejected("storage_failed")

    monkeypatch.setattr(Rights, "has_priority", away)
    raw = studio.app.extensions["socketio"].server.eio
    raw.sockets["sid"] = Socket(raw, "sid")
    assert raw.handlers["connect"]("sid", {}) is None
    assert raw.sockets["sid"].holder == ""
