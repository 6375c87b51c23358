"""Which role does each sentence of an abstract play? Against the categories NLM gives to parts of labelled abstracts.

The parts are joined into one running abstract without their labels; those that NLM left unassigned are left out. A
sentence has the category of the part that most of its characters stand in. Sentences are those of
`probatum.text.sentences`. `accuracy` is over sentences by `probatum.appraise.roles`, which sees the text, the name of
the journal and the prefix of the DOI; `text_accuracy` is by the text alone, and `position_accuracy` by the position
alone.
"""

from __future__ import annotations

import gzip
import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from lxml import etree

from benchmarks import Benchmark, Result
from benchmarks.data import pubmed_paths
from probatum.acquire.formats._text import flat
from probatum.appraise import roles
from probatum.appraise.models.chain import Chain
from probatum.model import SectionRole
from probatum.text import sentences

OUT_OF_FOLD = Path(__file__).with_suffix(".npz")
"""Roles of the development sentences, each by a model fitted without its abstract (`scripts/train/roles.py`)."""
ROLES = tuple(role for role in SectionRole if role is not SectionRole.NONE)
NAMES = tuple(role.value for role in ROLES)
ROUNDS = 1000
TENTHS = 10


class Abstract(NamedTuple):
    """A running abstract: its record, its sentences, and the role of each."""

    record: str
    journal: str
    publisher: str
    said: list[str]
    roles: list[str]


def read(paths: Sequence[Path]) -> Iterator[Abstract]:
    """The abstracts of PubMed files that carry categories."""
    for path in paths:
        with gzip.open(path) as file:
            for _, article in etree.iterparse(file, tag="PubmedArticle", resolve_entities=False):
                found = article.iterfind("MedlineCitation/Article/Abstract/AbstractText")
                parts = [(str(part.get("NlmCategory", "")).lower(), flat(part)) for part in found]
                parts = [(category, text) for category, text in parts if category in NAMES and text]
                if parts:
                    journal = article.findtext("MedlineCitation/Article/Journal/ISOAbbreviation") or ""
                    doi = article.findtext("MedlineCitation/Article/ELocationID[@EIdType='doi']") or ""
                    record = article.findtext("MedlineCitation/PMID") or ""
                    yield Abstract(record, journal, roles.publisher_of(doi), *running(parts))
                article.clear()


def running(parts: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Sentences of the parts joined by blanks, and for each the role of the part that most of it stands in."""
    text = " ".join(part for _, part in parts)
    places, at = [], 0
    for role, part in parts:
        places.append((at, at + len(part), role))
        at += len(part) + 1
    said, told = [], []
    for start, end in sentences.split(text):
        said.append(text[start:end])
        told.append(max(places, key=lambda p: min(end, p[1]) - max(start, p[0]))[2])
    return said, told


def digest(one: Abstract) -> str:
    """A name for an abstract with its sentences and their roles."""
    return hashlib.sha256(repr((one.record, one.said, one.roles)).encode()).hexdigest()[:16]


def run(data: Path) -> Result:
    """Every sentence of the labelled abstracts of `pubmed`."""
    abstracts = list(read(pubmed_paths(data)))
    if not abstracts:
        return Result({}, ["pubmed/*.xml.gz"])
    abstracts, answers, note = _answers(abstracts)
    metrics: dict[str, float] = {"abstracts": len(abstracts), "sentences": sum(len(a.roles) for a in abstracts)}
    for prefix, said in answers.items():
        right = [
            [a == b for a, b in zip(one.roles, got, strict=True)] for one, got in zip(abstracts, said, strict=True)
        ]
        low, high = interval([(sum(r), len(r)) for r in right])
        metrics[f"{prefix}accuracy"] = sum(map(sum, right)) / sum(map(len, right))
        metrics |= {f"{prefix}accuracy_low": low, f"{prefix}accuracy_high": high}
    metrics |= _each(abstracts, answers[""])
    return Result(metrics, [], [note, "Intervals are 95 % bootstrap intervals over abstracts."])


Told = list[list[str]]


LEAST_KEPT = 0.5
"""Share of abstracts with kept labels from which on they are those that the model was fitted on."""


def _answers(abstracts: list[Abstract]) -> tuple[list[Abstract], dict[str, Told], str]:
    """The abstracts that count, what is said of them, and how that came about.

    A model is never asked about abstracts that it was fitted on: of those, the ones whose sentences are no longer those
    of the fit are left out.
    """
    kept = _kept()
    known = [one for one in abstracts if digest(one) in kept["journal"]]
    if len(known) >= LEAST_KEPT * len(abstracts):
        answers = {"": [kept["journal"][digest(a)] for a in known], "text_": [kept["text"][digest(a)] for a in known]}
        left = len(abstracts) - len(known)
        note = "The model was fitted on these abstracts: roles are out of fold, by models without the abstract; "
        note += f"{left} of them, which are split otherwise than at the fit, are left out."
        return known, answers | {"position_": by_position(known)}, note
    chain = Chain.load(roles.MODEL)
    answers = {"position_": by_position(abstracts)}
    answers[""] = [chain.likeliest(roles.features(a.said, a.journal, a.publisher)) for a in abstracts]
    answers["text_"] = [chain.likeliest(roles.features(a.said)) for a in abstracts]
    return abstracts, answers, "The shipped model was run as it is."


def _kept() -> dict[str, dict[str, list[str]]]:
    """The roles out of fold: by the name of the labels, then by the digest of the abstract."""
    if not OUT_OF_FOLD.exists():
        return {"journal": {}, "text": {}}
    with np.load(OUT_OF_FOLD) as held:
        digests, lengths = [str(x) for x in held["digests"]], [int(x) for x in held["lengths"]]
        return {name: dict(zip(digests, _parted(held[name], lengths), strict=True)) for name in ("journal", "text")}


def _parted(found: Sequence[int], lengths: Sequence[int]) -> Told:
    told, at = [], 0
    for length in lengths:
        told.append([ROLES[int(n)].value for n in found[at : at + length]])
        at += length
    return told


def by_position(abstracts: Sequence[Abstract]) -> Told:
    """The commonest role of each tenth of an abstract: a floor that looks at the answers."""
    counts = [Counter[str]() for _ in range(TENTHS)]
    for one in abstracts:
        for i, role in enumerate(one.roles):
            counts[i * TENTHS // len(one.roles)][role] += 1
    best = [count.most_common(1)[0][0] if count else "" for count in counts]
    return [[best[i * TENTHS // len(one.said)] for i in range(len(one.said))] for one in abstracts]


def _each(abstracts: Sequence[Abstract], said: Told) -> dict[str, float]:
    """F1 of every role."""
    pairs = [pair for one, got in zip(abstracts, said, strict=True) for pair in zip(one.roles, got, strict=True)]
    truth, found = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    right = Counter(a for a, b in pairs if a == b)
    return {f"{r.value}_f1": 2 * right[r.value] / max(1, truth[r.value] + found[r.value]) for r in ROLES}


def interval(counts: Sequence[tuple[int, int]], seed: int = 1) -> tuple[float, float]:
    """95 % bootstrap percentile interval of a share, over abstracts (Efron 1979, doi:10.1214/aos/1176344552)."""
    chance = random.Random(seed)
    drawn = []
    for _ in range(ROUNDS):
        taken = chance.choices(counts, k=len(counts))
        drawn.append(sum(right for right, _ in taken) / max(1, sum(of for _, of in taken)))
    drawn.sort()
    return drawn[int(0.025 * ROUNDS)], drawn[int(0.975 * ROUNDS) - 1]


BENCHMARK = Benchmark("sections", "Roles of the sentences of running abstracts, against NLM's categories.", run)
