"""Whatever can be refused has words on every page that the refusal can reach."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import session
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.app import App
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Pool
from quiz.formats.buzzer.commands import Buzz
from quiz.live.protocol.protocol_page import CONNECTION, REFUSALS
from quiz.web.frame.site import refused
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.host import HOST
from quiz.web.words.refusals import ACTS, HEARD, OF_FORMATS, PAGES, WORDS, said
from tests.core.builders import Table
from tests.core.test_properties import ANSWERS, FORMATS, NUMBERS, SCRIPTS, play
from tests.web.conftest import Site
from tests.web.new_contest.drafting import draft_with
from tests.web.phone.test_play import CODE, enter

QUIZ = Path(__file__).parents[2] / "quiz"
RAISING = ("Rejected", "NotAdmitted", "refusal")
OF_SOCKETS = ("core", "formats", "live", "service/contests")
"""Where a message or a join can be refused: console, prompter, phone, projector, join page."""
OF_ROBOTS = ("bots", "drill")
"""Refusals that robots tell each other."""


def strings(node: ast.AST | None) -> Iterator[str]:
    """The codes that an expression can be: a text, or one of two."""
    match node:
        case ast.Constant(value=str(code)):
            yield code
        case ast.IfExp():
            yield from strings(node.body)
            yield from strings(node.orelse)


def raised_in(tree: ast.AST) -> Iterator[str]:
    """The codes that a module names where it refuses, or gives to a variable to refuse with."""
    variables = {
        node.args[0].id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in RAISING
        and node.args
        and isinstance(node.args[0], ast.Name)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in RAISING:
                yield from strings(first)
            case ast.Assign(targets=[ast.Name(id=name)]) if name in variables:
                yield from strings(node.value)
            case ast.AnnAssign(target=ast.Name(id="turned_away")):
                yield from strings(node.value)
            case ast.Assign(targets=[ast.Name(id="turned_away")]):
                yield from strings(node.value)


def raised(*folders: str, but: tuple[str, ...] = ()) -> list[str]:
    """The codes raised below these folders and modules of `quiz`."""
    found: set[str] = set()
    for file in QUIZ.rglob("*.py"):
        module = file.relative_to(QUIZ).with_suffix("").as_posix()
        within = any(module == one or module.startswith(f"{one}/") for one in folders)
        if (within or not folders) and not module.startswith(but):
            found |= set(raised_in(ast.parse(file.read_text("utf-8"))))
    return sorted(found)


EVERY = [*raised(but=OF_ROBOTS), "come_again"]


def test_codes_are_found_however_they_are_written() -> None:
    text = (
        'raise Rejected("a")\n'
        'raise Rejected("b" if x else "c", "detail")\n'
        'code = "d" if x else "e"\nraise Rejected(code)\n'
        'class A:\n    turned_away = "f"\n    turned_away: str = "g"\n'
        'return refusal("h")\nraise NotAdmitted("i")\n'
    )
    assert sorted(raised_in(ast.parse(text.replace("return ", "")))) == list("abcdefghi")
    assert {"too_late", "nobody_joined", "bad_settings", "no_seat"} <= set(EVERY)


def test_codes_of_sockets_have_words_on_the_console() -> None:
    of_creation = {"bad_plan", "no_such_draft", "no_such_format"}
    codes = {*raised(*OF_SOCKETS), *REFUSALS, *CONNECTION} - of_creation
    assert [
        code for code in sorted(codes) if f"code.{code}" not in {**EVERYWHERE, **HOST, **OF_FORMATS}
    ] == []


def test_codes_that_phones_have_no_words_for_are_those_of_acts() -> None:
    wordless = [code for code in raised(*OF_SOCKETS) if f"code.{code}" not in EVERYWHERE]
    of_creation = ["bad_plan", "no_such_draft", "no_such_format"]
    assert [f"code.{code}" for code in wordless] == sorted(
        [*ACTS, *OF_FORMATS, *(f"code.{code}" for code in of_creation)]
    )


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS, st.data())
def test_whatever_happens_a_phone_is_refused_with_words_it_has(
    format: str, script: list[Any], data: st.DataObject
) -> None:
    def check(table: Table) -> None:
        number, ordinal = data.draw(NUMBERS), data.draw(st.integers(0, 5))
        pool = data.draw(st.sampled_from(Pool))
        commands: list[c.Command] = [
            c.SubmitAnswer(number, pool, ordinal, data.draw(ANSWERS)),
            Buzz(number, pool, ordinal),
            c.Join(data.draw(st.sampled_from(["", "An"])), "Đỏ"),
        ]
        codes = [table.refused(command) for command in commands]
        assert [code for code in codes if code and f"code.{code}" not in EVERYWHERE] == []

    play(format, script, check)


def test_codes_of_sockets_are_in_the_protocol() -> None:
    of_creation = {"bad_plan", "no_such_draft", "no_such_format"}
    known = REFUSALS.keys() | CONNECTION.keys() | of_creation
    assert [code for code in raised(*OF_SOCKETS) if code not in known] == []


def test_code_has_words_in_one_place() -> None:
    tables = (HEARD, ACTS, OF_FORMATS, PAGES)
    assert sum(map(len, tables)) == len(WORDS)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", EVERY)
def test_error_page_says_why(app: App, code: str, lang: str) -> None:
    with app.flask.test_request_context("/"):
        session["lang"] = lang
        page, status = refused(Rejected(code))
        words = str(said(code))
        assert f"code.{code}" in WORDS
        assert (words in page, 400 <= status < 600) == (True, True)
        assert f">{code}" not in page


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", raised(*OF_SOCKETS))
def test_join_page_says_why(
    app: App, pin: str, code: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_seat(_contest_id: str) -> None:
        raise Rejected(code)

    monkeypatch.setattr("quiz.web.phone.play.take_seat", take_seat)
    phone = app.flask.test_client()
    with phone.session_transaction() as kept:
        kept["lang"] = lang
    answer = enter(phone, pin, "An")
    assert (answer.status_code, CODE.findall(answer.text)) == (422, [code])
    with app.flask.test_request_context("/"):
        session["lang"] = lang
        assert code in ("room_locked", "contest_full") or str(said(code)) in answer.text


@pytest.mark.parametrize("code", ["bad_settings", "bad_plan", "no_such_format"])
def test_form_of_a_new_contest_says_why_and_keeps_what_was_filled_in(
    host: FlaskClient, site: Site, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = draft_with(host, title="Tên đã điền")

    def refuse(*_: object, **__: object) -> str:
        raise Rejected(code, "lý do")

    monkeypatch.setattr(site.runners, "create", refuse)
    status, _ = draft.create()
    assert (status, str(said(code)) in draft.page) == (422, True)
    assert 'value="Tên đã điền"' in draft.open("contest")
