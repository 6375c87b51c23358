"""How much of the results in abstracts is read as typed findings, and whether what is read contradicts itself.

Counted are the sentences of results that print a figure, in a seeded sample of abstracts on people. `read` is the share
of them that give a finding: a stand-in for recall, since not every such sentence holds a result. What stands in no
need of a reader is counted as a contradiction: a figure that its sentence does not print, an interval that excludes its
estimate without being marked, an arm that the record does not name, an outcome that is a figure or a clause. Whether
a finding is right is judged by eye, apart from this.
"""

from __future__ import annotations

import hashlib
import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import Benchmark, Result
from benchmarks.data import pubmed
from probatum.acquire.reading import read_paths
from probatum.appraise import design, findings, study
from probatum.appraise.findings import mentions, sayings, select, values
from probatum.model import Design, Figure, Finding, Record, SectionKind

ABSTRACTS: Final = {"pubmed": 500, "medline": 150}
"""Abstracts of each part."""
SEED: Final = "findings 1"
_NO_PEOPLE: Final = frozenset(
    {Design.ANIMAL, Design.IN_VITRO, Design.PROTOCOL, Design.GUIDELINE, Design.REVIEW, Design.CASE_REPORT, Design.OTHER}
)
_FIGURE: Final = re.compile(r"\d")
_BARE: Final = re.compile(r"[\W\d]*(?:%|per cent|percent)?[\W\d]*")
_CLAUSE: Final = re.compile(
    r"(?:was|were|is|are|had|has|have|did|does|showed|found)\b|.*\b(?:was|were|did|does)\b", re.I
)
_UNNAMED: Final = frozenset({"", "comparison group"})
_RESULTS: Final = frozenset({mentions.P_SIGN, mentions.INTERVAL_SIGN})
CONTRADICTIONS: Final = ("figure_elsewhere", "interval_excludes_estimate", "arm_unknown", "outcome_no_noun")


class Read(NamedTuple):
    """One abstract: whether each of its sentences with a figure gave a finding, its findings, and its time."""

    record: Record
    sentences: tuple[bool, ...]
    findings: tuple[Finding, ...]
    milliseconds: float


def sample(records: Iterable[Record], size: int, seed: str = SEED) -> list[Record]:
    """Abstracts on people, chosen by a hash of seed and identifier: the same ones in whatever order they come."""
    ranked = sorted(
        ((hashlib.sha256(f"{seed}|{r.id}".encode()).digest(), r) for r in records if _abstract(r)), key=lambda x: x[0]
    )
    chosen: dict[str, Record] = {}
    for _, record in ranked:
        if len(chosen) == size:
            break
        if record.id not in chosen and design.find(record).design not in _NO_PEOPLE:
            chosen[record.id] = record
    return list(chosen.values())


def _abstract(record: Record) -> bool:
    return any(s.kind is SectionKind.ABSTRACT and _FIGURE.search(s.text) for s in record.sections)


def read(record: Record) -> Read:
    """Read one abstract."""
    known = study.read(record)
    begin = time.process_time()
    found = findings.read(record, known)
    took = (time.process_time() - begin) * 1000
    places = {(f.sentence.section, f.sentence.start) for f in found}
    lines = [x for x in select.reporting(record) if prints_result(x.section.text[x.start : x.end])]
    return Read(record, tuple((x.section.id, x.start) in places for x in lines), found, took)


def prints_result(text: str) -> bool:
    """Whether a sentence prints a figure that may be a result: no dose, date, time or number in a name."""
    masked, marks = mentions.mark(text)
    figures = values.read(text, masked)[1]
    return any(not v.spelled for v in figures) or any(m.sign in _RESULTS for m in marks)


def contradictions(record: Record, finding: Finding) -> Iterator[str]:
    """What in a finding cannot be true whoever reads it, each by its name."""
    place = finding.sentence
    figures = list(_figures(finding))
    if any(
        not (f.span.section == place.section and place.start <= f.span.start < f.span.end <= place.end) for f in figures
    ):
        yield "figure_elsewhere"
    if not finding.problems and _excludes(finding):
        yield "interval_excludes_estimate"
    words = set(re.findall(r"\w+", " ".join(s.text for s in record.sections).lower()))
    for arm in finding.arms:
        named = re.findall(r"\w+", arm.arm.lower())
        if arm.arm.lower() not in _UNNAMED and not set(named) & words:
            yield "arm_unknown"
            break
    if _BARE.fullmatch(finding.outcome) or (
        _CLAUSE.match(finding.outcome) and not sayings.NAMED.match(finding.outcome)
    ):
        yield "outcome_no_noun"


def _excludes(finding: Finding) -> bool:
    if finding.estimate is None or finding.interval is None:
        return False
    return not finding.interval.low.value <= finding.estimate.value <= finding.interval.high.value


def _figures(finding: Finding) -> Iterator[Figure]:
    for arm in finding.arms:
        yield from (f for f in (arm.value, arm.baseline, arm.spread, arm.events, arm.denominator) if f is not None)
    if finding.estimate is not None:
        yield finding.estimate
    if finding.interval is not None:
        yield from (finding.interval.low, finding.interval.high)
    if finding.p is not None:
        yield finding.p.figure


def figures(read_ones: Sequence[Read]) -> dict[str, float]:
    """The measures over abstracts that were read; the interval is over abstracts, whose sentences belong together."""
    found = [(one.record, f) for one in read_ones for f in one.findings]
    told = [x for one in read_ones for x in one.sentences]
    low, high = _between([one.sentences for one in read_ones if one.sentences])
    faults = [set(contradictions(record, f)) for record, f in found]
    count = max(1, len(found))
    return {
        "abstracts": len(read_ones),
        "sentences": len(told),
        "read": sum(told) / max(1, len(told)),
        "read_low": low,
        "read_high": high,
        "findings": len(found),
        "findings_per_abstract": len(found) / max(1, len(read_ones)),
        "with_two_arms": sum(len(f.arms) > 1 for _, f in found) / count,
        "with_value": sum(f.estimate is not None or any(a.value for a in f.arms) for _, f in found) / count,
        "with_interval_or_p": sum(f.interval is not None or f.p is not None for _, f in found) / count,
        "contradictory": sum(map(bool, faults)) / count,
        **{name: sum(name in fault for fault in faults) for name in CONTRADICTIONS},
        "ms_per_abstract": sum(one.milliseconds for one in read_ones) / max(1, len(read_ones)),
    }


def _between(groups: Sequence[Sequence[bool]], rounds: int = 1000) -> tuple[float, float]:
    """95 % bootstrap interval of a share whose members come in groups (Field and Welsh 2007,
    doi:10.1111/j.1467-9868.2007.00593.x)."""
    if not groups:
        return 0.0, 0.0
    chance = random.Random(1)
    sums = [(sum(g), len(g)) for g in groups]
    shares = []
    for _ in range(rounds):
        drawn = chance.choices(sums, k=len(sums))
        shares.append(sum(x for x, _ in drawn) / sum(n for _, n in drawn))
    shares.sort()
    return shares[int(0.025 * rounds)], shares[int(0.975 * rounds) - 1]


def _medline(data: Path) -> Iterator[Record]:
    paths = [str(path) for path in sorted((data / "medline").glob("eval*"))]
    return (item for _, item in read_paths(paths) if isinstance(item, Record)) if paths else iter(())


def run(data: Path) -> Result:
    """Read the sample of each part, and all of it together."""
    parts = {"pubmed": pubmed(data) if any((data / "pubmed").glob("*.xml.gz")) else iter(()), "medline": _medline(data)}
    done = {name: [read(r) for r in sample(records, ABSTRACTS[name])] for name, records in parts.items()}
    metrics = figures([one for part in done.values() for one in part])
    metrics |= {f"{name}_read": figures(part)["read"] for name, part in done.items() if part}
    notes = [
        f"A hash of {SEED!r} and the identifier chooses the abstracts; rules were written on some of them, so "
        "this is a development figure. Precision by eye is reported in docs/benchmarks.md.",
    ]
    return Result(metrics, [name for name, part in done.items() if not part], notes)


BENCHMARK = Benchmark(
    "findings", "Share of the result sentences of abstracts that give findings, and contradictions in them.", run
)
