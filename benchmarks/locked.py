"""Are figures, doses, certainty, citations and warnings the same for every reader?"""

from __future__ import annotations

from pathlib import Path

import probatum
from benchmarks import Benchmark, Result
from benchmarks._questions import answering
from benchmarks._readers import broken
from benchmarks.data import interval
from probatum.model import Reader

SHOWN = 20
"""Faults that are printed."""


def run(data: Path) -> Result:
    """Ask the first 100 questions for all readers, and compare what each is shown with what a doctor is shown."""
    with answering(data) as given:
        held: list[float] = []
        faults: list[str] = []
        for question in given.questions:
            answers = {r: probatum.answer(question, library=given.library, reader=r, as_of=given.as_of) for r in Reader}
            found = broken(answers)
            held.append(float(not found))
            faults += [f"{question[:60]!r}: {fault}" for fault in found]
        low, high = interval(held)
        metrics = {
            "equal": sum(held) / len(held) if held else 0.0,
            "equal_low": low,
            "equal_high": high,
            "answers": float(len(held)),
            "faults": float(len(faults)),
        }
        return Result(metrics, given.missing, faults[:SHOWN])


BENCHMARK = Benchmark(
    "locked", "Share of answers in which every reader gets the same figures, citations, certainty.", run
)
