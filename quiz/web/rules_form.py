"""The rules of a round in the form of a new contest, each saying in words what it does."""

from flask_babel import lazy_gettext
from wtforms import BooleanField, FieldList, Form, FormField
from wtforms.validators import NumberRange, Optional

from quiz.web.fields import WholeField, one_of, whole

_ = lazy_gettext


class RescueForm(Form):
    """One rescue: how many return, and in which order they are taken."""

    how_many = one_of(
        _("Số người trở lại"),
        [
            ("all", _("Tất cả")),
            ("number", _("Một số người")),
            ("percent", _("Một tỷ lệ % người đã rời sàn")),
            ("none", _("Không dùng lần này")),
        ],
    )
    amount = WholeField(
        _("Số người hoặc %"),
        [Optional(), NumberRange(0, 5000, _("Cần một số từ 0 đến 5.000."))],
        default=10,
        render_kw={"min": 0, "max": 5000},
    )
    order = one_of(
        _("Ai trước"),
        [
            ("latest", _("Người rời sàn muộn nhất")),
            ("score", _("Người có điểm cao hơn")),
            ("random", _("Bốc thăm")),
            ("hand", _("Người dẫn tự chọn")),
        ],
    )


RESCUES = (
    {"how_many": "all", "amount": 0, "order": "latest"},
    {"how_many": "number", "amount": 10, "order": "latest"},
    {"how_many": "none", "amount": 0, "order": "latest"},
)


class RulesForm(Form):
    """Who leaves the floor, who returns, how it ends, what an answer is worth."""

    out_on_wrong = BooleanField(_("Trả lời sai thì rời sàn"), default=True)
    out_on_none = BooleanField(_("Không trả lời thì rời sàn"), default=True)
    all_wrong = one_of(
        _("Khi tất cả cùng sai"),
        [
            ("spare_once", _("Không ai rời sàn, một lần duy nhất")),
            ("spare", _("Không ai rời sàn, lần nào cũng vậy")),
            ("out", _("Tất cả rời sàn")),
        ],
        _("Ở câu cuối cùng thì không ai rung được chuông."),
    )
    rescue_below = whole(
        _("Cứu trợ khi còn ít hơn (người)"), 0, 5000, 10, _("Máy nhắc; người dẫn quyết định.")
    )
    rescue_below_percent = whole(
        _("Hoặc khi còn ít hơn (% số người bắt đầu)"), 0, 100, 20, _("0 là không xét tỷ lệ.")
    )
    rescue_until = whole(
        _("Cứu trợ chậm nhất sau câu"), 0, 100, 15, _("Sau câu này không còn cứu trợ. 0: không có.")
    )
    rescues = FieldList(FormField(RescueForm), default=RESCUES)
    lifeline = BooleanField(
        _("Phao cứu trợ cho người cuối cùng"),
        description=_("Người duy nhất còn lại được hỏi khán giả một lần, trừ câu cuối."),
        default=True,
    )
    sole_survivor = one_of(
        _("Khi chỉ còn một người"),
        [
            ("continue", _("Thi tiếp đến câu cuối mới được rung chuông")),
            ("wins", _("Rung chuông ngay")),
        ],
    )
    ending = one_of(
        _("Khi còn nhiều người sau câu cuối"),
        [
            ("reserve", _("Hỏi câu dự phòng để phân hạng")),
            ("bell", _("Người đứng đầu bảng xếp hạng rung chuông")),
            ("no_bell", _("Không rung chuông")),
        ],
    )
    reserve_count = whole(
        _("Số câu dự phòng để phân hạng"), 0, 50, 3, _("Hỏi lần lượt những người còn lại.")
    )
    chain = one_of(
        _("Thứ tự xếp hạng"),
        [
            (
                "survived,correct,reserve,time,draw",
                _("Câu cuối còn trên sàn, số câu đúng, câu dự phòng, thời gian, bốc thăm"),
            ),
            (
                "survived,reserve,correct,time,draw",
                _("Câu cuối còn trên sàn, câu dự phòng, số câu đúng, thời gian, bốc thăm"),
            ),
        ],
        _("Bằng nhau ở mục trước mới xét đến mục sau."),
    )
    points = whole(_("Điểm cho câu đúng"), 1, 1000, 10, _("Dùng cho xếp hạng đội."))
    penalty = whole(_("Trừ điểm khi sai"), 0, 1000, 0, _("0 là không trừ."))
    speed = BooleanField(
        _("Trả lời nhanh được nhiều điểm hơn"),
        description=_("Trả lời ngay được đủ điểm, giảm dần còn một nửa lúc hết giờ."),
    )
    credit_ms = whole(
        _("Bù độ trễ mạng, nhiều nhất (ms)"),
        0,
        1000,
        150,
        _("Máy chủ tự đo đường đi của tin và trừ nửa vòng vào thời gian trả lời. 0: không bù."),
    )
    floor_zero = BooleanField(
        _("Điểm không xuống dưới 0"),
        default=True,
    )
    answer_seconds = whole(
        _("Giây để trả lời"),
        1,
        300,
        3,
        _(
            "Từ lúc có lượt. Trả lời miệng: đồng hồ để mọi người thấy, người dẫn quyết định. Trên "
            "điện thoại: hết giờ là mất lượt."
        ),
    )
    aloud = BooleanField(
        _("Trả lời miệng, người dẫn chấm"),
        description=_(
            "Bỏ chọn: người có lượt trả lời trên điện thoại, máy chấm, câu trả lời đầu tiên là "
            "cuối cùng."
        ),
        default=True,
    )
    early = BooleanField(
        _("Được bấm chuông khi đang đọc câu hỏi"),
        description=_("Bỏ chọn: bấm trước khi đồng hồ chạy không được tính."),
        default=True,
    )
    again = BooleanField(
        _("Sai thì người khác được bấm tiếp"),
        description=_("Trong thời gian còn lại, mỗi người một lượt ở mỗi câu."),
        default=False,
    )
