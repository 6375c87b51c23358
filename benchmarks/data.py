"""Reading the benchmark folders: records from PubMedQA, SciFact and PubMed files, made-up records, intervals."""

from __future__ import annotations

import gzip
import json
import random
import resource
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO, cast

from probatum.acquire.library import Library
from probatum.acquire.reading import read_paths
from probatum.appraise.design import describe
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

ENOUGH = 25_000
"""Records a search benchmark should have."""


def open_text(path: Path) -> TextIO:
    """A text file, plain or gz."""
    if path.suffix == ".gz":
        return cast(TextIO, gzip.open(path, "rt", encoding="utf-8", newline="\n"))
    return path.open(encoding="utf-8", newline="\n")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a JSONL file, plain or gz, split at line feeds only."""
    with open_text(path) as file:
        for line in file:
            yield json.loads(line)


def evaluation(folder: Path) -> list[dict[str, Any]]:
    """All objects of the `eval*` files of a folder."""
    paths = sorted(folder.glob("eval*.jsonl*")) if folder.is_dir() else []
    return [found for path in paths for found in lines(path)]


def _record(number: str, title: str, texts: Iterable[str], year: int | None = None) -> Record:
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    sections += [
        SourceSection(f"abstract.{i}", SectionKind.ABSTRACT, text) for i, text in enumerate(texts, 1) if text.strip()
    ]
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", number),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=tuple(sections),
        year=year,
        format="benchmark",
    )


def pubmedqa(data: Path) -> list[tuple[str, Record]]:
    """Questions with their record: contexts and long answer only, since the question is the title."""
    found = []
    for asked in evaluation(data / "pubmedqa"):
        texts = [context["text"] for context in asked["contexts"]] + [asked["long_answer"]]
        year = str(asked.get("year") or "")
        found.append((asked["question"], _record(str(asked["pmid"]), "", texts, int(year) if year.isdigit() else None)))
    return found


def scifact(data: Path) -> Iterator[Record]:
    """The SciFact abstracts."""
    for path in sorted((data / "scifact").glob("corpus.jsonl*")):
        for document in lines(path):
            yield _record(str(document["doc_id"]), document["title"], [" ".join(document["abstract"])])


def pubmed_paths(data: Path) -> list[Path]:
    """The PubMed files."""
    return sorted((data / "pubmed").glob("*.xml.gz"))


def pubmed(data: Path) -> Iterator[Record]:
    """The records of the PubMed files."""
    for _, item in read_paths([str(path) for path in pubmed_paths(data)]):
        if isinstance(item, Record):
            yield item


def build(place: Path, data: Path) -> tuple[Library, list[tuple[str, Record]], list[str]]:
    """A library of the PubMedQA records among the SciFact and PubMed ones; the questions; the parts that are
    missing."""
    asked = pubmedqa(data)
    own = {record.id for _, record in asked}
    library = Library.open(place, create=True)
    library.add((record for _, record in asked), describe=describe)
    missing = [] if asked else ["pubmedqa/eval*.jsonl.gz"]
    for name, records in (("scifact/corpus.jsonl.gz", scifact(data)), ("pubmed/*.xml.gz", pubmed(data))):
        done = library.add((record for record in records if record.id not in own), describe=describe)
        missing += [] if done.seen else [name]
    if len(library) < ENOUGH:
        missing.append(f"records: {len(library):,} of {ENOUGH:,}")
    return library, asked, missing


def interval(values: Sequence[float], rounds: int = 1000, seed: int = 1) -> tuple[float, float]:
    """95 % bootstrap percentile interval of the mean (Efron 1979, doi:10.1214/aos/1176344552)."""
    if not values:
        return 0.0, 0.0
    chance = random.Random(seed)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(rounds))
    return means[int(0.025 * rounds)], means[int(0.975 * rounds) - 1]


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies; 0 for none."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0.0


def peak_memory() -> float:
    """Most memory this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3
