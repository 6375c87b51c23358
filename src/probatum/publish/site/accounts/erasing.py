"""A person's data: all of it to take away, all of it gone when they leave."""

from __future__ import annotations

import json
from typing import Final

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from probatum.publish.site.accounts import second, sessions
from probatum.publish.site.accounts.models import Identity, User

FIELDS: Final = ("username", "first_name", "last_name", "email", "credentials")


def data(user: User) -> dict[str, object]:
    """What the site holds about a person, but for what must stay secret (password, keys, hashes of tokens)."""
    from probatum.publish.site.editorial.models import Event

    steps = [
        {"step": e.number, "on": e.made.isoformat(), "what": e.action, "details": json.loads(e.details)}
        for e in Event.objects.filter(actor=user.key)
    ]
    return {
        **{name: getattr(user, name) for name in FIELDS},
        "joined": user.date_joined.isoformat(),
        "groups": list(user.groups.values_list("name", flat=True)),
        "second_step": second.has(user),
        "organisation": list(Identity.objects.filter(user=user).values("issuer", "subject")),
        "tokens": [{"name": t.name, "scopes": t.scopes, "on": t.made.isoformat()} for t in user.token_set.all()],
        "visits": [{"browser": v.browser, "since": v.entered and v.entered.isoformat()} for v in sessions.of(user)],
        "questions": [{"asked": a.typed, "on": a.made.isoformat()} for a in user.asked_set.all()],
        "comments": [{"text": c.text, "on": c.made.isoformat()} for c in user.comment_set.all()],
        "interests": [{"text": i.text, "on": i.made.isoformat()} for i in user.interests_set.all()],
        "steps": steps,
    }


@transaction.atomic
def erase(user: User) -> None:
    """Delete the account and what names its person. Steps of reviews stay, under a number that is nobody's name now."""
    name = user.get_username()
    for log in (AccessAttempt, AccessFailureLog, AccessLog):
        log.objects.filter(username=name).delete()
    # Wagtail's log keeps the name of an account as the label of what was done to it.
    mine = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=mine, object_id=str(user.pk)).delete()
    user.delete()
