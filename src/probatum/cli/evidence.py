"""`probatum evidence`: the evidence table and the summary of findings of a question."""

from __future__ import annotations

from pathlib import Path

import click

from probatum.cli.library import telling, where_option


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUESTION")
@click.option("--format", "form", default="text", show_default=True, help="text, csv, json or html.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of the terminal.")
@click.option("--as-of", metavar="DATE", help="Leave out records dated later (YYYY-MM-DD). Default: today.")
@where_option
@telling
def evidence(words: tuple[str, ...], form: str, output: Path | None, as_of: str | None, location: str | None) -> None:
    """Print what the library's records found on QUESTION: one row a finding, one summary an outcome.

    `csv` is the evidence table alone, for a spreadsheet; the other formats hold both tables.
    """
    from probatum.publish import tables  # imported here: a wrong format must not wait for the library

    render = tables.get(form)
    from probatum import pipeline
    from probatum.cli.ask import write

    text = render(pipeline.evidence(" ".join(words), library=location, as_of=as_of))
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
