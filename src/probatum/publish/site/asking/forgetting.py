"""What is kept no longer than it is needed."""

from __future__ import annotations

import datetime

from django.core.management import call_command
from django.utils import timezone

from probatum.publish.site.api.models import KeptReply
from probatum.publish.site.asking.models import Asked


def forget(days: int) -> int:
    """Delete questions of people without an account that are older than `days`, sessions that have ended, and replies
    kept for repeated requests of before yesterday; gives how many questions went."""
    now = timezone.now()
    gone, _ = Asked.objects.filter(owner=None, made__lt=now - datetime.timedelta(days=days)).delete()
    KeptReply.objects.filter(made__lt=now - datetime.timedelta(days=1)).delete()
    call_command("clearsessions", verbosity=0)
    return gone
