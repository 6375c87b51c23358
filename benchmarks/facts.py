"""Do answers tell the facts that a clinician would insist on, and none of what is false or dangerous?"""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

import probatum
from benchmarks import Benchmark, Result
from benchmarks.data import interval
from probatum import pipeline
from probatum.apply.room import WORDS
from probatum.model import Answer, Reader, Record

TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Reader, question, kind, records of which one must be cited (none: any), facts that must stand in the answer and what
must never (expressions, apart by ` || `). Written from the starter records by people who did not see the engine; its
figures were first looks once, and it is development data now: `scripts/train/salience.py` fits on it."""
AS_OF: Final = "2026-11-28"
_FLAGS: Final = re.IGNORECASE | re.DOTALL


class Case(msgspec.Struct, frozen=True):
    """One question and what its answer must hold."""

    id: str
    reader: str
    question: str
    records: frozenset[str]
    facts: tuple[str, ...]
    never: tuple[str, ...]

    def allows(self, record: Record) -> bool:
        """Whether a record is one of those that may be cited for the facts."""
        return not self.records or bool(self.records & {record.id, *map(str, record.identifiers)})


def cases() -> Iterator[Case]:
    """Every question of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            facts, never = (tuple(filter(None, map(str.strip, row[k].split(" || ")))) for k in ("facts", "never"))
            yield Case(row["id"], row["reader"], row["question"], frozenset(row["records"].split()), facts, never)


def text_of(answer: Answer, reader: str) -> str:
    """What a reader is shown: every statement, and what empty sections say."""
    plain = Reader(reader).plain
    told = (s.plain if plain and s.plain else s.text for s in answer.statements)
    return " ".join((*told, *(s.empty for s in answer.sections)))


def run(data: Path) -> Result:
    """Ask every question of a fresh starter library; `data` is not read."""
    held: dict[str, list[float]] = {"whole": [], "cited": [], "forbidden": []}
    told: list[float] = []
    short: list[float] = []
    words: list[int] = []
    lengths: list[int] = []
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for case in cases():
            answer = probatum.answer(case.question, library=library, reader=case.reader, as_of=AS_OF)
            text = text_of(answer, case.reader)
            lead = " ".join(s.plain or s.text for s in answer.section("bottom_line").statements)
            lengths.append(sum(len(s.text.split()) for s in answer.section("bottom_line").statements if not s.layer))
            found = [re.search(fact, text, _FLAGS) is not None for fact in case.facts]
            said = [never for never in case.never if re.search(never, text, _FLAGS)]
            spans = {span.record for s in answer.statements for span in s.supports}
            cited = any(case.allows(r) for r in map(library.get, spans) if r) or not case.records
            told += map(float, found)
            short += [float(re.search(fact, lead, _FLAGS) is not None) for fact in case.facts]
            words.append(len(text.split()))
            held["cited"].append(float(cited))
            held["forbidden"].append(float(not said))
            held["whole"].append(float(all(found) and cited and not said))
            if not held["whole"][-1]:
                missing = [fact for fact, so in zip(case.facts, found, strict=True) if not so]
                notes.append(f"{case.id}: {'' if cited else 'source not cited; '}missing {missing}; said {said}")
    low, high = interval(held["whole"])
    metrics = {name: sum(values) / len(values) for name, values in held.items()}
    metrics |= {
        "facts": sum(told) / len(told),
        "facts_in_bottom_line": sum(short) / len(short),
        "words": sum(words) / len(words),
        "bottom_line_under_90_words": sum(length < WORDS for length in lengths) / len(lengths),
        "longest_bottom_line": float(max(lengths)),
        "whole_low": low,
        "whole_high": high,
        "questions": float(len(words)),
    }
    return Result(metrics, [], notes)


BENCHMARK = Benchmark("facts", "Questions of clinicians and patients: are the facts they need told?", run)
