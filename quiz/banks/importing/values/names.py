"""What people call the parts of a question, in a table's header and at the head of a line."""

import re
import unicodedata

NAMES = {
    "number": "stt, tt, so tt, so thu tu, no, so cau, cau so, cau hoi so",
    "text": "cau hoi, noi dung, noi dung cau hoi, noi dung cau, question, questions, "
    "question text, question title, cau, de bai, cau hoi trac nghiem, ten cau hoi, "
    "doan van, doan trich, bai doc, ngu lieu, tinh huong, passage",
    "options": "phuong an, cac phuong an, phuong an tra loi, cac phuong an tra loi, "
    "phuong an lua chon, lua chon, cac lua chon, cau tra loi, cac cau tra loi, dap an lua chon, "
    "cac dap an, options, option, choices, answers, answer options, answer choices",
    "key": "dap an, dap an dung, dap an dung la, dap an dung nhat, dap an la, ket qua, "
    "ket qua dung, key, answer, answer key, "
    "phuong an dung, phuong an tra loi dung, lua chon dung, cau tra loi dung, tra loi dung, "
    "tra loi, da, da dung, d a, d an, dap an chinh xac, dap an chuan, "
    "correct answer, correct answers, correct, correct option, right answer",
    "explanation": "giai thich, giai thich dap an, loi giai, huong dan, huong dan giai, "
    "explanation, dien giai",
    "citation": "can cu, trich dan, nguon, citation, source, co so, dieu khoan, van ban, "
    "can cu phap ly, tai lieu, tham khao",
    "topic": "chu de, linh vuc, topic, chuyen de, phan, nhom",
    "difficulty": "do kho, muc do, difficulty, level, cap do",
    "seconds": "thoi gian, thoi gian tra loi, giay, so giay, seconds, time, time limit",
    "points": "diem, so diem, points, diem so",
    "kind": "loai, loai cau hoi, kind, type, dang, dang cau hoi, question type",
    "tolerance": "sai so, tolerance",
    "fixed_order": "giu thu tu, khong xao, khong dao, fixed order",
    "strict_marks": "dung dau, phai dung dau, strict marks",
    "id": "ma, id, ma cau, ma cau hoi",
    "as_of": "tinh den, as of",
    "source_status": "tinh trang nguon, source status",
}
FIELDS = {name: field for field, names in NAMES.items() for name in names.split(", ")}
ONE_WORD = {name.replace(" ", ""): field for name, field in FIELDS.items()}
OPTION = re.compile(
    r"(?:(?:phuongan|dapan|luachon|cautraloi|traloi|pa|option|opt|answer|ans|choice|da|y)"
    r"(?:traloi)?(?:so)?)?(?P<name>[a-h]|[1-8])"
)
ASIDE = re.compile(r"[(\[].*?[)\]]")
LETTERS = "ABCDEFGH"


def plain(text: str) -> str:
    """Words without diacritics, capitals and punctuation, to compare names by."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return " ".join(
        "".join(char if char.isalnum() else " " for char in apart if not is_unseen(char)).split()
    )


def is_unseen(char: str) -> bool:
    """Whether it is a diacritic of the letter before it, or a character that nobody sees."""
    return unicodedata.category(char) in ("Mn", "Cf")


def field_of(name: str) -> str:
    """The field that a header names: one of NAMES, "option 0" to "option 7", or nothing.

    The words may stand in one: "phuongana", "cau_hoi", "correctAnswer".
    """
    known = (plain(ASIDE.sub(" ", name)) or plain(name)).replace(" ", "")
    if known in ONE_WORD:
        return ONE_WORD[known]
    match = OPTION.fullmatch(known)
    return f"option {option_place(match['name'])}" if match else ""


def option_place(name: str) -> int:
    """The position from 0 of the option called A, a or 1."""
    return int(name) - 1 if name.isdecimal() else LETTERS.index(name.upper())
