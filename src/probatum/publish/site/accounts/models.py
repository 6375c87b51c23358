"""The user: who they are on a page, and the key that signs their reviews."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from probatum.publish.site.editorial.standing import Role

if TYPE_CHECKING:
    from probatum.publish.site.accounts.sessions import SessionStore


class User(AbstractUser):
    """A person with an account. Their groups are the roles of editorial work."""

    credentials = models.CharField(max_length=120, blank=True, help_text="Shown beside the name: MD, neurologist")
    public_key = models.BinaryField(blank=True, default=bytes)
    """Ed25519, 32 bytes; what signatures of this person are checked with."""
    private_key = models.BinaryField(blank=True, default=bytes)
    """PKCS #8, encrypted with the person's password: without it the site cannot sign in their name."""

    sessions = models.PositiveIntegerField(default=0, editable=False)
    """Grows when the person ends all other sessions: those of before hold no longer."""

    def get_session_auth_hash(self) -> str:
        """What a session must know to go on."""
        return self._of_now(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same by keys of the site of before."""
        yield from map(self._of_now, super().get_session_auth_fallback_hash())

    def _of_now(self, told: str) -> str:
        return f"{told}:{self.sessions}" if self.sessions else told

    @property
    def shown(self) -> str:
        """The name as pages show it."""
        name = self.get_full_name() or self.get_username()
        return f"{name}, {self.credentials}" if self.credentials else name

    @property
    def key(self) -> str:
        """How the trail names this person: without personal data."""
        return f"person:{self.pk}"

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of editorial work; the owner has them all but is bound by the same rules on authorship."""
        if self.is_superuser:
            return frozenset(Role)
        names = set(self.groups.values_list("name", flat=True))
        return frozenset(role for role in Role if GROUPS[role] in names)


class OneTimeKey(models.Model):
    """The key of a person's app for codes, the second step of logging in."""

    user = models.OneToOneField(User, on_delete=models.CASCADE)
    sealed = models.BinaryField()
    """Locked with the key of the site (`sealing`)."""
    confirmed = models.BooleanField(default=False)
    """False until the person has shown that the app gives the right codes."""
    last = models.BigIntegerField(default=0)
    """Time step of the last code that was used: none is used twice."""


class RecoveryCode(models.Model):
    """A code for the day the phone is lost, as its hash."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, db_index=True)


class OpenSession(AbstractBaseSession):
    """A visit that goes on: whose it is, since when and in which browser, so that a person can see and end it."""

    # Without a constraint: a page that was still being made when its person's account was deleted must not fail.
    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, db_constraint=False)
    entered = models.DateTimeField(null=True)
    browser = models.CharField(max_length=60, blank=True)
    """A kind of browser and of device in words, never the line that the browser sends."""

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        """The store that fills this table."""
        from probatum.publish.site.accounts.sessions import SessionStore

        return SessionStore


class Identity(models.Model):
    """Who a person is at the organisation's log-in (OpenID Connect)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    issuer = models.URLField(max_length=200)
    subject = models.CharField(max_length=255)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A subject is one person."""

        constraints = (models.UniqueConstraint(fields=("issuer", "subject"), name="one_person_a_subject"),)


GROUPS = {
    Role.AUTHOR: "Authors",
    Role.REVIEWER: "Reviewers",
    Role.EDITOR: "Editors",
    Role.BOARD: "Medical board",
    Role.OWNER: "Owners",
}
"""The group of each role."""
