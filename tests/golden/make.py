"""Write the golden folder of a released version: `python -m tests.golden.make VERSION`.

It plays contests with the program as it is now and keeps the data with what is told of them. A
version's folder is written once; what it holds is never changed afterwards.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from quiz.formats import EVENTS
from quiz.service.afterwards.sealing import sealed_file
from tests.golden import bells, buzzers, kept, people, scores, told, waiting
from tests.golden.house import House


def main(arguments: list[str]) -> int:
    """Write the folder; 1 when it is there already."""
    parser = argparse.ArgumentParser(prog="tests.golden.make", description=__doc__)
    parser.add_argument("version", help="the version released, such as 0.1.0")
    version = parser.parse_args(arguments).version
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        parser.error(f"no version: {version}")
    if (kept.HERE / version).exists():
        print(f"{version} has its folder already; it is never written again.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        make(Path(name) / version, Path(name))
        shutil.copytree(Path(name) / version, kept.HERE / version)
    return 0


def make(version: Path, work: Path) -> None:
    """Play, keep, and write down what is expected."""
    data = work / "data"
    play(data)
    version.mkdir()
    kept.pack(version, data)
    names = expectations(version, kept.unpacked(version, work / "copy"))
    for name in names:
        kept.write(
            version, f"{name}.jsonl", "".join(f"{line}\n" for line in kept.journal(data, name))
        )
    kept.expect(version, "kinds", kinds(version))
    kept.expect(version, "gone", {"erased": [*bells.GONE, *bells.GONE_REASONS]})


def expectations(version: Path, copy: Path) -> list[str]:
    """Write down what is told of a copy of the data; returns the ids of its contests."""
    with House(copy) as house:
        names = sorted(row.id for row in house.runners.listing())
        kept.expect(version, "house", told.of_house(house))
        for name in names:
            kept.expect(version, name, told.of_contest(house, name))
            plan = house.runners.runner(name).contest.plan
            kept.write(version, f"{name}.sealed.json", sealed_file(plan).decode())
        for name in waiting.UNFINISHED:
            waiting.played_out(house.evening(name))
            kept.expect(version, f"{name}.played-out", told.of_contest(house, name))
    return names


def kinds(version: Path) -> list[str]:
    """Every kind of event that this program knows; a journal that lacks one is no use."""
    known = {kind.__name__ for kind in EVENTS}
    rows = (line for name in kept.contests(version) for line in kept.written(version, name))
    missing = known - {json.loads(line)["kind"] for line in rows}
    if missing:
        raise SystemExit(f"no contest has these events: {', '.join(sorted(missing))}")
    return sorted(known)


def play(folder: Path) -> None:
    """Everything that goes into the folder."""
    with House(folder) as house:
        picture = people.flag()
        people.accounts(house)
        people.banks(house, picture)
        bells.golden_bell(house)
        bells.reserve(house)
        bells.silent(house)
        scores.points(house, picture.name)
        scores.rounds(house)
        buzzers.buzzer(house)
        house.personal.keep("points", 30)
        house.personal.keep("rounds", 0)
        waiting.lobby(house)
        waiting.unfinished(house)
        waiting.turn(house)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
