"""The phone of a person with a second step."""

from __future__ import annotations

import base64
import time

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP


def app(key: str, later: int = 0) -> str:
    """What the app on the phone shows, `later` steps of half a minute on."""
    return TOTP(base64.b32decode(key.replace(" ", "")), 6, SHA1(), 30).generate(int(time.time()) + 30 * later).decode()
