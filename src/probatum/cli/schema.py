"""`probatum schema`: the JSON Schema of a noun."""

from __future__ import annotations

import json

import click

from probatum.cli.library import telling
from probatum.model import wire


@click.command()
@click.argument("noun", required=False)
@telling
def schema(noun: str | None) -> None:
    """Print the JSON Schema (draft 2020-12) of NOUN; without NOUN, list the nouns."""
    if noun is None:
        for name in sorted(wire.NOUNS):
            click.echo(name)
        return
    click.echo(json.dumps(wire.schema(noun), indent=2, ensure_ascii=False))
