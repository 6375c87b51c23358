"""Signatures of people: Ed25519, with the private key locked by the person's own password.

The password is asked for at each signature, so that neither the site nor a stolen session can sign a review.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from probatum.publish.site.accounts.models import User


def sign(user: User, password: str, message: bytes) -> bytes:
    """The signature of `message`; the first one makes the person's key. Raises ValueError for a wrong password."""
    if not user.check_password(password):
        raise ValueError("the password is not right")
    key = _kept(user, password) or _made(user, password)
    return key.sign(message)


def _kept(user: User, password: str) -> Ed25519PrivateKey | None:
    """The person's key; None before the first signature, and after a change of the password that locked it: earlier
    signatures still hold, since the trail keeps the public key each was made with."""
    if not user.private_key:
        return None
    try:
        key = load_der_private_key(bytes(user.private_key), password.encode())
    except ValueError:
        return None
    return key if isinstance(key, Ed25519PrivateKey) else None


def _made(user: User, password: str) -> Ed25519PrivateKey:
    made = Ed25519PrivateKey.generate()
    lock = BestAvailableEncryption(password.encode())
    user.private_key = made.private_bytes(Encoding.DER, PrivateFormat.PKCS8, lock)
    user.public_key = made.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    user.save(update_fields=["private_key", "public_key"])
    return made


def holds(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """True when the signature is by the holder of the key over these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes(public_key)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
