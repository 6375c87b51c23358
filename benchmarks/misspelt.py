"""Do questions with a typing error or two in every content word still find their record?"""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import build, interval, quantile
from benchmarks.slips import misspelt, wrongable
from probatum import ask, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import retrieve
from probatum.model import Question
from probatum.vocabulary import Vocabulary

SEED = 1
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def run(data: Path) -> Result:
    """Misspell every PubMedQA question, read it, and search for what was read and for what was typed."""
    with tempfile.TemporaryDirectory() as folder:
        library, asked, missing = build(Path(folder) / "library", data)
        metrics: dict[str, float] = {"records": len(library), "questions": len(asked)}
        if not asked:
            return Result(metrics, missing)
        terms = vocabulary.load()
        known = _words(library)
        real = _real(terms, known)
        typed = [(misspelt(question, real, random.Random(f"{SEED}:{question}")), record) for question, record in asked]
        first: dict[str, list[float]] = {"": [], "uncorrected_": [], "spelt_right_": []}
        took: list[float] = []
        for (wrong, record), (question, _) in zip(typed, asked, strict=True):
            first["uncorrected_"].append(float(_best(library, wrong) == record.id))
            first["spelt_right_"].append(float(_leads(library, _read(library, terms, question)) == record.id))
            began = time.perf_counter()
            read = _read(library, terms, wrong)
            took.append(time.perf_counter() - began)
            first[""].append(float(_leads(library, read) == record.id))
        for prefix, values in first.items():
            low, high = interval(values)
            metrics[f"{prefix}recall@1"] = sum(values) / len(values)
            metrics[f"{prefix}recall@1_low"], metrics[f"{prefix}recall@1_high"] = low, high
        metrics["content_words"] = sum(wrongable(w) for q, _ in asked for w in _WORD.findall(q))
        metrics["read_p50_ms"], metrics["read_p95_ms"] = quantile(took, 0.5) * 1000, quantile(took, 0.95) * 1000
    notes = [
        "Every content word has an error or two, none of them another word of the vocabulary or the library.",
        "recall@1: read, then retrieved; uncorrected: searched as typed; spelt_right: the question without errors.",
        "Intervals are 95 % bootstrap intervals over questions.",
    ]
    return Result(metrics, missing, notes)


def _words(library: Library) -> frozenset[str]:
    """Every word of the library's texts, lower case."""
    found: set[str] = set()
    for record in library.records():
        for section in record.sections:
            found.update(re.findall(r"[^\W\d_]+", section.text.lower()))
    return frozenset(found)


def _real(terms: Vocabulary, known: frozenset[str]) -> Callable[[str], bool]:
    return lambda word: word in known or terms.known(word)


def _read(library: Library, terms: Vocabulary, typed: str) -> Question:
    return ask.read(
        typed,
        vocabulary=terms,
        library_knows=library.has_term,
        library_near=library.near_words,
        library_beside=library.beside,
        library_count=library.count,
    )


def _leads(library: Library, question: Question) -> str:
    hits = retrieve(question, library, as_of="9999-12-31").hits
    return hits[0].record.id if hits else ""


def _best(library: Library, words: str) -> str:
    hits = library.search(words, limit=1)
    return hits[0].record.id if hits else ""


BENCHMARK = Benchmark("misspelt", "PubMedQA questions with errors in every content word: recall of the record.", run)
