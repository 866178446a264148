"""The ids that addresses of the library's pages leave to nobody."""

from quiz.web.library.addresses import RESERVED_IDS
from tests.web.conftest import Site

PAGES = ["", "host", "banks"]


def test_reserved_ids_are_the_words_in_the_place_of_an_id(site: Site) -> None:
    addresses = [rule.rule.split("/") for rule in site.app.url_map.iter_rules()]
    ours = [parts[len(PAGES) :] for parts in addresses if parts[: len(PAGES)] == PAGES]
    banks = {parts[0] for parts in ours if parts}
    questions = {parts[2] for parts in ours if parts[:2] == ["<bank_id>", "questions"]}
    assert {each for each in banks | questions if each and "<" not in each} == RESERVED_IDS
