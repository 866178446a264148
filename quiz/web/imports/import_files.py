"""Bringing questions in: drop a file, see how far it is read, go on with one of before."""

from pathlib import PurePath

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.datastructures import FileStorage

from quiz.banks.exporting.formats import FORMATS
from quiz.banks.exporting.samples import sample
from quiz.banks.importing.doubt_words import unreadable
from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.opening import within_size
from quiz.declared_roles import HOSTS
from quiz.service.library.importing import Progress
from quiz.service.library.rows import Original
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.responses import PageResponse
from quiz.web.frame.sizes import FILE
from quiz.web.words import spoken
from quiz.web.words.importing import IMPORTING

_ = lazy_gettext
pages = Blueprint("import_files", __name__, url_prefix="/host/banks/import")
LONGEST_NAME = 200
TEMPLATES = {"excel": "mau-cau-hoi.xlsx", "word": "mau-cau-hoi.docx"}
TYPES = {
    "excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pages.get("", roles=HOSTS)
def index() -> str:
    """Where a file is dropped, and the imports that were begun."""
    return drop_page("")


@pages.post("", roles=HOSTS)
def upload() -> PageResponse:
    """A file: keep it, begin to read it, and go where it is seen."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return drop_page(str(_("Chọn một tệp câu hỏi."))), 422
    file = Original(name_of(sent), sent.read())
    try:
        within_size(file.data)
    except UnreadableFile as problem:
        return drop_page(unreadable(file.name, problem, gettext)), 422
    import_id = desk().importing.begin(file, account=account().id)
    return redirect(url_for("import_work.show", import_id=import_id), 303)


@pages.get("/template/<kind>", roles=HOSTS)
def template(kind: str) -> Response:
    """A file with a few questions, to be filled in."""
    if kind not in TEMPLATES:
        abort(404)
    chosen = FORMATS[kind]
    data = chosen.write(sample(chosen.carrier.kinds))
    return Response(
        data,
        mimetype=TYPES[kind],
        headers={"Content-Disposition": f"attachment; filename={TEMPLATES[kind]}"},
    )


@pages.get("/<import_id>/progress", roles=HOSTS)
def progress(import_id: str) -> dict[str, float]:
    """How far the file is read, from 0 to 1."""
    state = desk().importing.state(import_id)
    return {"share": state.share if isinstance(state, Progress) else 1.0}


@pages.post("/<import_id>/throw-away", roles=HOSTS)
def throw_away(import_id: str) -> PageResponse:
    """Forget an import."""
    desk().importing.throw_away(import_id)
    flash(_("Đã bỏ lần nhập này."))
    return redirect(url_for("import_files.index"), 303)


def name_of(sent: FileStorage) -> str:
    """The file's own name, without folders and what cannot be seen."""
    name = PurePath((sent.filename or "").replace("\\", "/")).name
    return "".join(char for char in name if char.isprintable())[-LONGEST_NAME:] or "file"


def drop_page(problem: str) -> str:
    """The page with the drop zone; `problem` is why the last file will not do."""
    return render_template(
        "imports/import.html",
        problem=problem,
        rows=desk().importing.listing(),
        most=FILE,
        templates=TEMPLATES,
        words=spoken(IMPORTING),
    )
