"""The chain of what happened: adding to it, and showing that nothing in it was changed, left out or put in later."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Collection, Iterable, Mapping

from django.db import connection, transaction
from django.utils import timezone

from probatum.publish.site.accounts import keys
from probatum.publish.site.accounts.models import User
from probatum.publish.site.editorial.models import Event
from probatum.publish.site.editorial.standing import Action, Step

START = "0" * 64
ENGINE = "engine"
"""Actor of what the site does itself."""
WATCH = "watch"
"""Actor of what the engine noticed: a retraction, a new trial."""


def add(
    article: uuid.UUID,
    action: Action,
    actor: User | str,
    content: str,
    details: Mapping[str, object] | None = None,
    *,
    password: str = "",
) -> Event:
    """Add one step; it is signed when a password is given. Raises ValueError when the password is wrong."""
    with transaction.atomic():
        hold()
        last = Event.objects.order_by("-number").first()
        event = Event(
            number=last.number + 1 if last else 1,
            article=article,
            made=timezone.now().replace(microsecond=0),
            actor=actor.key if isinstance(actor, User) else actor,
            action=action.value,
            content=content,
            details=json.dumps(dict(details or {}), sort_keys=True, ensure_ascii=False),
            before=last.digest if last else START,
        )
        if password and isinstance(actor, User):
            event.signature = keys.sign(actor, password, _told(event)).hex()
            event.public_key = bytes(actor.public_key).hex()
        event.digest = _digest(event)
        event.save(force_insert=True)
    return event


def hold() -> None:
    """Let nobody else add a step until this transaction ends, so that what the rules allowed is still true when it is
    written. PostgreSQL is told so; SQLite lets one transaction write at a time (`transaction_mode` in the settings)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE editorial_event IN SHARE ROW EXCLUSIVE MODE")


def steps(article: uuid.UUID) -> list[Step]:
    """What happened to an article, oldest first."""
    return [step(event) for event in Event.objects.filter(article=article)]


def steps_of(articles: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Step]]:
    """The same of many articles in one query."""
    held: dict[uuid.UUID, list[Step]] = {article: [] for article in articles}
    for event in Event.objects.filter(article__in=articles):
        held[event.article].append(step(event))
    return held


def step(event: Event) -> Step:
    """An event as the rules read it."""
    details = json.loads(event.details)
    return Step(
        Action(event.action),
        event.actor,
        event.made.date().isoformat(),
        event.content,
        details.get("decision", ""),
        details.get("reason", ""),
        details.get("review_by", ""),
        details.get("publish_on", ""),
    )


def faults(events: Iterable[Event]) -> list[str]:
    """What is wrong with the chain, one sentence each; empty when it is whole."""
    found: list[str] = []
    before, number = START, 0
    for event in events:
        number += 1
        if event.number != number:
            found.append(f"step {number} is missing: the next one kept is {event.number}")
            number = event.number
        if event.before != before:
            found.append(f"step {event.number} does not follow the step before it")
        if event.digest != _digest(event):
            found.append(f"step {event.number} was changed after it was written")
        if event.signature and not _signed(event):
            found.append(f"the signature of step {event.number} does not hold")
        before = event.digest
    return found


def _signed(event: Event) -> bool:
    return keys.holds(bytes.fromhex(event.public_key), bytes.fromhex(event.signature), _told(event))


def _told(event: Event) -> bytes:
    """What is signed: all that the step says, and the chain it stands on."""
    said = [event.number, str(event.article), event.made.isoformat(), event.actor, event.action, event.content]
    return json.dumps([*said, event.details, event.before], ensure_ascii=False).encode()


def _digest(event: Event) -> str:
    return hashlib.sha256(_told(event) + f"|{event.public_key}|{event.signature}".encode()).hexdigest()
