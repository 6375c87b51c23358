"""Which addresses may be connected to: those of the service asked, on the public internet, by HTTPS.

A name is resolved once and the address that was judged is the one connected to, so that a name cannot point elsewhere
between the two (DNS rebinding). See OWASP, Server-Side Request Forgery Prevention Cheat Sheet:
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable, Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

import httpcore
import httpx

from probatum.errors import ProbatumError

VARIABLE: Final = "PROBATUM_SERVICE_URLS"
"""Environment variable that names other addresses for services: `pubmed=http://127.0.0.1:8080,...`. It is meant for
tests and for a mirror within a house, and it is the only way to an address that is not on the public internet."""

PROXY: Final = "PROBATUM_PROXY"
"""Environment variable that names the proxy of a house: `http://proxy.example:3128`. Others are not used."""

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")

Resolve = Callable[[str, int], "list[str]"]
"""Name and port -> addresses, in the order to try them. Raises OSError."""


class PrivateAddressError(OSError):
    """A name stands for an address that is not on the public internet."""


class UnknownNameError(OSError):
    """A name stands for no address."""


def overrides(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Service -> base address, as PROBATUM_SERVICE_URLS gives them. Raises ProbatumError P503."""
    found: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in environ.get(VARIABLE, "").split(","))):
        name, _, address = entry.partition("=")
        parts = urlsplit(address.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
            raise ProbatumError("P503", variable=VARIABLE, entry=name.strip() or entry)
        found[name.strip()] = address.strip().rstrip("/")
    return found


def proxy(environ: Mapping[str, str] = os.environ) -> str:
    """The proxy that PROBATUM_PROXY names, or empty. Raises ProbatumError P503 without repeating what it holds."""
    named = environ.get(PROXY, "").strip()
    parts = urlsplit(named)
    if named and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ProbatumError("P503", variable=PROXY, entry="the whole of it")
    return named


def is_public(address: str) -> bool:
    """True for an address on the public internet, whatever form it is wrapped in."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, as the machine knows them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to public addresses and to the origins it was told of (`host:port`)."""

    def __init__(self, resolve: Resolve, allowed: frozenset[str]) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the name that answers; none of them may be private."""
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise UnknownNameError(host) from error
        if not addresses:
            raise UnknownNameError(host)
        if f"{host}:{port}" not in self._allowed and not all(is_public(a) for a in addresses):
            raise PrivateAddressError(host)
        for address in addresses[:-1]:
            try:
                return self._real.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._real.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)


class GuardedTransport(httpx.HTTPTransport):
    """httpx's transport over a GuardedBackend. Certificates are verified.

    Behind a `proxy` names are resolved by the proxy, so no address can be judged here; the hosts that may be asked stay
    the same, and each must show its certificate through the proxy too.
    """

    def __init__(self, resolve: Resolve, allowed: frozenset[str], proxy: str = "") -> None:
        context = httpx.create_ssl_context()  # honours SSL_CERT_FILE, which houses with their own authority need
        super().__init__(verify=context, trust_env=False, proxy=proxy or None)
        if not proxy:
            self._pool = httpcore.ConnectionPool(
                ssl_context=context,
                max_connections=8,
                keepalive_expiry=5.0,
                network_backend=GuardedBackend(resolve, allowed),
            )
