"""Moodle GIFT, with categories for topics and the ids where Moodle looks for them."""

import re
from itertools import groupby

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(
    kinds=frozenset(Kind), fields=frozenset(("id", "explanation", "topic", "tolerance"))
)
MARK = re.compile(r"([\\~=#{}:])")


def write_gift(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    parts = [f"// {bank.title}\n"]
    for topic, questions in groupby(bank.questions, key=lambda question: question.topic):
        parts.append(f"$CATEGORY: {topic.replace('/', '//')}\n")
        parts += map(block, questions)
    return "\n".join(parts).encode()


def block(question: Question) -> str:
    """One question: its id, title, text and answers."""
    said = f"####{shielded(question.explanation)}" if question.explanation else ""
    head = f"// [id:{question.id}]\n::{question.id}::{shielded(question.text)}"
    if question.kind is Kind.ORDER:
        items = [question.options[int(position)] for position in question.key[0]]
        lines = [f"{{>{len(items)} ALL VERTICAL ALL_OR_NOTHING HIDE", *map(shielded, items)]
        return "\n".join([f"{head} {lines[0]}", *lines[1:], f"{said}}}", ""])
    return f"{head} {{{answers(question)}{said}}}\n"


def shielded(text: str) -> str:
    """The text with its marks escaped, and said to be plain where it might pass for HTML."""
    plain = "[plain]" if re.search(r"[<>&]|^\[", text) else ""
    return plain + MARK.sub(r"\\\1", text)


def answers(question: Question) -> str:
    """What stands in the braces."""
    key = question.key[0]
    if question.kind is Kind.TRUE_FALSE:
        return "FALSE" if key == (1,) else "TRUE"
    if question.kind is Kind.NUMBER:
        return f"#{key}:{question.tolerance}"
    if question.kind is Kind.TEXT:
        texts = [shielded(str(text)).replace("*", "\\*") for text in question.key]
        return " ".join(f"={text}" for text in texts)
    share = f"{100 / len(key):.5f}".rstrip("0").rstrip(".")
    right, wrong = ("=", "~") if question.kind is Kind.ONE else (f"~%{share}%", "~%-100%")
    lines = [
        f"\n\t{right if position in key else wrong}{shielded(option)}"
        for position, option in enumerate(question.options)
    ]
    return "".join([*lines, "\n"])
