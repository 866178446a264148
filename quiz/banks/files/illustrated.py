"""Bank files with the pictures that lie beside them: a bank without its pictures is not whole."""

from dataclasses import replace
from pathlib import Path

from quiz.banks.bank import Bank, Problem
from quiz.banks.files import bank_reader, folder
from quiz.banks.pictures.pictures import LARGEST, Picture, Unusable, prepared

Illustrated = tuple[Bank, dict[str, bytes], folder.Problems]
"""A bank whose questions name prepared pictures, their data by name, and what is wrong."""


def load_all_illustrated(path: Path) -> tuple[tuple[Bank, ...], dict[str, bytes], folder.Problems]:
    """The banks of a folder with prepared pictures, those by name, and all problems.

    As `bank_reader.load_folder`; a picture that is missing or unusable is a problem of its file.
    """
    found: dict[str, bytes] = {}

    def read(text: str, file: str) -> tuple[Bank | None, folder.Problems]:
        bank, problems = bank_reader.read_bank(text, file)
        if bank is None:
            return None, problems
        bank, pictures, wrong = illustrated(bank, path, file)
        found.update(pictures)
        return (None if wrong else bank), wrong

    banks, problems = folder.load_folder(path, read, bank_reader.ids)
    return banks, found, problems


def load_illustrated(path: Path) -> tuple[Bank | None, folder.Problems]:
    """The bank of one file, or None and what is wrong with it or with its pictures."""
    bank, problems = bank_reader.load_bank(path)
    if bank is None:
        return None, problems
    bank, _, wrong = illustrated(bank, path.parent, path.name)
    return (None if wrong else bank), wrong


def illustrated(bank: Bank, folder: Path, file: str) -> Illustrated:
    """The bank of `file` with the pictures of its folder prepared.

    A picture with a problem keeps the name it had.
    """
    made: dict[str, Picture] = {}
    problems: dict[str, Problem] = {}
    for question in bank.questions:
        name = question.picture
        if not name or name in made or name in problems:
            continue
        try:
            made[name] = prepared(content(folder / name))
        except Unusable as refusal:
            problems[name] = Problem(refusal.code, file, question.id, "picture", name)
    questions = tuple(
        replace(each, picture=made[each.picture].name) if each.picture in made else each
        for each in bank.questions
    )
    found = {picture.name: picture.data for picture in made.values()}
    return replace(bank, questions=questions), found, tuple(problems.values())


def content(path: Path) -> bytes:
    """The bytes of a picture's file.

    Raises:
        Unusable: it is missing, or too large to be read at all.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise Unusable("picture_too_large")
        return path.read_bytes()
    except OSError:
        raise Unusable("picture_missing") from None
