"""What a file does not hold of a bank, said in words a person can act on."""

from quiz.banks.exporting.carrying import LeftOut
from quiz.banks.saying import Tongue, vietnamese
from quiz.banks.saying import vietnamese as _

REASONS = {
    "altered": _("có chữ trùng với ký hiệu của định dạng này nên sẽ bị đọc sai"),
    "fixed_order": _("phương án phải giữ thứ tự, định dạng này không ghi được điều đó"),
    "kind": _("định dạng này không có loại câu hỏi «{detail}»"),
    "option_long": _("phương án dài quá: {detail} ký tự"),
    "options_many": _("nhiều phương án quá: {detail}"),
    "picture": _("có ảnh, định dạng này không kèm ảnh"),
    "seconds": _("định dạng này không nhận thời gian {detail} giây"),
    "second_answer": _("có nhiều hơn một đáp án được nhận"),
    "strict_marks": _("thiếu dấu thì sai, định dạng này không ghi được điều đó"),
    "tolerance": _("nhận số gần đúng, định dạng này không ghi được điều đó"),
    "text_long": _("câu hỏi dài quá: {detail} ký tự"),
}
FIELDS = {
    "as_of": _("tính đến"),
    "citation": _("căn cứ"),
    "difficulty": _("độ khó"),
    "explanation": _("giải thích"),
    "id": _("mã"),
    "points": _("điểm"),
    "seconds": _("số giây"),
    "source_status": _("tình trạng nguồn"),
    "topic": _("chủ đề"),
}


def sentence(left_out: LeftOut, tongue: Tongue = vietnamese) -> str:
    """Why a question was left out, as one line that begins with its id."""
    reason = tongue(REASONS[left_out.reason]).format(detail=left_out.detail)
    return f"{left_out.question}: {reason}."


def names(fields: tuple[str, ...], tongue: Tongue = vietnamese) -> str:
    """Fields as people call them, with commas between."""
    return ", ".join(tongue(FIELDS[field]) for field in fields)
