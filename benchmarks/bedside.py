"""Are questions as people type them answered from the source of the starter library that answers them?"""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

import probatum
from benchmarks import Benchmark, Result
from benchmarks.data import interval
from probatum import pipeline
from probatum.model import Answer

TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Topic, records of which the bottom line must cite one (none: nothing answers), what it must say, what it must never
say (expressions), and the wordings of the question. Our own, written from the starter records: development data."""
AS_OF: Final = "2026-11-26"


class Wanted(msgspec.Struct, frozen=True):
    """One wording of a question and what its bottom line must hold."""

    topic: str
    question: str
    cites: frozenset[str]
    says: str
    never: str

    def faults(self, answer: Answer) -> tuple[str, ...]:
        """What is wrong with the bottom line: its source, what it lacks, what it must not say."""
        section = answer.section("bottom_line")
        said = " ".join(s.text for s in section.statements) or section.empty
        cited = {span.record for s in section.statements for span in s.supports}
        checks = (
            ("source", bool(cited & self.cites) if self.cites else not cited),
            ("lacking", not self.says or re.search(self.says, said) is not None),
            ("forbidden", not self.never or re.search(self.never, said) is None),
        )
        return tuple(name for name, held in checks if not held)


def wanted() -> Iterator[Wanted]:
    """Every wording of every topic."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for question in row["wordings"].split("|"):
                yield Wanted(row["topic"], question, frozenset(row["cites"].split()), row["says"], row["never"])


def run(data: Path) -> Result:
    """Ask every wording of a fresh starter library; `data` is not read."""
    held: dict[str, list[float]] = {"right": [], "source": [], "lacking": [], "forbidden": []}
    notes = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for case in wanted():
            faults = case.faults(probatum.answer(case.question, library=library, as_of=AS_OF))
            held["right"].append(float(not faults))
            for name in ("source", "lacking", "forbidden"):
                held[name].append(float(name not in faults))
            if faults:
                notes.append(f"{', '.join(faults)}: {case.question}")
    low, high = interval(held["right"])
    metrics = {name: sum(values) / len(values) for name, values in held.items()}
    metrics |= {"right_low": low, "right_high": high, "questions": float(len(held["right"]))}
    return Result(metrics, [], notes)


BENCHMARK = Benchmark("bedside", "Starter questions in several wordings: is the right source found and said?", run)
