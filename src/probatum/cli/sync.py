"""`probatum library sync`: fetch records from online services into the library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from probatum.cli import online, store
from probatum.cli.library import _print_json, _tell, json_option, telling, where_option
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from probatum.acquire.library import AddSummary
    from probatum.acquire.online import Found


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option("--from", "named", metavar="NAMES", help="Services, with commas between. Default: pubmed.")
@click.option(
    "--max", "most", default=1_000, show_default=True, type=click.IntRange(1), help="Records of each service."
)
@click.option("--since", metavar="DATE", help="Only what a service took in on or after that day (YYYY-MM-DD).")
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
    dry_run: bool,
    fresh: bool,
    location: str | None,
    as_json: bool,
) -> None:
    """Fetch records into the library: QUERY is a query in PubMed's syntax, or a question.

    A query is sent as it is. Of a question only names that the vocabulary knows are sent. What is sent, and to whom,
    is printed first. An interrupted call is resumed by giving it again. Exit code 1 says that a service failed or that
    something was refused.
    """
    from probatum import pipeline
    from probatum.acquire import online as asking
    from probatum.acquire.library import AddSummary, Library
    from probatum.acquire.services import _cache, _client
    from probatum.acquire.services._state import Resumable
    from probatum.appraise.design import describe

    services = online.chosen(named, ["pubmed"])
    start = online.day(since)
    typed = " ".join(words)
    asked = pipeline.sendable(typed)
    with _client.Client(cache=None if fresh else _cache.folder()) as client:
        planned = asking.plan(services, asked, client)
        online.announce(planned, asked, start)
        if asked.empty:
            raise ProbatumError("P506", question=typed)
        if dry_run:
            click.echo("Nothing was sent (--dry-run).", err=True)
            return
        library = Library.open(location, create=True)
        state = store.folder()
        kept = AddSummary()

        def keep(records: object) -> None:
            nonlocal kept
            kept = kept.plus(library.add(records, describe=describe))  # type: ignore[arg-type]

        found: list[Found] = []
        with Shown() as shown:
            for one in (p for p in planned if p.query):
                place = Resumable(
                    state / "sync" if state else None, one.service.name, one.query, start, library.location
                )
                if fresh:
                    place.forget()
                if place.begun:
                    click.echo(f"{one.service.title}: going on behind {place.begun.done:,} records", err=True)
                try:
                    found.append(asking.Filling(one, client, keep, place, shown).run(most=most, since=start))
                except KeyboardInterrupt:
                    _report(found, kept, as_json, interrupted=True)
                    sys.exit(130)
    _report(found, kept, as_json, interrupted=False)
    if any(f.outcome.failed or f.refused for f in found):
        sys.exit(1)


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
