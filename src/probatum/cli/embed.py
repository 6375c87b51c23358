"""`probatum library embed`: vectors for the records of a library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from probatum.cli.library import _print_json, _tell, json_option, telling, where_option

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from probatum.acquire.library import Embedded


@click.command()
@click.option("--model", metavar="NAME|FOLDER", help="Encoder. Default: the one the vectors have, else minilm.")
@click.option("--anew", is_flag=True, help="Make all vectors anew, whatever made those there are.")
@where_option
@json_option
@telling
def embed(model: str | None, anew: bool, location: str | None, as_json: bool) -> None:
    """Give records vectors, so that searches find what is near in meaning too.

    Needs the extra: pip install 'probatum[vectors]'. Records that have vectors are left alone, so an interrupted
    command is resumed by giving it again, and records added later get theirs by giving it again.
    """
    from probatum.acquire.library import Embedded, Library
    from probatum.acquire.vectors import DEFAULT, find

    opened = Library.open(location)
    encoder = find(model or (not anew and opened.encoder) or DEFAULT)
    done = Embedded()
    try:
        with Shown() as shown:

            def acknowledge(total: Embedded) -> None:
                nonlocal done
                done = total
                shown(total)

            done = opened.embed(encoder, anew=anew, on_batch=acknowledge)
    except KeyboardInterrupt:
        _report(opened.location, encoder.name, done, as_json, interrupted=True)
        sys.exit(130)
    _report(opened.location, encoder.name, done, as_json, interrupted=False)


def _report(location: str, encoder: str, done: Embedded, as_json: bool, *, interrupted: bool) -> None:
    if as_json:
        told = {"library": location, "encoder": encoder, **msgspec.to_builtins(done), "interrupted": interrupted}
        _print_json(told)
        return
    counts = f"made {done.made:,}, kept {done.kept:,}, removed {done.removed:,}"
    ending = "Interrupted. On disk: " if interrupted else ""
    _tell(f"{ending}{counts}. Encoder: {encoder}. Library: {location}")
    if interrupted:
        click.echo("Give the same command again to go on.")


class Shown:
    """Progress on standard error while a block runs; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self.bar: Bar | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Shown:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("embedding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self.bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self.task = self.bar.add_task("embedding", total=None)
            self.bar.start()
        return self

    def __call__(self, done: Embedded) -> None:
        """Say how far it has come."""
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, completed=done.made, total=done.made + done.missing)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()
