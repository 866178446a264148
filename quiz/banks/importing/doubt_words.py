"""What is doubtful in a file of questions, said in words a person can act on."""

import re

from quiz.banks.importing.draft import Doubt, UnreadableFile
from quiz.banks.saying import Tongue, vietnamese
from quiz.banks.saying import vietnamese as _

DOUBTS = {
    "bad_number": _("số «{detail}» không dùng được hoặc hiểu được hai cách"),
    "cell_error": _("ô Excel bị lỗi: {detail}"),
    "date": _("Excel đã đổi thành ngày {detail}: hãy xem ngày và tháng có bị đảo không"),
    "few_options": _("chỉ có {detail} phương án"),
    "field_wrong": _("giá trị «{detail}» không dùng được"),
    "formula": _("có công thức, chỉ đọc được phần chữ"),
    "from_zero": _("tệp có đáp án ghi là 0, không rõ «{detail}» đếm từ 0 hay từ 1"),
    "key_unknown": _("không hiểu đáp án ghi là «{detail}»"),
    "kind_unknown": _("không rõ loại câu hỏi: «{detail}»"),
    "letters": _("chữ của các phương án bị trùng, thiếu hoặc sai thứ tự: {detail}"),
    "many_keys": _("có nhiều cách hiểu đáp án: {detail}"),
    "many_options": _("có {detail} phương án, nhiều nhất là 6"),
    "no_key": _("chưa có đáp án"),
    "no_options": _("chưa có phương án"),
    "no_text": _("còn trống"),
    "number_shown": _("Excel có thể hiện số này khác đi: «{detail}»"),
    "other_mark": _("phương án {detail} được đánh dấu khác với đáp án của các câu kia"),
    "picture": _("ảnh không rõ thuộc về đâu, hoặc không phải png, jpg, webp: {detail}"),
    "picture_missing": _("tệp nhắc đến ảnh {detail} nhưng không kèm ảnh"),
    "picture_unusable": _("ảnh bị hỏng hoặc lớn quá, không dùng được"),
    "row_cut": _("dòng này có thể bị cắt sai ở dấu phẩy trong câu: «{detail}»"),
    "same_options": _("hai phương án giống nhau: «{detail}»"),
    "stray": _("dòng này không rõ thuộc về đâu: «{detail}»"),
    "symbol": _("có ký hiệu không đọc được"),
    "table": _("có bảng, chỉ đọc được chữ trong các ô"),
    "too_long": _("dài quá: {detail}"),
    "two_texts": _("hai cột cùng là câu hỏi, đã ghép «{detail}» vào trước"),
    "unsupported": _("chương trình không có loại này: {detail}"),
}
FIELDS = {
    "as_of": _("tính đến"),
    "citation": _("căn cứ"),
    "difficulty": _("độ khó"),
    "explanation": _("giải thích"),
    "fixed_order": _("giữ thứ tự"),
    "id": _("mã"),
    "key": _("đáp án"),
    "kind": _("loại"),
    "options": _("phương án"),
    "other_mark": _("phương án {detail} được đánh dấu khác với đáp án của các câu kia"),
    "picture": _("ảnh"),
    "points": _("điểm"),
    "seconds": _("số giây"),
    "source_status": _("tình trạng nguồn"),
    "strict_marks": _("phải đúng dấu"),
    "text": _("câu hỏi"),
    "tolerance": _("sai số"),
    "topic": _("chủ đề"),
}
NOTES = {
    "columns_by_shape": _("Tệp không có dòng tiêu đề; các cột được nhận ra theo nội dung."),
    "converted_tcvn3": _("Đã đổi chữ TCVN3 (.VnTime) sang Unicode."),
    "converted_vni": _("Đã đổi chữ VNI sang Unicode."),
    "hidden_rows": _("Có dòng bị ẩn trong Excel, vẫn được đọc: {detail}."),
    "key_table": _("Đáp án lấy từ bảng đáp án trong tệp."),
    "left_out": _("Số dòng, cột hoặc đáp án không thuộc câu hỏi nào, đã bỏ qua: {detail}."),
    "numbers_missing": _("Không thấy các câu số: {detail}. Hãy xem tệp có thiếu câu không."),
    "sheets_left_out": _("Trang tính không được đọc: {detail}."),
    "rows_above_header": _("Bỏ qua các dòng phía trên tiêu đề cột."),
}
UNREADABLE = {
    "bomb": _("tệp khi giải nén lớn quá mức cho phép hoặc có nội dung không an toàn"),
    "broken": _("tệp bị hỏng, không đọc được ({detail})"),
    "empty": _("tệp chưa có câu hỏi nào"),
    "encoding": _("không nhận ra bảng mã chữ; hãy lưu lại tệp dạng UTF-8"),
    "no_header": _(
        "không tìm thấy dòng tiêu đề; cần có cột «Câu hỏi» và cột «Đáp án» hoặc «A», «B»"
    ),
    "not_this_kind": _("không nhận ra dạng tệp câu hỏi này"),
    "old_office": _(
        "tệp Word, Excel đời cũ hoặc có mật khẩu; hãy lưu lại dạng .docx, .xlsx không mật khẩu"
    ),
    "question_too_large": _(
        "{detail} có hơn 100 phương án hoặc dài hơn 50.000 ký tự, không thể là một câu hỏi; "
        "hãy tách các câu ra rồi nhập lại"
    ),
    "too_large": _("tệp lớn hơn {detail}"),
    "too_many": _("tệp có nhiều hơn {detail} câu hỏi"),
    "too_much_text": _("các câu hỏi trong tệp dài hơn 8 triệu ký tự; hãy chia tệp ra"),
    "too_much_work": _(
        "đọc tệp này mất quá nhiều thời gian nên đã dừng; hãy chia tệp ra, hoặc chép câu hỏi sang "
        "một tệp mới"
    ),
}
ADVICE = {
    "html": _("trang web không đọc được; hãy chép câu hỏi vào Word và lưu dạng .docx"),
    "json": _(
        "tệp JSON không có câu hỏi nhận ra được (question, options, answer);"
        " hãy lưu lại dạng .xlsx hoặc .docx"
    ),
    "odp": _("tệp trình chiếu không đọc được; hãy chép câu hỏi vào Word và lưu dạng .docx"),
    "ods": _("tệp .ods chưa đọc được; hãy mở bằng LibreOffice và lưu lại dạng .xlsx"),
    "odt": _("tệp .odt chưa đọc được; hãy mở bằng LibreOffice và lưu lại dạng .docx"),
    "package": _("gói này không có câu hỏi QTI; hãy xuất lại dạng QTI 2.1 hoặc Moodle XML"),
    "pdf": _("tệp PDF không đọc được; hãy mở bằng Word (Word đổi được PDF) và lưu dạng .docx"),
    "pptx": _("tệp trình chiếu không đọc được; hãy chép câu hỏi vào Word và lưu dạng .docx"),
    "rtf": _("tệp .rtf chưa đọc được; hãy mở bằng Word và lưu lại dạng .docx"),
}
"""What to do with files of kinds that people try, by the detail of `not_this_kind`."""
PLACES = (
    (
        re.compile(r"Câu (?P<label>.+) \(câu thứ (?P<number>\d+) của tệp\)"),
        _("Câu {label} (câu thứ {number} của tệp)"),
    ),
    (re.compile(r"Câu (?P<label>.+)"), _("Câu {label}")),
    (re.compile(r"câu thứ (?P<number>\d+)"), _("câu thứ {number}")),
    (re.compile(r"dòng (?P<number>\d+)"), _("dòng {number}")),
)
"""How the readers say where a question stands, as it is kept, and how that is said."""


def where(place: str, tongue: Tongue = vietnamese) -> str:
    """Where a question stands in its file; `place` as in `DraftQuestion`."""
    for kept, said in PLACES:
        found = kept.fullmatch(place)
        if found:
            return tongue(said).format(**found.groupdict())
    return place


def doubt(place: str, doubt: Doubt, tongue: Tongue = vietnamese) -> str:
    """A doubt as one line: the question's place, the field, and what is doubtful there."""
    return f"{where(place, tongue)}, {reason(doubt, tongue)}"


def reason(doubt: Doubt, tongue: Tongue = vietnamese) -> str:
    """The field, and what is doubtful there; a field that only its file knows stays as it is."""
    field = tongue(FIELDS[doubt.field]) if doubt.field in FIELDS else doubt.field
    what = tongue(DOUBTS[doubt.code]).format(detail=doubt.detail)
    return f"{field}: {what.removesuffix(': ')}."


def note(code: str, tongue: Tongue = vietnamese) -> str:
    """What was done on the way, as one line."""
    name, _colon, detail = code.partition(":")
    return tongue(NOTES[name]).format(detail=detail)


def unreadable(file: str, problem: UnreadableFile, tongue: Tongue = vietnamese) -> str:
    """Why a file cannot be read, as one line."""
    known = problem.code == "not_this_kind" and problem.detail in ADVICE
    said = ADVICE[problem.detail] if known else UNREADABLE[problem.code]
    what = tongue(said).format(detail=problem.detail)
    return f"{file}: {what}."
