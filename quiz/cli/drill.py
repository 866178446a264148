"""`run.py drill`: kill the server again and again in the middle of contests; see what is left."""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import msgspec

from quiz.cli.demo_contest import stage
from quiz.config import DRIVERS
from quiz.drill.console import Stuck
from quiz.drill.holding import hold
from quiz.drill.outcome import EveningOutcome, Strike
from quiz.drill.sample import WORDS, evening, plan


@dataclass(frozen=True, slots=True)
class Report:
    """The whole drill; times in ms are the slowest of all kills, from the new start.

    `in_flight` messages had no reply when the server died; `late` ones were accepted after
    their deadline; `joined_twice` counts people who are in twice.
    """

    kills: int
    acknowledged: int
    lost: int
    duplicated: int
    replay_equal: bool
    back_first_ms: int
    back_all_ms: int
    in_flight: int
    late: int
    joined_twice: int

    @property
    def sound(self) -> bool:
        """Whether every promise was kept."""
        return self.replay_equal and not (
            self.lost or self.duplicated or self.late or self.joined_twice
        )


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="run.py drill",
        description="Diễn tập mất điện giữa cuộc thi · Kill the server in the middle of contests",
    )
    parser.add_argument("--kills", type=int, default=10, metavar="N", help="bao nhiêu · how many")
    parser.add_argument("--contestants", type=int, default=20, metavar="M")
    parser.add_argument("--driver", choices=DRIVERS, default=DRIVERS[0])
    parser.add_argument("--seed", type=int, default=None, help="lặp lại · repeat the same luck")
    parser.add_argument(
        "--json", action="store_true", help="dòng cuối là JSON · the last line is one JSON object"
    )
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """One line for the person who watches."""
    print(text, flush=True)


def report_of(outcomes: Sequence[EveningOutcome], people: int) -> Report:
    """Add the evenings up."""
    strikes = [strike for outcome in outcomes for strike in outcome.strikes]
    accounts = [account for outcome in outcomes for account in (outcome.answers, outcome.acts)]
    return Report(
        kills=len(strikes),
        acknowledged=sum(outcome.answers.acknowledged for outcome in outcomes),
        lost=sum(account.lost for account in accounts),
        duplicated=sum(account.duplicated for account in accounts),
        replay_equal=all(outcome.replay_equal for outcome in outcomes),
        back_first_ms=max((strike.back_first_ms for strike in strikes), default=0),
        back_all_ms=max((strike.back_all_ms for strike in strikes), default=0),
        in_flight=sum(strike.in_flight for strike in strikes),
        late=sum(outcome.late for outcome in outcomes),
        joined_twice=sum(outcome.joined - people for outcome in outcomes),
    )


def seconds(ms: float) -> str:
    """2140 → 2,1 s."""
    return f"{ms / 1000:.1f} s".replace(".", ",")


class Teller:
    """Says each kill in a line."""

    def __init__(self, of: int) -> None:
        self._of = of
        self.strikes: list[Strike] = []

    def tell(self, strike: Strike) -> None:
        """One more."""
        self.strikes.append(strike)
        say(
            f"{len(self.strikes):>3}/{self._of} {WORDS[strike.moment]} ({strike.moment}): "
            f"máy đầu trở lại (first back) {seconds(strike.back_first_ms)} · "
            f"mọi máy (all back) {seconds(strike.back_all_ms)} · "
            f"dựng lại (replay) {'khớp · equal' if strike.replay_equal else 'KHÁC · DIFFERENT'}"
        )


def totals(report: Report, strikes: Sequence[Strike]) -> str:
    """The whole drill in words."""
    firsts = [strike.back_first_ms for strike in strikes] or [0]
    alls = [strike.back_all_ms for strike in strikes] or [0]
    counts = (
        f"Tắt máy (kills) {report.kills} · đã báo ghi (acknowledged) {report.acknowledged} · "
        f"đang gửi khi tắt (in flight) {report.in_flight} · "
        f"mất (lost) {report.lost} · ghi hai lần (duplicated) {report.duplicated} · "
        f"nhận sau giờ (late) {report.late} · vào hai lần (joined twice) {report.joined_twice}"
    )
    times = (
        "Từ lúc khởi động lại (from the new start), giữa / lâu nhất (median / slowest): "
        f"máy đầu (first) {seconds(median(firsts))} / {seconds(max(firsts))} · "
        f"mọi máy (all) {seconds(median(alls))} / {seconds(max(alls))}"
    )
    return f"{counts}\n{times}\n{'Đạt · Sound' if report.sound else 'KHÔNG ĐẠT · NOT SOUND'}"


def main(arguments: list[str]) -> int:
    """Hold the drill; 1 when a promise was broken or the contest did not go on."""
    options = parse(arguments)
    luck, teller = random.Random(options.seed), Teller(options.kills)
    outcomes: list[EveningOutcome] = []
    while missing := options.kills - len(teller.strikes):
        moments = evening(missing)
        folder = Path(tempfile.mkdtemp(prefix="rung-chuong-vang-drill-"))
        staged = stage(folder, plan())
        contest = (staged.contest, staged.pin, staged.token)
        people = options.contestants
        try:
            outcome = hold(folder, options.driver, contest, people, moments, luck, teller.tell)
        except (Stuck, RuntimeError) as problem:
            print(f"{problem}\nDữ liệu ở · Data kept in {folder}", file=sys.stderr)
            return 1
        outcomes.append(outcome)
        shutil.rmtree(folder, ignore_errors=True)
    report = report_of(outcomes, options.contestants)
    say(totals(report, teller.strikes))
    if options.json:
        say(msgspec.json.encode(asdict(report)).decode())
    return 0 if report.sound else 1
