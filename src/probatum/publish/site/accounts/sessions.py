"""Visits that go on: each person sees their own, by browser and time, and ends any of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as Store
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from probatum.publish.site.accounts.models import OpenSession, User

SINCE: Final = "entered"
"""In the session: when this person logged in, in seconds since 1970."""
BROWSER: Final = "browser"
"""In the session: the browser in words."""
BROWSERS: Final = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
"""What browsers call themselves, in an order in which none is taken for another whose name it bears, too."""
DEVICES: Final = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


class SessionStore(Store):
    """Django's own store in the database, with the person in a column of its own."""

    @classmethod
    def get_model_class(cls) -> type[OpenSession]:
        """The table."""
        return OpenSession

    def create_model_instance(self, data: dict[str, Any]) -> OpenSession:
        """The row of these data."""
        row: OpenSession = super().create_model_instance(data)
        if SESSION_KEY in data and BACKEND_SESSION_KEY in data:
            row.user_id = int(data[SESSION_KEY])
            row.entered = datetime.datetime.fromtimestamp(data.get(SINCE, 0), datetime.UTC) if SINCE in data else None
            row.browser = data.get(BROWSER, "")
        return row


def in_words(agent: str) -> str:
    """`Firefox on Windows`, from what a browser says of itself; `another program` for all else."""
    browser = next((words for sign, words in BROWSERS if sign in agent), "")
    device = next((words for sign, words in DEVICES if sign in agent), "")
    return " on ".join(part for part in (browser or "another program", device) if part)


def of(user: User) -> Iterator[OpenSession]:
    """The visits of this person that still hold, newest first."""
    rows = OpenSession.objects.filter(user=user, expire_date__gt=timezone.now()).order_by("-entered")
    known = user.get_session_auth_hash()
    return (row for row in rows if constant_time_compare(row.get_decoded().get(HASH_SESSION_KEY, ""), known))


def told(request: HttpRequest) -> list[dict[str, object]]:
    """What a person's page says of each visit; `name` ends it and does not give its key away."""
    now = request.session.session_key
    return [
        {"name": _name(row), "here": row.session_key == now, "entered": row.entered, "browser": row.browser}
        for row in of(request.user)
    ]


def end(user: User, name: str) -> bool:
    """End the visit of that name; False where this person has none."""
    ended = [row for row in of(user) if constant_time_compare(_name(row), name)]
    for row in ended:
        row.delete()
    return bool(ended)


def _name(row: OpenSession) -> str:
    return salted_hmac(__name__, row.session_key, algorithm="sha256").hexdigest()[:20]
