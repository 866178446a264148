"""The questions of a bank, or of the whole library: searched, filtered, fifty to a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from quiz.banks.bank import Bank
from quiz.banks.counting import counted
from quiz.banks.searching import Wanted, found
from quiz.core.nouns.model import Kind, Question
from quiz.declared_roles import HOSTS
from quiz.service.afterwards.usage import Use
from quiz.service.library.bank_overlays import LibraryBank, LibraryQuestion
from quiz.web.frame.desk import desk
from quiz.web.library.bank_forms import page_number

pages = Blueprint("bank_questions", __name__, url_prefix="/host/banks")
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class BankQuestionRow:
    """A question in the list, with its bank and where it was used."""

    bank: Bank
    stored: LibraryQuestion
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody looks for: in the questions themselves, in their use, and where.

    `use` is `used`, `unused`, or the id of a contest; `alike`: only those like another one.
    """

    wanted: Wanted
    use: str = ""
    alike: bool = False
    archived: bool = False
    page: int = 1


@pages.get("/questions", roles=HOSTS)
def everywhere() -> str:
    """The questions of every bank that is in use."""
    banks = [bank for bank in desk().library.banks() if not bank.archived]
    return page_of(banks, None)


@pages.get("/<bank_id>", roles=HOSTS)
def listing(bank_id: str) -> str:
    """The questions of one bank."""
    bank = desk().library.bank(bank_id)
    return page_of([bank], bank)


def page_of(banks: list[LibraryBank], bank: LibraryBank | None) -> str:
    """The page with those questions of these banks that are looked for."""
    looked = asked(request.args)
    uses = desk().usage.by_question()
    rows = matching(banks, looked, uses)
    last = max(1, -(-len(rows) // ON_A_PAGE))
    number = min(looked.page, last)
    pool = [each.question for one in banks for each in one.questions if not each.archived]
    return render_template(
        "library/bank_questions.html",
        bank=bank,
        looked=looked,
        rows=rows[(number - 1) * ON_A_PAGE : number * ON_A_PAGE],
        found=len(rows),
        first=(number - 1) * ON_A_PAGE,
        page=number,
        last=last,
        counts=counted(pool),
        topics=topics(pool),
        contests=contests(pool, uses),
        archived=sum(each.archived for one in banks for each in one.questions),
        originals=desk().library.originals(bank.head.id) if bank else (),
        kept=[(name, value) for name, value in request.args.items() if name != "page" and value],
    )


def asked(arguments: MultiDict[str, str]) -> Looked:
    """What the address asks for; what makes no sense asks for nothing."""
    kind, difficulty = arguments.get("kind", ""), arguments.get("difficulty", "")
    status = arguments.get("status", "")
    wanted = Wanted(
        words=arguments.get("q", "").strip(),
        topic=arguments.get("topic", ""),
        difficulty=int(difficulty) if difficulty in ("1", "2", "3") else 0,
        kind=kind if kind in set(Kind) else "",
        source_status=status if status in ("verified", "secondary") else "",
    )
    alike, archived = (arguments.get(name) == "1" for name in ("alike", "archived"))
    return Looked(wanted, arguments.get("use", ""), alike, archived, page_number(arguments))


def matching(
    banks: list[LibraryBank], looked: Looked, uses: Mapping[str, tuple[Use, ...]]
) -> list[BankQuestionRow]:
    """The rows of the list, in the order of the banks."""
    twins = alike_ids() if looked.alike else None
    return [
        BankQuestionRow(bank.head, there[question.id], uses.get(question.id, ()))
        for bank in banks
        for there in [{q.question.id: q for q in bank.questions if q.archived == looked.archived}]
        for question in found((each.question for each in there.values()), looked.wanted)
        if is_used_so(uses.get(question.id, ()), looked.use)
        and (twins is None or question.id in twins)
    ]


def is_used_so(uses: tuple[Use, ...], wanted: str) -> bool:
    """Whether a question with these uses is wanted: by the contest, or by any at all."""
    if wanted in ("used", "unused"):
        return any(use.asked or use.waiting for use in uses) == (wanted == "used")
    return not wanted or any(use.contest_id == wanted for use in uses)


def alike_ids() -> set[str]:
    """The ids of questions that are like another one, those kept apart left out."""
    library = desk().library
    apart = library.apart()
    pairs = [(pair.one.id, pair.other.id) for pair in library.alike().pairs()]
    return {each for pair in pairs if frozenset(pair) not in apart for each in pair}


def contests(
    questions: list[Question], uses: Mapping[str, tuple[Use, ...]]
) -> list[tuple[str, str, int]]:
    """The contests that these questions were drawn for: id, title, when (ms); the newest first."""
    found = {use.contest_id: use for each in questions for use in uses.get(each.id, ())}
    newest = sorted(found.values(), key=lambda use: use.at, reverse=True)
    return [(use.contest_id, use.title, use.at) for use in newest]


def topics(questions: list[Question]) -> list[tuple[str, str]]:
    """Their topics to choose from, each once, in the order of the alphabet."""
    names = sorted({question.topic for question in questions if question.topic})
    return [(name, name) for name in names]
