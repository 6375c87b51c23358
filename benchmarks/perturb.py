"""Is one changed thing found in a sentence that was true, and are true sentences left alone?

Sentences of the abstracts and results of trials, and sentences that our own answers print bare, are held to their
source by the audit, as they stand, reworded without a change of sense, and with one thing changed. Found means a fault;
`not checked` is no finding.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import probatum
from benchmarks import Benchmark, Result
from benchmarks._alterations import ALTERATIONS, around
from benchmarks.audit import _members
from benchmarks.data import interval, pubmed
from benchmarks.prompts import FOLDER
from probatum.acquire.library import Library
from probatum.acquire.reading import read_bytes
from probatum.appraise import reading
from probatum.appraise.design import describe
from probatum.assess.audit import audit
from probatum.model import AuditedSentence, Engine, Record, SectionKind, SectionRole, Verdict
from probatum.publish.parts import parts

ARTICLES: Final = 400
EACH: Final = 8
"""Sentences taken of one article."""
TRIALS: Final = 1_500
"""Records of trials over which our own answers are written."""
RENDERED: Final = 500
"""Sentences of our own answers that are taken; questions are asked until they are there."""
LEAST: Final = 60
"""Characters of a sentence."""
SHOWN: Final = 60
ENGINE: Final = Engine("benchmark", "benchmark")
_WHOLE: Final = re.compile(r"[A-Z][^\n]*[a-z][^\n]*\.[\"\u201d]?")
_ROUNDED: Final = re.compile(r"(?<![\w.])([1-9][0-9]\.[0-9])(?=\s?%)")
_TWO: Final = re.compile(
    r"(?<![\w.])([0-9]{1,2}(?:\.[0-9])?)\s?%(?=[^%;,]{0,40}\b(?:vs|versus|and|compared with|compared to)\b)"
    r"[^%;,0-9]{1,60}"
    r"(?<![\w.])([0-9]{1,2}(?:\.[0-9])?)\s?%(?!\s?(?:CI|confidence))"
)
"""Two shares that one sentence sets side by side."""
_QUOTED: Final = re.compile('[\u201c"]')


class Holding(NamedTuple):
    """A sentence that holds, the record it rests on, another one of the same folder, and where it comes from."""

    text: str
    record: Record
    other: Record
    kind: str


class Held(NamedTuple):
    """The record that is cited, and the one that stands beside it in the list."""

    records: tuple[Record, ...]

    def get(self, identifier: str) -> Record | None:
        """The record of an identifier."""
        return next((r for r in self.records if any(str(i) == identifier for i in r.identifiers)), None)

    def search(self, text: str, limit: int) -> Sequence[Record]:
        """Nothing: every sentence cites."""
        return ()


def run(data: Path, every: int = 1) -> Result:
    """Every sentence once as it stands and once with one thing changed, kinds in like number; those of our own answers
    changed in every way that they allow, since they are few and of their own make."""
    full = list(articles(data))
    others = (r for r in pubmed(data) if "Randomized Controlled Trial" in r.publication_types and r.title)
    true = list(printed(full))[::every]
    own = list(islice(rendered([*full, *others][:TRIALS]), RENDERED // every))
    missing = [] if true else [f"{FOLDER}/articles*.tar.xz"]
    if not true and not own:
        return Result({}, missing)
    found: dict[str, list[float]] = defaultdict(list)
    shown: list[str] = []
    for name, changed, sentence, wrong in trials([*true, *own]):
        said = judged(changed, sentence, swapped=name == "citation")
        fault = float(said is not None and said.faulty)
        found[name].append(fault)
        if wrong:
            found[f"{name}_{sentence.kind}"].append(fault)
        if fault != wrong and sum(s.startswith(name) for s in shown) < SHOWN // 10:
            why = f"{said.verdict.value}: {' '.join(said.reasons)}" if said is not None else "not read"
            shown.append(f"{name} ({sentence.kind}): {changed[:300]!r} {why[:200]}")
        if not wrong:
            found["false_alarms"].append(fault)
            found["not_checked"].append(float(said is None or said.verdict is Verdict.NOT_CHECKED))
    notes = [
        f"{len(true):,} sentences of trials, each changed once, and {len(own):,} of our own answers, each changed in "
        "every way it allows (recall_KIND_rendered). Rules were written while looking."
    ]
    return Result(_metrics(found, len(true) + len(own)), missing, notes + shown)


def trials(true: Sequence[Holding]) -> Iterator[tuple[str, str, Holding, bool]]:
    """Name, text, sentence and whether it is wrong: each as it stands, reworded where it can be, and changed."""
    chance = Random(1)
    made: Counter[str] = Counter()
    for sentence in true:
        yield f"false_alarms_{sentence.kind}", sentence.text, sentence, False
        for name, text in rewordings(sentence.text):
            yield f"false_alarms_{name}", text, sentence, False
        near = around(" ".join(s.text for s in sentence.record.sections[:12]))
        options = {k: new for k, alter in ALTERATIONS.items() if (new := alter(sentence.text, chance, near))}
        options = {k: new for k, new in options.items() if new != sentence.text} | {"citation": sentence.text}
        least = min(options, key=lambda k: (made[k], k))
        for kind in options if sentence.kind == "rendered" else (least,):
            made[kind] += 1
            yield kind, options[kind], sentence, True


def rewordings(text: str) -> Iterator[tuple[str, str]]:
    """A percentage rounded; a difference worked out and added. What is quoted is not reworded."""
    if _QUOTED.search(text):
        return
    if _ROUNDED.search(text):
        yield "rounded", _ROUNDED.sub(lambda m: f"{float(m[1]):.0f}" if not m[1].endswith(".5") else m[1], text)
    two = _TWO.search(text)
    if two and text.endswith(".") and abs(float(two[1]) - float(two[2])) >= 1:
        gap = abs(float(two[1]) - float(two[2]))
        yield "derived", f"{text[:-1]}, a difference of {gap:.1f} percentage points."


def judged(text: str, sentence: Holding, *, swapped: bool) -> AuditedSentence | None:
    """What the audit says of one sentence that cites its record, or the other one when `swapped`."""
    own, other = (sentence.other, sentence.record) if swapped else (sentence.record, sentence.other)
    listed = (f"{n}. {' '.join(r.title.split())} {r.id}" for n, r in enumerate((own, other), 1))
    body = re.sub(r"([*_`\[\]#])", r"\\\1", text.removesuffix("."))
    report = audit("\n".join((f"{body} [1].", "", "## References", "", *listed)), Held((own, other)), ENGINE)
    faulty = [s for s in report.sentences if s.faulty]
    return faulty[0] if faulty else next(iter(report.sentences), None)


def articles(data: Path) -> Iterator[Record]:
    """Trials of Evidence Inference, ARTICLES of them, spread over the archives."""
    named = [(p, n) for p in sorted((data / FOLDER).glob("articles*.tar.xz")) for n, _ in _members(p)]
    wanted = set(named[:: max(1, len(named) // ARTICLES)])
    for path in sorted({p for p, _ in wanted}):
        for name, content in _members(path):
            if (path, name) in wanted:
                yield from (r for _, r in read_bytes(content, name) if isinstance(r, Record) and r.title)


def printed(trial: Sequence[Record]) -> Iterator[Holding]:
    """Sentences of abstracts and results of the articles, EACH of one."""
    chance = Random(2)
    for last, record in pairwise(trial):
        fit = sorted(set(_sentences(record)))
        for text in chance.sample(fit, min(EACH, len(fit))):
            yield Holding(text, record, last, "printed")


def _sentences(record: Record) -> Iterator[str]:
    """Whole sentences of the abstract's and the results' text, each said once, without citations of others."""
    for said in reading.sentences(record):
        own = said.section.kind is SectionKind.ABSTRACT or said.role in (SectionRole.RESULTS, SectionRole.CONCLUSIONS)
        text = said.section.text[said.start : said.end]
        if own and LEAST <= len(text) <= 500 and _WHOLE.fullmatch(text) and not re.search(r"\[|et al|Table|Fig", text):
            yield text


def rendered(trial: Sequence[Record]) -> Iterator[Holding]:
    """Sentences that our answers to the titles of trials print bare and rest on one record, RENDERED at most."""
    if len(trial) < 2:
        return
    with tempfile.TemporaryDirectory() as place:
        library = Library.open(Path(place) / "library", create=True)
        library.add(trial, describe=describe)
        seen: set[str] = set()
        for asked in trial:
            answer = probatum.answer(asked.title, library=library, as_of="2026-01-01")
            by = {r.number: library.get(r.record) for r in answer.references}
            for line in (line for part in parts(answer) for line in part.lines):
                numbers = {c.number for c in line.citations if c.number}
                record = by.get(min(numbers, default=0))
                words = " ".join(line.words.split())
                if len(numbers) != 1 or record is None or line.verdict or not line.statement.kind.asserts:
                    continue
                if words in seen or len(words) < LEAST or not _WHOLE.fullmatch(words):
                    continue
                seen.add(words)
                other = next(r for r in trial if r.id != record.id and r.id not in {x.id for x in by.values() if x})
                yield Holding(words, record, other, "rendered")
            if len(seen) >= RENDERED:
                return


def _metrics(found: Mapping[str, Sequence[float]], sentences: int) -> dict[str, float]:
    made: dict[str, float] = {"sentences": sentences}
    for name in sorted(found):
        values = found[name]
        key = name if name.startswith(("false_alarms", "not_checked")) else f"recall_{name}"
        made[key] = round(sum(values) / len(values), 4)
        if name.removesuffix("_rendered") in (*ALTERATIONS, "citation") or name == "false_alarms":
            low, high = interval(values)
            made |= {f"{key}_low": round(low, 4), f"{key}_high": round(high, 4), f"{key}_n": len(values)}
    return made


BENCHMARK = Benchmark("perturb", "One thing changed in true sentences: found by kind; false alarms.", run, run)
