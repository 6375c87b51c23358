"""Text as wide as the terminal, drawn into a string: what every terminal page is written with."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

NARROWEST = 30
"""Columns below which nothing is drawn; a narrower terminal breaks the lines itself."""


def drawing(width: int, *, colour: bool) -> tuple[Console, StringIO]:
    """A console that draws `width` columns wide into the text beside it; `colour` adds ANSI escapes.

    Nothing of a source is read as markup, and no word is coloured by what it looks like.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, NARROWEST),
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    return console, out


def drawn(out: StringIO) -> str:
    """What was drawn, without the blanks that fill lines."""
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
