"""Words for the host while nothing can be stored: what is wrong and what to do."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

TROUBLE: Words = {
    "trouble.title": _("Máy chủ chưa ghi được dữ liệu."),
    "trouble.kept": _(
        "Những gì đã báo “Đã ghi” vẫn còn nguyên; điện thoại tự gửi lại phần chưa ghi. Khi ghi lại "
        "được, hãy xem ai chưa kịp trả lời: cộng giờ hoặc bỏ câu này."
    ),
    "trouble.disk_full": _(
        "Ổ đĩa đã đầy: hãy xóa bớt tệp trên máy này. Dòng này tự mất khi ghi được."
    ),
    "trouble.read_only": _(
        "Tệp dữ liệu chỉ cho đọc: hãy cho phép ghi vào thư mục dữ liệu. Dòng này tự mất khi ghi "
        "được."
    ),
    "trouble.locked": _(
        "Một chương trình khác đang giữ tệp dữ liệu: hãy đóng chương trình đó. Dòng này tự mất khi "
        "ghi được."
    ),
    "trouble.damaged": _(
        "Tệp dữ liệu bị hỏng: hãy dừng máy chủ và phục hồi bản sao lưu (run.py restore)."
    ),
    "trouble.gone": _(
        "Không thấy thư mục dữ liệu: hãy cắm lại ổ đĩa hoặc trả thư mục về chỗ cũ. Dòng này tự mất "
        "khi ghi được."
    ),
    "trouble.replaced": _(
        "Ở chỗ tệp dữ liệu nay là một tệp khác. Những gì đã ghi được chép ra tệp "
        "contests-before-loss trong cùng thư mục. Hãy chuyển tệp lạ đi chỗ khác, máy chủ tự ghi "
        "tiếp."
    ),
    "trouble.put_back": _(
        "Tệp dữ liệu bị lấy đi khi máy chủ đang chạy. Máy chủ đã tự ghi lại đầy đủ, không mất câu "
        "trả lời nào. Đừng chuyển hay xóa tệp trong thư mục dữ liệu."
    ),
    "trouble.storage_failed": _(
        "Ổ đĩa không nhận dữ liệu: hãy xem ổ đĩa còn chỗ và còn cắm không. Dòng này tự mất khi ghi "
        "được."
    ),
}
