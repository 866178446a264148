"""What is wrong with a bank file, said in words a person can act on."""

from quiz.banks.bank import Problem

WORDS = {
    "answer_repeated": (
        "đáp án «{detail}» đã dùng ở ô khác",
        "the answer “{detail}” is already used by another cell",
    ),
    "date_wrong": (
        "ngày «{detail}» phải viết như 28/7/1929, 7/1929 hoặc 1929",
        "the date “{detail}” must look like 28/7/1929, 7/1929 or 1929",
    ),
    "field_missing": ("chưa điền hoặc còn chỗ trống", "is missing or has an empty entry"),
    "field_not_for_kind": (
        "không dùng cho loại câu hỏi «{detail}»",
        "does not go with a question of kind “{detail}”",
    ),
    "field_repeated": ("được ghi nhiều hơn một lần", "is written more than once"),
    "field_unknown": ("không phải tên mục nào của ngân hàng", "is not a field of a bank file"),
    "file_not_utf8": ("tệp không phải mã UTF-8", "the file is not UTF-8 text"),
    "file_too_large": ("tệp lớn hơn {detail}", "the file is larger than {detail}"),
    "file_unreadable": ("không mở được tệp: {detail}", "the file cannot be opened: {detail}"),
    "id_in_other_file": (
        "mã này đã có trong tệp {detail}",
        "this id is already used in the file {detail}",
    ),
    "id_repeated": ("mã này đã dùng cho câu hỏi khác", "this id is already used above"),
    "id_wrong": (
        "mã «{detail}» chỉ được gồm chữ a–z, chữ số và dấu gạch nối",
        "the id “{detail}” may hold only a–z, digits and hyphens",
    ),
    "key_count": (
        "số đáp án không đúng: {detail}",
        "has the wrong number of answers: {detail}",
    ),
    "key_in_text": (
        "câu hỏi để lộ đáp án «{detail}»",
        "the question gives away its answer “{detail}”",
    ),
    "key_repeated": ("đáp án ghi trùng: {detail}", "names an answer twice: {detail}"),
    "key_unknown": (
        "không có phương án nào mang tên này: {detail}",
        "no option has this name: {detail}",
    ),
    "keyword_given_away": (
        "để lộ từ khóa «{detail}» của bộ chướng ngại vật",
        "gives away the keyword “{detail}” of the set",
    ),
    "keyword_long": (
        "từ khóa dài quá, số tiếng là {detail}",
        "the keyword has too many syllables: {detail}",
    ),
    "keyword_not_in_term": (
        "từ khóa «{detail}» không có trong cụm từ của nguồn",
        "the source's term does not hold the keyword “{detail}”",
    ),
    "keyword_repeated": (
        "từ khóa «{detail}» bị trùng",
        "the keyword “{detail}” appears twice",
    ),
    "keywords_missing": ("tệp chưa có từ khóa nào", "the file has no keywords"),
    "letters_wrong": (
        "số chữ cái không khớp, đáp án «{detail}»",
        "the number of letters does not fit the answer “{detail}”",
    ),
    "not_a_bank": (
        "tệp phải bắt đầu bằng các mục id, title, …, questions",
        "the file must hold the fields id, title, …, questions",
    ),
    "not_a_cell": (
        "phải là một ô gồm các mục id, text, key, letters, …",
        "must be a cell with the fields id, text, key, letters, …",
    ),
    "not_a_keyword": (
        "mỗi từ khóa phải gồm các mục id, keyword, term, …",
        "each keyword must hold the fields id, keyword, term, …",
    ),
    "not_a_keyword_bank": (
        "tệp phải bắt đầu bằng các mục id, title, …, keywords",
        "the file must hold the fields id, title, …, keywords",
    ),
    "not_a_question": (
        "mỗi câu hỏi phải gồm các mục id, kind, text, …",
        "each question must hold the fields id, kind, text, …",
    ),
    "not_an_obstacle": (
        "tệp phải bắt đầu bằng các mục id, title, …, keyword, rows, centre",
        "the file must hold the fields id, title, …, keyword, rows, centre",
    ),
    "number_out_of_range": (
        "phải là số nguyên trong khoảng cho phép: {detail}",
        "must be a whole number within bounds: {detail}",
    ),
    "number_wrong": (
        "số «{detail}» phải viết liền, phần lẻ sau dấu phẩy, như 140000 hoặc 4,5",
        "the number “{detail}” must be plain, with a decimal comma, as 140000 or 4,5",
    ),
    "option_repeated": ("phương án «{detail}» bị trùng", "the option “{detail}” appears twice"),
    "options_count": (
        "phải có từ 2 đến 6 phương án, đang có {detail}",
        "there must be 2 to 6 options, not {detail}",
    ),
    "picture_damaged": (
        "ảnh bị hỏng hoặc thiếu một phần",
        "the picture is broken or incomplete",
    ),
    "picture_missing": (
        "không có tệp ảnh «{detail}» bên cạnh ngân hàng",
        "there is no picture file “{detail}” beside the bank",
    ),
    "picture_too_large": (
        "tệp ảnh lớn hơn 20 MB",
        "the picture's file is larger than 20 MB",
    ),
    "picture_too_many_pixels": (
        "ảnh có hơn 40 triệu điểm ảnh, hãy thu nhỏ trước",
        "the picture has more than 40 million pixels: make it smaller first",
    ),
    "picture_unknown": (
        "tệp không phải ảnh png, jpg, webp hoặc gif",
        "the file is not a png, jpg, webp or gif picture",
    ),
    "picture_wrong": (
        "«{detail}» phải là tên tệp ảnh png, jpg, webp hoặc gif, không kèm thư mục",
        "“{detail}” must be the name of a png, jpg, webp or gif file, without a folder",
    ),
    "questions_missing": ("tệp chưa có câu hỏi nào", "the file has no questions"),
    "rows_count": (
        "số hàng ngang không đúng: {detail}",
        "has the wrong number of rows: {detail}",
    ),
    "text_expected": ("phải là chữ, không phải một nhóm mục con", "must be plain text"),
    "value_unknown": (
        "giá trị không có trong danh sách: {detail}",
        "is not one of the allowed values: {detail}",
    ),
    "yaml_deep": (
        "mục lồng trong mục quá {detail} tầng",
        "items within items, more than {detail} deep",
    ),
    "yaml_wrong": ("không đọc được dạng YAML: {detail}", "this is not YAML: {detail}"),
}
PLACES = (
    ("dòng {line}", "câu hỏi {question}", "mục {field}"),
    ("line {line}", "question {question}", "field {field}"),
)


def sentence(problem: Problem, language: str = "vi") -> str:
    """The problem as one line: file, line, question and field, then what is wrong there."""
    tongue = 1 if language == "en" else 0
    values = (problem.line, problem.question, problem.field)
    names = ("line", "question", "field")
    places = [
        place.format(**{name: value})
        for place, name, value in zip(PLACES[tongue], names, values, strict=True)
        if value
    ]
    what = WORDS[problem.code][tongue].format(detail=problem.detail)
    return f"{', '.join([problem.file, *places])}: {what}."
