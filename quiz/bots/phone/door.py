"""Coming in at the door as a phone does: the page of a PIN, its form, a seat."""

from html.parser import HTMLParser
from urllib.parse import quote

from quiz.bots.visitor import FetchedPage, HttpVisitor
from quiz.core.errors import Rejected


class JoinForm(HTMLParser):
    """What a phone needs of the join page: the CSRF token and the teams on offer.

    `again_ms` is when a full door says to come again.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.csrf_token = ""
        self.teams: list[str] = []
        self.refusal = ""
        self.again_ms = 0
        self._in_teams = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the fields by name; teams are radio buttons or the options of a list."""
        given = {name: value or "" for name, value in attrs}
        name, value = given.get("name"), given.get("value", "")
        if tag == "select":
            self._in_teams = name == "team"
        elif name == "csrf_token" and not self.csrf_token:
            self.csrf_token = value
        elif (tag == "option" and self._in_teams) or (
            name == "team" and given.get("type") == "radio"
        ):
            self.teams += [value] if value else []
        self.refusal = self.refusal or given.get("data-code", "")
        self.again_ms = int(given.get("data-again-ms", self.again_ms))


def code_of(page: FetchedPage) -> str:
    """The code of a refused form: what the page names, else its HTTP status."""
    return JoinForm(page.text).refusal or f"http_{page.status}"


def contest_of(page: FetchedPage) -> str:
    """The contest that a redirect to `/play/<contest>` leads to.

    Raises:
        Rejected: the page is no such redirect, so nobody came in.
    """
    if page.status not in (302, 303) or not page.location.startswith("/play/"):
        raise Rejected(code_of(page), str(JoinForm(page.text).again_ms or ""))
    return page.location.removeprefix("/play/").strip("/")


async def join(visitor: HttpVisitor, pin: str, name: str, place: int) -> str:
    """Take a seat and return the contest's id; teams are filled in turn, by `place`.

    Raises:
        Rejected: the server did not let this robot in; the code says why, for `come_again`
            the detail says when (ms).
        aiohttp.ClientError, TimeoutError: the server cannot be reached.
    """
    page = await visitor.get(f"/j/{quote(pin)}")
    if page.status != 200:
        raise Rejected("no_such_contest" if page.status == 404 else code_of(page))
    form = JoinForm(page.text)
    # Robots of two rehearsals have the same names.
    fields = {"pin": pin, "name": name, "csrf_token": form.csrf_token, "who": "other"}
    if form.teams:
        fields["team"] = form.teams[place % len(form.teams)]
    return contest_of(await visitor.post("/join", fields))
