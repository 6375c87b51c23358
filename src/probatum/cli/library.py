"""`probatum library`: add, info, search, show, remove, check; other commands have modules of their own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import update_wrapper
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

import click
import msgspec

from probatum.errors import ProbatumError
from probatum.publish.page import visible

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from probatum.acquire.formats import Refusal
    from probatum.acquire.library import AddSummary, Library
    from probatum.acquire.reading import Progress

P = ParamSpec("P")
R = TypeVar("R")

USAGE_CODES = (
    "P105",
    "P414",
    "P415",
    "P416",
    "P308",
    "P309",
    "P330",
    "P331",
    "P401",
    "P402",
    "P405",
    "P406",
    "P361",
    "P501",
    "P506",
    "P801",
    "P833",
)
"""Errors in how a command was called: exit code 2."""


class Told(click.ClickException):
    """A ProbatumError as the command line tells it."""

    exit_code = 1


class Miscalled(Told):
    """An error in how a command was called."""

    exit_code = 2


def telling(command: Callable[P, R]) -> Callable[P, R]:
    """Let a command's ProbatumErrors end it with their message instead of a traceback."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ProbatumError as error:
            kind = Miscalled if error.code in USAGE_CODES else Told
            raise kind(visible(str(error))) from error

    return update_wrapper(run, command)


where_option = click.option(
    "--library",
    "location",
    metavar="PLACE",
    help="Folder or object-store URI. Default: PROBATUM_LIBRARY, then your data folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class Group(click.Group):
    """The commands below, and those that stand in modules of their own and are imported when they are called."""

    ELSEWHERE: Final = {
        "embed": "probatum.cli.embed:embed",
        "duplicates": "probatum.cli.copies:duplicates",
        "merge": "probatum.cli.copies:merge",
        "notices": "probatum.cli.notices:notices",
        "search": "probatum.cli.search:search",
        "split": "probatum.cli.copies:split",
        "standing": "probatum.cli.standing:standing",
        "sync": "probatum.cli.sync:sync",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in alphabetical order."""
        return sorted([*super().list_commands(ctx), *self.ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name in self.ELSEWHERE:
            module, _, attribute = self.ELSEWHERE[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), attribute)
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=Group)
def library() -> None:
    """Records that answers are made from: add, fetch, look at, search, remove, check."""


class Workers(click.ParamType[int | str]):
    """A number of processes, or `ray`."""

    name = "workers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | str:
        """Raises click's BadParameter for anything else."""
        text = str(value)
        if text == "ray":
            return text
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 256):
            self.fail(f"{value!r} is neither a number from 1 to 256 nor ray.", param, ctx)
        return int(text)


@library.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--workers",
    type=Workers(),
    default=os.cpu_count() or 1,
    show_default="the number of cores",
    metavar="N|ray",
    help="Processes that read, or the Ray cluster of RAY_ADDRESS.",
)
@click.option("--appraise", "ahead", is_flag=True, help="Then read every record ahead, so that answers come sooner.")
@where_option
@json_option
@telling
def add(paths: tuple[str, ...], workers: int | str, ahead: bool, location: str | None, as_json: bool) -> None:
    """Add files, folders, archives, or standard input (-).

    What is already there in the same version is left alone, so an interrupted command is resumed by giving it again.
    Makes an empty library where there is none. Exit code 1 says that something was refused.
    """
    from probatum.acquire.filling import fill
    from probatum.acquire.library import AddSummary, Library
    from probatum.appraise.design import describe
    from probatum.pipeline import bring_up_to_date

    opened = Library.open(location, create=True)
    bring_up_to_date(opened, lambda said: _tell(said, err=True))
    done = AddSummary()

    def acknowledge(total: AddSummary) -> None:
        nonlocal done
        done = total

    refused: list[Refusal] = []
    try:
        with Shown() as shown:
            fill(
                opened,
                paths,
                describe=describe,
                workers=workers,
                on_batch=acknowledge,
                on_refusal=refused.append,
                progress=shown,
            )
    except KeyboardInterrupt:
        _report(opened, done, refused, as_json, interrupted=True)
        sys.exit(130)
    _report(opened, done, refused, as_json, interrupted=False)
    if ahead:
        from probatum.pipeline.ahead import read_ahead

        count = read_ahead(opened, workers)
        click.echo(f"Read ahead: {count:,} records.", err=as_json)
    if refused:
        sys.exit(1)


def _report(opened: Library, done: AddSummary, refused: list[Refusal], as_json: bool, *, interrupted: bool) -> None:
    if as_json:
        told = {"library": opened.location, **msgspec.to_builtins(done), "refused": msgspec.to_builtins(refused)}
        _print_json({**told, "interrupted": interrupted})
        return
    for refusal in refused:
        _tell(f"refused: {refusal.origin} ({refusal.place}): {refusal.reason}", err=True)
    counts = [f"{name} {count:,}" for name, count in msgspec.to_builtins(done).items() if name != "merged"]
    ending = "Interrupted. On disk: " if interrupted else ""
    click.echo(f"{ending}{', '.join(counts)}, refused {len(refused):,}. Library: {opened.location}")
    if done.merged:
        works = "1 work is" if done.merged == 1 else f"{done.merged:,} works are"
        click.echo(f"{works} there in one more copy: probatum library duplicates")
    if interrupted:
        click.echo("Give the same command again to go on.")


@library.command()
@where_option
@json_option
@telling
def info(location: str | None, as_json: bool) -> None:
    """Say what the library holds."""
    from probatum.acquire.library import Library

    found = Library.open(location).info()
    if as_json:
        _print_json(msgspec.to_builtins(found))
        return
    size = "" if found.size_on_disk is None else f", {found.size_on_disk / 1e6:,.1f} MB"
    click.echo(f"{found.location}{size}")
    copies = f", {found.copies:,} further copies of them" if found.copies else ""
    click.echo(f"{found.records:,} records{copies}, {found.earlier_versions:,} earlier versions")
    click.echo(f"Library version: {found.library_version}")
    if found.summaries:
        click.echo(f"{found.summaries:,} starter records (Probatum's own summaries): {found.starter_version}")
    if found.encoder:
        lacking = f", {found.without_vectors:,} records have none yet: library embed" if found.without_vectors else ""
        _tell(f"Vectors: {found.encoder}{lacking}")
    if found.unindexed:
        click.echo(
            f"{found.unindexed:,} records are not indexed yet: searches read them one by one; a later add indexes them"
        )
    if found.earlier_layout:
        click.echo("An earlier version of Probatum indexed it: searches are slower and less exact until the next add")
    for name, counts in (("Kinds", found.kinds), ("Status", found.statuses), ("Designs", found.designs)):
        listed = ", ".join(f"{value or 'not said'} {count:,}" for value, count in counts.items())
        _tell(f"{name}: {listed or 'none'}")
    years = sorted(int(year) for year in found.years if year)
    click.echo(f"Years: {years[0]} to {years[-1]}" if years else "Years: none")


@library.command()
@click.argument("identifier")
@click.option("--version", help="An earlier version; `show` lists them.")
@where_option
@json_option
@telling
def show(identifier: str, version: str | None, location: str | None, as_json: bool) -> None:
    """Print a record as it is stored, and what stands beside it: its copies, and what matching takes for related."""
    from probatum.acquire.library import Library
    from probatum.cli.copies import beside

    opened = Library.open(location)
    record = opened.get(identifier, version)
    if record is None:
        wanted = f"{identifier} in version {version}" if version else identifier
        raise ProbatumError("P307", identifier=wanted, location=opened.location)
    if as_json:
        _print_json(msgspec.to_builtins(record))
        return
    _tell(record.title or "(no title)")
    _tell(f"{', '.join(map(str, record.identifiers))}  {record.kind.value}  {record.status.value}")
    for notice in record.notices:
        _tell(f"{notice.status.value.capitalize()}, says {notice}")
    if record.summary:
        click.echo("This text is Probatum's own summary, not the source's words.")
    click.echo(f"Version {record.version} of: {', '.join(opened.versions(record.id))}")
    for line in beside(opened, record):
        _tell(line)
    for section in record.sections:
        _tell(f"\n[{section.id}] {section.heading}\n{section.text}")


@library.command()
@click.argument("identifiers", nargs=-1, required=True, metavar="IDENTIFIER...")
@where_option
@telling
def remove(identifiers: tuple[str, ...], location: str | None) -> None:
    """Remove records. Their text stays retrievable by version, for answers that cite it."""
    from probatum.acquire.library import Library

    opened = Library.open(location)
    missing = [identifier for identifier in identifiers if not opened.remove(identifier)]
    click.echo(f"removed {len(identifiers) - len(missing):,}")
    if missing:
        raise ProbatumError("P307", identifier=", ".join(missing), location=opened.location)


@library.command()
@where_option
@json_option
@telling
def check(location: str | None, as_json: bool) -> None:
    """Read everything back and recompute every hash. Exit code 1 when something is wrong."""
    from probatum.acquire.library import Library

    report = Library.open(location).check()
    if as_json:
        _print_json({**msgspec.to_builtins(report), "sound": report.sound})
    else:
        for fault in report.faults:
            _tell(f"{fault.record or 'library'}: {fault.what}", err=True)
        found = f"{len(report.faults):,} faults" if report.faults else "all sound"
        copies = f", {report.copies:,} copies" if report.copies else ""
        click.echo(f"{report.records:,} records{copies} and {report.earlier_versions:,} earlier versions read: {found}")
    if not report.sound:
        sys.exit(1)


def _tell(text: str, *, err: bool = False) -> None:
    """Print what may hold words of a source, whose control characters must not reach the terminal."""
    click.echo(visible(text), err=err)


def _print_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value)).decode())


class Shown:
    """Progress on standard error while a block runs; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self.bar: Bar | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Shown:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
            self.bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self.task = self.bar.add_task("reading", total=None)
            self.bar.start()
        return self

    def __call__(self, progress: Progress) -> None:
        """Say how far reading has come."""
        if self.bar is not None and self.task is not None:
            told = f"{progress.items:,} read, file {progress.files:,} of {progress.files_total:,}"
            self.bar.update(self.task, description=told, completed=progress.bytes, total=progress.bytes_total)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()
