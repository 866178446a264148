"""Cookies and links are dated by a clock that only goes on, whoever sets the machine's.

By the machine's own, a clock set back made every session unreadable for as long: phones that came
back had lost their seats.
"""

from datetime import datetime

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import SignatureExpired, TimestampSigner, URLSafeTimedSerializer

from quiz.clock import SystemClock

_CLOCK = SystemClock()


def now_s() -> int:
    """Seconds since 1970."""
    return _CLOCK.now() // 1000


class Signer(TimestampSigner):
    """What was signed ahead of now, by a server before the clock was set back, is as new."""

    def get_timestamp(self) -> int:
        """When what is signed now was signed."""
        return now_s()

    def unsign(  # type: ignore[override]
        self,
        signed_value: str | bytes,
        max_age: int | None = None,
        return_timestamp: bool = False,
    ) -> tuple[bytes, datetime] | bytes:
        """As the original, but for the future; raises BadSignature."""
        value, signed = super().unsign(signed_value, return_timestamp=True)
        age = now_s() - int(signed.timestamp())
        if max_age is not None and age > max_age:
            text = f"Signature age {age} > {max_age} seconds"
            raise SignatureExpired(text, payload=value, date_signed=signed)
        return (value, signed) if return_timestamp else value


class Sessions(SecureCookieSessionInterface):
    """Sessions in cookies signed so."""

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """The app's own, with our signer."""
        serializer = super().get_signing_serializer(app)
        if serializer is not None:
            serializer.signer = Signer
        return serializer
