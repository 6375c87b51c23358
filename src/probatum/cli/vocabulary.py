"""`probatum vocabulary`: a user's own terms."""

from __future__ import annotations

from pathlib import Path

import click

from probatum.cli.library import telling
from probatum.publish.page import visible

MOST_TOLD = 20


@click.group()
def vocabulary() -> None:
    """Terms of your own: formulary names, local brands, abbreviations. They come before the shipped ones."""


@vocabulary.command()
@click.argument("file", type=click.Path(path_type=Path))
@telling
def add(file: Path) -> None:
    """Keep the terms of FILE (.tsv, .csv, .json, .yaml: name, synonyms, kind, broader, note)."""
    from probatum.vocabulary import load, users

    kept = users.add(file)
    terms = "term" if len(kept.entries) == 1 else "terms"
    click.echo(f"{kept.name}: {len(kept.entries):,} {terms} kept in {users.folder()}")
    told = users.conflicts(kept, load())
    for conflict in told[:MOST_TOLD]:
        click.echo(visible(f"  yours comes before the shipped meaning of {conflict}"))
    if len(told) > MOST_TOLD:
        click.echo(f"  and of {len(told) - MOST_TOLD:,} more")


@vocabulary.command("list")
@telling
def list_() -> None:
    """List your vocabularies."""
    from probatum.vocabulary import users

    kept = users.all_kept()
    for one in kept:
        click.echo(f"{one.name}: {len(one.entries):,} terms")
    if not kept:
        click.echo(f"You have no vocabulary of your own in {users.folder()}.")


@vocabulary.command()
@click.argument("name")
@telling
def remove(name: str) -> None:
    """Forget the vocabulary NAME."""
    from probatum.vocabulary import users

    users.remove(name)
    click.echo(f"{visible(name)} is removed.")
