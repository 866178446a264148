"""A new contest: chosen from the presets it becomes a draft, which is made in steps."""

import secrets

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response

from quiz.banks.bank import Problem
from quiz.banks.files.problem_words import sentence
from quiz.core.nouns.citing import is_secondary
from quiz.core.nouns.model import Kind, Question
from quiz.core.nouns.settings import Items
from quiz.core.views.seeing import key_text
from quiz.declared_roles import HOSTS
from quiz.web.access.signed_in import account
from quiz.web.formats.declaring import FormatPages
from quiz.web.formats.telling import pool_words
from quiz.web.frame.desk import desk
from quiz.web.new_contest.draft.changing_preset import started
from quiz.web.new_contest.draft.draft_work import work_of
from quiz.web.new_contest.form.settings_form import item_fields
from quiz.web.new_contest.presets import PRESETS, preset

_ = lazy_gettext
pages = Blueprint("new_contest", __name__, url_prefix="/host")
pages.add_app_template_filter(key_text, "key_text")
pages.add_app_template_filter(pool_words, "pool_words")
pages.add_app_template_test(is_secondary, "secondary")


@pages.app_template_filter("problem")
def problem_words(problem: Problem) -> str:
    """What is wrong with a bank file, in the visitor's language."""
    return sentence(problem, gettext)


@pages.app_template_filter("is_right")
def is_right(question: Question, position: int) -> bool:
    """Does the option at this position belong to the key?"""
    return question.kind is not Kind.ORDER and any(position in entry for entry in question.key)


@pages.app_template_filter("shown_for")
def shown_for(name: str, format_pages: FormatPages) -> list[tuple[str, str]]:
    """The fields of an item of this setting, and for which values of the first each is shown."""
    setting = format_pages.asked()[name]
    return item_fields(setting.of) if isinstance(setting, Items) else []


@pages.get("/contests/new", roles=HOSTS)
def choose() -> str:
    """The presets to begin with, and the drafts that wait."""
    return render_template(
        "new_contest/new_contest.html", presets=PRESETS, drafts=desk().drafts.listing()
    )


@pages.post("/contests/new", roles=HOSTS)
def start() -> Response:
    """A draft, filled in by a preset."""
    banks, _problems = desk().library.load()
    held = {"banks": [banks[0].id]} if len(banks) == 1 else {}
    rounds = started(preset(request.form.get("preset", "")), secrets.token_hex(8), held)
    draft_id = desk().drafts.start(rounds.written(), owner=account().id)
    return redirect(url_for("draft_pages.show", draft_id=draft_id, page="contest"), 303)


@pages.get("/drafts/<draft_id>/remove", roles=HOSTS)
def ask_removal(draft_id: str) -> str:
    """What goes with a draft, before it goes."""
    return render_template("new_contest/removing.html", work=work_of(draft_id))


@pages.post("/drafts/<draft_id>/remove", roles=HOSTS)
def remove(draft_id: str) -> Response:
    """Throw a draft away."""
    desk().drafts.remove(draft_id)
    flash(_("Đã xóa bản nháp."))
    return redirect(url_for("contests.index"), 303)
