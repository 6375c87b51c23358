"""The second step of logging in: codes of an app (TOTP, RFC 6238) and, where the phone is lost, recovery codes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Iterator
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.db import transaction

from probatum.publish.site.accounts.models import OneTimeKey, RecoveryCode, User
from probatum.publish.site.accounts.sealing import seal, unseal

STEP: Final = 30
"""Seconds that a code holds."""
DRIFT: Final = 1
"""Steps by which the clock of a phone may be off."""
CODES: Final = 10
"""Recovery codes that are made; each is used once."""


def has(user: User) -> bool:
    """True when this person logs in with a second step."""
    return OneTimeKey.objects.filter(user=user, confirmed=True).exists()


def begin(user: User) -> bytes:
    """A key for the person's app: the one that waits to be confirmed, else a new one. Raises ValueError when one is
    confirmed already."""
    kept, _ = OneTimeKey.objects.get_or_create(user=user, defaults={"sealed": seal(secrets.token_bytes(20))})
    if kept.confirmed:
        raise ValueError("a second step is set up already")
    key = unseal(kept.sealed)
    if key is None:
        key = secrets.token_bytes(20)
        OneTimeKey.objects.filter(pk=kept.pk).update(sealed=seal(key))
    return key


def address(user: User, key: bytes, site: str) -> str:
    """What the app reads from the picture (Key URI format)."""
    return _totp(key).get_provisioning_uri(user.get_username(), site)


def spelled(key: bytes) -> str:
    """The key for typing: base32 in groups of four."""
    return _grouped(base64.b32encode(key).decode())


@transaction.atomic
def confirm(user: User, code: str) -> list[str]:
    """Turn the second step on with a first code; gives the recovery codes, to be shown once. Empty for a wrong code."""
    kept = OneTimeKey.objects.filter(user=user, confirmed=False).first()
    if kept is None or not _fits(kept, code):
        return []
    OneTimeKey.objects.filter(pk=kept.pk).update(confirmed=True)
    RecoveryCode.objects.filter(user=user).delete()
    made = [base64.b32encode(secrets.token_bytes(15)).decode().lower() for _ in range(CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(one)) for one in made)
    return [_grouped(one) for one in made]


def passes(user: User, code: str) -> bool:
    """True for a code of the app that was not used before, or for a recovery code, which is used up."""
    kept = OneTimeKey.objects.filter(user=user, confirmed=True).first()
    if kept is not None and _fits(kept, code):
        return True
    return bool(RecoveryCode.objects.filter(user=user, digest=_digest(_plain(code))).delete()[0])


def used_before(user: User, code: str) -> bool:
    """True for a code that the app shows now and that has opened a door already: somebody saw it."""
    kept = OneTimeKey.objects.filter(user=user, confirmed=True).first()
    return kept is not None and any(step <= kept.last for step in _steps(kept, code))


def remove(user: User) -> None:
    """Turn the second step off."""
    OneTimeKey.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


def _fits(kept: OneTimeKey, code: str) -> bool:
    """Whether it is a code of now, later than the last one that was used; then it is used."""
    for step in _steps(kept, code):
        # One statement, so that the same code sent twice at once opens one door.
        return bool(OneTimeKey.objects.filter(pk=kept.pk, last__lt=step).update(last=step))
    return False


def _steps(kept: OneTimeKey, code: str) -> Iterator[int]:
    """The half minutes about now whose code it is."""
    key = unseal(kept.sealed)
    if key is None:
        return
    now, said = int(time.time()) // STEP, _plain(code).encode()
    for step in range(now - DRIFT, now + DRIFT + 1):
        if hmac.compare_digest(_totp(key).generate(step * STEP), said):
            yield step


def _totp(key: bytes) -> TOTP:
    return TOTP(key, 6, SHA1(), STEP)  # noqa: S303  (what every app knows; as an HMAC it is sound, RFC 6238)


def _digest(code: str) -> str:
    """How a recovery code is kept: 120 random bits need no slow hash."""
    return hashlib.sha256(code.encode()).hexdigest()


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()[:64]


def _grouped(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
