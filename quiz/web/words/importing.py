"""Words that the scripts of the import pages show."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

IMPORTING: Words = {
    "import.sending": _("Đang gửi tệp… {share} %"),
    "import.reading": _("Đang đọc tệp… {share} %"),
    "import.opening": _("Đang mở tệp…"),
    "import.large": _("Tệp {name} lớn hơn 20 MB."),
    "import.one": _("Hãy thả từng tệp một."),
    "import.failed": _("Không gửi được tệp. Hãy kiểm tra mạng rồi thử lại."),
}
