"""Word and Excel files: zip archives of XML, looked through before a library opens them."""

import zipfile
from xml.parsers import expat

from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.opening import archive_of, entry_of

XML = (".xml", ".rels")
OLD = b"\xd0\xcf\x11\xe0"
"""How .doc and .xls of before 2007 begin, and newer files with a password."""


def office_of(data: bytes, part: str) -> None:
    """Make sure that the file is safe to open; `part` makes it one of the kind wanted.

    Raises UnreadableFile, "old_office" for files of before 2007 and ones with a password among it.
    """
    if data.startswith(OLD):
        raise UnreadableFile("old_office")
    with archive_of(data) as archive:
        names = archive.namelist()
        if part not in names:
            raise UnreadableFile("not_this_kind")
        if len(names) > len(set(names)):
            raise UnreadableFile("broken", "ZIP")
        for name in names:
            if name.lower().endswith(XML) and archive.getinfo(name).file_size:
                without_doctype(archive, name)


def without_doctype(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse XML that declares a document type: the only place for entities, and so for bombs."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(entry_of(archive, name), True)
    except (expat.ExpatError, ValueError, LookupError):
        raise UnreadableFile("broken", name) from None


def refuse(*declared: object) -> None:
    """Stop at the declaration, before any entity is read."""
    raise UnreadableFile("bomb")
