"""Is a question about exactly what a guideline advises answered by that sentence, before what is for other people?"""

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
from benchmarks._advice import KINDS, Asked, Traits, asked, speaks_of, tells
from benchmarks.data import interval
from probatum import pipeline
from probatum.acquire import starter
from probatum.acquire.library import Library
from probatum.model import Answer, Record, RecordKind, Statement
from probatum.text.sentences import split

TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Half, kind of question, wording: the second half of the wordings is asked of the held-back records alone."""
AS_OF: Final = "2026-11-30"
SIZE: Final = 150
SEED: Final = "1"


class Case(msgspec.Struct, frozen=True):
    """One question, and the sentence of a guideline that answers it."""

    record: Record
    section: str
    start: int
    end: int
    way: Asked
    question: str

    @property
    def sentence(self) -> str:
        """What the guideline says."""
        return self.record.section(self.section).text[self.start : self.end]

    @property
    def held_back(self) -> bool:
        """Half of the records are for those who build; the others are looked at when a change is finished."""
        return held_back(self.record)

    def rests(self, statement: Statement) -> bool:
        """Whether a statement rests on the sentence."""
        return any(
            span.record == self.record.id
            and span.section == self.section
            and span.start < self.end
            and span.end > self.start
            for span in statement.supports
        )

    def told(self, statements: tuple[Statement, ...]) -> int:
        """Which of the statements tells the sentence, from 0; -1 where none does."""
        for number, statement in enumerate(statements):
            of_it = any(span.record == self.record.id for span in statement.supports)
            if (self.rests(statement) or of_it) and tells(statement.text, self.way):
                return number
        return -1

    def fault(self, answer: Answer) -> str:
        """What is wrong with an answer: not told first, something of others before it, or a path against it."""
        short = answer.section("bottom_line").statements
        whom = Traits.of(f"{self.way.parts['of']} {self.way.parts['one']}")
        if (at := self.told(short)) < 0:
            return "absent" if self.told(answer.statements) < 0 else "elsewhere"
        for before in short[:at]:
            if before.kind.asserts and (why := speaks_of(before.text).clash(whom)):
                return f"after {why}"
        steps = [s for s in answer.section("algorithm").statements if s.kind.asserts]
        if steps and (why := speaks_of(_step(steps[0].text)).clash(whom)):
            return f"path of {why}"
        return ""


def held_back(record: Record) -> bool:
    """Whether a record is one of those that are looked at last."""
    return zlib.crc32(record.id.encode()) % 2 == 1


def cases(seed: str = SEED) -> Iterator[Case]:
    """One question for every sentence of a guideline that can be asked about, in an order of chance."""
    worded = _wordings()
    found: list[tuple[int, Case]] = []
    for record in starter.records():
        if record.kind is not RecordKind.GUIDELINE:
            continue
        half = "2" if held_back(record) else "1"
        for section in record.sections:
            if not section.heading or section.id == "note":
                continue
            for start, end in split(section.text):
                text = section.text[start:end]
                number = zlib.crc32(f"{seed}{record.id}{text}".encode())
                if ways := asked(text):
                    way = ways[number % len(ways)]
                    some = worded[half, way.kind]
                    question = some[number // 7 % len(some)].format(**way.parts)
                    found.append((number, Case(record, section.id, start, end, way, question)))
    yield from (case for _, case in sorted(found, key=lambda pair: pair[0]))


def _wordings() -> dict[tuple[str, str], list[str]]:
    """The wordings of every half and kind."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["half"], row["kind"]].append(row["wording"])
    return found


def _step(text: str) -> str:
    """A step of a path without the words that lead to what it goes by."""
    return text.partition(": ")[2] or text


def faults(some: list[Case], library: Library) -> Iterator[tuple[Case, str]]:
    """Every question with what is wrong with its answer."""
    for case in some:
        yield case, case.fault(probatum.answer(case.question, library=library, as_of=AS_OF))


def run(data: Path) -> Result:
    """Ask the questions of both halves of a fresh starter library; `data` is not read."""
    metrics: dict[str, float] = {}
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for half in (False, True):
            name = "held_back" if half else "development"
            by_kind: dict[str, list[float]] = {kind: [] for kind in KINDS}
            told: list[float] = []
            right: list[float] = []
            for case, fault in faults([c for c in cases() if c.held_back is half][:SIZE], library):
                told.append(float(fault not in ("absent", "elsewhere")))
                right.append(float(not fault))
                by_kind[case.way.kind].append(right[-1])
                if fault and not half:
                    notes.append(f"{fault}: {case.way.kind}: {case.question} <- {case.sentence}")
            for measure, values in (("in_bottom_line", told), ("right", right)):
                low, high = interval(values)
                metrics[f"{name}_{measure}"] = sum(values) / len(values)
                metrics[f"{name}_{measure}_low"], metrics[f"{name}_{measure}_high"] = low, high
            metrics |= {f"{name}_{kind}": sum(v) / len(v) for kind, v in by_kind.items() if v}
            metrics[f"{name}_questions"] = float(len(right))
    return Result(metrics, [], notes)


BENCHMARK = Benchmark("advice", "Questions about what a sentence of a guideline advises: is it told first?", run)
