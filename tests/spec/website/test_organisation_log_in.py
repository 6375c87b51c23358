"""Logging in through the organisation (OpenID Connect), against a provider of our own on loopback that can lie."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

CLIENT, SECRET = "probatum", "a-secret-of-the-client"


class Provider:
    """A provider that says of whoever comes what `claims` holds; `lie` changes one thing."""

    def __init__(self) -> None:
        from joserfc.jwk import RSAKey

        self.key = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig", "alg": "RS256"})
        self.other = RSAKey.generate_key(2048, {"kid": "k1"})
        self.claims: dict[str, Any] = {}
        self.lie = ""
        self.codes: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                self.tell(provider.metadata() if path.endswith("configuration") else provider.keys())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                told = provider.token({k: v[0] for k, v in parse_qs(body).items()}, self.headers)
                self.tell(told or {"error": "invalid_grant"}, 200 if told else 400)

            def tell(self, told: object, status: int = 200) -> None:
                body = json.dumps(told).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer if self.lie != "issuer of metadata" else "https://evil.example",
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        }

    def keys(self) -> dict[str, Any]:
        return {"keys": [self.key.as_dict(private=False)]}

    def authorise(self, address: str) -> str:
        """Somebody logs in at the provider; gives where the browser is sent back to."""
        said = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        assert said["code_challenge_method"] == "S256" and said["response_type"] == "code"
        code = f"code-{len(self.codes)}"
        self.codes[code] = said
        state = said["state"] if self.lie != "state" else "another"
        return f"{urlsplit(said['redirect_uri']).path}?code={code}&state={state}"

    def token(self, sent: dict[str, str], headers: Any) -> dict[str, Any] | None:
        said = self.codes.pop(sent.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if said is None or headers.get("Authorization") != f"Basic {basic}":
            return None
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).decode().rstrip("=")
        )
        if challenge != said["code_challenge"]:
            return None
        return {"access_token": "x", "token_type": "Bearer", **self.identity(said)}

    def identity(self, said: dict[str, str]) -> dict[str, str]:
        from joserfc import jwt
        from joserfc.jwk import OctKey

        now = int(time.time())
        told = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": said["nonce"], **self.claims}
        lies: dict[str, dict[str, Any]] = {
            "issuer": {"iss": "https://evil.example"},
            "audience": {"aud": "somebody-else"},
            "nonce": {"nonce": "replayed"},
            "expired": {"iat": now - 7200, "exp": now - 3600},
        }
        told |= lies.get(self.lie, {})
        if self.lie == "no token":
            return {}
        if self.lie == "unsigned":
            head, body = (
                base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in ({"alg": "none"}, told)
            )
            return {"id_token": f"{head}.{body}."}
        if self.lie == "signed with the public key":
            public = OctKey.import_key(self.key.as_pem(private=False))
            return {"id_token": jwt.encode({"alg": "HS256", "kid": "k1"}, told, public, algorithms=["HS256"])}
        key = self.other if self.lie == "signed by another" else self.key
        return {"id_token": jwt.encode({"alg": "RS256", "kid": "k1"}, told, key)}


@pytest.fixture(scope="module")
def running(site: object) -> Iterator[Provider]:
    provider = Provider()
    yield provider
    provider.server.shutdown()


@pytest.fixture
def provider(running: Provider, settings_of: Callable[..., None]) -> Iterator[Provider]:
    from probatum.publish.site.accounts import sso
    from probatum.publish.site.configuration import Oidc

    settings_of(PROBATUM_OIDC=Oidc(running.issuer, CLIENT, SECRET))
    sso._client.cache_clear()
    running.lie = ""
    yield running
    sso._client.cache_clear()


def come(provider: Provider, after: str = "/", **claims: Any) -> tuple[Any, Any]:
    """Somebody comes through the provider: their client, and the last reply."""
    from django.test import Client

    provider.claims = claims
    client = Client()
    away = client.get("/log-in/organisation/", {"next": after})
    if away.status_code != 302:
        return client, away
    return client, client.get(provider.authorise(away.url))


def who(client: Any) -> str:
    reply = client.get("/me/?take=1")
    return str(json.loads(reply.content)["username"]) if reply.status_code == 200 else ""


def test_somebody_new_gets_an_account_without_any_role(provider: Provider) -> None:
    from probatum.publish.site.accounts.models import User

    client, reply = come(
        provider, "/questions/", sub="s-1", preferred_username="nina", given_name="Nina", email="n@x.org"
    )
    assert reply.status_code == 302 and reply.url == "/questions/" and who(client) == "nina"
    nina = User.objects.get(username="nina")
    assert not nina.roles and not nina.is_staff and not nina.has_usable_password()
    assert nina.email == "", "an address that was not verified is not kept"


def test_the_same_subject_is_the_same_person_whatever_its_name(provider: Provider) -> None:
    come(provider, sub="s-2", preferred_username="omar")
    client, _ = come(provider, sub="s-2", preferred_username="omar-renamed")
    assert who(client) == "omar"


@pytest.mark.parametrize(("verified", "found"), [(True, True), (False, False), ("true", False), (None, False)])
def test_an_earlier_account_is_found_by_a_verified_address_alone(
    provider: Provider, person: Callable[..., Any], verified: object, found: bool
) -> None:
    name = f"pia-{verified}"
    user = person(name).user
    user.email = f"{name}@example.org"
    user.save()
    client, _ = come(provider, sub=f"sub-{name}", preferred_username="p", email=user.email, email_verified=verified)
    assert (who(client) == name) is found


def test_a_name_that_is_taken_is_not_taken_over(provider: Provider, person: Callable[..., Any]) -> None:
    person("rita", "editor")
    client, _ = come(provider, sub="s-9", preferred_username="Rita")
    assert who(client) == "Rita-2"


@pytest.mark.parametrize(
    "lie",
    [
        "issuer",
        "audience",
        "nonce",
        "expired",
        "no token",
        "unsigned",
        "signed with the public key",
        "signed by another",
        "state",
        "issuer of metadata",
    ],
)
def test_what_is_not_proved_lets_nobody_in(provider: Provider, lie: str) -> None:
    provider.lie = lie
    client, reply = come(provider, sub="s-3", preferred_username="mallory")
    assert reply.status_code in (403, 503) and who(client) == ""


def test_a_reply_cannot_be_used_in_another_browser(provider: Provider) -> None:
    from django.test import Client

    provider.claims = {"sub": "s-4", "preferred_username": "sue"}
    back = provider.authorise(Client().get("/log-in/organisation/").url)
    other = Client()
    assert other.get(back).status_code == 403 and who(other) == ""


def test_a_closed_account_stays_closed(provider: Provider) -> None:
    from probatum.publish.site.accounts.models import User

    come(provider, sub="s-5", preferred_username="zoe")
    User.objects.filter(username="zoe").update(is_active=False)
    client, reply = come(provider, sub="s-5", preferred_username="zoe")
    assert reply.status_code == 403 and who(client) == ""


def test_a_second_step_here_is_asked_for_after_the_organisation(provider: Provider) -> None:
    from probatum.publish.site.accounts.models import OneTimeKey, User
    from probatum.publish.site.accounts.sealing import seal

    come(provider, sub="s-6", preferred_username="yan")
    OneTimeKey.objects.create(user=User.objects.get(username="yan"), sealed=seal(b"k" * 20), confirmed=True)
    client, reply = come(provider, sub="s-6", preferred_username="yan")
    assert reply.url == "/log-in/code/" and who(client) == ""


def test_a_first_password_is_set_just_after_coming_in(provider: Provider) -> None:
    client, _ = come(provider, sub="s-7", preferred_username="vic")
    new = {"new_password1": "a-quite-long-password", "new_password2": "a-quite-long-password"}
    session = client.session
    session["entered"] = time.time() - 601
    session.save()
    assert client.post("/me/password/", new).url == "/log-in/"
    client, _ = come(provider, sub="s-7", preferred_username="vic")
    assert client.post("/me/password/", new).url == "/me/"


def test_the_way_on_never_leaves_the_site(provider: Provider) -> None:
    _, reply = come(provider, "https://evil.example/", sub="s-8", preferred_username="ute")
    assert reply.url == "/"


def test_a_provider_elsewhere_is_reached_by_https_alone(provider: Provider, settings_of: Callable[..., None]) -> None:
    from probatum.publish.site.accounts import sso
    from probatum.publish.site.configuration import Oidc

    settings_of(PROBATUM_OIDC=Oidc("http://login.example.org", CLIENT, SECRET))
    sso._client.cache_clear()
    _, reply = come(provider, sub="s-1")
    assert reply.status_code == 503


def test_where_there_is_none_nothing_is_offered(site: object) -> None:
    from django.test import Client

    assert Client().get("/log-in/organisation/").status_code == 404
    assert Client().get("/log-in/organisation/back/").status_code == 404
    assert b"organisation" not in Client().get("/log-in/").content
