"""Build a library from real files, ask 50 PubMedQA questions of it, and write the answers to a folder git ignores.

    python scripts/real_input.py [--data DIR] [--out DIR] [--count 50] [--seed 1]

The folder holds one Markdown and one HTML file a question and `index.tsv` (question, seconds, statements, sections
that are empty, warnings). The texts belong to their publishers: keep the folder on this machine.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import data as sources
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.acquire.reading import read_paths
from probatum.appraise.design import describe
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection
from probatum.publish import formats

AS_OF = "2026-11-22"
ROLES = {
    "BACKGROUND": SectionRole.BACKGROUND,
    "OBJECTIVE": SectionRole.OBJECTIVE,
    "METHODS": SectionRole.METHODS,
    "RESULTS": SectionRole.RESULTS,
}


def pubmedqa(data: Path) -> Iterator[tuple[str, Record]]:
    """Questions with their record, its sections labelled as in PubMed and its conclusion last."""
    for asked in sources.evaluation(data / "pubmedqa"):
        parts = [(c.get("label", ""), c["text"]) for c in asked["contexts"]] + [("CONCLUSIONS", asked["long_answer"])]
        sections = tuple(
            SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, text, heading=label, role=role_of(label))
            for n, (label, text) in enumerate(parts, 1)
            if text.strip()
        )
        yield (
            asked["question"],
            Record.build(
                id=f"pmid:{asked['pmid']}",
                identifiers=(Identifier("pmid", str(asked["pmid"])),),
                kind=RecordKind.ARTICLE,
                title="",
                sections=sections,
                year=int(asked["year"]) if str(asked.get("year") or "").isdigit() else None,
            ),
        )


def role_of(label: str) -> SectionRole:
    """The role a PubMedQA label names."""
    return SectionRole.CONCLUSIONS if label == "CONCLUSIONS" else ROLES.get(label.upper(), SectionRole.NONE)


def everything(data: Path) -> Iterator[Record]:
    """PubMedQA, SciFact, MEDLINE, the PubMed files and the open JATS trials."""
    yield from (record for _, record in pubmedqa(data))
    yield from sources.scifact(data)
    paths = [*sorted((data / "medline").glob("*.nbib")), *sources.pubmed_paths(data)]
    paths += sorted((data / "evidence-inference").glob("articles_open*.tar.xz"))
    for _, item in read_paths([str(p) for p in paths]):
        if isinstance(item, Record):
            yield item


def main() -> None:
    """Build once, ask, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = Path(__file__).resolve().parents[1]
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=root / "out" / "real-input")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if not chosen.data.is_dir():
        parser.error(f"no data at {chosen.data}: name the folder with --data")
    place = chosen.out / "library"
    if not Library.exists(place):
        began = time.perf_counter()
        done = Library.open(place, create=True).add(everything(chosen.data), describe=describe)
        print(f"built {place}: {done} in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    questions = sorted({question for question, _ in pubmedqa(chosen.data)})
    ask(Library.open(place), random.Random(chosen.seed).sample(questions, chosen.count), chosen.out)


def ask(library: Library, questions: Iterable[str], out: Path) -> None:
    """Answer each question and write it in Markdown and HTML, with an index."""
    rows: list[tuple[Any, ...]] = []
    for number, question in zip(itertools.count(1), questions, strict=False):
        began = time.perf_counter()
        made = pipeline.answer(question, library=library, as_of=AS_OF)
        seconds = time.perf_counter() - began
        name = f"{number:02d}-{re.sub(r'[^a-z0-9]+', '-', question.lower())[:60].strip('-')}"
        for form, suffix in (("markdown", ".md"), ("html", ".html")):
            (out / f"{name}{suffix}").write_text(formats.get(form).render(made, records=library.get), encoding="utf-8")
        empty = ",".join(s.id for s in made.sections if not s.statements)
        warned = ",".join(w.code for w in made.warnings)
        rows.append((name, f"{seconds:.3f}", sum(s.kind.asserts for s in made.statements), empty, warned))
    lines = ["name\tseconds\tasserting\tempty\twarnings", *("\t".join(map(str, row)) for row in rows)]
    (out / "index.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {len(rows)} answers to {out}", file=sys.stderr)


if __name__ == "__main__":
    main()
