"""Tokens that let somebody in: told once, kept as a hash only."""

import hashlib
import secrets

_BYTES = 24


def new_token() -> str:
    """One that nobody can guess, for a link or a cookie."""
    return secrets.token_urlsafe(_BYTES)


def digest(token: str) -> str:
    """What is kept of a token: whoever reads the database gets in by none of them."""
    return hashlib.sha256(token.encode()).hexdigest()
