"""Claims beside the sentences of a source, and how benchmarks judge what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.classes import f1, macro_f1_interval
from benchmarks.data import lines
from benchmarks.measures import summary
from probatum.appraise.claims import bearing
from probatum.text import sentences


class Pair(NamedTuple):
    """A claim, the sentences of a source, the stance that is true, and which sentences are marked as telling it."""

    claim: str
    source: tuple[str, ...]
    stance: str
    marked: frozenset[int] = frozenset()
    group: str = ""
    """The same for pairs that share a claim or a source, be it by way of others."""


SCIFACT = {"SUPPORT": "supports", "CONTRADICT": "contradicts"}


def scifact(data: Path) -> list[Pair]:
    """Each claim of SciFact with each abstract it cites, title first; one without evidence there is not enough."""
    folder = data / "scifact"
    documents = {d["doc_id"]: d for path in sorted(folder.glob("corpus.jsonl*")) for d in lines(path)}
    made: list[Pair] = []
    for path in sorted(folder.glob("claims*.jsonl*")):
        for claim in lines(path):
            for number in claim["cited_doc_ids"]:
                if number in documents:
                    made.append(_pair(claim, documents[number]))
    return made


def _pair(claim: dict[str, Any], document: dict[str, Any]) -> Pair:
    told = claim.get("evidence", {}).get(str(document["doc_id"]), [])
    marked = frozenset(1 + i for passage in told for i in passage["sentences"])
    stance = SCIFACT[told[0]["label"]] if told else "not enough"
    source = (document["title"], *document["abstract"])
    return Pair(claim["claim"], source, stance, marked, str(document["doc_id"]))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(text[a:b] for a, b in sentences.split(text))


def shipped(pair: Pair) -> str:
    """What the shipped model says."""
    return bearing.read(pair.claim, pair.source).stance


def figures(pairs: Sequence[Pair], said: Sequence[str]) -> dict[str, float]:
    """Accuracy, macro-F1 and their intervals, and the F1 of each stance."""
    told = [(pair.stance, stance) for pair, stance in zip(pairs, said, strict=True)]
    right = [float(gold == stance) for gold, stance in told]
    each = {f"f1_{name.replace(' ', '_')}": f1(told, name) for name in bearing.STANCES}
    return summary("accuracy", right) | macro_f1_interval("macro_f1", told) | each
