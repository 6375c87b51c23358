"""`probatum pool`: a meta-analysis of a table of studies, or of what the library holds on a question."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from probatum.cli.library import telling, where_option
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    from probatum.appraise.pooling.analysis import Analysis
    from probatum.model import Measure, Pooled

LARGEST: Final = 20_000_000
"""Bytes of the largest table that is read."""
MOST_STUDIES: Final = 20_000

MEASURES: Final = ("RR", "OR", "RD", "MD", "SMD", "HR", "rate")
PICTURES: Final = ("svg", "png")


@click.command()
@click.argument("source", nargs=-1, required=True, metavar="FILE.csv|QUESTION")
@click.option("--measure", type=click.Choice(MEASURES, case_sensitive=False), help="Default: what most studies give.")
@click.option("--model", type=click.Choice(("random", "common")), default="random", show_default=True)
@click.option(
    "--method",
    type=click.Choice(("REML", "DL", "PM", "IV", "MH", "Peto"), case_sensitive=False),
    help="Default: REML; of a common effect MH for events, IV for all else.",
)
@click.option(
    "--test",
    type=click.Choice(("auto", "Hartung-Knapp", "Wald"), case_sensitive=False),
    default="auto",
    show_default=True,
    help="How the interval is made; auto: Hartung-Knapp where there are three studies and heterogeneity.",
)
@click.option("--level", type=click.FloatRange(50, 99.9), default=95.0, show_default=True, help="Of the intervals.")
@click.option("--outcome", default="", help="Name of the outcome, for a table.")
@click.option("--intervention", default="", help="Name of the first arm, for a table.")
@click.option("--comparator", default="", help="Name of the second arm, for a table.")
@click.option("--unit", default="", help="Unit of means, for a table.")
@click.option("--better", type=click.Choice(("lower", "higher")), help="Which side is better: labels the plot.")
@click.option("--plot", type=click.Choice(("forest", "funnel")), default="forest", show_default=True)
@click.option("--format", "form", type=click.Choice(("text", "json", *PICTURES)), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of the terminal.")
@click.option("--as-of", metavar="DATE", help="For a question: leave out records dated later (YYYY-MM-DD).")
@where_option
@telling
def pool(
    source: tuple[str, ...],
    measure: str | None,
    model: str,
    method: str | None,
    test: str,
    level: float,
    outcome: str,
    intervention: str,
    comparator: str,
    unit: str,
    better: str | None,
    plot: str,
    form: str,
    output: Path | None,
    as_of: str | None,
    location: str | None,
) -> None:
    """Pool the studies of FILE.csv: one row a study, with events and totals of both arms (ai, n1i, ci, n2i), or
    means (m1i, sd1i, n1i, m2i, sd2i, n2i), or estimates (yi, vi)."""
    from probatum.appraise.pooling.analysis import Analysis

    if form == "png" and output is None:
        raise ProbatumError("P821")
    wanted = Analysis(
        measure=_measure(measure),
        method=_method(method, model),
        test={"wald": "Wald", "auto": "auto"}.get(test.lower(), "Hartung-Knapp"),
        level=level,
        outcome=outcome,
        intervention=intervention,
        comparator=comparator,
        unit=unit,
    )
    made = _made(source, wanted, location, as_of)
    _put(made, form, plot, better or "", output)


def _measure(name: str | None) -> Measure | None:
    from probatum.text.pooling import SHORT

    short = {said.lower(): measure for measure, said in SHORT.items()}
    return None if name is None else short["rate ratio" if name.lower() == "rate" else name.lower()]


def _method(name: str | None, model: str) -> str:
    if name is None:
        return "REML" if model == "random" else "common"
    return {"IV": "EE"}.get(name.upper(), name.upper())


def _made(source: tuple[str, ...], wanted: Analysis, location: str | None, as_of: str | None) -> list[Pooled]:
    path = Path(source[0])
    if len(source) == 1 and (path.is_file() or path.suffix.lower() in (".csv", ".tsv")):
        return [of_table(path, wanted)]
    from probatum import pipeline

    return pipeline.pooled(" ".join(source), wanted, library=location, as_of=as_of)


def of_table(path: Path, wanted: Analysis) -> Pooled:
    """Pool a table of studies. Raises ProbatumError P621-P623 for one that cannot be read or pooled."""
    from probatum.appraise.pooling.analysis import pool_rows, settled
    from probatum.appraise.pooling.tables import read_rows

    header, cells = _read(path)
    rows = read_rows(header, cells, wanted.measure)
    if all(row.arms is None and row.y is None for row in rows):
        raise ProbatumError("P621", path=path, columns=", ".join(header)[:500])
    if wanted.measure is None and all(row.arms is None for row in rows):
        raise ProbatumError("P623", path=path)
    return pool_rows(rows, settled(wanted, rows))


def _read(path: Path) -> tuple[list[str], list[dict[str, str | None]]]:
    """Header and rows of a table with commas, semicolons or tabs."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ProbatumError("P622", path=path, reason=error.strerror or error) from error
    if len(content) > LARGEST:
        raise ProbatumError("P622", path=path, reason=f"it has more than {LARGEST:,} bytes")
    try:
        text = content.decode("utf-8-sig")
        first = text.partition("\n")[0]
        mark = max(",;\t", key=first.count)
        lines = csv.reader(io.StringIO(text), delimiter=mark, strict=True)
        header = [name.strip() for name in next(lines, [])]
        cells: list[dict[str, str | None]] = []
        for line in lines:
            if len(cells) == MOST_STUDIES:
                raise ProbatumError("P622", path=path, reason=f"it has more than {MOST_STUDIES:,} rows")
            if any(cell.strip() for cell in line):
                cells.append(dict(zip(header, line, strict=False)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ProbatumError("P622", path=path, reason=error) from error
    if not cells:
        raise ProbatumError("P622", path=path, reason="it has no rows")
    return header, cells


def _put(made: list[Pooled], form: str, plot: str, better: str, output: Path | None) -> None:
    from probatum.cli.ask import write
    from probatum.publish.plots.table import text

    if form in PICTURES:
        picture = _picture(made, plot, better)
        if form == "png" and output is not None:
            from probatum.publish.plots.png import png

            _write_bytes(output, png(picture))
            return
        said = picture
    elif form == "json":
        from probatum.model import wire

        said = wire.encode(made).decode()
    else:
        shown = [one for one in made if one.studies] or made[:1]
        said = "\n".join([*(text(one) for one in shown), *_barren([one for one in made if one not in shown])])
    if output is None:
        click.echo(said.rstrip("\n"))
    else:
        write(output, said)


def _barren(made: list[Pooled]) -> list[str]:
    """One line for each outcome of which no study gives what is needed: an empty table would say no more."""
    from probatum.publish.page import visible

    return [f"Nothing to pool for {visible(one.outcome)}: {visible(one.why_not)}." for one in made]


def _picture(made: list[Pooled], plot: str, better: str) -> str:
    """The plot of the first result that was pooled, else of the first."""
    from probatum.publish.plots.forest import forest
    from probatum.publish.plots.funnel import funnel

    shown = next((one for one in made if one.estimate is not None), made[0])
    return funnel(shown) if plot == "funnel" else forest(shown, better=better)


def _write_bytes(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ProbatumError("P810", path=path, reason=error.strerror or error) from error
