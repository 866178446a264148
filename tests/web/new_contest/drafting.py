"""A browser that makes a contest in its steps, as an organizer does."""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient

from quiz.core.nouns.model import Plan
from tests.web.conftest import Site

NEW = "/host/contests/new"
Form = dict[str, Any]
SELECT = re.compile(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', re.S)
AREA = re.compile(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', re.S)


def fields_of(text: str) -> Form:
    """What a browser would send from the fields of a page."""
    form: Form = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = attribute(tag, "name"), attribute(tag, "value")
        unchecked = 'type="checkbox"' in tag and " checked" not in tag
        if not name or unchecked or name in ("csrf_token", "next"):
            continue
        if name in ("banks", "topics"):
            form.setdefault(name, []).append(value)
        else:
            form.setdefault(name, value)
    for name, options in SELECT.findall(text):
        chosen = re.search(r'value="([^"]+)" selected', options)
        form[name] = unescape(chosen.group(1)) if chosen else ""
    for name, value in AREA.findall(text):
        form[name] = unescape(value)
    return form


def attribute(tag: str, name: str) -> str:
    """An attribute of a tag."""
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found.group(1)) if found else ""


def errors_of(text: str) -> list[str]:
    """What is said at fields and cells."""
    found = re.findall(r'class="field-error[^"]*"[^>]*>([^<]+)<', text)
    return [unescape(each).strip() for each in found if each.strip()]


class Drafting:
    """A draft in a browser; `page` is what was answered last."""

    def __init__(self, browser: FlaskClient, preset: str = "golden-bell-10", url: str = "") -> None:
        self.browser = browser
        self.status = 200
        self.url = url or self._started(preset)
        self.page = self.open("contest")

    def _started(self, preset: str) -> str:
        answer = self.browser.post(NEW, data={"preset": preset})
        return answer.headers["Location"].rpartition("/")[0]

    @property
    def id(self) -> str:
        """The draft's id."""
        return self.url.rpartition("/")[2]

    def open(self, step: str) -> str:
        """Look at a step."""
        answer = self.browser.get(f"{self.url}/{step}")
        assert answer.status_code == 200, (step, answer.status_code)
        self.page = answer.text
        return self.page

    def press(self, step: str, **sent: Any) -> str:
        """Fill in fields of a step and press a button; the page that it leads to."""
        form = {**fields_of(self.open(step)), **sent}
        form = {name: value for name, value in form.items() if value is not None}
        answer = self.browser.post(f"{self.url}/{step}", data=form, follow_redirects=True)
        self.status, self.page = answer.status_code, answer.text
        return self.page

    def fill_in(self, place: int = 0, **changes: Any) -> "Drafting":
        """Fill in fields wherever they are; None: not ticked."""
        for page in ("contest", "teams", f"rules/{place}", f"questions/{place}", "prizes"):
            self.press(page, do="save", **changes)
        return self

    def add(self, preset: str, **changes: Any) -> "Drafting":
        """One more round, filled in."""
        place = self.open("rounds").count('name="remove"') or 1
        self.press("rounds", add=preset)
        return self.fill_in(place, **changes)

    def drawn(self, place: int = 0) -> list[str]:
        """The ids of the questions of a round, in order."""
        return re.findall(r'<li[^>]* id="q-([^"]+)"', self.open(f"questions/{place}"))

    def errors(self, place: int = 0) -> list[str]:
        """What is said at the fields of all steps once everything was looked through."""
        self.open("review")
        pages = ("contest", "teams", f"rules/{place}", f"questions/{place}", "prizes")
        return [each for page in pages for each in errors_of(self.open(page))]

    def create(self) -> tuple[int, str]:
        """Press the last button: the status, and the id of the contest or the page."""
        form = fields_of(self.open("review"))
        answer = self.browser.post(f"{self.url}/review", data={**form, "do": "create"})
        self.page = answer.text
        return answer.status_code, answer.headers.get("Location", "").rpartition("/")[2]

    def created(self, site: Site) -> Plan:
        """The plan of the contest that it becomes."""
        status, contest_id = self.create()
        assert (status, contest_id) != (303, "review"), self.open("review")
        return site.runners.runner(contest_id).contest.plan


def draft_with(browser: FlaskClient, preset: str = "golden-bell-10", **changes: Any) -> Drafting:
    """A draft with a title, the bank there is, and these choices."""
    return Drafting(browser, preset).fill_in(**{"title": "Hội thi", "banks": ["sample"], **changes})
