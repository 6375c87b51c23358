"""Does a title and abstract show a claim drawn from a registered trial's result?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import Benchmark, Result
from benchmarks.classes import macro_f1_interval
from benchmarks.data import evaluation, lines
from benchmarks.measures import summary
from probatum.appraise.claims import showing
from probatum.model import Record, RecordKind, SectionKind, SourceSection

LABELS = {"TRUE": "shown", "FALSE": "not shown", "NONE": "silent"}


def record(row: dict[str, Any]) -> Record:
    """Title and abstract of a row, and nothing that identifies trial or article."""
    texts = (
        ("title", SectionKind.TITLE, row["article_title"]),
        ("abstract", SectionKind.ABSTRACT, row["article_abstract"]),
    )
    sections = tuple(SourceSection(name, kind, text) for name, kind, text in texts if text and text.strip())
    return Record.build(
        id="probatum:row",
        identifiers=(),
        kind=RecordKind.ARTICLE,
        title=row["article_title"] or "",
        sections=sections,
        format="benchmark",
    )


def seen(data: Path) -> tuple[set[str], set[str]]:
    """Trials and articles of the `train*` files of a folder."""
    rows = [row for path in sorted((data / "clinifact").glob("train*.jsonl*")) for row in lines(path)]
    return {row["nctId"] for row in rows}, {row["PMID"] for row in rows}


def run(data: Path) -> Result:
    """Every row of the `eval*` files; rows whose trial and article are in no `train*` file are reported apart."""
    rows = evaluation(data / "clinifact")
    if not rows:
        return Result({}, ["clinifact/eval*.jsonl.gz"])
    trials, papers = seen(data)
    said = [(LABELS[row["label_name"]], showing.shown(record(row), row["claim"]).label) for row in rows]
    metrics: dict[str, float] = {"claims": len(rows)}
    metrics |= summary("accuracy", [float(gold == label) for gold, label in said])
    metrics |= macro_f1_interval("macro_f1", said)
    missing = [] if trials else ["clinifact/train*.jsonl.gz (rows never seen cannot be told)"]
    unseen = [
        pair for row, pair in zip(rows, said, strict=True) if row["nctId"] not in trials and row["PMID"] not in papers
    ]
    if trials and unseen:
        metrics |= {"claims_unseen": len(unseen), "share_silent": _silent(said), "share_silent_unseen": _silent(unseen)}
        metrics |= summary("accuracy_unseen", [float(gold == label) for gold, label in unseen])
        metrics |= macro_f1_interval("macro_f1_unseen", unseen)
    return Result(metrics, missing, ["The model was fitted on the training rows alone and is not refitted here."])


def _silent(rows: list[tuple[str, str]]) -> float:
    return sum(gold == "silent" for gold, _ in rows) / len(rows)


BENCHMARK = Benchmark(
    "clinifact", "Share of claims rightly told to be shown, not shown or not told of by an abstract.", run
)
