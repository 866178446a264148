"""Opening files of other people safely: sizes first, then text, XML or a zip archive."""

import codecs
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from quiz.banks.importing.draft import UnreadableFile

LARGEST = 20 * 1024 * 1024
"""Bytes of a file as it comes, and of one file in an archive."""
UNPACKED = 5 * LARGEST
"""Bytes of everything in an archive, once unpacked."""
MOST_ENTRIES = 10_000
MOST = 5_000
"""Questions in a file."""
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def within_size(data: bytes) -> bytes:
    """The data; raises UnreadableFile("empty" or "too_large")."""
    if not data.strip():
        raise UnreadableFile("empty")
    if len(data) > LARGEST:
        raise UnreadableFile("too_large", "20 MB")
    return data


def within_count(questions: int) -> None:
    """Raises UnreadableFile("empty" or "too_many") for no questions or more than 5,000."""
    if not questions:
        raise UnreadableFile("empty")
    if questions > MOST:
        raise UnreadableFile("too_many", str(MOST))


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16; raises UnreadableFile("broken", "UTF-8")."""
    within_size(data)
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFile("broken", "UTF-8") from None
    if "\0" in text:
        raise UnreadableFile("not_this_kind")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def xml_of(data: bytes) -> Element:
    """The root of an XML file; entities and document types of its own are refused as a bomb."""
    within_size(data)
    try:
        root: Element = fromstring(data, forbid_dtd=False)
    except DefusedXmlException:
        raise UnreadableFile("bomb") from None
    except (ParseError, ValueError, LookupError):
        raise UnreadableFile("broken", "XML") from None
    return root


def archive_of(data: bytes) -> zipfile.ZipFile:
    """A zip archive whose contents, once unpacked, stay within bounds (by its own list).

    Raises UnreadableFile("not_this_kind", "broken" or "bomb").
    """
    within_size(data)
    if not data.startswith(b"PK"):
        raise UnreadableFile("not_this_kind")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    # NotImplementedError: made by a version of zip that the library does not know.
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableFile("broken", "ZIP") from None
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise UnreadableFile("bomb")
    return archive


def entry_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of the archive, never more of it than the archive's list says."""
    try:
        entry = archive.getinfo(name)
        with archive.open(entry) as file:
            data = file.read(min(entry.file_size, LARGEST) + 1)
    # RuntimeError: a password is needed, or it is packed in a way that is not known here.
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError):
        raise UnreadableFile("broken", name) from None
    if len(data) > LARGEST:
        raise UnreadableFile("bomb")
    return data
