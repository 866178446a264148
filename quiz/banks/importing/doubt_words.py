"""What is doubtful in a file of questions, said in words a person can act on."""

import re

from quiz.banks.importing.draft import Doubt, UnreadableFile

DOUBTS = {
    "bad_number": (
        "số «{detail}» không dùng được hoặc hiểu được hai cách",
        "the number “{detail}” cannot be used, or can be read in two ways",
    ),
    "date": (
        "Excel đã đổi thành ngày {detail}: hãy xem ngày và tháng có bị đảo không",
        "Excel made it the date {detail}: see whether day and month changed places",
    ),
    "few_options": ("chỉ có {detail} phương án", "there is only {detail} option"),
    "field_wrong": ("giá trị «{detail}» không dùng được", "the value “{detail}” cannot be used"),
    "formula": (
        "có công thức, chỉ đọc được phần chữ",
        "there is a formula, of which only the letters were read",
    ),
    "key_unknown": (
        "không hiểu đáp án ghi là «{detail}»",
        "the key is written as “{detail}”, which names no option for sure",
    ),
    "kind_unknown": ("không rõ loại câu hỏi: «{detail}»", "the kind is not clear: “{detail}”"),
    "letters": (
        "chữ của các phương án bị trùng, thiếu hoặc sai thứ tự: {detail}",
        "letters of the options are doubled, missing or out of order: {detail}",
    ),
    "many_keys": (
        "có nhiều cách hiểu đáp án: {detail}",
        "more than one key may be meant: {detail}",
    ),
    "many_options": (
        "có {detail} phương án, nhiều nhất là 6",
        "there are {detail} options, and 6 at most can be used",
    ),
    "no_key": ("chưa có đáp án", "there is no key"),
    "no_options": ("chưa có phương án", "there are no options"),
    "no_text": ("còn trống", "is empty"),
    "picture": (
        "ảnh không rõ thuộc về đâu, hoặc không phải png, jpg, webp: {detail}",
        "a picture belongs nowhere for sure, or is not png, jpg or webp: {detail}",
    ),
    "picture_missing": (
        "tệp nhắc đến ảnh {detail} nhưng không kèm ảnh",
        "the file names the picture {detail}, which did not come with it",
    ),
    "picture_unusable": (
        "ảnh bị hỏng hoặc lớn quá, không dùng được",
        "the picture is damaged or too large",
    ),
    "same_options": ("hai phương án giống nhau: «{detail}»", "two options are alike: “{detail}”"),
    "stray": (
        "dòng này không rõ thuộc về đâu: «{detail}»",
        "it is not clear where this line belongs: “{detail}”",
    ),
    "too_long": ("dài quá: {detail}", "is too long: {detail}"),
    "unsupported": (
        "chương trình không có loại này: {detail}",
        "the program has nothing like this: {detail}",
    ),
}
FIELDS = {
    "as_of": ("tính đến", "as of"),
    "citation": ("căn cứ", "citation"),
    "difficulty": ("độ khó", "difficulty"),
    "explanation": ("giải thích", "explanation"),
    "fixed_order": ("giữ thứ tự", "fixed order"),
    "id": ("mã", "id"),
    "key": ("đáp án", "key"),
    "kind": ("loại", "kind"),
    "options": ("phương án", "options"),
    "picture": ("ảnh", "picture"),
    "points": ("điểm", "points"),
    "seconds": ("số giây", "seconds"),
    "source_status": ("tình trạng nguồn", "source status"),
    "strict_marks": ("phải đúng dấu", "strict marks"),
    "text": ("câu hỏi", "text"),
    "tolerance": ("sai số", "tolerance"),
    "topic": ("chủ đề", "topic"),
}
NOTES = {
    "converted_tcvn3": (
        "Đã đổi chữ TCVN3 (.VnTime) sang Unicode.",
        "TCVN3 (.VnTime) text was made Unicode.",
    ),
    "converted_vni": ("Đã đổi chữ VNI sang Unicode.", "VNI text was made Unicode."),
    "key_table": (
        "Đáp án lấy từ bảng đáp án trong tệp.",
        "Keys were taken from the list of keys in the file.",
    ),
    "left_out": (
        "Số dòng, cột hoặc đáp án không thuộc câu hỏi nào, đã bỏ qua: {detail}.",
        "Lines, columns or keys that belong to no question were left out: {detail}.",
    ),
    "rows_above_header": (
        "Bỏ qua các dòng phía trên tiêu đề cột.",
        "Rows above the header were left out.",
    ),
}
UNREADABLE = {
    "bomb": (
        "tệp khi giải nén lớn quá mức cho phép hoặc có nội dung không an toàn",
        "the file unpacks to more than is allowed, or holds what is not safe",
    ),
    "broken": ("tệp bị hỏng, không đọc được ({detail})", "the file is damaged ({detail})"),
    "empty": ("tệp chưa có câu hỏi nào", "the file has no questions"),
    "encoding": (
        "không nhận ra bảng mã chữ; hãy lưu lại tệp dạng UTF-8",
        "the encoding of the text is not known; save the file as UTF-8",
    ),
    "no_header": (
        "không tìm thấy dòng tiêu đề; cần có cột «Câu hỏi» và cột «Đáp án» hoặc «A», «B»",
        "there is no header; name the columns “Question” and “Key”, or “A” and “B”",
    ),
    "not_this_kind": (
        "không nhận ra dạng tệp câu hỏi này",
        "this is no file of questions that the program knows",
    ),
    "old_office": (
        "tệp Word, Excel đời cũ hoặc có mật khẩu; hãy lưu lại dạng .docx, .xlsx không mật khẩu",
        "an old Word or Excel file, or one with a password; save it as .docx or .xlsx without one",
    ),
    "too_large": ("tệp lớn hơn {detail}", "the file is larger than {detail}"),
    "too_many": ("tệp có nhiều hơn {detail} câu hỏi", "the file has more than {detail} questions"),
}


PLACES = (
    (re.compile(r"Câu (.+) \(câu thứ (\d+) của tệp\)"), r"Question \1 (number \2 of the file)"),
    (re.compile(r"Câu (.+)"), r"Question \1"),
    (re.compile(r"câu thứ (\d+)"), r"question number \1"),
    (re.compile(r"dòng (\d+)"), r"row \1"),
)
"""How the formats say where a question stands, and how that is in English."""


def where(place: str, language: str = "vi") -> str:
    """Where a question stands in its file; `place` as in `DraftQuestion`."""
    for said, english in PLACES if language == "en" else ():
        found = said.fullmatch(place)
        if found:
            return found.expand(english)
    return place


def doubt(place: str, doubt: Doubt, language: str = "vi") -> str:
    """A doubt as one line: the question's place, the field, and what is doubtful there."""
    return f"{where(place, language)}, {reason(doubt, language)}"


def reason(doubt: Doubt, language: str = "vi") -> str:
    """The field, and what is doubtful there."""
    tongue = int(language == "en")
    field = FIELDS.get(doubt.field, (doubt.field, doubt.field))[tongue]
    what = DOUBTS[doubt.code][tongue].format(detail=doubt.detail)
    return f"{field}: {what.removesuffix(': ')}."


def note(code: str, language: str = "vi") -> str:
    """What was done on the way, as one line."""
    name, _, detail = code.partition(":")
    return NOTES[name][int(language == "en")].format(detail=detail)


def unreadable(file: str, problem: UnreadableFile, language: str = "vi") -> str:
    """Why a file cannot be read, as one line."""
    what = UNREADABLE[problem.code][int(language == "en")].format(detail=problem.detail)
    return f"{file}: {what}."
