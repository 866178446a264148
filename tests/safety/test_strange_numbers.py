"""Every page by every role, with numbers and words in its address and fields that no page makes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from quiz.service.people.roles import Role
from tests.core.builders import plan
from tests.safety.conftest import Venue
from tests.safety.rights import PAGES
from tests.safety.test_fuzz import unlimited

ROLES = (Role.NOBODY, Role.CONTESTANT, Role.PROJECTOR, Role.COHOST, Role.HOST)
STRANGE: tuple[str, ...] = (
    *("0", "-1", "9223372036854775808", "9" * 400, "9" * 5_000, "1e999", "\x00", "a" * 5_000),
    *("x\nLocation: //y", "//[::1", "/host/\n", "/host/banks/\r\n", "rules/\u00b2"),
)
ARGUMENT = re.compile(r"<(?:\w+(?:\([^)]*\))?:)?(\w+)>")
FIELD = re.compile(r'name="([\w-]+)"')
pytestmark = pytest.mark.timeout(300)
ALWAYS = ["next", "lang", "pin", "name", "page", "only", "open", "go", "do", "to", "at", "pool"]


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    folder: Path = tmp_path_factory.mktemp("strange")
    with unlimited(folder, plan(3)) as made:
        yield made


def addresses(venue: Venue, rule: Rule, strange: str) -> list[str]:
    """The page's addresses with this in place of each argument, others right where they may be."""
    right = {"contest_id": venue.id, "draft_id": draft(venue), "pin": venue.pin}
    right |= {"bank_id": bank(venue), "page": "questions", "place": "0", "number": "1"}
    kinds = rule._converters
    words = {
        name: min(each.items) for name, each in kinds.items() if isinstance(each, AnyConverter)
    }
    values: dict[str, Any] = {name: right.get(name, "x") for name in rule.arguments} | words
    wrong = (
        values | {name: strange}
        for name in rule.arguments - words.keys()
        if not isinstance(kinds[name], IntegerConverter) or strange.isdigit()
    )
    return [address(rule, each) for each in (values, *wrong)]


def address(rule: Rule, values: dict[str, Any]) -> str:
    """The page's address with these arguments, right or wrong."""
    return ARGUMENT.sub(lambda name: quote(values[name[1]], safe=""), rule.rule)


def draft(venue: Venue) -> str:
    """A contest draft of the host's."""
    browser = venue.browser(venue.signed(venue.session(Role.HOST)))
    if not hasattr(venue, "draft"):
        made = browser.post("/host/contests/new", data={"preset": "golden-bell-20"})
        venue.draft = made.headers["Location"].split("/")[-2]  # type: ignore[attr-defined]
    found: str = venue.draft  # type: ignore[attr-defined]
    return found


def bank(venue: Venue) -> str:
    """A bank of the host's."""
    if not hasattr(venue, "bank"):
        browser = venue.browser(venue.signed(venue.session(Role.HOST)))
        made = browser.post("/host/banks/new", data={"title": "Của tôi", "as_of": "2024"})
        venue.bank = made.headers["Location"].split("/")[-1]  # type: ignore[attr-defined]
    found: str = venue.bank  # type: ignore[attr-defined]
    return found


def rules(venue: Venue) -> list[Rule]:
    return [rule for rule in venue.app.flask.url_map.iter_rules() if rule.endpoint in PAGES]


@pytest.mark.parametrize("role", ROLES)
def test_strange_numbers_and_words_get_no_500(venue: Venue, role: Role) -> None:
    failed = []
    for rule in rules(venue):
        browser = venue.browser(venue.signed(venue.session(role)))
        for strange in STRANGE if rule.arguments else STRANGE[:1]:
            for path in addresses(venue, rule, strange):
                for method in sorted({"GET", "POST"} & (rule.methods or set())):
                    with browser.open(path, method=method) as said:
                        if said.status_code >= 500:
                            failed.append((rule.rule, method, strange[:30]))
    assert failed == []


def test_strange_queries_get_no_500(venue: Venue) -> None:
    browser = venue.browser(venue.signed(venue.session(Role.HOST)))
    failed = []
    for rule in rules(venue):
        (path, *_) = addresses(venue, rule, "0")
        for strange in STRANGE if "GET" in (rule.methods or ()) else ():
            with browser.get(path, query_string=dict.fromkeys(ALWAYS, strange)) as said:
                if said.status_code >= 500:
                    failed.append((rule.rule, strange[:30]))
    assert failed == []


def test_strange_fields_of_every_form_get_no_500(venue: Venue) -> None:
    browser = venue.browser(venue.signed(venue.session(Role.HOST)))
    failed = []
    for rule in rules(venue):
        if "POST" not in (rule.methods or ()) or rule.endpoint in LASTING:
            continue
        (path, *_) = addresses(venue, rule, "0")
        fields = fields_of(browser, path)
        for strange in STRANGE:
            for form in (dict.fromkeys(fields, strange), dict.fromkeys(ALWAYS, strange)):
                with browser.post(path, data=form) as said:
                    if said.status_code >= 500:
                        failed.append((rule.rule, sorted(form)[:3], strange[:30]))
    assert failed == []


LASTING = {"sign_in.logout", "sign_in.password", "new_contest.remove", "changing_plan.delete"}
LASTING |= {"personal.delete", "banks.archive"}
"""Forms after which the others would be somebody else's, or of nothing."""


def fields_of(browser: Any, path: str) -> list[str]:
    """The names of what the page at this address, or the one before it, asks for."""
    found = set(ALWAYS)
    for page in (path, path.rpartition("/")[0]):
        with browser.get(page) as shown:
            found |= set(FIELD.findall(shown.get_data().decode("latin-1")))
    return sorted(found - {"csrf_token"})
