"""The phone of a person with a second step."""

from __future__ import annotations

import base64
import time

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

STEP = 30
SPARE = 4
"""Seconds that a code is good for at least: one shown at the end of a step is of the step before when it is typed."""


def app(key: str, later: int = 0) -> str:
    """What the app on the phone shows, `later` steps of half a minute on."""
    left = STEP - time.time() % STEP
    if left < SPARE:
        time.sleep(left)
    shown = TOTP(base64.b32decode(key.replace(" ", "")), 6, SHA1(), STEP)
    return shown.generate(int(time.time()) + STEP * later).decode()
