"""What a file does not hold of a bank, said in words a person can act on."""

from quiz.banks.exporting.carrying import LeftOut

REASONS = {
    "altered": (
        "có chữ trùng với ký hiệu của định dạng này nên sẽ bị đọc sai",
        "holds text that this format takes for marks of its own",
    ),
    "fixed_order": (
        "phương án phải giữ thứ tự, định dạng này không ghi được điều đó",
        "has options in a fixed order, which this format cannot say",
    ),
    "kind": (
        "định dạng này không có loại câu hỏi «{detail}»",
        "is of a kind that this format does not have: “{detail}”",
    ),
    "option_long": ("phương án dài quá: {detail} ký tự", "has too long an option: {detail}"),
    "options_many": ("nhiều phương án quá: {detail}", "has too many options: {detail}"),
    "picture": ("có ảnh, định dạng này không kèm ảnh", "has a picture, which would be lost"),
    "seconds": (
        "định dạng này không nhận thời gian {detail} giây",
        "has a time that this format does not take: {detail} s",
    ),
    "second_answer": (
        "có nhiều hơn một đáp án được nhận",
        "accepts more than one answer",
    ),
    "strict_marks": (
        "thiếu dấu thì sai, định dạng này không ghi được điều đó",
        "asks for the right diacritics, which this format cannot say",
    ),
    "tolerance": (
        "nhận số gần đúng, định dạng này không ghi được điều đó",
        "accepts numbers nearby, which this format cannot say",
    ),
    "text_long": ("câu hỏi dài quá: {detail} ký tự", "is too long: {detail} characters"),
}
FIELDS = {
    "as_of": ("tính đến", "as of"),
    "citation": ("căn cứ", "citation"),
    "difficulty": ("độ khó", "difficulty"),
    "explanation": ("giải thích", "explanation"),
    "id": ("mã", "id"),
    "points": ("điểm", "points"),
    "seconds": ("số giây", "seconds"),
    "source_status": ("tình trạng nguồn", "source status"),
    "topic": ("chủ đề", "topic"),
}


def sentence(left_out: LeftOut, language: str = "vi") -> str:
    """Why a question was left out, as one line that begins with its id."""
    reason = REASONS[left_out.reason][language == "en"].format(detail=left_out.detail)
    return f"{left_out.question}: {reason}."


def names(fields: tuple[str, ...], language: str = "vi") -> str:
    """Fields as people call them, with commas between."""
    return ", ".join(FIELDS[field][language == "en"] for field in fields)
