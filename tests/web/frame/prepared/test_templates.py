from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment

from quiz.prepare.places import Places
from quiz.web.frame.prepared.templates import load_templates


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "templates").mkdir()
    (tmp_path / "requirements.lock").write_text("jinja2==3")
    for name in "ab":
        (tmp_path / "templates" / f"{name}.html").write_text(name)
    return Places(tmp_path)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were compiled."""
    done: list[str] = []
    compile_one = Environment.compile

    def compile_and_note(env: Environment, source: str, *args: object) -> object:
        done.append(source)
        return compile_one(env, source, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile_and_note)
    return done


def loaded(places: Places) -> Flask:
    app = Flask("quiz", root_path=str(places.root))
    load_templates(app, places)
    return app


def test_every_template_is_there_when_it_is_first_asked_for(
    places: Places, compiled: list[str]
) -> None:
    app = loaded(places)
    assert compiled == ["a", "b"]
    assert app.jinja_env.get_template("a.html").render() == "a"
    assert compiled == ["a", "b"]


def test_later_start_compiles_what_changed_alone(places: Places, compiled: list[str]) -> None:
    loaded(places)
    (places.root / "templates" / "b.html").write_text("c")
    assert loaded(places).jinja_env.get_template("b.html").render() == "c"
    assert compiled == ["a", "b", "c"]


@pytest.mark.parametrize("change", ["lock", "option"])
def test_other_compiler_compiles_all_anew(places: Places, compiled: list[str], change: str) -> None:
    loaded(places)
    app = Flask("quiz", root_path=str(places.root))
    if change == "lock":
        (places.root / "requirements.lock").write_text("jinja2==4")
    else:
        app.jinja_env.trim_blocks = True
    load_templates(app, places)
    assert compiled == ["a", "b"] * 2
    assert len(list(places.templates.iterdir())) == 1


def test_folder_that_cannot_be_written_to_keeps_nobody_from_a_page(
    places: Places, compiled: list[str]
) -> None:
    places.templates.parent.write_text("a file, not a folder")
    assert loaded(places).jinja_env.get_template("a.html").render() == "a"
    assert compiled == ["a", "b"]
