"""`probatum ask`: a question in, an article out."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from probatum.cli.library import telling, where_option
from probatum.errors import ProbatumError
from probatum.model import Reader


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUESTION")
@click.option(
    "--reader",
    type=click.Choice([r.value for r in Reader]),
    default=Reader.DOCTOR.value,
    show_default=True,
    help="Who reads: the words change, the figures do not.",
)
@where_option
@click.option("--format", "form", default="text", show_default=True, help="text, markdown, html, json, or a plug-in's.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of the terminal.")
@click.option("--as-of", metavar="DATE", help="Leave out records dated later (YYYY-MM-DD). Default: today.")
@telling
def ask(
    words: tuple[str, ...], reader: str, location: str | None, form: str, output: Path | None, as_of: str | None
) -> None:
    """Answer QUESTION. On first use a library with the starter records is made."""
    from probatum.publish import formats  # imported here: a wrong option must not wait for the library

    exporter = formats.get(form)
    from probatum import pipeline
    from probatum.cli import store

    opened = pipeline.open_library(location)
    made = pipeline.answer(" ".join(words), library=opened, reader=reader, as_of=as_of)
    store.save_last_answer(made)
    if output is None:
        render = exporter.terminal or exporter.render
        click.echo(render(made, records=opened.get), nl=False)
    else:
        write(output, exporter.render(made, records=opened.get))


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises ProbatumError P810."""
    try:
        folder = path.absolute().parent
        handle, draft = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text if text.endswith("\n") else text + "\n")
            Path(draft).chmod(0o644)
            Path(draft).replace(path)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ProbatumError("P810", path=path, reason=error.strerror or error) from error
