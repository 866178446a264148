import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

ROOT = Path(__file__).parents[2]
PATHS = ["/", "/no-such-page", "/healthz", "/static/css/tokens.css", "/host/login"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_a_browser_may_do(phone: FlaskClient, path: str) -> None:
    with phone.get(path) as answer:
        headers = answer.headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'self'; connect-src 'self' ws://localhost wss://localhost; "
        "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Permissions-Policy"].startswith("camera=()")


@pytest.mark.parametrize(("path", "kept"), [("/", "no-store"), ("/static/js/words.js", "no-cache")])
def test_pages_are_not_kept_and_static_files_are_asked_about(
    phone: FlaskClient, path: str, kept: str
) -> None:
    with phone.get(path) as answer:
        assert answer.headers["Cache-Control"] == kept


def test_static_file_unchanged_is_not_sent_again(phone: FlaskClient) -> None:
    with phone.get("/static/js/words.js") as first:
        tag = first.headers["ETag"]
    with phone.get("/static/js/words.js", headers={"If-None-Match": tag}) as again:
        assert (first.status_code, again.status_code) == (200, 304)


@pytest.mark.parametrize("template", sorted(ROOT.glob("templates/**/*.html")), ids=lambda p: p.name)
def test_templates_have_no_inline_script_or_style(template: Path) -> None:
    text = template.read_text("utf-8")
    inline = re.findall(r"<style|\sstyle=|\son[a-z]+=", text)
    scripts = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", text)
    assert inline + scripts == []
