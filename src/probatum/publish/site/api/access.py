"""Who may: bearer tokens with scopes; and requests that are done once however often they are sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja.errors import AuthorizationError, HttpError
from ninja.security import HttpBearer

from probatum.publish.site.api.models import KeptReply, Scope, Token, digest
from probatum.publish.site.asking import limits


class Bearer(HttpBearer):
    """A token with that scope."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token, None when it is unknown. Raises AuthorizationError when it lacks the scope."""
        held = Token.objects.select_related("owner").filter(digest=digest(token), owner__is_active=True).first()
        if held is None:
            return None
        if self.scope.value not in held.scopes.split():
            raise AuthorizationError
        Token.objects.filter(pk=held.pk).update(used=timezone.now())
        request.user = held.owner
        return held


def limited(request: HttpRequest) -> None:
    """Count work that costs the engine time. Raises HttpError 429."""
    if limits.too_many(request):
        raise HttpError(429, "Too many requests in this minute. Wait, and send it again.")


def once(request: HttpRequest, token: Token, do: Callable[[], HttpResponse]) -> HttpResponse:
    """Do it; with an Idempotency-Key do it once, and answer later requests with the first reply.

    Raises HttpError 422 when the key came with another request before, 409 while the first is being answered.
    """
    key = request.headers.get("Idempotency-Key", "")[:120]
    if not key:
        return do()
    told = hashlib.sha256(f"{request.method} {request.path} ".encode() + request.body).hexdigest()
    try:
        with transaction.atomic():
            kept = KeptReply.objects.create(token=token, key=key, request=told)
    except IntegrityError:
        return _again(token, key, told)
    try:
        reply = do()
    except BaseException:
        kept.delete()
        raise
    kept.status, kept.body = reply.status_code, reply.content
    kept.save()
    return reply


def _again(token: Token, key: str, told: str) -> HttpResponse:
    kept = KeptReply.objects.get(token=token, key=key)
    if kept.request != told:
        raise HttpError(422, "This Idempotency-Key came with another request before.")
    if not kept.status:
        raise HttpError(409, "The first request with this Idempotency-Key is still being answered.")
    return HttpResponse(bytes(kept.body), status=kept.status, content_type="application/json")
