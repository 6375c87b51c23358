"""Does the same clinical question in other words get the same short answer?

Things of the starter library (an illness, a medicine, an outcome, a trade name) fill a base question and eight other
wordings of it: a note of a ward, a patient's own story, the passive, a detail put first, a slip of the key. The first
statement of the base's short answer must be among the first two of the wording's. Half of the wordings are held back.
"""

from __future__ import annotations

import csv
import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

import probatum
from benchmarks import Benchmark, Result
from benchmarks.data import interval
from benchmarks.slips import misspelt
from probatum import pipeline
from probatum.model import Answer, Concept, Question, Role, Statement

TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Kind of question; `base`, `held` (back while mending) or neither; the wording with slots, `~` before one misspelt."""
THINGS: Final = Path(__file__).with_name("wordings_things.tsv")
"""Kind of question, records of which one answers it, what fills its slots. Our own, each held by starter records:
development data."""
AS_OF: Final = "2026-11-30"
SEED: Final = 1
BASES: Final = 5
"""Base questions of a kind."""
SHOWN: Final = 2
"""Statements of a short answer that are looked at."""
_PARTS: Final = (Role.INTERVENTION, Role.COMPARATOR, Role.POPULATION, Role.OUTCOME)


class Wording(msgspec.Struct, frozen=True):
    """One wording of a base question."""

    held: bool
    template: str
    question: str


class Asked(msgspec.Struct, frozen=True):
    """A base question and its other wordings."""

    kind: str
    cites: frozenset[str]
    question: str
    wordings: tuple[Wording, ...]


def asked(seed: int = SEED, bases: int = BASES) -> Iterator[Asked]:
    """As many base questions of each kind as are wanted, in all their wordings; the same for the same seed."""
    things, templates = list(_rows(THINGS)), list(_rows(TABLE))
    for kind in dict.fromkeys(row["kind"] for row in templates):
        of_kind = [row for row in things if row["kind"] == kind]
        for row in random.Random(f"{seed} {kind}").sample(of_kind, min(bases, len(of_kind))):
            chance = random.Random(f"{seed} {row['slots']}")
            slots = dict(pair.split("=", 1) for pair in row["slots"].split(";"))
            slots |= {"age": str(chance.randint(45, 79)), "sex": chance.choice("MF")}
            slots |= {f"~{name}": misspelt(words, lambda _: False, chance) for name, words in slots.items()}
            made = [
                (t["sort"], Wording(t["sort"].endswith("held"), t["wording"], _filled(t["wording"], slots)))
                for t in templates
                if t["kind"] == kind
            ]
            base = next(wording.question for sort, wording in made if sort == "base")
            yield Asked(
                kind, frozenset(row["cites"].split()), base, tuple(wording for sort, wording in made if sort != "base")
            )


def faults(case: Asked, base: Answer, other: Answer) -> tuple[str, ...]:
    """What is wrong with the short answer to a wording: it does not rest on what answers the question, it says other
    things than that to the base, what is asked about was read in other parts or as another kind of question."""
    first, shown = _told(base)[:1], _told(other)[:SHOWN]
    checks = (
        ("source", any(span.record in case.cites for s in shown for span in s.supports)),
        ("said", any(_same(one, s) for one in first for s in shown)),
        ("slots", _slots(base.question) == _slots(other.question)),
        ("kind", base.question.intent is other.question.intent),
    )
    return tuple(name for name, held in checks if not held)


def _told(answer: Answer) -> tuple[Statement, ...]:
    return answer.section("bottom_line").statements


def _same(one: Statement, other: Statement) -> bool:
    """Whether two statements rest on the very same words, say the same, or bring the same verdict on two medicines (of
    which each label has its own sentence)."""
    spans = ({(s.record, s.section, s.start) for s in told.supports} for told in (one, other))
    verdicts = [_VERDICT.match(told.text) for told in (one, other)]
    alike = all(verdicts) and len({found[0] for found in verdicts if found}) == 1
    return one.text == other.text or alike or bool(set.intersection(*spans))


_VERDICT: Final = re.compile(r"(?:Together only|To be avoided together|Not at the same time)[^(]*")


def _slots(question: Question) -> dict[str, frozenset[str]]:
    """The names of what plays each part. Two choices are one part, in whatever order they stand; what the patient takes
    counts where nothing else is asked of it, and how his kidneys are or that she is pregnant is told in `Patient`."""
    named = {role: frozenset(_name(c) for c in question.having(role) if c.label not in _DETAILS) for role in _PARTS}
    treatments = named[Role.INTERVENTION] | named[Role.COMPARATOR]
    own = {c.label for role in (Role.INTERVENTION, Role.COMPARATOR) for c in question.having(role)}
    return {
        "treatments": treatments,
        "people": named[Role.POPULATION],
        "outcome": named[Role.OUTCOME],
        "taken": frozenset(question.patient.drugs) - own,
    }


_DETAILS: Final = ("pregnancy", "chronic kidney disease", "kidney failure")


def _name(concept: Concept) -> str:
    return concept.id or concept.label.lower()


def _filled(template: str, slots: dict[str, str]) -> str:
    return template.format_map(slots)


def _rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def run(data: Path) -> Result:
    """Ask every wording of a fresh starter library; `data` is not read."""
    held: dict[str, list[float]] = {}
    notes = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for case in asked():
            base = probatum.answer(case.question, library=library, as_of=AS_OF)
            for wording in case.wordings:
                wrong = set(faults(case, base, probatum.answer(wording.question, library=library, as_of=AS_OF)))
                half = "held" if wording.held else "shown"
                for name, right in (
                    ("sourced", "source" not in wrong),
                    ("same", "said" not in wrong),
                    ("read", not {"slots", "kind"} & wrong),
                ):
                    for part in (name, f"{name}_{half}", f"{name}_{case.kind}"):
                        held.setdefault(part, []).append(float(right))
                if {"source", "said"} & wrong and not wording.held:
                    notes.append(f"{', '.join(sorted(wrong))}: {wording.question} ({case.question})")
    metrics = {name: sum(values) / len(values) for name, values in held.items()}
    for name in ("sourced", "same", "same_shown", "same_held"):
        metrics[f"{name}_low"], metrics[f"{name}_high"] = interval(held[name])
    metrics["wordings"] = float(len(held["same"]))
    return Result(metrics, [], notes)


BENCHMARK = Benchmark("wordings", "One question in twelve other wordings: is the short answer the same?", run)
