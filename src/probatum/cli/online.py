"""What both commands that go online share: which services, what will be sent, and how that is told before it is."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from probatum.errors import ProbatumError
from probatum.publish.page import visible

if TYPE_CHECKING:
    from probatum.acquire.online import Plan
    from probatum.acquire.services import Service
    from probatum.acquire.services._query import Asked
    from probatum.model import Identifier


def chosen(named: str | None, otherwise: Sequence[str]) -> tuple[Service, ...]:
    """The services of a list `pubmed,europepmc`, or those taken otherwise. Raises ProbatumError P501."""
    from probatum.acquire import services

    names = [name.strip().lower() for name in named.split(",") if name.strip()] if named else list(otherwise)
    return tuple(services.get(name) for name in dict.fromkeys(names))


def identified(words: Sequence[str]) -> tuple[Identifier, ...]:
    """The identifiers that all of these words are (`pmid:12345678 NCT01234567`); none when one of them is not."""
    from probatum.text import identifiers

    found = [identifiers.parse(word) for word in " ".join(words).replace(",", " ").split()]
    return tuple(one for one in found if one is not None) if all(found) else ()


def day(text: str | None) -> str:
    """A day as YYYY-MM-DD; YYYY and YYYY-MM mean their first day. Raises ProbatumError P308."""
    if not text:
        return ""
    parts = text.strip().split("-")
    try:
        return datetime.date.fromisoformat("-".join([*parts, "01", "01"][:3])).isoformat()
    except ValueError as error:
        raise ProbatumError("P308", text=text) from error


def announce(planned: Sequence[Plan], asked: Asked | None = None, since: str = "") -> None:
    """Say on standard error what will be sent, to whom, and what was left out."""
    click.echo("What is sent:", err=True)
    for one in planned:
        told = one.told or "nothing: it cannot serve this question"
        where = ", ".join((one.host, *(f"with {variable}" for variable in one.keys)))
        click.echo(visible(f"  {one.service.title} ({where}): {told}"), err=True)
    if since:
        click.echo(f"  with: taken in on or after {since}", err=True)
    for words, kind in asked.removed if asked is not None else ():
        click.echo(visible(f"Left out, it looks like {kind}: {words}"), err=True)
