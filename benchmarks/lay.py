"""Do questions in lay words find the record that was written in medical ones?"""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import build, interval, lines, open_text
from probatum import ask, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import retrieve
from probatum.model import Record
from probatum.vocabulary.normal import name_key, tokens

SEED = 1
DEPTH = 100
"""How far down a record still counts for the mean reciprocal rank."""
SHORTEST = 4
"""Letters of a term that is replaced."""
LONGEST = 5
"""Words of a term that is replaced."""

Found = Callable[[str], list[str]]


def run(data: Path) -> Result:
    """Replace the medical terms of PubMedQA questions by lay ones; find the record with and without our reading."""
    names, missing = lay_names(data)
    with tempfile.TemporaryDirectory() as folder:
        library, asked, lacking = build(Path(folder) / "library", data)
        missing += lacking
        made = [(in_lay_words(question, names), record) for question, record in asked]
        reworded = [(words, record) for words, record in made if words]
        metrics: dict[str, float] = {"records": len(library), "questions": len(reworded)}
        if not reworded:
            return Result(metrics, missing)
        terms = vocabulary.load()

        def through_ask(question: str) -> list[str]:
            read = ask.read(
                question,
                vocabulary=terms,
                library_knows=library.has_term,
                library_near=library.near_words,
                library_count=library.count,
            )
            return [hit.record.id for hit in retrieve(read, library, as_of="9999-12-31", limit=DEPTH).hits]

        ours, plain = _measure(reworded, through_ask), _measure(reworded, lambda words: _searched(library, words))
        metrics |= ours | {f"plain_{name}": value for name, value in plain.items()}
        for name in ("recall@1", "recall@10", "mrr"):
            metrics[f"gain_{name}"] = ours[name] / plain[name] - 1 if plain[name] else 0.0
    notes = [
        "A term with a lay synonym (HPO; topics of MedQuAD) is replaced by it wherever a question names it.",
        "plain: the words as typed, searched without expansion. gain: ours over plain, less one.",
        "Intervals are 95 % bootstrap intervals over questions.",
    ]
    return Result(metrics, missing, notes)


def lay_names(data: Path) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Key of a medical name -> its lay names; and the files that the folder lacks."""
    found: dict[str, set[str]] = {}
    missing = []
    hpo = data / "vocabulary" / "hpo_layperson.tsv.gz"
    if hpo.is_file():
        with open_text(hpo) as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                medical = [row["name"], *_many(row["other_synonyms"])]
                _join(found, medical, _many(row["layperson_synonyms"]))
    else:
        missing.append("vocabulary/hpo_layperson.tsv.gz")
    topics = sorted((data / "medquad").glob("*.jsonl.gz")) if (data / "medquad").is_dir() else []
    for path in topics:
        for topic in lines(path):
            _join(found, [topic.get("focus") or ""], topic.get("synonyms") or [])
    missing += [] if topics else ["medquad/*.jsonl.gz"]
    return {key: tuple(sorted(names)) for key, names in found.items()}, missing


def _many(value: str | None) -> list[str]:
    return value.split("|") if value else []


def _join(found: dict[str, set[str]], medical: Iterable[str], lay: Iterable[str]) -> None:
    """Lay names that share no word with the medical one and are no abbreviation of it."""
    for name in medical:
        key = name_key(name)
        if len(key) >= SHORTEST:
            for other in lay:
                apart = not set(name_key(other).split()) & set(key.split())
                if apart and not other.isupper() and len(other) >= SHORTEST and len(other.split()) <= LONGEST:
                    found.setdefault(key, set()).add(other)


def in_lay_words(question: str, names: dict[str, tuple[str, ...]]) -> str:
    """The question with every medical term that has a lay name under it; empty where it has none."""
    chance = random.Random(f"{SEED}:{question}")
    words = tokens(question)
    made, at, number = "", 0, 0
    while number < len(words):
        for length in range(min(LONGEST, len(words) - number), 0, -1):
            key = " ".join(word.key for word in words[number : number + length])
            if key in names:
                lay = chance.choice(names[key]).lower()
                made += question[at : words[number].start] + lay
                at, number = words[number + length - 1].end, number + length - 1
                break
        number += 1
    return made + question[at:] if made else ""


def _searched(library: Library, words: str) -> list[str]:
    return [hit.record.id for hit in library.search(words, limit=DEPTH)]


def _measure(asked: list[tuple[str, Record]], find: Found) -> dict[str, float]:
    ranks: list[int | None] = []
    for words, record in asked:
        found = find(words)
        ranks.append(found.index(record.id) + 1 if record.id in found else None)
    metrics: dict[str, float] = {}
    for name, values in (
        ("recall@1", [float(rank == 1) for rank in ranks]),
        ("recall@10", [float(rank is not None and rank <= 10) for rank in ranks]),
        ("mrr", [1 / rank if rank else 0.0 for rank in ranks]),
    ):
        low, high = interval(values)
        metrics[name], metrics[f"{name}_low"], metrics[f"{name}_high"] = sum(values) / len(values), low, high
    return metrics


BENCHMARK = Benchmark("lay", "PubMedQA questions in lay words: rank of the record with and without our reading.", run)
