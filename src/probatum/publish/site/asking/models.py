"""Questions that were asked."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class Asked(models.Model):
    """A question, and the conversation it became. It is seen by who asked it: their account, or their browser."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)
    browser = models.CharField(max_length=40, blank=True, db_index=True)
    """Session key of who asked without an account."""
    typed = models.TextField(max_length=4000)
    reader = models.CharField(max_length=20)
    made = models.DateTimeField(auto_now_add=True)
    conversation = models.BinaryField(default=bytes)
    """The Conversation as JSON; empty until it is answered."""
    waiting = models.TextField(max_length=4000, blank=True)
    """The follow-up that is to be answered next."""

    class Meta:
        """Newest first."""

        ordering = ("-made",)
