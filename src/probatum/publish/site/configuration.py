"""What the site is told from outside: environment variables alone, each named PROBATUM_...; secrets never in files of
the project."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import platformdirs

from probatum.errors import ProbatumError


class Oidc(NamedTuple):
    """The organisation's own log-in; empty where there is none."""

    issuer: str
    client: str
    secret: str


class Mail(NamedTuple):
    """The server that letters go out by; empty where there is none."""

    host: str
    port: int
    user: str
    password: str
    tls: str
    """`starttls` or `ssl`."""
    sender: str


class Configuration(NamedTuple):
    """Where the site keeps its data and how it is reached."""

    folder: Path
    """Database (SQLite), uploads, the key of a local site."""
    secret: str
    """Signs sessions; PROBATUM_SECRET_KEY, or a key made once for a site on loopback."""
    database: str
    """Database URL; PROBATUM_DATABASE, or SQLite in the folder."""
    hosts: tuple[str, ...]
    """Host names it answers to; PROBATUM_HOSTS, separated by commas."""
    https: bool
    """True behind TLS (PROBATUM_HTTPS=on): secure cookies, HSTS."""
    library: str
    """The library it answers from; PROBATUM_LIBRARY."""
    secret_before: str
    """The key before the last change of it; PROBATUM_SECRET_KEY_BEFORE. What it signed and locked still opens."""
    proxies: int
    """How many proxies of one's own stand before it (PROBATUM_PROXIES): they are believed on who visits."""
    mail: Mail
    """PROBATUM_MAIL: `smtp://user:password@host:587/sender@example.org`; without it no letter is sent."""
    oidc: Oidc
    """PROBATUM_OIDC_ISSUER, PROBATUM_OIDC_CLIENT, PROBATUM_OIDC_SECRET."""


SHORTEST = 50
"""Characters of a key of a public site."""
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def read() -> Configuration:
    """The configuration of this process. Raises ProbatumError P850 for a public site without a key of its own or with a
    short one, P851 for a folder that cannot be written, P853 for a number of proxies that is none."""
    folder = Path(os.environ.get("PROBATUM_SITE") or platformdirs.user_data_path("probatum") / "site").expanduser()
    hosts = tuple(h.strip() for h in os.environ.get("PROBATUM_HOSTS", "").split(",") if h.strip())
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        secret = _told_key(public=bool(hosts)) or _own_key(folder)
    except OSError as error:
        raise ProbatumError("P851", folder=folder, reason=error) from error
    return Configuration(
        folder=folder,
        secret=secret,
        database=os.environ.get("PROBATUM_DATABASE", "") or f"sqlite:///{folder / 'site.sqlite3'}",
        hosts=hosts,
        https=os.environ.get("PROBATUM_HTTPS", "").lower() in ("on", "1", "true", "yes"),
        library=os.environ.get("PROBATUM_LIBRARY", ""),
        secret_before=os.environ.get("PROBATUM_SECRET_KEY_BEFORE", ""),
        proxies=_proxies(os.environ.get("PROBATUM_PROXIES", "")),
        mail=_mail(os.environ.get("PROBATUM_MAIL", "").strip()),
        oidc=Oidc(*(os.environ.get(f"PROBATUM_OIDC_{name}", "").strip() for name in ("ISSUER", "CLIENT", "SECRET"))),
    )


def _proxies(said: str) -> int:
    if said and not (said.isascii() and said.isdigit() and int(said) < 10):
        raise ProbatumError("P853", said=said)
    return int(said or 0)


def _mail(said: str) -> Mail:
    """What `smtp://user:password@host:587/sender@example.org` says. Raises ProbatumError P854 for anything else."""
    if not said:
        return Mail("", 0, "", "", "", "")
    try:
        told = urlsplit(said)
        port = told.port or {"smtp": 587, "smtps": 465}[told.scheme]
    except (ValueError, KeyError) as error:
        raise ProbatumError("P854") from error
    sender = unquote(told.path.strip("/"))
    if not told.hostname or "@" not in sender:
        raise ProbatumError("P854")
    user, password = unquote(told.username or ""), unquote(told.password or "")
    return Mail(told.hostname, port, user, password, "ssl" if told.scheme == "smtps" else "starttls", sender)


def _told_key(*, public: bool) -> str:
    told = os.environ.get("PROBATUM_SECRET_KEY", "")
    if public and len(told) < SHORTEST:
        raise ProbatumError("P850")
    return told


def _own_key(folder: Path) -> str:
    """The key of a site that only this machine reaches, made at the first start and readable by its user alone."""
    place = folder / "secret.key"
    if not place.exists():
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return place.read_text(encoding="utf-8").strip()
