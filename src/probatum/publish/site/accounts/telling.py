"""Telling people of changes to their own way in, so that they hear of one that was not theirs."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest

from probatum.publish.site.accounts.models import User
from probatum.publish.site.accounts.noting import note

TEXT = (
    "On {host} {what}.\n\nIf that was you, there is nothing to do. If not: change your password, log out everywhere "
    "else (both under your name), and tell whoever looks after the site.\n"
)


def tell(request: HttpRequest, user: User, what: str) -> None:
    """Note it, and write to the person where they have an e-mail address and the site can send letters.

    A mail server that is away does not undo the change: the security log has it.
    """
    note("way in changed", request, what=what)
    if user.email and settings.DEFAULT_FROM_EMAIL:
        text = TEXT.format(host=request.get_host(), what=what)
        send_mail("A change to your account", text, None, [user.email], fail_silently=True)
