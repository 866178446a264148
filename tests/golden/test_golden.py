"""What every released version wrote opens, replays to the same results, and goes on.

The folders are never changed: a test that fails here means that the program can no longer read
somebody's contests, or reads them otherwise.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from quiz.cli import verify
from quiz.core.nouns.commands import Join
from quiz.service.afterwards.sealing import sealed_file
from quiz.service.contests.running.batch import Receipt
from quiz.store.codec import decode, encode
from tests.golden import kept, make, told
from tests.golden.house import House
from tests.golden.waiting import played_out

VERSIONS = kept.versions()
CROWD = ("ContestantJoined", "AnswerSubmitted", "BuzzOpened", "Buzzed")
CONTESTS = [(version, name) for version in VERSIONS for name in kept.contests(version)]
UNFINISHED = [
    (path.parent, path.name.removesuffix(".played-out.json"))
    for version in VERSIONS
    for path in sorted(version.glob("*.played-out.json"))
]
FINISHED = [
    (version, name)
    for version, name in CONTESTS
    if kept.expected(version, name)["stage"] == "finished"
    if name not in kept.expected(version, "gone")
]


def named(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


every_version = pytest.mark.parametrize("version", VERSIONS, ids=named)
every_contest = pytest.mark.parametrize(("version", "contest"), CONTESTS, ids=named)
every_finished = pytest.mark.parametrize(("version", "contest"), FINISHED, ids=named)
every_unfinished = pytest.mark.parametrize(("version", "contest"), UNFINISHED, ids=named)


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, House]]:
    """A copy of every version's data, opened by the program as it is now; only to be read."""
    folder = tmp_path_factory.mktemp("golden")
    opened = {each: House(kept.unpacked(each, folder / each.name)) for each in VERSIONS}
    yield opened
    for house in opened.values():
        house.__exit__(None, None, None)


@pytest.fixture
def house(version: Path, tmp_path: Path) -> Iterator[House]:
    """A copy of one version's data, to go on with."""
    with House(kept.unpacked(version, tmp_path)) as opened:
        yield opened


def test_every_released_version_has_left_its_folder() -> None:
    changes = (kept.HERE.parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## v?(\d+\.\d+\.\d+)", changes, re.MULTILINE)

    assert {"0.1.0", *released} - {version.name for version in VERSIONS} == set()


@every_contest
def test_file_holds_the_journal_written_beside_it(
    version: Path, contest: str, tmp_path: Path
) -> None:
    folder = kept.unpacked(version, tmp_path)

    assert kept.journal(folder, contest) == kept.written(version, contest)


@every_version
def test_every_kind_of_event_of_a_version_is_in_its_journals(version: Path) -> None:
    lines = [line for name in kept.contests(version) for line in kept.written(version, name)]
    rows = [json.loads(line) for line in lines]

    assert sorted({row["kind"] for row in rows}) == kept.expected(version, "kinds")


@every_contest
def test_event_is_written_again_as_it_was(version: Path, contest: str) -> None:
    for line in kept.written(version, contest):
        row, data = json.loads(line), line.split('"data": ', 1)[1][:-1]
        kind, again = encode(decode(row["kind"], data))
        now = kept.as_then(row["data"], json.loads(again))
        assert (kind, json.dumps(now)) == (row["kind"], json.dumps(row["data"]))


@every_contest
def test_contest_replays_to_the_same_results(
    houses: dict[Path, House], version: Path, contest: str
) -> None:
    then = kept.expected(version, contest)

    assert kept.as_then(then, told.of_contest(houses[version], contest)) == then


@every_version
def test_list_accounts_library_and_usage_are_the_same(
    houses: dict[Path, House], version: Path
) -> None:
    then = kept.expected(version, "house")

    assert kept.as_then(then, told.of_house(houses[version])) == then


@every_contest
def test_seal_is_that_of_the_file_kept(
    houses: dict[Path, House], version: Path, contest: str
) -> None:
    published = (version / f"{contest}.sealed.json").read_bytes()
    plan = houses[version].runners.runner(contest).contest.plan

    assert sealed_file(plan) == published
    assert sha256(published).hexdigest() == kept.expected(version, contest)["seal"]


@every_version
def test_nothing_is_left_of_names_that_were_erased(version: Path, house: House) -> None:
    file = (house.database.path).read_bytes()
    for contest, gone in kept.expected(version, "gone").items():
        record = str(house.personal.record(contest))
        assert [name for name in gone if name in record or name.encode() in file] == []
        assert "Thí sinh 1" in record


@every_unfinished
def test_unfinished_contest_goes_on_to_the_same_end(
    house: House, version: Path, contest: str
) -> None:
    then = kept.expected(version, f"{contest}.played-out")

    played_out(house.evening(contest))

    assert kept.as_then(then, told.of_contest(house, contest)) == then


@every_unfinished
def test_command_repeated_after_the_upgrade_gets_its_first_receipt(
    house: House, version: Path, contest: str
) -> None:
    rows = [json.loads(line) for line in kept.written(version, contest)]
    evening = house.evening(contest)

    for row in rows:
        if row["kind"] in CROWD:
            receipt = evening.do(Join("Gửi lại"), row["command_id"])
            number = row["data"]["number"] if row["kind"] == "ContestantJoined" else 0
            at = row["data"].get("at", 0)
            assert receipt == Receipt(row["version"], number, at)
    assert evening.contest.version == len(rows)


@every_finished
def test_names_of_a_contest_can_be_erased(version: Path, contest: str, house: House) -> None:
    then = kept.expected(version, contest)
    rows = [json.loads(line)["data"] for line in kept.written(version, contest)]
    said = {row[key] for row in rows for key in ("name", "reason") if row.get(key)}

    house.personal.erase(contest)

    left = "\n".join(kept.journal(house.database.path.parent, contest))
    assert {text for text in said if f'"{text}"' in left} == set()
    places = [(row["rank"], row["number"], row["points"]) for row in then["standings"]]
    now = told.of_contest(house, contest)["standings"]
    assert [(row["rank"], row["number"], row["points"]) for row in now] == places


@every_version
def test_verify_finds_every_contest_sound(
    version: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = kept.unpacked(version, tmp_path)
    House(folder).__exit__(None, None, None)

    assert verify.main(["--data", str(folder)]) == 0
    sound = [line for line in capsys.readouterr().out.splitlines() if line.startswith("tốt")]
    assert len(sound) == len(kept.contests(version))


def test_program_as_it_is_now_writes_every_kind_of_event(tmp_path: Path) -> None:
    """So that the next version can leave its folder."""
    made = tmp_path / "9.9.9"
    make.make(made, tmp_path)

    assert kept.contests(made) == kept.contests(VERSIONS[0])


def test_folder_of_a_version_is_not_written_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert make.main([VERSIONS[0].name]) == 1
    assert "never written again" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("now", "same"),
    [
        ({"a": [1, {"b": "c"}]}, True),
        ({"a": [1, {"b": "c", "new": 0}], "more": ""}, True),
        ({"a": [1, {"b": "d"}]}, False),
        ({"a": [1, {}]}, False),
        ({"a": [1, {"b": "c"}, 2]}, False),
        ({"a": [1]}, False),
        ([], False),
    ],
)
def test_only_new_fields_are_passed_over(now: object, same: bool) -> None:
    then = {"a": [1, {"b": "c"}]}

    assert (kept.as_then(then, now) == then) is same
