"""The trail: what happened to articles, in a chain that only grows; and comments tied to sentences."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Event(models.Model):
    """One step of one article's history, chained by hash to the one before it, of whatever article.

    Rows are never changed or deleted: the model refuses, the database refuses (triggers), and the chain would show it.
    """

    number = models.PositiveBigIntegerField(unique=True)
    """Its place in the chain, from 1."""
    article = models.UUIDField(db_index=True)
    made = models.DateTimeField()
    actor = models.CharField(max_length=64)
    action = models.CharField(max_length=32)
    content = models.CharField(max_length=64)
    details = models.TextField(default="{}")
    """JSON: decision, reason, sentence, review_by."""
    public_key = models.CharField(max_length=64, blank=True)
    signature = models.CharField(max_length=128, blank=True)
    """Ed25519 over the step, hexadecimal; empty for steps that nobody signs."""
    before = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        """In the order of the chain."""

        ordering = ("number",)

    def save(self, *args: object, **kwargs: object) -> None:
        """Add it. Raises TypeError for one that is kept already."""
        if self.pk is not None:
            raise TypeError("the trail is append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> None:
        """Refuse. Raises TypeError."""
        raise TypeError("the trail is append-only")


class Comment(models.Model):
    """What somebody says about one sentence, or about the whole (`statement` empty)."""

    article = models.UUIDField(db_index=True)
    content = models.CharField(max_length=64)
    statement = models.CharField(max_length=80, blank=True)
    text = models.TextField(max_length=4000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    made = models.DateTimeField(auto_now_add=True)
    report = models.BooleanField(default=False)
    """True for an error that a reader reported."""
    settled = models.BooleanField(default=False)


class Interests(models.Model):
    """What a reviewer declares before a review opens."""

    article = models.UUIDField(db_index=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    text = models.TextField(max_length=4000)
    none = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)
