"""The organisation's own log-in by OpenID Connect: authorization code with PKCE, by Authlib.

What it says of a person is believed as far as that: `iss` and `sub` name them, and an e-mail address that the provider
calls verified finds the account they had here before. Roles are given here, never there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from joserfc.errors import JoseError
from requests import RequestException

from probatum.publish.site.accounts.models import Identity, User

NAME: Final = "organisation"
AFTER: Final = "after"
SECONDS: Final = 10
"""How long the provider may take."""
ALGORITHMS: Final = ("RS256", "PS256", "ES256", "EdDSA")
"""Signatures that are believed: never `none`, never a shared secret."""


class RefusedError(Exception):
    """Nobody is logged in; the message says why."""


def offered() -> bool:
    """True when the organisation has a log-in of its own."""
    return bool(settings.PROBATUM_OIDC.issuer)


def depart(request: HttpRequest, after: str) -> HttpResponseBase:
    """Send the browser to the provider. Raises Http404 where there is none, RefusedError when it does not answer."""
    if not offered():
        raise Http404
    request.session[AFTER] = after
    with _refusing():
        back = request.build_absolute_uri(reverse("sso-back"))
        answer: HttpResponseBase = _client().authorize_redirect(request, back)
    return answer


def arrive(request: HttpRequest) -> tuple[User, str]:
    """Who came back, and where they wanted to go. Raises RefusedError, and Http404 where there is no provider."""
    if not offered():
        raise Http404
    with _refusing():
        token = _client().authorize_access_token(request, claims_options=_wanted())
    claims = token.get("userinfo")
    if not claims:
        raise RefusedError("The log-in of your organisation did not say who you are (no ID token).")
    return _person(claims), str(request.session.pop(AFTER, "/"))


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn whatever is wrong with the provider's replies into a refusal: what they can lack differs by field, and
    whatever they lack, nobody is let in."""
    try:
        yield
    except (OAuthError, JoseError, RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RefusedError(f"The log-in of your organisation gave no valid answer ({type(error).__name__}).") from error


@transaction.atomic
def _person(claims: dict[str, Any]) -> User:
    issuer, subject = str(claims["iss"]), str(claims["sub"])
    known = Identity.objects.select_related("user").filter(issuer=issuer, subject=subject).first()
    user = known.user if known else _earlier(claims) or _new(claims)
    if not user.is_active:
        raise RefusedError("This account is closed.")
    if known is None:
        Identity.objects.create(user=user, issuer=issuer, subject=subject)
    return user


def _earlier(claims: dict[str, Any]) -> User | None:
    """The one account with that address, when the provider has verified it."""
    email = str(claims.get("email", "")).strip()
    if not email or claims.get("email_verified") is not True:
        return None
    held = list(User.objects.filter(email__iexact=email)[:2])
    return held[0] if len(held) == 1 else None


def _new(claims: dict[str, Any]) -> User:
    """An account without any role, and without a password."""
    wanted = str(claims.get("preferred_username") or claims.get("email") or "person")[:100]
    name, number = wanted, 1
    while User.objects.filter(username__iexact=name).exists():
        number += 1
        name = f"{wanted}-{number}"
    given, family = str(claims.get("given_name", ""))[:150], str(claims.get("family_name", ""))[:150]
    verified = claims.get("email_verified") is True
    email = str(claims.get("email", ""))[:254] if verified else ""
    return User.objects.create_user(name, email=email, first_name=given, last_name=family)


def _wanted() -> dict[str, dict[str, object]]:
    told = settings.PROBATUM_OIDC
    return {"iss": {"essential": True, "value": told.issuer}, "aud": {"essential": True, "value": told.client}}


@lru_cache(maxsize=1)
def _client() -> Any:
    told = settings.PROBATUM_OIDC
    where = urlsplit(told.issuer)
    if where.scheme != "https" and where.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise RefusedError("The log-in of your organisation must be reached by https.")
    client = OAuth().register(
        NAME,
        client_id=told.client,
        client_secret=told.secret,
        server_metadata_url=f"{told.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )
    stated = client.load_server_metadata()
    if stated.get("issuer") != told.issuer:
        raise RefusedError("The log-in of your organisation says that it is another.")
    known = stated.get("id_token_signing_alg_values_supported") or ["RS256"]
    stated["id_token_signing_alg_values_supported"] = [name for name in known if name in ALGORITHMS]
    return client
