"""A buzzer round in words: its form, its rules, its preset.

The defaults are those of the common warm-up round of "Đường lên đỉnh Olympia", season 26: one may
buzz while the question is being read, 3 seconds for the answer, +10 or −5 points, nobody else
after a wrong answer. Season 23 had no score below zero. The seconds for buzzing, the span for
slower lines and that equal times share the turn are this program's own.
"""

from typing import Any

from flask_babel import lazy_gettext

from quiz.formats.buzzer.settings import Settings
from quiz.web.formats.asking import (
    CHAIN_WORDS,
    CHANGE_WORDS,
    CLOCK,
    CLOCK_WORDS,
    FLOOR_ZERO_WORDS,
    TEAM_ANSWER_WORDS,
    chain,
    team_answer,
)
from quiz.web.formats.buzzer.acts import ACTS
from quiz.web.formats.buzzer.figures import lines
from quiz.web.formats.buzzer.sheets import sheets
from quiz.web.formats.buzzer.words import HOST, PHONE, PROJECTOR
from quiz.web.formats.declaring import (
    FormatPages,
    Group,
    Preset,
    Setting,
    SettingWords,
    alone,
    pair,
)
from quiz.web.rules.saying import either
from quiz.web.rules.saying import words as gettext

_ = lazy_gettext


def _seconds(settings: Any) -> str:
    time = gettext("Có %(n)s giây để bấm chuông, trừ câu ghi thời gian riêng.", n=settings.seconds)
    first = gettext(
        "Ai bấm chuông sớm nhất theo thời gian tính (thời gian lúc máy chủ nhận, trừ phần bù độ "
        "trễ mạng) thì có lượt trả lời; thời gian tính bằng nhau thì cùng có lượt."
    )
    span = gettext(
        "Sau tiếng chuông đầu tiên, máy chủ còn nhận chuông đến chậm trong một khoảng bằng mức bù "
        "nhiều nhất, để người có đường mạng chậm không bị thiệt."
    )
    return f"{time} {first} {span}"


def _clock(settings: Any) -> str:
    if settings.clock == "at_once":
        return gettext("Đồng hồ bấm chuông chạy ngay khi câu hỏi hiện ra.")
    return gettext("Đồng hồ bấm chuông chạy khi người dẫn bấm, sau khi đọc câu hỏi.")


def _answer_seconds(settings: Any) -> str:
    time = gettext("Người có lượt có %(n)s giây để trả lời.", n=settings.answer_seconds)
    raised = gettext("Người dẫn được gọi người giơ tay thay cho bấm chuông.")
    return f"{time} {raised}"


def _aloud(settings: Any) -> str:
    if settings.aloud:
        return gettext(
            "Người có lượt trả lời miệng, người dẫn chấm đúng hay sai; hết giờ mà chưa trả lời thì "
            "người dẫn chấm sai. Sửa đáp án về sau không chấm lại câu trả lời miệng."
        )
    return gettext(
        "Người có lượt trả lời trên điện thoại của mình; câu trả lời đầu tiên là cuối cùng. Hết "
        "giờ mà chưa trả lời thì mất lượt."
    )


def _again(settings: Any) -> str:
    if settings.again:
        return gettext(
            "Sau câu trả lời sai hoặc không trả lời, những người chưa có lượt được bấm chuông tiếp "
            "trong thời gian còn lại; mỗi người một lượt ở mỗi câu."
        )
    return gettext(
        "Mỗi câu chỉ một lượt: sau câu trả lời sai hoặc không trả lời thì không ai bấm nữa."
    )


def _points(settings: Any) -> str:
    return gettext(
        "Người có lượt trả lời đúng được %(n)s điểm, trừ câu ghi điểm riêng; người không có lượt "
        "không được và không mất điểm.",
        n=settings.points,
    )


def _penalty(settings: Any) -> str:
    if not settings.penalty:
        return gettext("Có lượt mà trả lời sai hoặc không trả lời thì không bị trừ điểm.")
    return gettext(
        "Có lượt mà trả lời sai hoặc không trả lời bị trừ %(n)s điểm.", n=settings.penalty
    )


def _chain(settings: Any) -> str:
    timed = "time" in settings.chain
    own = gettext("Thời gian ở phần này là thời gian bấm chuông.") if timed else ""
    return f"{chain()(settings)} {own}".strip()


def _team_answer(settings: Any) -> str:
    turn = gettext("Đội có lượt thì người đã bấm chuông hoặc đội trưởng trả lời trên điện thoại.")
    audience = gettext("Ở câu khán giả:")
    return f"{turn} {audience} {team_answer(settings)}"


_early = either(
    "early",
    lambda: gettext("Được bấm chuông từ lúc câu hỏi hiện ra, cả khi người dẫn đang đọc."),
    lambda: gettext("Chỉ được bấm chuông khi đồng hồ đã chạy; bấm sớm hơn không được tính."),
)
_floor_zero = either(
    "floor_zero",
    lambda: gettext("Điểm không xuống dưới 0."),
    lambda: gettext("Điểm có thể xuống dưới 0."),
)
_change = either(
    "change_answer",
    lambda: gettext(
        "Ở câu khán giả: được đổi đáp án cho đến khi khóa; đáp án cuối cùng được tính."
    ),
    lambda: gettext("Ở câu khán giả: không được đổi đáp án; đáp án đầu tiên được tính."),
)

SETTINGS = {
    "seconds": Setting(
        SettingWords(
            _("Giây để bấm chuông"),
            _("Hết giờ mà không ai bấm thì khóa câu. Câu nào ghi thời gian riêng thì theo câu đó."),
        ),
        _seconds,
    ),
    "clock": Setting(CLOCK_WORDS, _clock),
    "early": Setting(
        SettingWords(
            _("Được bấm chuông khi đang đọc câu hỏi"),
            _("Bỏ chọn: bấm trước khi đồng hồ chạy không được tính."),
        ),
        _early,
    ),
    "answer_seconds": Setting(
        SettingWords(
            _("Giây để trả lời"),
            _(
                "Từ lúc có lượt. Trả lời miệng: đồng hồ để mọi người thấy, người dẫn quyết định. "
                "Trên điện thoại: hết giờ là mất lượt."
            ),
        ),
        _answer_seconds,
    ),
    "aloud": Setting(
        SettingWords(
            _("Trả lời miệng, người dẫn chấm"),
            _(
                "Bỏ chọn: người có lượt trả lời trên điện thoại, máy chấm, câu trả lời đầu tiên là "
                "cuối cùng."
            ),
        ),
        _aloud,
    ),
    "again": Setting(
        SettingWords(
            _("Sai thì người khác được bấm tiếp"),
            _("Trong thời gian còn lại, mỗi người một lượt ở mỗi câu."),
        ),
        _again,
    ),
    "points": Setting(
        SettingWords(
            _("Điểm cho câu đúng"),
            _("Cho người có lượt trả lời đúng. Câu nào ghi điểm riêng thì theo câu đó."),
        ),
        _points,
    ),
    "penalty": Setting(
        SettingWords(
            _("Trừ điểm khi sai hoặc không trả lời"), _("Chỉ trừ người có lượt. 0 là không trừ.")
        ),
        _penalty,
    ),
    "floor_zero": Setting(FLOOR_ZERO_WORDS, _floor_zero),
    "change_answer": Setting(CHANGE_WORDS, _change),
    "chain": Setting(CHAIN_WORDS, _chain),
    "team_answer": Setting(TEAM_ANSWER_WORDS, _team_answer),
}
TURNS = Group(
    "turns",
    (
        pair("aloud", "answer_seconds"),
        pair("early", "again"),
        pair("points", "penalty"),
        alone("floor_zero"),
    ),
    title=_("Bấm chuông và trả lời"),
    hint=_(
        "Hai người bấm bằng nhau từng phần nghìn giây thì cùng có lượt: ai đúng được điểm, ai sai "
        "bị trừ. Thi theo đội: mỗi người một chuông, điểm cộng về đội theo cách tính điểm của đội."
    ),
)
PAGES = FormatPages(
    kind=Settings,
    settings=SETTINGS,
    shown=(CLOCK, TURNS),
    folded=(),
    presets=(
        Preset(
            id="buzzer",
            name=_("Khởi động bấm chuông"),
            about=_(
                "Ai bấm chuông trước được trả lời miệng: đúng được điểm, sai bị trừ điểm. Không ai "
                "bị loại, khoảng 15 phút."
            ),
            format="buzzer",
            values={
                "questions": 12,
                "reserve": 0,
                "audience": 0,
                "mcq_first": 12,
                "seconds": 10,
            },
        ),
    ),
    about={
        "audience": _(
            "Hỏi người vào xem: trả lời trên điện thoại, không cần chuông, không tính vào kết quả."
        ),
        "credit_ms": _(
            "Máy chủ tự đo đường đi của tin và trừ nửa vòng vào thời gian bấm. Sau tiếng chuông "
            "đầu, chuông đến chậm còn được nhận trong khoảng này. 0: không bù."
        ),
    },
    without=frozenset({"reserve"}),
    phone=PHONE,
    projector=PROJECTOR,
    host=HOST,
    acts=ACTS,
    lines=lines,
    footnote=_(
        "Tiếng chuông có thời gian tính ít nhất được lượt trả lời; sau người đầu: thời gian tính "
        "hơn người ấy bao nhiêu."
    ),
    sheets=sheets,
)
