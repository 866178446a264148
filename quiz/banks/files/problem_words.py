"""What is wrong with a bank file, said in words a person can act on."""

from quiz.banks.bank import Problem
from quiz.banks.saying import Tongue, vietnamese
from quiz.banks.saying import vietnamese as _

WORDS = {
    "answer_repeated": _("đáp án «{detail}» đã dùng ở ô khác"),
    "date_wrong": _("ngày «{detail}» phải viết như 28/7/1929, 7/1929 hoặc 1929"),
    "field_missing": _("chưa điền hoặc còn chỗ trống"),
    "field_not_for_kind": _("không dùng cho loại câu hỏi «{detail}»"),
    "field_repeated": _("được ghi nhiều hơn một lần"),
    "field_unknown": _("không phải tên mục nào của ngân hàng"),
    "file_not_utf8": _("tệp không phải mã UTF-8"),
    "file_too_large": _("tệp lớn hơn {detail}"),
    "file_unreadable": _("không mở được tệp: {detail}"),
    "id_in_other_file": _("mã này đã có trong tệp {detail}"),
    "id_repeated": _("mã này đã dùng cho câu hỏi khác"),
    "id_wrong": _("mã «{detail}» chỉ được gồm chữ a–z, chữ số và dấu gạch nối"),
    "key_count": _("số đáp án không đúng: {detail}"),
    "key_in_text": _("câu hỏi để lộ đáp án «{detail}»"),
    "key_repeated": _("đáp án ghi trùng: {detail}"),
    "key_unknown": _("không có phương án nào mang tên này: {detail}"),
    "keyword_given_away": _("để lộ từ khóa «{detail}» của bộ chướng ngại vật"),
    "keyword_long": _("từ khóa dài quá, số tiếng là {detail}"),
    "keyword_not_in_term": _("từ khóa «{detail}» không có trong cụm từ của nguồn"),
    "keyword_repeated": _("từ khóa «{detail}» bị trùng"),
    "keywords_missing": _("tệp chưa có từ khóa nào"),
    "letters_wrong": _("số chữ cái không khớp, đáp án «{detail}»"),
    "not_a_bank": _("tệp phải bắt đầu bằng các mục id, title, …, questions"),
    "not_a_cell": _("phải là một ô gồm các mục id, text, key, letters, …"),
    "not_a_keyword": _("mỗi từ khóa phải gồm các mục id, keyword, term, …"),
    "not_a_keyword_bank": _("tệp phải bắt đầu bằng các mục id, title, …, keywords"),
    "not_a_question": _("mỗi câu hỏi phải gồm các mục id, kind, text, …"),
    "not_an_obstacle": _("tệp phải bắt đầu bằng các mục id, title, …, keyword, rows, centre"),
    "number_out_of_range": _("phải là số nguyên trong khoảng cho phép: {detail}"),
    "number_wrong": _("số «{detail}» phải viết liền, phần lẻ sau dấu phẩy, như 140000 hoặc 4,5"),
    "option_repeated": _("phương án «{detail}» bị trùng"),
    "options_count": _("phải có từ 2 đến 6 phương án, đang có {detail}"),
    "picture_damaged": _("ảnh bị hỏng hoặc thiếu một phần"),
    "picture_missing": _("không có tệp ảnh «{detail}» bên cạnh ngân hàng"),
    "picture_too_large": _("tệp ảnh lớn hơn 20 MB"),
    "picture_too_many_pixels": _("ảnh có hơn 40 triệu điểm ảnh, hãy thu nhỏ trước"),
    "picture_unknown": _("tệp không phải ảnh png, jpg, webp hoặc gif"),
    "picture_wrong": _("«{detail}» phải là tên tệp ảnh png, jpg, webp hoặc gif, không kèm thư mục"),
    "questions_missing": _("tệp chưa có câu hỏi nào"),
    "rows_count": _("số hàng ngang không đúng: {detail}"),
    "text_expected": _("phải là chữ, không phải một nhóm mục con"),
    "value_unknown": _("giá trị không có trong danh sách: {detail}"),
    "yaml_deep": _("mục lồng trong mục quá {detail} tầng"),
    "yaml_wrong": _("không đọc được dạng YAML: {detail}"),
}
PLACES = {
    "line": _("dòng {line}"),
    "question": _("câu hỏi {question}"),
    "field": _("mục {field}"),
}


def sentence(problem: Problem, tongue: Tongue = vietnamese) -> str:
    """The problem as one line: file, line, question and field, then what is wrong there."""
    places = [
        tongue(place).format(**{name: value})
        for name, place in PLACES.items()
        if (value := getattr(problem, name))
    ]
    what = tongue(WORDS[problem.code]).format(detail=problem.detail)
    return f"{', '.join([problem.file, *places])}: {what}."
