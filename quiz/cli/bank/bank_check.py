"""`run.py bank check`: YAML banks, keyword lists and obstacle sets, with every problem named."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from quiz.banks.bank import Problem
from quiz.banks.files import bank_reader, folder, illustrated, keywords, obstacle, problem_words
from quiz.cli.bank.english import english

Checked = tuple[tuple[str, ...], folder.Problems]
"""The ids of a file, and what is wrong with it."""


def main(arguments: list[str]) -> int:
    """Check the files and folders that are named."""
    parser = argparse.ArgumentParser(
        prog="run.py bank check", description="Kiểm tra tệp YAML · check YAML banks"
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    return check(parser.parse_args(arguments).files)


def check(paths: Sequence[Path]) -> int:
    """Print every problem of the files and of the folders' `*.yaml` files; 1 when there is one.

    Files of other kinds, such as notes beside the banks, are passed over.
    """
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    count = 0
    for path in chosen(paths):
        count += 1
        ids, wrong = checked(path)
        problems += wrong
        problems += [
            Problem("id_in_other_file", path.name, name, "id", taken[name])
            for name in ids
            if name in taken
        ]
        taken |= dict.fromkeys(ids, path.name)
    for problem in problems:
        print(problem_words.sentence(problem))
        print("  " + problem_words.sentence(problem, english))
    found = len(problems)
    print(f"{count} tệp, {found} chỗ sai · {count} files, {found} problems")
    return 0 if count and not problems else 1


def chosen(paths: Sequence[Path]) -> Iterator[Path]:
    """The YAML files that are meant: files by name, and those of folders."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.yaml"))
        elif path.suffix in (".yaml", ".yml") or not path.exists():
            yield path


def checked(path: Path) -> Checked:
    """One file, read by the reader for what it holds."""
    kinds = folder.load_file(path, kind)[0] or "bank"
    if kinds == "keywords":
        words_found, wrong = folder.load_file(path, keywords.read_keyword_file)
        return (keywords.ids(words_found) if words_found else ()), wrong
    if kinds == "rows":
        rows_found, wrong = folder.load_file(path, obstacle.read_obstacle)
        return (obstacle.ids(rows_found) if rows_found else ()), wrong
    bank, wrong = illustrated.load_illustrated(path)
    return (bank_reader.ids(bank) if bank else ()), wrong


def kind(text: str, file: str) -> tuple[str | None, folder.Problems]:
    """Which list the file has: `keywords`, `rows`, or questions."""
    node = folder.compose(text, file)
    if not isinstance(node, yaml.MappingNode):
        return None, ()
    names = {name.value for name, _ in node.value}
    return next((name for name in ("keywords", "rows") if name in names), None), ()
