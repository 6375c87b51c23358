"""`probatum checks`: what every statement is asked before it is printed."""

from __future__ import annotations

import json
import shutil

import click

from probatum.cli.library import json_option, telling


@click.command()
@json_option
@telling
def checks(as_json: bool) -> None:
    """List the checks that every statement passes, each with the paper or rule it comes from."""
    from probatum.assess import registry

    known = registry.checks()
    if as_json:
        listed = [
            {"name": c.name, "purpose": c.purpose, "source": c.source, "parameters": dict(c.parameters)}
            for c in known.values()
        ]
        click.echo(json.dumps(listed, indent=2, ensure_ascii=False))
        return
    for check in known.values():
        click.secho(check.name, bold=True)
        for words in (check.purpose, f"Source: {check.source}", *(f"{name}: {why}" for name, why in check.parameters)):
            click.echo(click.wrap_text(words, width=_width(), initial_indent="  ", subsequent_indent="  "))


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
