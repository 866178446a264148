"""Who may send what and open what, kept by hand: what routes and handlers declare must be this."""

from collections.abc import Mapping

from quiz.service.people.roles import Role, Roles

EVERYBODY: Roles = frozenset(Role)
CONTESTANTS: Roles = frozenset({Role.CONTESTANT})
HOSTS: Roles = frozenset({Role.HOST})
HOSTING: Roles = frozenset({Role.HOST, Role.COHOST})
SCREENS: Roles = frozenset({Role.PROJECTOR, Role.HOST, Role.COHOST})
READING: Roles = frozenset({Role.PROMPTER, Role.HOST, Role.COHOST})
ACCOUNTS: Roles = frozenset({Role.HOST, Role.JUDGE, Role.MARSHAL})

EVENTS: Mapping[str, Mapping[str, Roles]] = {
    "/play": {
        "connect": CONTESTANTS,
        "answer": CONTESTANTS,
        "buzz": CONTESTANTS,
        "clock": CONTESTANTS,
        "resync": CONTESTANTS,
    },
    "/host": {
        "connect": READING,
        "act": HOSTING,
        "enter_answer": HOSTING,
        "look_up": HOSTING,
        "preview": HOSTING,
        "clock": READING,
        "resync": READING,
    },
    "/projector": {"connect": SCREENS, "clock": SCREENS, "resync": SCREENS},
}
"""By namespace and event."""

PAGES: Mapping[str, Roles] = {
    "healthz": EVERYBODY,
    "metrics": HOSTS,
    "language.choose": EVERYBODY,
    "play.index": EVERYBODY,
    "play.door": EVERYBODY,
    "play.join": EVERYBODY,
    "play.qr": EVERYBODY,
    "play.play": CONTESTANTS,
    "pictures.picture": EVERYBODY,
    "projector_page.enter": EVERYBODY,
    "projector_page.show": SCREENS,
    "sign_in.enter": EVERYBODY,
    "sign_in.login": EVERYBODY,
    "sign_in.logout": EVERYBODY,
    "sign_in.password": ACCOUNTS,
    "contests.index": HOSTS,
    "import_files.index": HOSTS,
    "import_files.upload": HOSTS,
    "import_files.template": HOSTS,
    "import_files.progress": HOSTS,
    "import_files.throw_away": HOSTS,
    "import_work.show": HOSTS,
    "import_work.fix": HOSTS,
    "import_work.change_all": HOSTS,
    "import_work.save": HOSTS,
    "new_contest.choose": HOSTS,
    "new_contest.start": HOSTS,
    "new_contest.ask_removal": HOSTS,
    "new_contest.remove": HOSTS,
    "draft_pages.show": HOSTS,
    "draft_pages.save": HOSTS,
    "draft_pages.preview_preset": HOSTS,
    "draft_pages.take_preset": HOSTS,
    "choosing.choose": HOSTS,
    "choosing.take": HOSTS,
    "changing_plan.ask_edit": HOSTS,
    "changing_plan.edit": HOSTS,
    "changing_plan.copy": HOSTS,
    "changing_plan.delete": HOSTS,
    "banks.index": HOSTS,
    "banks.new": HOSTS,
    "banks.make": HOSTS,
    "banks.head": HOSTS,
    "banks.change": HOSTS,
    "banks.archive": HOSTS,
    "banks.restore": HOSTS,
    "banks.merge": HOSTS,
    "banks.merged": HOSTS,
    "banks.original": HOSTS,
    "bank_questions.everywhere": HOSTS,
    "bank_questions.listing": HOSTS,
    "bank_editing.new": HOSTS,
    "bank_editing.make": HOSTS,
    "bank_editing.edit": HOSTS,
    "bank_editing.save": HOSTS,
    "bank_editing.revert": HOSTS,
    "bank_history.history": HOSTS,
    "bank_preview.phone": HOSTS,
    "bank_preview.projector": HOSTS,
    "bank_export.choose": HOSTS,
    "bank_export.download": HOSTS,
    "bank_duplicates.duplicates": HOSTS,
    "bank_duplicates.keep_both": HOSTS,
    "console.console": HOSTING,
    "console.prompter": READING,
    "figures.index": HOSTING,
    "figures.one": HOSTING,
    "figures.everybody": HOSTING,
    "grants.show": HOSTS,
    "grants.make": HOSTS,
    "grants.revoke": HOSTS,
    "taking_up.door": EVERYBODY,
    "taking_up.take_up": EVERYBODY,
    "personal.show": HOSTS,
    "personal.download": HOSTS,
    "personal.keep": HOSTS,
    "personal.erase": HOSTS,
    "personal.delete": HOSTS,
    "sealing.page": HOSTING,
    "sealing.qr": HOSTING,
    "sealing.download": HOSTING,
    "statistics.page": HOSTING,
    "statistics.download": HOSTING,
}
"""By the page's endpoint."""
HERE = {"metrics"}
"""Pages that programs on the server's own machine may open too."""
