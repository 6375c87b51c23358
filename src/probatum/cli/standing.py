"""`probatum library standing`: ask whether records of the library were retracted, corrected or are in doubt."""

from __future__ import annotations

import sys

import click
import msgspec

from probatum.cli import online
from probatum.cli.library import _print_json, _tell, json_option, telling, where_option


@click.command()
@click.option("--from", "named", metavar="NAMES", help="Services, with commas between. Default: crossref,openalex.")
@click.option("--max", "most", default=1_000, show_default=True, type=click.IntRange(1), help="Records asked about.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and stop.")
@where_option
@json_option
@telling
def standing(named: str | None, most: int, dry_run: bool, location: str | None, as_json: bool) -> None:
    """Ask Crossref and OpenAlex about the standing of the library's records, by their DOIs.

    What they say of retractions, corrections and concerns lies over the records from then on; their text stays. Exit
    code 1 says that a service could not be asked.
    """
    from probatum.acquire import standings
    from probatum.acquire.library import Library
    from probatum.acquire.online import Plan
    from probatum.acquire.services import _cache, _client

    services = online.chosen(named, standings.WATCHING)
    library = Library.open(location)
    wanted = standings.of_interest(library, most)
    with _client.Client(cache=_cache.folder()) as client:
        online.announce([Plan(s, "", client.host(s), wanted, keys=client.keys(s)) for s in services])
        if dry_run:
            click.echo("Nothing was sent (--dry-run).", err=True)
            return
        checked = standings.check(services, client, wanted)
    changed = standings.lay(library, checked)
    if as_json:
        _print_json({"services": [msgspec.to_builtins(one) for one in checked], "changed": changed})
    else:
        for one in checked:
            _tell(one.told)
        _tell(f"{len(changed):,} records stand otherwise now{': ' if changed else '.'}{', '.join(changed)}")
    if any(one.failed for one in checked):
        sys.exit(1)
