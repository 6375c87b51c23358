"""Tokens of programs, and replies that are kept so that a repeated request is answered and not done again."""

from __future__ import annotations

import hashlib
import secrets
from enum import StrEnum

from django.conf import settings
from django.db import models


class Scope(StrEnum):
    """What a token may do."""

    READ = "read"
    """Articles, records, search, library status, appraisals."""
    ASK = "ask"
    """Ask, follow up, read and delete one's own answers."""
    AUDIT = "audit"


class Token(models.Model):
    """A program's token; the token itself is shown once and kept as its hash alone."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=80)
    made = models.DateTimeField(auto_now_add=True)
    used = models.DateTimeField(null=True)

    @classmethod
    def create(cls, owner: models.Model, name: str, scopes: list[Scope]) -> str:
        """Make one and return what the program has to send."""
        secret = f"pbt_{secrets.token_urlsafe(32)}"
        cls.objects.create(owner=owner, name=name, digest=digest(secret), scopes=" ".join(sorted(scopes)))
        return secret


class KeptReply(models.Model):
    """The reply to a request with an Idempotency-Key, for a day."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    key = models.CharField(max_length=120)
    request = models.CharField(max_length=64)
    """Hash of method, path and body: the same key with another request is refused."""
    status = models.PositiveSmallIntegerField(default=0)
    """0 while the first request is being answered."""
    body = models.BinaryField(default=bytes)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A key belongs to its token."""

        constraints = (models.UniqueConstraint(fields=("token", "key"), name="one_reply_a_key"),)


def digest(secret: str) -> str:
    """How a token is kept: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
