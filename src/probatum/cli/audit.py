"""`probatum audit`: a cited text held to its sources. Exit code 0 no fault, 1 faults, 2 not read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from probatum.cli.library import telling, where_option
from probatum.errors import ProbatumError
from probatum.publish.page import visible

if TYPE_CHECKING:
    from probatum.acquire.library import Library

FORMATS: Final = ("text", "markdown", "html", "json", "csv", "junit", "sarif")
FAULTS: Final = 1
UNREAD: Final = 2


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@where_option
@click.option("--format", "form", default="text", show_default=True, help=f"{', '.join(FORMATS)}, or a plug-in's.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of the terminal.")
@click.option(
    "--online", is_flag=True, help="Fetch what the text cites from online services first. Says what it sends."
)
@click.option("--lenient", is_flag=True, help="Exit code 0 also when faults were found.")
@telling
def audit(source: str, location: str | None, form: str, output: Path | None, online: bool, lenient: bool) -> None:
    """Hold a cited text to its sources: plain text, Markdown, HTML, PDF or Word; - reads standard input.

    Every sentence gets a verdict with the characters of the source that decide it. Exit code 0: no fault was found; 1:
    faults; 2: it could not be read. Nothing leaves this machine without --online or a URL.
    """
    from probatum.publish import audits

    exporter = audits.get(form)
    try:
        _held(location)
        raw, origin = _read(source)
        if not raw.strip():
            raise ProbatumError("P831", origin=origin or "standard input", reason="it is empty")
    except ProbatumError as error:
        click.echo(visible(f"Error: {error}"), err=True)
        sys.exit(UNREAD)
    from probatum import pipeline

    opened = pipeline.open_library(location)
    if online:
        _fetch(raw, opened)
    report = pipeline.audit(raw, library=opened, origin=origin)
    told = exporter.render(report, records=opened.get)
    if output is None:
        click.echo(told, nl=False)
    else:
        from probatum.cli.ask import write

        write(output, told)
    if report.faults and not lenient:
        sys.exit(FAULTS)


def _held(location: str | None) -> None:
    """Raises ProbatumError P302 for a library that is named and not there: a text held to another one than was meant
    would be found to be at fault."""
    from probatum.acquire.library import Library
    from probatum.acquire.library.location import resolve

    if location and not Library.exists(where := resolve(location)):
        raise ProbatumError("P302", location=where)


def _read(source: str) -> tuple[str, str]:
    """The text under audit and where it came from. Raises ProbatumError P831, P832, P834."""
    from probatum.pipeline.auditing import LARGEST, readable

    if source.startswith(("http://", "https://")):
        from probatum.pipeline.fetching import page

        return readable(page(source), source), source
    if source == "-":
        return readable(sys.stdin.buffer.read(LARGEST + 1), "standard input"), ""
    try:
        with Path(source).open("rb") as file:
            return readable(file.read(LARGEST + 1), source), source
    except OSError as error:
        raise ProbatumError("P831", origin=source, reason=error.strerror or str(error)) from error


def _fetch(raw: str, library: Library) -> None:
    """Ask services for the documents that the text names by identifier and the library lacks, and keep them."""
    from probatum.acquire import online as asking
    from probatum.acquire import services
    from probatum.acquire.services import _cache, _client
    from probatum.appraise.design import describe
    from probatum.cli import online as telling_online
    from probatum.pipeline.fetching import lacking

    wanted = lacking(raw, library)
    if not wanted:
        return
    names = dict.fromkeys(asking.SERVES[i.namespace] for i in wanted)
    with _client.Client(limits=_client.HASTY, cache=_cache.folder()) as client:
        planned = asking.plan_documents([services.get(name) for name in names], wanted, client)
        telling_online.announce(planned)
        found = asking.ask(planned, client)
    records = [record for one in found for record in one.records]
    try:
        library.add(records, describe=describe)
    except ProbatumError as error:
        click.echo(visible(f"Warning: {error}"), err=True)
    for one in found:
        if one.outcome.failed:
            click.echo(visible(f"Warning: {one.outcome.told}"), err=True)
