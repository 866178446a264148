from pathlib import Path

from flask import Flask

from quiz.web.frame.warming import GAP_MS, WAIT_MS, Warming
from tests.service.fakes import Alarms


def app_of(folder: Path) -> Flask:
    (folder / "templates").mkdir()
    for name in "ab":
        (folder / "templates" / f"{name}.html").write_text(name)
    return Flask("quiz", root_path=str(folder))


def compiled(app: Flask) -> set[str]:
    assert app.jinja_env.cache is not None
    return {name for _, name in app.jinja_env.cache}


def test_templates_are_compiled_one_by_one_a_while_after_the_start(tmp_path: Path) -> None:
    app, alarms = app_of(tmp_path), Alarms()
    Warming(app, alarms.later).start()
    first = alarms.next()
    assert (first.ms, compiled(app)) == (WAIT_MS, set())
    first.ring()
    second = alarms.next()
    assert (second.ms, compiled(app)) == (GAP_MS, {"a.html"})
    second.ring()
    assert (compiled(app), alarms.none_set()) == ({"a.html", "b.html"}, True)


def test_server_that_ends_compiles_no_more(tmp_path: Path) -> None:
    app, alarms = app_of(tmp_path), Alarms()
    warming = Warming(app, alarms.later)
    warming.start()
    alarms.next().ring()
    second = alarms.next()
    warming.close()
    second.ring()
    assert (second.called_off, compiled(app), alarms.none_set()) == (True, {"a.html"}, True)
