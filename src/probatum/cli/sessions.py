"""`probatum sessions`: the conversations kept on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from probatum.cli import conversations
from probatum.cli.ask import printed, write
from probatum.cli.library import telling, where_option
from probatum.model import Change
from probatum.model.wire import encode
from probatum.publish.page import TITLES, visible


@click.group()
def sessions() -> None:
    """List, show, export and delete your conversations. They never leave this machine."""


@sessions.command("list")
@telling
def list_() -> None:
    """The conversations, the newest first: name, when it was started, turns, first question."""
    for name in conversations.ids():
        one = conversations.load(name)
        count = len(one.turns)
        turns = "1 turn" if count == 1 else f"{count} turns"
        click.echo(visible(f"{one.id}  {one.started[:16].replace('T', ' ')}  {turns:>8}  {one.turns[0].typed}"))


@sessions.command()
@click.argument("name", default=conversations.LAST)
@telling
def show(name: str) -> None:
    """What was asked in conversation NAME, how each follow-up was understood, and what it changed."""
    for number, turn in enumerate(conversations.load(name).turns, 1):
        click.echo(visible(f"{number}. {turn.typed}"))
        if turn.follow is not None:
            click.echo(visible(f"   {turn.follow.kind.value}: {turn.follow.why}"))
        for edit in turn.plan:
            if edit.change is not Change.KEEP:
                title = TITLES.get(edit.section, edit.section)
                click.echo(visible(f"   {edit.change.value:8} {title}: {edit.reason}"))
        for statement in turn.answer.sections[0].statements:
            click.echo(visible(f"   - {statement.text}"))


@sessions.command()
@click.argument("name", default=conversations.LAST)
@click.option("--format", "form", metavar="NAME", help="Its last answer as pdf, docx, html ... instead of all as JSON.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of the terminal.")
@where_option
@telling
def export(name: str, form: str | None, output: Path | None, location: str | None) -> None:
    """Conversation NAME as JSON, every turn with its whole answer; or its last answer in another format."""
    held = conversations.load(name)
    if form is None:
        data = encode(held).decode("utf-8")
        click.echo(data) if output is None else write(output, data)
        return
    from probatum import pipeline
    from probatum.publish import formats

    printed(held.last.answer, formats.get(form), pipeline.open_library(location), output)


@sessions.command()
@click.argument("names", nargs=-1, metavar="NAME...")
@click.option("--all", "every", is_flag=True, help="All of them.")
@telling
def delete(names: tuple[str, ...], every: bool) -> None:
    """Delete conversations for good."""
    if not names and not every:
        raise click.UsageError("Name the conversations to delete (see `probatum sessions list`), or give --all.")
    for name in conversations.ids() if every else names:
        click.echo(f"deleted {conversations.delete(name)}")
