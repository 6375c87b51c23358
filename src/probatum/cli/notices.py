"""`probatum library notices`: read lists of what was retracted, say what they name, take them back."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click
import msgspec

from probatum.cli.library import _print_json, _tell, json_option, telling, where_option
from probatum.errors import ProbatumError
from probatum.model import RecordStatus

_SHOWN = 20


@click.command()
@click.argument("lists", nargs=-1, metavar="[LIST...]")
@click.option("--source", metavar="NAME", help="Who says so. Default: the file's name.")
@click.option(
    "--as",
    "status",
    type=click.Choice(["retracted", "concern", "corrected", "superseded", "withdrawn"]),
    default="retracted",
    show_default=True,
    help="What a list of bare identifiers says of each.",
)
@click.option("--forget", metavar="NAME", help="Take back all that a source said.")
@where_option
@json_option
@telling
def notices(
    lists: tuple[str, ...], source: str | None, status: str, forget: str | None, location: str | None, as_json: bool
) -> None:
    """Read lists of retractions: identifiers, one a line, or Retraction Watch's table; .gz too.

    What a list says lies over the records here now and those added later. Their text and versions stay. Without a LIST:
    which sources were read. Exit code 1 says that a line was refused.
    """
    from probatum.acquire.library import Library

    opened = Library.open(location, create=bool(lists))
    if forget is not None:
        if forget not in opened.sources():
            raise ProbatumError("P350", source=forget, known=", ".join(s for s in opened.sources() if s) or "none")
        _report(f"{forget}: taken back", msgspec.to_builtins(opened.unsay(forget)), (), as_json)
    elif not lists:
        counts = opened.sources()
        if as_json:
            _print_json(counts)
            return
        for name, count in counts.items():
            _tell(f"{count:>9,}  {name or 'records of this library, by their links and later editions'}")
        if not counts:
            click.echo("No notices were read. Read a list with: probatum library notices LIST")
    else:
        refused = sum(_read(opened.location, path, source, RecordStatus(status), as_json) for path in lists)
        sys.exit(1 if refused else 0)


def _read(location: str, path: str, source: str | None, status: RecordStatus, as_json: bool) -> int:
    """Read one list; how many lines were refused."""
    from probatum.acquire.formats import Refusal
    from probatum.acquire.library import Library
    from probatum.acquire.notices import read_list, stand

    found = list(read_list(path, status))
    refused = [item for item in found if isinstance(item, Refusal)]
    name = source or Path(path).name
    named = (item for item in found if not isinstance(item, Refusal))
    done = stand(Library.open(location), named, name, datetime.date.today().isoformat())
    _report(name, msgspec.to_builtins(done), [msgspec.to_builtins(item) for item in refused], as_json)
    return len(refused)


def _report(name: str, done: dict[str, object], refused: object, as_json: bool) -> None:
    if as_json:
        _print_json({"source": name, **done, "refused": refused})
        return
    told = refused if isinstance(refused, list) else []
    for item in told[:_SHOWN]:
        _tell(f"refused: {item['origin']} ({item['place']}): {item['reason']}", err=True)
    changed = done["changed"]
    assert isinstance(changed, (list, tuple))
    _tell(f"{name}: notices {done['notices']:,}, new {done['new']:,}, refused {len(told):,}.")
    _tell(f"{len(changed):,} records stand otherwise now{': ' if changed else '.'}{', '.join(changed[:_SHOWN])}")
