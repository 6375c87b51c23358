"""Secrets that the site must read again, kept locked in the database: a copy of the database alone opens none."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "probatum.publish.site.accounts.sealing"


def seal(secret: bytes) -> bytes:
    """Lock it with the key of the site (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return _lock().encrypt(secret)


def unseal(sealed: bytes) -> bytes | None:
    """What was locked; None when neither today's key of the site nor the one before opens it."""
    try:
        return _lock().decrypt(bytes(sealed))
    except InvalidToken:
        return None


def _lock() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=key, algorithm="sha256").digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
