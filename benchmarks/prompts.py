"""Evidence Inference 2.0: records, prompts whose annotators agree, and whether a span is the evidence they marked."""

from __future__ import annotations

import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.data import lines
from probatum.acquire.reading import read_paths
from probatum.appraise.effects import Asked, tokens
from probatum.model import Direction, Identifier, Record, RecordKind, SectionKind, SourceSection

FOLDER = "evidence-inference"
LABELS = {-1: Direction.LOWER, 0: Direction.NONE_DETECTED, 1: Direction.HIGHER}


class Prompt(NamedTuple):
    """What is asked of an article, its agreed label and the texts marked as evidence with valid reasoning."""

    number: int
    article: str
    asked: Asked
    label: Direction
    evidence: tuple[str, ...]


def prompts(data: Path, split: str) -> list[Prompt]:
    """The prompts of `train*` or `eval*` files with valid labels that agree, in the order of their articles."""
    folder = data / FOLDER
    told = {p["prompt_id"]: p for p in _all(folder, f"{split}_prompts*.jsonl*")}
    given: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for label in _all(folder, f"{split}_labels*.jsonl*"):
        if label["valid_label"] and label["prompt_id"] in told:
            given[label["prompt_id"]].append(label)
    made = []
    for number, labels in given.items():
        codes = {label["label_code"] for label in labels}
        if len(codes) == 1:
            prompt = told[number]
            asked = Asked(prompt["intervention"], prompt["comparator"], prompt["outcome"])
            evidence = tuple(label["evidence"] for label in labels if label["valid_reasoning"])
            made.append(Prompt(number, prompt["pmcid"], asked, LABELS[codes.pop()], evidence))
    return sorted(made, key=lambda p: (p.article, p.number))


def _all(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(pattern)) if folder.is_dir() else ():
        yield from lines(path)


def articles(data: Path, wanted: Iterable[str]) -> dict[str, Record]:
    """The full texts by PMCID: JATS where the archives hold it, else the plain text."""
    needed, found = set(wanted), dict[str, Record]()
    for path in sorted((data / FOLDER).glob("articles*.tar.xz")):
        for _, item in read_paths([str(path)]):
            if isinstance(item, Record):
                found.update({i.value: item for i in item.identifiers if i.value in needed})
    for path in sorted((data / FOLDER).glob("txt*.tar.xz")):
        with tarfile.open(path) as archive:
            for member in archive:
                name = Path(member.name).stem
                file = archive.extractfile(member) if name in needed and name not in found else None
                if file is not None:
                    found[name] = _plain(name, file.read().decode("utf-8", "replace"))
    return found


def _plain(name: str, text: str) -> Record:
    title, _, rest = text.removeprefix("TITLE:").strip().partition("\n")
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    pieces = [p for p in rest.split("\n\n") if p.strip()]
    sections += [SourceSection(f"body.{i}", SectionKind.BODY, piece) for i, piece in enumerate(pieces, 1)]
    return Record.build(
        id=f"pmcid:{name}",
        identifiers=(Identifier("pmcid", name),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=tuple(sections),
        format="benchmark",
    )


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Its runs of three words; the words themselves where there are fewer."""
    own = [t.low for t in tokens.read(text) if t.low[0].isalnum()]
    return frozenset(zip(own, own[1:], own[2:], strict=False)) if len(own) > 2 else frozenset({tuple(own)})


ENOUGH, FEWEST = 0.5, 2


def marked(own: frozenset[tuple[str, ...]], evidence: Iterable[frozenset[tuple[str, ...]]]) -> bool:
    """True when half of the runs of the shorter of the two texts, and two runs at least, stand in both."""
    return any(
        min(len(own), len(gold)) >= FEWEST and len(own & gold) / min(len(own), len(gold)) >= ENOUGH for gold in evidence
    )
