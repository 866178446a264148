import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

ROOT = Path(__file__).parents[3]
PATHS = ["/", "/no-such-page", "/healthz", "/host/login"]


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


def test_pages_are_not_kept(phone: FlaskClient) -> None:
    assert phone.get("/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("template", sorted(ROOT.glob("templates/**/*.html")), ids=lambda p: p.name)
def test_templates_have_no_inline_script_or_style(template: Path) -> None:
    text = re.sub(r"\{([{%#]).*?[}%#]\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    inline = re.findall(r"<style|\sstyle=|\son[a-z]+=", text)
    scripts = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", text)
    assert inline + scripts == []
