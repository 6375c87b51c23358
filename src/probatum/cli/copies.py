"""`probatum library duplicates`, `split` and `merge`: copies of one work, shown, parted and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from probatum.cli.library import _print_json, _tell, json_option, telling, where_option

if TYPE_CHECKING:
    from probatum.acquire.library import Copy, Library
    from probatum.model import Record


@click.command()
@click.argument("identifier", required=False)
@where_option
@json_option
@telling
def duplicates(identifier: str | None, location: str | None, as_json: bool) -> None:
    """List copies of one work, of all works or of the one named, with the reason of each merge."""
    from probatum.acquire.library import Library

    opened = Library.open(location)
    copies = opened.copies(identifier)
    if as_json:
        _print_json([copy_told(copy) for copy in copies])
        return
    leader = ""
    for copy in copies:
        if copy.leader != leader:
            leader = copy.leader
            led = opened.get(leader)
            _tell(f"{leader}  {(led.title if led else '') or '(no title)'}")
        _tell(copy_line(copy))
    click.echo(f"{len(copies):,} {'copy' if len(copies) == 1 else 'copies'}.")
    if copies:
        click.echo("A copy that is another work is parted with: probatum library split IDENTIFIER")


@click.command()
@click.argument("identifier")
@where_option
@telling
def split(identifier: str, location: str | None) -> None:
    """Part a record from the other copies of its work. It is remembered: they are never merged again."""
    from probatum.acquire.library import Library

    parted = Library.open(location).split(identifier)
    _tell(f"{identifier} is a work of its own now, apart from {', '.join(parted)}")


@click.command()
@click.argument("identifiers", nargs=2, metavar="IDENTIFIER IDENTIFIER")
@where_option
@telling
def merge(identifiers: tuple[str, str], location: str | None) -> None:
    """Say that two records are copies of one work. `split` undoes it."""
    from probatum.acquire.library import Library

    led = Library.open(location).merge(*identifiers)
    _tell(f"{' and '.join(identifiers)} are one work now; {led.id} leads")


def beside(opened: Library, record: Record) -> list[str]:
    """What `show` says of a record's other copies, and of documents that matching takes for related to it."""
    told = [copy_line(copy) for copy in opened.copies(record.id)]
    if told:
        told.insert(0, "Also in the library as:")
    for relation in opened.related(record.id):
        told.append(f"Found by matching: {relation.kind.value} {relation.record.id} ({relation.reason})")
    return told


def copy_told(copy: Copy) -> dict[str, Any]:
    """A copy for JSON, without its text."""
    record = copy.record
    return {
        "id": record.id,
        "version": record.version,
        "leader": copy.leader,
        "identifiers": [str(identifier) for identifier in record.identifiers],
        "title": record.title,
        "format": record.format,
        "origin": record.origin,
        "score": copy.score,
        "reason": copy.reason,
        "by": copy.by,
        "date": copy.date,
    }


def copy_line(copy: Copy) -> str:
    """A copy in a line."""
    record = copy.record
    names = ", ".join(str(identifier) for identifier in record.identifiers)
    score = f", score {copy.score:g}" if copy.score else ""
    return f"    {names} (version {record.version}, {record.format}): {copy.reason} (by {copy.by}, {copy.date}{score})"
