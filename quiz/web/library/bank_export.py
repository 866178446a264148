"""A bank for another program: what each format cannot carry is said before it is written."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template
from flask_babel import gettext

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import sorted_out
from quiz.banks.exporting.formats import FORMATS, FileFormat
from quiz.banks.exporting.loss_words import names, sentence
from quiz.declared_roles import HOSTS
from quiz.service.library.exporting import export_apart
from quiz.web.frame.desk import desk

pages = Blueprint("bank_export", __name__, url_prefix="/host/banks")
TITLES = {
    "yaml": "YAML",
    "excel": "Excel",
    "csv": "CSV",
    "word": "Word",
    "aiken": "Aiken",
    "gift": "Moodle GIFT",
    "moodle": "Moodle XML",
    "kahoot": "Kahoot",
    "quizizz": "Quizizz",
    "qti": "QTI 2.1",
}


WITH_PICTURES = "yaml"
"""The format whose files name pictures, which come beside them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A format with what it will hold: how many questions, which not and why, what is dropped.

    `pictures` are put beside the file, both in a zip.
    """

    format: FileFormat
    title: str
    kept: int
    left_out: tuple[str, ...]
    dropped: str
    pictures: int = 0


@pages.get("/<bank_id>/export", roles=HOSTS)
def choose(bank_id: str) -> str:
    """Every format with what it loses of this bank."""
    stored = desk().library.bank(bank_id)
    bank = stored.bank
    offers = [offer(bank, each) for each in FORMATS.values()]
    return render_template("library/bank_export.html", bank=stored, offers=offers)


def offer(bank: Bank, format: FileFormat) -> Offer:
    """What the format will hold of the bank."""
    kept, left_out = sorted_out(bank, format.carrier)
    return Offer(
        format,
        TITLES.get(format.name, format.name),
        len(kept.questions),
        tuple(sentence(each, gettext) for each in left_out),
        names(format.carrier.dropped(), gettext),
        len(pictured(kept)) if format.name == WITH_PICTURES else 0,
    )


def pictured(bank: Bank) -> tuple[str, ...]:
    """The names of the bank's pictures, each once."""
    return tuple(dict.fromkeys(each.picture for each in bank.questions if each.picture))


@pages.get("/<bank_id>/export/<name>", roles=HOSTS)
def download(bank_id: str, name: str) -> Response:
    """The file."""
    if name not in FORMATS:
        abort(404)
    bank = desk().library.bank(bank_id).bank
    data, file = export_apart(bank, name, desk().apart), f"{bank_id}{FORMATS[name].ending}"
    if name == WITH_PICTURES and (pictures := pictured(bank)):
        data, file = zipped({file: data} | kept(pictures)), f"{bank_id}.zip"
    answer = Response(data, mimetype="application/octet-stream")
    answer.headers.set("Content-Disposition", "attachment", filename=file)
    return answer


def kept(names: tuple[str, ...]) -> dict[str, bytes]:
    """The pictures of these names; one that is not there is left out."""
    found = {name: desk().library.picture(name) for name in names}
    return {name: data for name, data in found.items() if data is not None}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()
