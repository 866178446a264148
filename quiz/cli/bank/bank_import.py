"""`run.py bank import FILE`: a file of questions as it is understood, and a bank made of it."""

import argparse
import sys
from datetime import date
from pathlib import Path

from quiz.banks.exporting.writers import own_yaml_writer
from quiz.banks.files import bank_reader, problem_words
from quiz.banks.importing import doubt_words
from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import LARGEST
from quiz.banks.importing.progress import watching
from quiz.banks.importing.whole import head_of, key_text, whole
from quiz.cli.bank.english import english
from quiz.prepare import progress

LETTERS = "ABCDEFGH"


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; leaves with words and code 2 when something is missing."""
    parser = argparse.ArgumentParser(
        prog="run.py bank import",
        description="Đọc tệp Word, Excel, CSV, Aiken, GIFT… · read a file of questions",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--out", type=Path, metavar="FILE.yaml", help="ghi ngân hàng ra tệp này · write the bank"
    )
    parser.add_argument(
        "--keep-good",
        action="store_true",
        help="ghi các câu không có chỗ nghi vấn · write the questions without doubts",
    )
    parser.add_argument("--overwrite", action="store_true", help="ghi đè · replace the file")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Read one file: 0 done, 1 when there are doubts, 2 when it cannot be read or written."""
    options = parse(arguments)
    out: Path | None = options.out
    if out is not None and out.exists() and not options.overwrite:
        return refused(
            f"Đã có tệp {out}. Hãy chọn tên khác, hoặc thêm --overwrite.",
            f"The file {out} exists. Choose another name, or add --overwrite.",
        )
    try:
        return import_file(options.file, out, keep_good=options.keep_good)
    except OSError as error:
        file, why = error.filename or options.file, error.strerror
        return refused(f"Không mở được {file}: {why}", f"Cannot open {file}: {why}")
    except UnreadableFile as problem:
        name = options.file.name
        return refused(
            doubt_words.unreadable(name, problem), doubt_words.unreadable(name, problem, english)
        )


def import_file(file: Path, out: Path | None, *, keep_good: bool) -> int:
    """Show every question of the file as understood; write the bank where one is wanted.

    Raises OSError and Unreadable.
    """
    print(f"Đang đọc · Reading: {file.name}", flush=True)
    try:
        with watching(lambda share: progress.show(f"{share:.0%}")):
            imported = read_any_file(contents(file), file.name)
    finally:
        progress.show("")
    show(imported)
    good = [draft for draft in imported.drafts if not draft.doubts]
    doubtful = len(good) < len(imported.drafts)
    written = out is None
    if out is not None and good and (keep_good or not doubtful):
        written = write_bank(imported, good, file.name, out)
    elif out is not None:
        print("Chưa ghi tệp nào; xem --keep-good · Nothing was written; see --keep-good")
    return 0 if written and not doubtful else 1


def contents(file: Path) -> bytes:
    """The file's bytes; raises OSError, and Unreadable for one that is too large."""
    if file.stat().st_size > LARGEST:
        raise UnreadableFile("too_large", "20 MB")
    return file.read_bytes()


def refused(vietnamese: str, english: str) -> int:
    """Say why nothing was done."""
    print(f"{vietnamese}\n{english}", file=sys.stderr)
    return 2


def show(imported: Imported) -> None:
    """Every question as understood, then what was done on the way and the counts."""
    for draft in imported.drafts:
        print("\n".join(lines(draft)))
    for note in imported.notes:
        print(doubt_words.note(note), "·", doubt_words.note(note, english))
    total = len(imported.drafts)
    doubtful = sum(bool(draft.doubts) for draft in imported.drafts)
    print(f"{total} câu hỏi, {doubtful} câu cần xem · {total} questions, {doubtful} with doubts")


def lines(draft: DraftQuestion) -> list[str]:
    """One question for the terminal: its right options are starred."""
    right = {place for entry in draft.key if not isinstance(entry, str) for place in entry}
    found = ["", f"{draft.place} [{draft.kind.value}]: {draft.text}"]
    found += [
        f"  {'*' if place in right else ' '} {LETTERS[place % 8]}. {option}"
        for place, option in enumerate(draft.options)
    ]
    if draft.key and (draft.kind == "order" or not draft.options):
        found.append(f"  = {key_text(draft)}")
    found += [f"    {text}" for text in (draft.explanation, draft.citation) if text]
    for doubt in draft.doubts:
        found.append(f"  ! {doubt_words.doubt(draft.place, doubt)}")
        found.append(f"    {doubt_words.doubt(draft.place, doubt, english)}")
    return found


def write_bank(imported: Imported, good: list[DraftQuestion], file: str, out: Path) -> bool:
    """Write the bank and its pictures, if it is one that we can read again."""
    now = date.today()  # noqa: DTZ011 - the organizer's own day
    head = head_of(imported, file, f"{now.day}/{now.month}/{now.year}")
    made = whole(head, good, file)
    data = own_yaml_writer.write_own_yaml(made.bank)
    _, problems = bank_reader.read_bank(data.decode(), out.name)
    for problem in problems:
        print(
            problem_words.sentence(problem),
            problem_words.sentence(problem, english),
            sep="\n",
            file=sys.stderr,
        )
    if problems:
        return False
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(data)
    for name, picture in made.pictures.items():
        (out.parent / name).write_bytes(picture)
    print(f"Đã ghi · Written: {out} ({len(good)})")
    return True
