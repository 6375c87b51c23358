"""`probatum appraise`: what is read out of one record."""

from __future__ import annotations

import click

from probatum.cli.library import telling, where_option


@click.command()
@click.argument("record")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@where_option
@telling
def appraise(record: str, form: str, location: str | None) -> None:
    """Show study, signals of bias, findings and claims of RECORD, each with the characters it was read from.

    RECORD is an identifier of a record in the library (pmid:12345678, doi:10..., nct:NCT...).
    """
    from probatum import pipeline
    from probatum.publish import appraisal

    opened = pipeline.open_library(location)
    made = pipeline.appraisal(record, library=opened)
    show = appraisal.text if form == "text" else appraisal.json
    click.echo(show(made, pipeline.bias_signals(made, library=opened)), nl=False)
