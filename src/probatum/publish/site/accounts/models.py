"""The user: who they are on a page, and the key that signs their reviews."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from probatum.publish.site.editorial.standing import Role


class User(AbstractUser):
    """A person with an account. Their groups are the roles of editorial work."""

    credentials = models.CharField(max_length=120, blank=True, help_text="Shown beside the name: MD, neurologist")
    public_key = models.BinaryField(blank=True, default=bytes)
    """Ed25519, 32 bytes; what signatures of this person are checked with."""
    private_key = models.BinaryField(blank=True, default=bytes)
    """PKCS #8, encrypted with the person's password: without it the site cannot sign in their name."""

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


GROUPS = {
    Role.AUTHOR: "Authors",
    Role.REVIEWER: "Reviewers",
    Role.EDITOR: "Editors",
    Role.BOARD: "Medical board",
    Role.OWNER: "Owners",
}
"""The group of each role."""
