"""`run.py bank export BANK.yaml FILE`: a bank for another program, and what stays behind."""

import argparse
import sys
from pathlib import Path

from quiz.banks.bank import Bank
from quiz.banks.exporting import loss_words
from quiz.banks.exporting.carrying import Exported
from quiz.banks.exporting.formats import FORMATS, FileFormat, export, format_for
from quiz.banks.files.bank_reader import load_bank
from quiz.banks.files.problem_words import sentence
from quiz.cli.bank.english import english

ENDINGS = ", ".join(f"{each.ending} ({each.name})" for each in FORMATS.values())


def main(arguments: list[str]) -> int:
    """Write the file: 0 done, 1 the bank or the file will not do, 2 a wrong command."""
    asked = parser().parse_args(arguments)
    chosen = FORMATS.get(asked.format) or format_for(asked.file.name)
    if chosen is None:
        return refused(
            f"Không rõ định dạng nào: {asked.file.name}. Đặt đuôi tệp là {ENDINGS}, "
            "hoặc thêm --format.",
            f"Which format is {asked.file.name}? Use one of the endings above, or --format.",
        )
    bank, problems = load_bank(asked.bank)
    if bank is None:
        print("\n".join(map(sentence, problems)), file=sys.stderr)
        return 1
    if asked.file.exists() and not asked.overwrite:
        return refused(
            f"Đã có tệp {asked.file}. Hãy chọn tên khác, hoặc thêm --overwrite.",
            f"The file {asked.file} exists. Choose another name, or add --overwrite.",
        )
    exported = export(bank, chosen)
    try:
        asked.file.write_bytes(exported.data)
    except OSError as error:
        return refused(
            f"Không ghi được tệp {asked.file}: {error.strerror}",
            f"Cannot write the file {asked.file}: {error.strerror}",
        )
    print(report(bank, chosen, exported, asked.file))
    return 0


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(
        prog="run.py bank export",
        description="Ghi ngân hàng cho chương trình khác · write a bank for another program",
        epilog=f"Đuôi tệp · endings: {ENDINGS}",
    )
    made.add_argument("bank", type=Path, metavar="BANK.yaml")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument("--format", choices=sorted(FORMATS), default="")
    made.add_argument("--overwrite", action="store_true", help="ghi đè · replace the file")
    return made


def refused(vietnamese: str, english: str) -> int:
    """Say why nothing was written."""
    print(f"{vietnamese}\n{english}", file=sys.stderr)
    return 1


def report(bank: Bank, format: FileFormat, exported: Exported, file: Path) -> str:
    """How many questions the file holds, which it does not and why, and what was dropped."""
    whole, left = len(bank.questions), exported.left_out
    lines = [
        f"Đã ghi {whole - len(left)}/{whole} câu hỏi vào {file}",
        f"Wrote {whole - len(left)} of {whole} questions to {file}",
    ]
    dropped = format.carrier.dropped()
    if dropped:
        lines += [
            f"Định dạng này không giữ: {loss_words.names(dropped)}",
            f"This format does not keep: {loss_words.names(dropped, english)}",
        ]
    if left:
        lines.append("Câu hỏi không ghi được · questions left out:")
        for each in left:
            lines += [f"  {loss_words.sentence(each)}", f"    {loss_words.sentence(each, english)}"]
    return "\n".join(lines)
