"""How phones get in: the host chooses the address, and tells the Wi-Fi that the hall is shown."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext
from wtforms import Form, RadioField, StringField

from quiz.core.errors import Rejected
from quiz.declared_roles import HOSTS
from quiz.service.way_in import LONGEST_NAME, LONGEST_PASSWORD, WayIn
from quiz.web.frame.fields import failed
from quiz.web.frame.public_url import ways_in
from quiz.web.words.refusals import said

_ = lazy_gettext
pages = Blueprint("way_in", __name__, url_prefix="/host/way-in")

FIELDS = {"bad_address": "url", "bad_wifi": "wifi", "storage_failed": "url"}
"""Which field of the form a refusal is about."""


class WayInForm(Form):
    """The address and the Wi-Fi."""

    url = RadioField(_("Địa chỉ mà điện thoại mở"))
    wifi = StringField(
        _("Tên Wi-Fi của hội trường"),
        description=_("Hiện trên màn hình vào thi để ai cũng nối đúng mạng. Để trống: không hiện."),
        render_kw={"maxlength": str(LONGEST_NAME)},
    )
    password = StringField(
        _("Mật khẩu Wi-Fi"),
        description=_("Cũng hiện cho cả hội trường. Để trống nếu không muốn hiện."),
        render_kw={"maxlength": str(LONGEST_PASSWORD)},
    )

    def offer(self) -> None:
        """The addresses to choose from."""
        self.url.choices = [(each, each) for each in ways_in().addresses()]

    def chosen(self) -> WayIn:
        """What was filled in."""
        wifi, password = (self.wifi.data or "").strip(), self.password.data or ""
        return WayIn(self.url.data or "", wifi, password)


@pages.get("", roles=HOSTS)
def show() -> ResponseReturnValue:
    """The addresses this machine has now, and the Wi-Fi."""
    now = ways_in().now
    return _page(WayInForm(url=now.url, wifi=now.wifi, password=now.password))


@pages.post("", roles=HOSTS)
def choose() -> ResponseReturnValue:
    """Have phones come in so from now on: consoles and screens show it at once."""
    form = WayInForm(request.form)
    try:
        ways_in().choose(form.chosen())
    except Rejected as refusal:
        if refusal.code not in FIELDS:
            raise
        failed(form[FIELDS[refusal.code]], said(refusal.code))
        return _page(form, 422)
    flash(_("Đã lưu. Bàn điều khiển và máy chiếu đã đổi theo."))
    return redirect(url_for("way_in.show"), code=303)


def _page(form: WayInForm, status: int = 200) -> ResponseReturnValue:
    form.offer()
    text = render_template("contests/way_in.html", form=form, is_given=ways_in().is_given)
    return text, status
