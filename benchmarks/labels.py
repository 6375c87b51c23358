"""Is a question about exactly what a label says answered by that sentence, and in the bottom line?"""

from __future__ import annotations

import csv
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

import probatum
from benchmarks import Benchmark, Result
from benchmarks._labels import KINDS, Asked, asked
from benchmarks.data import interval
from probatum import pipeline
from probatum.acquire import starter
from probatum.model import Answer, Record, RecordKind
from probatum.text.sentences import split

TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Kind of question, reader, wording: natural ways to ask for what a sentence of a label says."""
AS_OF: Final = "2026-11-28"
SIZE: Final = 250
SEED: Final = "1"
_NOT_ASKED: Final = frozenset({"Indications and usage", "Overdosage"})
_PACK: Final = frozenset({"wegovy", "zepbound", "namuscla"})


class Case(msgspec.Struct, frozen=True):
    """One question, and the sentence of a label that answers it."""

    record: Record
    section: str
    start: int
    end: int
    kind: str
    reader: str
    question: str

    @property
    def sentence(self) -> str:
        """What the label says."""
        return self.record.section(self.section).text[self.start : self.end]

    @property
    def held_back(self) -> bool:
        """Half of the sentences are for those who build; the others are looked at when a change is finished."""
        return zlib.crc32(f"{self.record.id}{self.sentence}".encode()) % 2 == 1

    def told(self, answer: Answer, *, lead: bool) -> bool:
        """Whether a statement rests on the sentence: one of the bottom line, or any."""
        statements = answer.section("bottom_line").statements if lead else answer.statements
        return any(
            span.record == self.record.id
            and span.section == self.section
            and span.start < self.end
            and span.end > self.start
            for statement in statements
            for span in statement.supports
        )


def cases(seed: str = SEED) -> Iterator[Case]:
    """One question for every sentence of a label that is of a kind that people ask about, in an order of chance."""
    worded = _wordings()
    found: list[tuple[int, Case]] = []
    for record in starter.records():
        if record.kind is not RecordKind.LABEL:
            continue
        for section in record.sections:
            if section.heading in _NOT_ASKED or not section.heading:
                continue
            for start, end in split(section.text):
                text = section.text[start:end]
                number = zlib.crc32(f"{seed}{record.id}{text}".encode())
                if ways := asked(text, _drug(record)):
                    made = _question(ways[number % len(ways)], worded, number // 7, _drug(record))
                    found.append((number, Case(record, section.id, start, end, *made)))
    yield from (case for _, case in sorted(found, key=lambda pair: pair[0]))


def _question(way: Asked, worded: dict[str, list[tuple[str, str]]], number: int, drug: str) -> tuple[str, str, str]:
    """Kind, reader and words of a question."""
    reader, wording = worded[way.kind][number % len(worded[way.kind])]
    return way.kind, reader, wording.format(drug=drug, **way.parts)


def _wordings() -> dict[str, list[tuple[str, str]]]:
    """The wordings of every kind, each with the reader who asks so."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["kind"]].append((row["reader"], row["wording"]))
    return found


def _drug(record: Record) -> str:
    """The medicine of a label, as its identifier names it: `label-us-insulin-glargine`."""
    name = record.id.partition("label-")[2].partition("-")[2] or record.title.split()[0].lower()
    words = [w for w in name.split("-") if w not in _PACK] or ["mexiletine"]
    return "-".join(words) if words[0] == "co" else " ".join(words)


def run(data: Path) -> Result:
    """Ask the questions of both halves of a fresh starter library; `data` is not read."""
    metrics: dict[str, float] = {}
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for half in (False, True):
            name = "held_back" if half else "development"
            some = [case for case in cases() if case.held_back is half][:SIZE]
            lead: list[float] = []
            anywhere: list[float] = []
            by_kind: dict[str, list[float]] = {kind: [] for kind in KINDS}
            for case in some:
                answer = probatum.answer(case.question, library=library, reader=case.reader, as_of=AS_OF)
                lead.append(float(case.told(answer, lead=True)))
                anywhere.append(float(case.told(answer, lead=False)))
                by_kind[case.kind].append(lead[-1])
                if not half and not lead[-1]:
                    where = "elsewhere" if anywhere[-1] else "absent"
                    notes.append(f"{where}: {case.kind}, {case.reader}: {case.question} <- {case.sentence}")
            for measure, values in (("in_bottom_line", lead), ("anywhere", anywhere)):
                low, high = interval(values)
                metrics[f"{name}_{measure}"] = sum(values) / len(values)
                metrics[f"{name}_{measure}_low"], metrics[f"{name}_{measure}_high"] = low, high
            metrics |= {f"{name}_{kind}": sum(v) / len(v) for kind, v in by_kind.items() if v}
            metrics[f"{name}_questions"] = float(len(some))
    return Result(metrics, [], notes)


BENCHMARK = Benchmark("labels", "Questions about what a sentence of a label says: is it told in the bottom line?", run)
