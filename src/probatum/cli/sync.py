"""`probatum library sync`: fetch records from online services into the library."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
import msgspec

from probatum.cli import online, store
from probatum.cli.library import _print_json, _tell, json_option, telling, where_option
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from probatum.acquire.formats import Deletion
    from probatum.acquire.library import AddSummary
    from probatum.acquire.online import Found, Plan
    from probatum.acquire.services._client import Client
    from probatum.model import Identifier, Record


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option("--from", "named", metavar="NAMES", help="Services, with commas between. Default: pubmed.")
@click.option(
    "--max", "most", default=1_000, show_default=True, type=click.IntRange(1), help="Records of each service."
)
@click.option("--since", metavar="DATE", help="Only what a service took in on or after that day (YYYY-MM-DD).")
@click.option("--links", type=click.Choice(["related", "cited-in"]), help="Of identifiers: what PubMed links to them.")
@click.option("--full-text", is_flag=True, help="Fetch open-access full texts of what was found, from Europe PMC.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and stop.")
@click.option("--fresh", is_flag=True, help="Ask anew: no kept replies, no earlier place.")
@where_option
@json_option
@telling
def sync(
    words: tuple[str, ...],
    named: str | None,
    most: int,
    since: str | None,
    links: str | None,
    full_text: bool,
    dry_run: bool,
    fresh: bool,
    location: str | None,
    as_json: bool,
) -> None:
    """Fetch records into the library: QUERY is a query in PubMed's syntax, a question, or identifiers.

    A query is sent as it is. Of a question only names that the vocabulary knows are sent. What is sent, and to whom,
    is printed first. An interrupted call is resumed by giving it again. Exit code 1 says that a service failed or that
    something was refused.
    """
    from probatum.acquire.services import _cache, _client

    start = online.day(since)
    with _client.Client(cache=None if fresh else _cache.folder()) as client:
        planned = _planned(words, named, links, start, client)
        if dry_run:
            click.echo("Nothing was sent (--dry-run).", err=True)
            return
        filling = _Filling(client, location, most, start, fresh)
        try:
            for one in planned:
                filling.run(one)
            if full_text:
                filling.run_full_texts()
        except KeyboardInterrupt:
            _report(filling.found, filling.kept, as_json, interrupted=True)
            sys.exit(130)
    _report(filling.found, filling.kept, as_json, interrupted=False)
    if any(f.outcome.failed or f.refused for f in filling.found):
        sys.exit(1)


def _planned(
    words: tuple[str, ...], named: str | None, links: str | None, since: str, client: Client
) -> tuple[Plan, ...]:
    """What will be sent, told on standard error. Raises ProbatumError P501, P506, P330."""
    from probatum import pipeline
    from probatum.acquire import online as asking

    identifiers = online.identified(words)
    if identifiers:
        serving = [asking.SERVES[i.namespace] for i in identifiers if i.namespace in asking.SERVES]
        services = online.chosen(named, ["pubmed"] if links else serving)
        planned = asking.plan_documents(services, identifiers, client, links or "")
        online.announce(planned)
    else:
        asked = pipeline.sendable(" ".join(words))
        planned = asking.plan(online.chosen(named, ["pubmed"]), asked, client)
        online.announce(planned, asked, since)
    if not any(one.told for one in planned):
        raise ProbatumError("P506", question=" ".join(words))
    return tuple(one for one in planned if one.told)


class _Filling:
    """The services of one call on their way into one library."""

    def __init__(self, client: Client, location: str | None, most: int, since: str, fresh: bool) -> None:
        from probatum.acquire.library import AddSummary, Library

        self.client, self.most, self.since, self.fresh = client, most, since, fresh
        self.library = Library.open(location, create=True)
        self.kept = AddSummary()
        self.found: list[Found] = []
        self.full_texts: dict[Identifier, None] = {}

    def run(self, planned: Plan) -> None:
        """Ask one service and keep what it gives."""
        from probatum.acquire.online import Filling
        from probatum.acquire.services._state import Resumable

        state = store.folder()
        folder = state / "sync" if state and planned.query else None
        place = Resumable(folder, planned.service.name, planned.query, self.since, self.library.location)
        if self.fresh:
            place.forget()
        if place.begun:
            click.echo(f"{planned.service.title}: going on behind {place.begun.done:,} records", err=True)
        with Shown() as shown:
            filling = Filling(planned, self.client, self.keep, place, shown)
            self.found.append(filling.run(most=self.most, since=self.since))

    def keep(self, items: Iterable[Record | Deletion]) -> None:
        """Add to the library, and note what may have a full text."""
        from probatum.appraise.design import describe
        from probatum.model import Record

        records = list(items)
        self.kept = self.kept.plus(self.library.add(records, describe=describe))
        for record in records:
            if isinstance(record, Record) and record.format != "jats":
                numbers = (i for i in record.identifiers if i.namespace == "pmcid")
                self.full_texts.update(dict.fromkeys(numbers))

    def run_full_texts(self) -> None:
        """Ask Europe PMC for the full text of every record that PubMed Central has."""
        from probatum.acquire import services
        from probatum.acquire.online import Plan

        wanted = tuple(self.full_texts)
        if wanted:
            europepmc = services.get("europepmc")
            planned = Plan(europepmc, "", self.client.host(europepmc), wanted, keys=self.client.keys(europepmc))
            online.announce([planned])
            self.run(planned)


def _report(found: list[Found], kept: AddSummary, as_json: bool, *, interrupted: bool) -> None:
    refused = [refusal for one in found for refusal in one.refused]
    if as_json:
        outcomes = [msgspec.to_builtins(one.outcome) for one in found]
        told = {"services": outcomes, **msgspec.to_builtins(kept), "refused": msgspec.to_builtins(refused)}
        _print_json({**told, "interrupted": interrupted})
        return
    for refusal in refused:
        _tell(f"refused: {refusal.origin} ({refusal.place}): {refusal.reason}", err=True)
    for one in found:
        _tell(one.outcome.told)
    click.echo(
        f"added {kept.added:,}, updated {kept.updated:,}, unchanged {kept.unchanged:,}, deleted {kept.deleted:,}, "
        f"refused {len(refused):,}"
    )
    if interrupted:
        click.echo("Interrupted. What is listed is kept; give the command again to go on.", err=True)


class Shown:
    """Progress on standard error while services are asked; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self.bar: Bar | None = None
        self.tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Shown:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
            self.bar = Bar(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
            self.bar.start()
        return self

    def __call__(self, title: str, done: int, total: int | None) -> None:
        """Say how far a service has come."""
        if self.bar is not None:
            if title not in self.tasks:
                self.tasks[title] = self.bar.add_task(title, total=total)
            self.bar.update(self.tasks[title], completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()
