"""The command line of the benchmarks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from benchmarks import benchmarks

DEFAULT_DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"


@click.command()
@click.argument("name", required=False)
@click.option("--data", type=click.Path(path_type=Path), default=DEFAULT_DATA, help="Folder of the data.")
@click.option("--every", type=click.IntRange(min=1), default=1, help="Take every nth item alone: a sample.")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object.")
def main(name: str | None, data: Path, every: int, as_json: bool) -> None:
    """Run a benchmark, or list them."""
    known = benchmarks()
    if name is None:
        for benchmark in known.values():
            click.echo(f"{benchmark.name:<12} {benchmark.purpose}")
        return
    if name not in known:
        raise click.UsageError(f"There is no benchmark {name!r}. Known: {', '.join(known)}.")
    if not data.is_dir():
        raise click.UsageError(f"{data} is no folder. Name the folder of the data with --data.")
    thinned = known[name].thinned
    if every > 1 and thinned is None:
        raise click.UsageError(f"{name!r} has no sample. Leave --every out.")
    result = thinned(data.resolve(), every) if every > 1 and thinned else known[name].run(data.resolve())
    for note in result.notes:
        click.echo(note)
    for metric, value in result.metrics.items():
        click.echo(f"{metric:<36} {value:,.4g}" if isinstance(value, float) else f"{metric:<36} {value:,}")
    if result.missing:
        click.echo(f"missing: {', '.join(result.missing)}")
    sys.stdout.flush()
    if as_json:
        click.echo(json.dumps({**result.metrics, "missing": result.missing}))


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
