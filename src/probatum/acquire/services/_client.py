"""The one client of all services: bounded, paced, patient within limits, and blind to everything but the service asked.

A request passes the cache, then gets its turn and its key, then the guard (`_guard`), which judges the address.
"""

from __future__ import annotations

import math
import os
import random
import threading
import time
from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode

import httpx
import msgspec

from probatum.acquire.services import _cache, _guard
from probatum.acquire.services._base import Service, ServiceError
from probatum.acquire.services._pace import TURNS, Clock, RealClock, Turns
from probatum.acquire.services._replies import verify

AGAIN: Final = frozenset({429, 500, 502, 503, 504})
"""Answers after which the same request may succeed (RFC 9110, RFC 6585)."""

FORM_FROM: Final = 1_500
"""Characters of parameters from which they are sent as a form: long addresses are cut by servers on the way."""

AGENT: Final = f"probatum/{version('probatum')} (clinical evidence search)"


class Limits(msgspec.Struct, frozen=True):
    """Bounds of one request."""

    connect: float = 10.0
    """Seconds to reach the service."""
    silence: float = 30.0
    """Seconds without a byte."""
    whole: float = 180.0
    """Seconds for a whole reply, however it drips."""
    size: int = 64 * 1024 * 1024
    """Bytes of a reply, unpacked."""
    attempts: int = 4
    """Tries in all."""
    back_off: float = 1.0
    """Seconds before the second try; they double from try to try."""
    patience: float = 60.0
    """Seconds that a service may ask to wait (Retry-After)."""
    redirects: int = 3
    session: float = math.inf
    """Seconds for all requests of a client together; what is asked later is not asked."""


LIMITS: Final = Limits()
"""For filling a library."""

HASTY: Final = Limits(connect=5.0, silence=10.0, whole=30.0, attempts=2, patience=5.0, session=45.0)
"""For a reader who waits for an answer."""


class Reply(msgspec.Struct, frozen=True):
    """A reply that is whole and of the sort that was wanted."""

    body: bytes
    links: dict[str, str] = {}
    """Addresses of the Link header by their relation (RFC 8288)."""


class _RetryError(Exception):
    """This try failed and another may not: why, and how long the service asked to wait."""

    def __init__(self, error: ServiceError, wait: float | None = None) -> None:
        self.error = error
        self.wait = wait


class Client:
    """Asks services. Safe to share between threads; close it when done."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        clock: Clock | None = None,
        turns: Turns | None = None,
        cache: Path | None = None,
        resolve: _guard.Resolve = _guard.resolve,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        """`cache` is the folder for replies, None to keep none. Raises ProbatumError P503."""
        self.limits = limits or LIMITS
        self.clock = clock or RealClock()
        self.stop = threading.Event()
        """Set it to end all requests that have not begun."""
        self.keeps = True
        """Clear it to ask anew what the cache has."""
        self._turns = turns or TURNS
        self._until = self.clock.monotonic() + self.limits.session
        self._environ = environ
        self._overrides = _guard.overrides(environ)
        bases = [httpx.URL(base) for base in self._overrides.values()]
        self._storage = _cache.storage(cache, self.limits.size)
        allowed = frozenset(f"{url.host}:{_port(url)}" for url in bases)
        outgoing = _Outgoing(self, _guard.GuardedTransport(resolve, allowed, _guard.proxy(environ)))
        self._direct = self._over(outgoing)
        self._kept = self._direct
        if self._storage is not None:
            from hishel.httpx import CacheTransport

            self._kept = self._over(CacheTransport(outgoing, self._storage))

    def _over(self, transport: httpx.BaseTransport) -> httpx.Client:
        return httpx.Client(
            transport=transport,
            timeout=httpx.Timeout(self.limits.silence, connect=self.limits.connect),
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of connections and of the cache."""
        self._direct.close()
        self._kept.close()

    def base(self, service: Service) -> str:
        """The address of a service, with what PROBATUM_SERVICE_URLS says."""
        return self._overrides.get(service.name, service.base)

    def host(self, service: Service) -> str:
        """The host a service is asked at, as it is shown to the user."""
        url = httpx.URL(self.base(service))
        return url.host if url.port is None else f"{url.host}:{url.port}"

    def keys(self, service: Service) -> tuple[str, ...]:
        """The environment variables whose keys and addresses go to a service."""
        return tuple(key.variable for key in service.keys if self._environ.get(key.variable, "").strip())

    def get(
        self,
        service: Service,
        path: str,
        parameters: Mapping[str, str | int],
        *,
        wanted: Sequence[str],
        keep: float = 0.0,
        missing: bool = False,
    ) -> Reply | None:
        """The reply to one request.

        `path` stands under the service's base; `wanted` says what the reply must be: `json`, or the names of XML root
        elements. It may come from the cache for `keep` seconds. With `missing`, None when the service has no such
        document (HTTP 404). Long parameters go as a form. Raises ServiceError P510 to P520, P523.
        """
        sent = {name: str(value) for name, value in parameters.items() if value != ""}
        url = httpx.URL(self.base(service) + path)
        form = urlencode(sent) if sum(map(len, sent.values())) > FORM_FROM else ""
        request = _Request(service, url if form else url.copy_merge_params(sent), form, tuple(wanted), keep, missing)
        for attempt in range(1, self.limits.attempts + 1):
            if self.clock.monotonic() > self._until:
                raise ServiceError("P510", service=service.title)
            try:
                return self._once(request)
            except _RetryError as failed:
                wait = failed.wait
                if wait is None:
                    wait = self.limits.back_off * 2 ** (attempt - 1) * random.uniform(1.0, 1.25)  # noqa: S311
                if attempt == self.limits.attempts or wait > self.limits.patience:
                    raise failed.error from failed
                self._turns.hold(url.host, self.clock.monotonic() + wait)
        raise AssertionError("at least one try is made")

    def _once(self, request: _Request) -> Reply | None:
        """One try, over redirects."""
        url, service = request.url, request.service
        for _ in range(self.limits.redirects + 1):
            self._judge(service, url)
            reply, location = self._exchange(request, url)
            if location is None:
                return reply
            url = _without(url.join(location), {key.parameter for key in service.keys})
        raise ServiceError("P516", service=service.title, why="in circles")

    def _judge(self, service: Service, url: httpx.URL) -> None:
        """Raise ServiceError P516 for an address that is not the service's own."""
        base = httpx.URL(self.base(service))
        if service.name in self._overrides and (url.scheme, url.host, _port(url)) == (
            base.scheme,
            base.host,
            _port(base),
        ):
            return
        hosts = () if service.name in self._overrides else service.hosts
        if url.scheme != "https" or url.host not in hosts or _port(url) != 443 or url.userinfo:
            raise ServiceError("P516", service=service.title, why="to an address that is not its own")

    def _exchange(self, request: _Request, url: httpx.URL) -> tuple[Reply | None, str | None]:
        """Send once: the reply, or where it redirects to. Raises _RetryError or ServiceError."""
        service = request.service
        http = self._kept if request.keep > 0 and self.keeps else self._direct
        built = http.build_request(
            "POST" if request.form else "GET",
            url,
            content=request.form or None,
            headers={"Content-Type": "application/x-www-form-urlencoded"} if request.form else None,
            extensions={"service": service, "caching": {"ttl": request.keep, "key": _cache_key(service, url)}},
        )
        title = service.title
        try:
            response = http.send(built, stream=True)
            try:
                return self._read(request, response)
            finally:
                response.close()
        except _guard.PrivateAddressError as error:
            raise ServiceError("P517", service=title) from error
        except _guard.UnknownNameError as error:
            raise _RetryError(ServiceError("P518", service=title)) from error
        except httpx.TimeoutException as error:
            raise _RetryError(ServiceError("P510", service=title)) from error
        except (httpx.DecodingError, httpx.RemoteProtocolError) as error:
            raise _RetryError(ServiceError("P515", service=title)) from error
        except httpx.TransportError as error:
            raise _RetryError(ServiceError("P519", service=title)) from error

    def _read(self, request: _Request, response: httpx.Response) -> tuple[Reply | None, str | None]:
        title, status = request.service.title, response.status_code
        if response.is_redirect:
            return None, response.headers.get("location", "")
        if status == 404 and request.missing:
            return None, None
        if status in AGAIN:
            wait = _asked_wait(response)
            code = "P512" if status == 429 and wait and wait > self.limits.patience else "P511"
            raise _RetryError(ServiceError(code, service=title, status=status, seconds=round(wait or 0)), wait)
        if not response.is_success:
            raise ServiceError("P511", service=title, status=status)
        body = self._body(response, title)
        try:
            verify(body, request.wanted, title)
        except ServiceError:
            self._forget(_cache_key(request.service, response.request.url))
            raise
        links = {name: str(link["url"]) for name, link in response.links.items() if name and link.get("url")}
        return Reply(body, links), None

    def _body(self, response: httpx.Response, title: str) -> bytes:
        until = min(self.clock.monotonic() + self.limits.whole, self._until)
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self.limits.size:
                raise ServiceError("P514", service=title, limit=self.limits.size)
            if self.clock.monotonic() > until:
                raise ServiceError("P510", service=title)
            parts.append(part)
        return b"".join(parts)

    def _forget(self, key: str) -> None:
        """Take a reply that is no good out of the cache."""
        if self._storage is not None:
            for entry in self._storage.get_entries(key):
                self._storage.remove_entry(entry.id)

    # what the transport under the cache needs

    def secrets(self, service: Service) -> dict[str, str]:
        """Keys and addresses for a service, from the environment."""
        found = {key.parameter: self._environ.get(key.variable, "").strip() for key in service.keys}
        return {name: value for name, value in found.items() if value}

    def take_turn(self, service: Service, host: str) -> None:
        """Wait until the service may be asked again. Raises ServiceError P523 when all is to end."""
        rate = service.pace.keyed if self.secrets(service) else service.pace.free
        left = self._turns.take(host, 1.0 / rate, self.clock.monotonic())
        while True:
            if self.stop.is_set():
                raise ServiceError("P523", service=service.title)
            if left <= 0:
                return
            step = min(left, 0.25)  # short steps, so that an end comes soon
            self.clock.sleep(step)
            left -= step


class _Request(msgspec.Struct, frozen=True):
    service: Service
    url: httpx.URL
    form: str
    wanted: tuple[str, ...]
    keep: float
    missing: bool


class _Outgoing(httpx.BaseTransport):
    """Under the cache: waits for the request's turn and adds the key."""

    def __init__(self, client: Client, below: httpx.BaseTransport) -> None:
        self._client = client
        self._below = below

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        service: Service = request.extensions["service"]
        self._client.take_turn(service, request.url.host)
        secrets = self._client.secrets(service)
        if not secrets:
            return self._below.handle_request(request)
        url, content = request.url, request.read()
        if content:
            content = urlencode([*parse_qsl(content.decode(), keep_blank_values=True), *secrets.items()]).encode()
        else:
            url = url.copy_merge_params(secrets)
        headers = [(name, value) for name, value in request.headers.raw if name.lower() != b"content-length"]
        keyed = httpx.Request(request.method, url, headers=headers, content=content or None)
        keyed.extensions = request.extensions
        return self._below.handle_request(keyed)

    def close(self) -> None:
        self._below.close()


def _cache_key(service: Service, url: httpx.URL) -> str:
    return f"{service.name} {url}"


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _without(url: httpx.URL, names: set[str]) -> httpx.URL:
    """The address without parameters that a server may have copied from ours."""
    for name in names & set(url.params):
        url = url.copy_remove_param(name)
    return url


def _asked_wait(response: httpx.Response) -> float | None:
    """Seconds of a Retry-After header (RFC 9110, 10.2.3), a number or a date; None without one."""
    told = response.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return float(told[:9])
    try:
        at = parsedate_to_datetime(told)
        return max(0.0, at.timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
