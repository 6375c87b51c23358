"""Is a record a randomised trial, read from title and abstract alone? Against MEDLINE's publication types.

Each PMID counts once. Publication types, headings and keywords are taken out beforehand. `f1` is the rules'
(`probatum.appraise.design`), `model_f1` the linear model's, `word_f1` that of the bare word "random". Finer classes are
named by publication type or heading; their figures tell how much of a class the rules call by its name.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks import Benchmark, Result
from probatum.acquire.reading import read_paths
from probatum.appraise import design
from probatum.appraise.randomised import READERS, bare
from probatum.model import Design, Record, SectionKind

RANDOMISED = "Randomized Controlled Trial"
FITTED_ON = "ebe2a1bd8f6a77d7"
"""Beginning of the SHA-256 of the file that the model was fitted on."""

ROUNDS = 1000
"""Rounds of the bootstrap."""
REVIEWS = (Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)
FINER: tuple[tuple[str, str, tuple[Design, ...]], ...] = (
    ("meta_analysis", "Meta-Analysis", (Design.META_ANALYSIS,)),
    ("review", "Review", REVIEWS),
    ("case_report", "Case Reports", (Design.CASE_REPORT, Design.CASE_SERIES)),
    ("crossover", "Cross-Over Studies", (Design.CROSSOVER,)),
    ("case_control", "Case-Control Studies", (Design.CASE_CONTROL,)),
    ("cohort", "Cohort Studies", (Design.COHORT,)),
    ("cross_sectional", "Cross-Sectional Studies", (Design.CROSS_SECTIONAL,)),
    ("accuracy", "Sensitivity and Specificity", (Design.ACCURACY,)),
)
"""Name of the figure, publication type or heading, designs that answer it."""


def records(data: Path) -> list[Record]:
    """The records of `medline/eval*`, each PMID once."""
    paths = sorted((data / "medline").glob("eval*"))
    found: dict[str, Record] = {}
    for _, item in read_paths([str(path) for path in paths]):
        if isinstance(item, Record):
            found.setdefault(item.id, item)
    return list(found.values())


def f1(labels: Sequence[bool], said: Sequence[bool]) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    right = sum(a and b for a, b in zip(labels, said, strict=True))
    return 2 * right / (sum(labels) + sum(said)) if right else 0.0


def interval(labels: Sequence[bool], said: Sequence[bool], seed: int = 1) -> tuple[float, float]:
    """95 % bootstrap percentile interval of F1 over records (Efron 1979, doi:10.1214/aos/1176344552)."""
    chance, pairs = random.Random(seed), list(zip(labels, said, strict=True))
    drawn = (list(zip(*chance.choices(pairs, k=len(pairs)), strict=True)) for _ in range(ROUNDS))
    ranked = sorted(f1(truth, found) for truth, found in drawn)
    return ranked[int(0.025 * ROUNDS)], ranked[int(0.975 * ROUNDS) - 1]


def run(data: Path) -> Result:
    """Rules, model and the bare word on the records of `medline`."""
    read = records(data)
    if not read:
        return Result({}, ["medline/eval*"])
    labels = [RANDOMISED in record.publication_types for record in read]
    answers, note = _answers(data, read, labels)
    metrics: dict[str, float] = {"records": len(read), "randomised": sum(labels)}
    for prefix, said in answers.items():
        metrics[f"{prefix}f1"] = f1(labels, said)
        low, high = interval(labels, said)
        metrics |= {f"{prefix}f1_low": low, f"{prefix}f1_high": high}
    rules = answers[""]
    metrics["precision"] = sum(a and b for a, b in zip(labels, rules, strict=True)) / max(1, sum(rules))
    metrics["recall"] = sum(a and b for a, b in zip(labels, rules, strict=True)) / max(1, sum(labels))
    return Result(metrics | _finer(read), [], [note, "Intervals are 95 % bootstrap intervals over records."])


def _answers(data: Path, read: Sequence[Record], labels: Sequence[bool]) -> tuple[dict[str, list[bool]], str]:
    hidden = [bare(record) for record in read]
    answers = {"": [READERS["rules"](record) > 0.5 for record in hidden], "word_": [_random(r) for r in hidden]}
    if not _fitted_on(data):
        return answers | {"model_": [READERS["model"](r) > 0.5 for r in hidden]}, "The shipped model was run as it is."
    if find_spec("sklearn") is None:
        return answers, "The model was fitted on these records, and refitting it needs scikit-learn: left out."
    shares: Callable[..., list[float]] = import_module("scripts.train.design").out_of_fold
    model = [share > 0.5 for share in shares(hidden, labels)]
    return answers | {"model_": model}, "The model was fitted on these records: its figure is out of fold (5 folds)."


def _fitted_on(data: Path) -> bool:
    paths = sorted((data / "medline").glob("eval*"))
    return any(hashlib.sha256(path.read_bytes()).hexdigest().startswith(FITTED_ON) for path in paths)


def _random(record: Record) -> bool:
    kinds = (SectionKind.TITLE, SectionKind.ABSTRACT)
    return any("random" in section.text.lower() for section in record.sections if section.kind in kinds)


def _finer(read: Sequence[Record]) -> dict[str, float]:
    """F1 of every finer class with the number of records that bear its name; a class without records is left out."""
    found = [design.find(bare(record), body=False).design for record in read]
    metrics: dict[str, float] = {}
    for name, heading, designs in FINER:
        labels = [heading in record.publication_types or heading in record.mesh for record in read]
        if any(labels):
            metrics |= {f"{name}_f1": f1(labels, [one in designs for one in found]), f"{name}_records": sum(labels)}
    return metrics


BENCHMARK = Benchmark("design", "Randomised trials told from title and abstract alone: F1 of rules and model.", run)
