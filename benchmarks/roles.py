"""Is each thing that a question names read in the part that it plays: asked, left, taken, to be treated, only told?"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from benchmarks import Benchmark, Result
from benchmarks.data import interval
from probatum import ask
from probatum.model import Concept, Intent, Question, Role

TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Held back from mending or not, kind of question, kinds as which it may be read, the question with slots, and which
slots play each part; `~word` is a word of the question itself. Our own, development data."""
THINGS: Final = Path(__file__).with_name("roles_things.tsv")
"""What fills the slots: illnesses with medicines for them, medicines that are taken with what for, other illnesses."""
PARTS: Final = ("treatment", "comparator", "taken", "illness", "condition", "outcome")
FILLS: Final = 3
"""Questions made of one template."""
SEED: Final = 20


class Asked(msgspec.Struct, frozen=True):
    """One question and what plays which part in it."""

    held: bool
    kind: str
    intents: frozenset[Intent]
    question: str
    parts: dict[str, tuple[str, ...]]

    def faults(self, read: Question) -> Iterator[tuple[str, bool]]:
        """Every part that something plays, and whether it was read so; `kind` last."""
        for part in PARTS:
            for words in self.parts[part]:
                yield part, _READ[part](read, words, self)
        given = [c for c in read.having(Role.INTERVENTION) if c.semantic == "drug"]
        named = bool(self.parts["treatment"]) or not given
        yield "kind", read.intent in self.intents and named


def asked() -> Iterator[Asked]:
    """Every template, filled a few times over; the same each time."""
    things = list(_rows(THINGS))
    for row in _rows(TABLE):
        for fill in range(FILLS):
            slots = _filled(things, random.Random(f"{SEED} {fill} {row['template']}"))
            parts = {
                part: tuple(word[1:] if word[0] == "~" else slots[word] for word in row[part].split()) for part in PARTS
            }
            intents = frozenset(Intent(name) for name in row["intents"].split())
            yield Asked(bool(row["held"]), row["kind"], intents, row["template"].format(**slots), parts)


def run(data: Path) -> Result:
    """Read every question without a library; `data` is not read."""
    held: dict[str, list[float]] = {}
    notes = []
    for case in asked():
        wrong = []
        for part, right in case.faults(ask.read(case.question)):
            for name in (part, f"held_{part}" if case.held else f"seen_{part}"):
                held.setdefault(name, []).append(float(right))
            wrong += [] if right else [part]
        held.setdefault("held_whole" if case.held else "seen_whole", []).append(float(not wrong))
        held.setdefault("whole", []).append(float(not wrong))
        if wrong and not case.held:
            notes.append(f"{', '.join(wrong)}: {case.question}")
    metrics = {name: sum(values) / len(values) for name, values in sorted(held.items())}
    for name, values in held.items():
        metrics[f"{name}_low"], metrics[f"{name}_high"] = interval(values)
    metrics["questions"] = float(len(held["whole"]))
    return Result(metrics, [], notes)


def _rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _filled(things: list[dict[str, str]], chance: random.Random) -> dict[str, str]:
    """A word for every slot, so that no thing stands in two of them."""
    of = {sort: [t for t in things if t["sort"] == sort] for sort in ("illness", "taken", "condition")}
    ill = chance.choice(of["illness"])
    drug, other = chance.sample(ill["with"].split("|"), 2)
    apart = set(ill["apart"].split("|"))
    taken, more = chance.sample([t for t in of["taken"] if t["name"] not in {drug, other, *apart}], 2)
    beside = chance.choice([c for c in of["condition"] if c["name"] not in {*apart, taken["with"]}])
    return {
        "ILL": ill["name"],
        "DRUG": drug,
        "ALT": other,
        "TAKEN": taken["name"],
        "TAKEN2": more["name"],
        "OLD": taken["with"],
        "COND": beside["name"],
        "AGE": str(chance.randint(45, 88)),
        "EGFR": str(chance.randint(18, 55)),
    }


@cache
def _labels(words: str) -> frozenset[str]:
    """Names under which the words alone are read."""
    read = ask.read(f"what is {words}")
    return frozenset(c.label.lower() for c in read.concepts) | {words.lower()}


def _named(read: Question, words: str) -> list[Concept]:
    """The concepts of a question that are meant by words of it."""
    names, low = _labels(words), words.lower()
    return [c for c in read.concepts if {c.label.lower(), c.text.lower()} & names or low in c.text.lower()]


def _is(*roles: Role) -> Callable[[Question, str, Asked], bool]:
    return lambda read, words, _: any(c.role in roles for c in _named(read, words))


def _treatment(read: Question, words: str, case: Asked) -> bool:
    """Asked about; of a choice either may be what the other is held against."""
    return _is(Role.INTERVENTION, *([Role.COMPARATOR] if case.kind == "choice" else []))(read, words, case)


def _comparator(read: Question, words: str, case: Asked) -> bool:
    """Held against what is asked about, or left for it: then it may be told among what is taken."""
    if case.kind == "choice":
        return _treatment(read, words, case)
    roles = {c.role for c in _named(read, words)}
    told = bool(_labels(words) & {d.lower() for d in (*read.patient.drugs, *read.patient.allergies)})
    return Role.INTERVENTION not in roles and (Role.COMPARATOR in roles or told)


def _taken(read: Question, words: str, case: Asked) -> bool:
    """Told of the patient, and asked about only as one of a pair that may not meet."""
    told = bool(_labels(words) & {d.lower() for d in read.patient.drugs})
    roles = {c.role for c in _named(read, words)}
    pair = read.intent is Intent.INTERACTION and bool(case.parts["treatment"])
    return told and (pair or not roles & {Role.INTERVENTION, Role.COMPARATOR})


def _illness(read: Question, words: str, _: Asked) -> bool:
    """Whom the question is about; a symptom may be what is to become less."""
    return any(
        c.role is Role.POPULATION or (c.role is Role.OUTCOME and c.semantic == "symptom") for c in _named(read, words)
    )


def _condition(read: Question, words: str, case: Asked) -> bool:
    """Told of the patient, or of whom the question is about."""
    who = read.patient
    told = " ".join((*who.conditions, *who.values, who.kidney, who.liver, who.pregnancy)).lower()
    told += " breastfeeding" if who.breastfeeding else ""
    found = _named(read, words)
    if any(c.role in (Role.INTERVENTION, Role.COMPARATOR) for c in found):
        return False
    return any(name in told for name in _labels(words)) or any(c.role is Role.POPULATION for c in found)


def _outcome(read: Question, words: str, _: Asked) -> bool:
    said = [read.outcome, *(name for c in read.having(Role.OUTCOME) for name in (c.text, c.label))]
    return any(words in one.lower() for one in said)


_READ: Final[dict[str, Callable[[Question, str, Asked], bool]]] = {
    "treatment": _treatment,
    "comparator": _comparator,
    "taken": _taken,
    "illness": _illness,
    "condition": _condition,
    "outcome": _outcome,
}
BENCHMARK = Benchmark("roles", "Parts that things play in questions as people type them: share read right.", run)
