"""Authentication: the one-time link first, name and password afterwards."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import lazy_gettext
from wtforms import Form, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from quiz.declared_roles import EVERYBODY, SIGNED_IN
from quiz.service.people.rights import token_of
from quiz.service.people.rows import Account
from quiz.web.access import guessing
from quiz.web.access.held import CONTESTS
from quiz.web.access.signed_in import account, begin, end, signed_in
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import NEEDED, failed
from quiz.web.frame.own_paths import own_path
from quiz.web.frame.responses import PageResponse

_ = lazy_gettext
SHORTEST = 8
KEPT = ("lang", *CONTESTS)
"""What a browser keeps when an account signs in: the language, seats taken, screens shown."""
ONWARD = ("/host/", "/projector/")
pages = Blueprint("sign_in", __name__, url_prefix="/host")


class LoginForm(Form):
    """Name and password."""

    name = StringField(
        _("Tên đăng nhập"),
        [InputRequired(NEEDED)],
        description=_("Tài khoản có sẵn từ lần khởi động đầu tên là host."),
    )
    password = PasswordField(_("Mật khẩu"), [InputRequired(NEEDED)])


class PasswordForm(Form):
    """The password to sign in with from now on."""

    password = PasswordField(
        _("Mật khẩu mới"),
        [InputRequired(NEEDED), Length(SHORTEST, 200, _("Mật khẩu cần ít nhất 8 ký tự."))],
        description=_("Ít nhất 8 ký tự. Vài từ dễ nhớ ghép lại là tốt."),
    )
    again = PasswordField(
        _("Nhập lại mật khẩu"), [EqualTo("password", _("Hai mật khẩu chưa giống nhau."))]
    )


def enter_as(account: Account) -> None:
    """Start a fresh session for this account; see KEPT for what stays."""
    kept: dict[str, Any] = {key: session[key] for key in KEPT if key in session}
    session.clear()
    session.update(kept)
    session.permanent = True
    begin(account)
    guessing.remember(account.name)


@pages.get("/enter/<token>", roles=EVERYBODY)
def enter(token: str) -> PageResponse:
    """Sign in by a one-time link."""
    found = desk().accounts.enter(token, desk().now())
    if found is None:
        if signed_in():
            return redirect(url_for("contests.index"))
        return render_template("access/link_used.html"), 410
    enter_as(found)
    return redirect(url_for("contests.index" if found.has_password else "sign_in.password"))


@pages.route("/login", methods=["GET", "POST"], roles=EVERYBODY)
def login() -> PageResponse:
    """Sign in by name and password."""
    if signed_in():
        return redirect(onward())
    form = LoginForm(request.form)
    if request.method == "GET":
        return render_template("access/login.html", form=form)
    if form.validate() and try_sign_in(form):
        return redirect(onward())
    return render_template("access/login.html", form=form), 422


def try_sign_in(form: LoginForm) -> bool:
    """Sign in the account whose name and password these are; else the reason is at the field."""
    if not guessing.may_try(form.name.data or ""):
        failed(form.password, _("Có quá nhiều lần thử. Chờ vài giây rồi thử lại."))
        return False
    found = desk().accounts.sign_in(form.name.data or "", form.password.data or "")
    if found is None:
        failed(form.password, _("Tên hoặc mật khẩu không đúng."))
        return False
    enter_as(found)
    return True


@pages.route("/password", methods=["GET", "POST"], roles=SIGNED_IN)
def password() -> PageResponse:
    """Choose the password for the next time."""
    form = PasswordForm(request.form)
    if request.method == "GET":
        return render_template("access/password.html", form=form, account=account())
    if not form.validate():
        return render_template("access/password.html", form=form, account=account()), 422
    desk().accounts.set_password(account().id, form.password.data or "")
    desk().sessions.end_others(account().id, kept=token_of(session))
    flash(_("Đã đặt mật khẩu. Lần sau đăng nhập bằng tên và mật khẩu này."))
    return redirect(url_for("contests.index"))


@pages.post("/logout", roles=EVERYBODY)
def logout() -> PageResponse:
    """Sign out; this browser is known again when it comes back."""
    leaving = signed_in()
    if leaving:
        end()
        guessing.remember(leaving.name)
    return redirect(url_for("sign_in.login"))


def onward() -> str:
    """Where the visitor wanted to go; only a page of the host or of the hall."""
    return own_path(request.args.get("next", ""), url_for("contests.index"), ONWARD)
