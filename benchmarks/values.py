"""Is a terse note that holds a value and a medicine read, and answered by what is held for just that value?

Questions are made up by a seed from a table of tests: names, units, figures of four bands (low, target, high,
critical), medicines that are taken, and words as on a ward. Checked without a person: the value is read under its test
and unit; what leads names the test, the illness or the medicine, rests on a guideline or a label, and is for no other
value or state; a critical value alone is an alarm; the path begins with what the short answer tells and starts nothing
that it stops; what is held for the value is told where it is off target; silence says of what. That an answer is right
is not judged. Half is held back from mending.
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
from probatum import pipeline
from probatum.model import Answer, Kind, RecordKind, Span, Statement
from probatum.text import measured

AS_OF: Final = "2026-11-30"
TABLE: Final = Path(__file__).with_suffix(".tsv")
"""Test, its names, forms of value and unit, name under which it is read, illnesses and states that it stands for,
medicines, figures of each band, records that hold what is done off target. Our own, development data."""
BANDS: Final = ("low", "target", "high", "critical")
SCORES: Final = ("CHA2DS2-VASc", "PHQ-9")
"""What is counted and not measured: read as a test; its figure is held against the sentences themselves."""
FILLS: Final = 3
"""Questions made of one band of one test."""
SEED: Final = 30
WITH: Final = (
    "{test} {value} on {drug}",
    "{test} {value} on {drug}, next step",
    "on {drug}, {test} {value} - what now?",
    "{test} {value}, takes {drug}, change anything?",
    "A patient taking {drug} has a {test} of {value}. What should be done?",
    "{age}{sex} on {drug} with {test} {value}, plan?",
    "nurse calling: {test} came back {value}, pt is on {drug}, any change?",
    "Lab just phoned a {test} of {value}. She takes {drug}. What do you want me to do?",
)
ALONE: Final = (
    "{test} {value}",
    "{test} {value}, what to do",
    "{age}{sex} {test} {value}, plan?",
    "Lab phoned a {test} of {value}, what next?",
)
_STOPS: Final = re.compile(
    r"\b(?:stopped|withheld|discontinued|interrupted|contraindicated|do not (?:use|start|give)|not be used)\b", re.I
)
_STARTS: Final = (
    r"^(?:start|begin|give|raise|increase)\b[^.;:]{{0,30}}\b{drug}"
    r"|\bstarting dose of {drug}(?![^.;]{{0,80}}\braised by\b)"
)
_AIMED: Final = re.compile(r"\b(?:targets?|desirable|aim(?:ed)?|range)\b", re.I)
_LIMIT: Final = (
    r"\b(?:{names})\b(?: levels?| counts?| scores?)?(?: is| are| was| falls?| rises?| stays?)?(?: at| of| to)?"
    r" (?P<side>above|over|more than|greater than|below|under|less than|)[ ]?(?P<figure>\d+(?:\.\d+)?)"
    r"(?: to (?P<to>\d+(?:\.\d+)?))?[^.;,]{{0,12}}?(?P<open> or (?:more|less|above|below|lower))?(?![\d.])"
)
_OPPOSITE: Final = {"low": re.compile(r"^\W*in hyper(?:kal|natr|calc|glyc)", re.I)}
_OPPOSITE["high"] = re.compile(r"^\W*in hypo(?:kal|natr|calc|glyc)", re.I)
_OPPOSITE["critical"] = re.compile(r"^\b\B")
_OPPOSITE["target"] = re.compile(r"^\W*in (?:severe )?hyp(?:er|o)(?:kal|natr|calc|glyc)", re.I)


class Asked(msgspec.Struct, frozen=True):
    """One question, and what it was made of."""

    question: str
    held_back: bool
    test: str
    band: str
    figure: float
    read: str
    drug: str
    names: tuple[str, ...]
    """How the test is called."""
    means: tuple[str, ...]
    """What it stands for."""
    held: frozenset[str]


def asked() -> Iterator[Asked]:
    """Every band of every test, filled a few times over; the same each time."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for at, row in enumerate(rows):
        for band in (one for one in BANDS if row[one]):
            draw = random.Random(f"{SEED} {at} {band}")
            made = {one.question: one for one in (_made(row, band, draw) for _ in range(FILLS))}
            yield from made.values()


def _made(row: dict[str, str], band: str, draw: random.Random) -> Asked:
    names, drug = row["names"].split("|"), draw.choice(row["medicines"].split("|"))
    drug = "" if drug == "-" or (draw.random() < 0.2 and band != "target") else drug
    figure = draw.choice(row[band].split("|"))
    told = draw.choice(row["told"].split("|")).replace("%s", figure).replace("%%", "%")
    said = draw.choice(WITH if drug else ALONE).format(
        test=draw.choice(names), value=told, drug=drug, age=draw.randint(45, 84), sex=draw.choice("MF")
    )
    held = frozenset(f"probatum:{one}" for one in row["held"].split()) if band != "target" else frozenset()
    if not drug:
        held = frozenset(one for one in held if "label" not in one)
    number = float(figure.split("/")[0])
    means = tuple(row["means"].split("|"))
    back = draw.random() < 0.5
    return Asked(said, back, row["test"], band, number, row["read"], drug, tuple(names), means, held)


def faults(case: Asked, answer: Answer) -> dict[str, bool]:
    """Whether each thing that is checked holds; what does not apply is left out."""
    said = answer.section("bottom_line").statements
    leads = [s for s in said if s.kind.asserts]
    path = [s for s in answer.section("algorithm").statements if s.id[-1].isdigit() and s.supports]
    found = {"read": _is_read(case, answer), "alarm": _alarms(answer) is (case.band == "critical")}
    if not leads:
        found["plain"] = any(_names(case, s.text, drug=True) for s in said)
        return found
    if said[0].kind is Kind.ABSENCE and not (case.held and case.drug):
        found["plain"] = _names(case, said[0].text, drug=True)
    else:
        found["about"] = _names(case, _words(leads[0]), drug=True)
        found["directs"] = all(s.source.kind in (RecordKind.GUIDELINE, RecordKind.LABEL) for s in leads[0].supports)
        found["band"] = fits(case, leads[0])
    if case.held and case.band != "target":
        found["held"] = any(span.record in case.held for s in leads[:3] for span in s.supports)
    found["path"] = not path or _agrees(case, leads, path)
    return found


def _is_read(case: Asked, answer: Answer) -> bool:
    who = answer.question.patient
    figure = f"{case.figure:g}"
    if case.read == "kidney":
        return figure in who.kidney
    if case.read in SCORES:
        return any(c.semantic == "test" for c in answer.question.concepts)
    return f"{case.read} {figure}" in (*who.values, *measured.values(answer.question.read))


def _alarms(answer: Answer) -> bool:
    return any(w.text.startswith(("Critical value", "This may be an emergency")) for w in answer.warnings)


def _words(one: Statement) -> str:
    return " ".join((one.text, *(f"{span.quote} {span.source.title}" for span in one.supports)))


def _names(case: Asked, text: str, *, drug: bool) -> bool:
    low = text.lower().replace("uric acid", "urate uric acid")
    every = (*case.names, case.test, *case.means, *([case.drug] if drug and case.drug else []))
    return any(re.search(rf"(?<![\w-]){re.escape(name.lower())}", low) for name in every)


def fits(case: Asked, lead: Statement) -> bool:
    """Whether a statement is for the value that is told: no other limit of the test, no opposite state."""
    text = " ".join(span.quote for span in lead.supports) or lead.text
    if _OPPOSITE[case.band].search(text):
        return False
    if _AIMED.search(text):
        return True
    names = "|".join(re.escape(n) for n in sorted({*case.names, case.test, *case.means}, key=len, reverse=True))
    met = [_within(case.figure, m) for m in re.finditer(_LIMIT.format(names=names), text, re.I)]
    return not met or any(met)


def _within(value: float, found: re.Match[str]) -> bool:
    figure = float(found["figure"])
    figure = figure / 1000 if figure >= 10000 else figure
    if found["to"]:
        return figure <= value <= float(found["to"])
    side = f"{found['side']}{found['open'] or ''}".lower()
    if not side:
        return True
    return value >= figure if re.search("above|over|more|greater", side) else value <= figure


def _agrees(case: Asked, leads: list[Statement], path: list[Statement]) -> bool:
    """Whether the path begins with what the short answer tells, and starts nothing that is taken or stopped."""
    starts = re.compile(_STARTS.format(drug=re.escape(case.drug or "\0")), re.I)
    if any(starts.search(step.text) for step in path):
        return False
    told = [span for s in leads for span in s.supports]
    first = [any(_meet(one, own) for one in step.supports for own in told) for step in path[:2]]
    if _STOPS.search(leads[0].text):
        return first[0] or _STOPS.search(path[0].text) is not None
    return any(first)


def _meet(one: Span, other: Span) -> bool:
    same = (one.record, one.section) == (other.record, other.section)
    return same and one.start < other.end and other.start < one.end


def run(data: Path) -> Result:
    """Ask the starter library; `data` is not read."""
    return thinned(data, 1)


def thinned(_: Path, every: int) -> Result:
    """The same of every nth question alone."""
    held: dict[str, list[float]] = {}
    notes = []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for case in list(asked())[::every]:
            found = faults(case, probatum.answer(case.question, library=library, as_of=AS_OF))
            wrong = [name for name, right in found.items() if not right]
            half = "held" if case.held_back else "seen"
            for name, right in (*found.items(), ("whole", not wrong)):
                held.setdefault(f"{half}_{name}", []).append(float(right))
                held.setdefault(name, []).append(float(right))
            if wrong and not case.held_back:
                notes.append(f"{', '.join(wrong)} ({case.test}, {case.band}): {case.question}")
    metrics = {name: sum(values) / len(values) for name, values in sorted(held.items())}
    for name in ("whole", "seen_whole", "held_whole"):
        metrics[f"{name}_low"], metrics[f"{name}_high"] = interval(held.get(name, []))
    metrics["questions"] = float(len(held["whole"]))
    return Result(metrics, [], notes)


BENCHMARK = Benchmark(
    "values", "Terse notes with a value and a medicine: read, and answered for that value?", run, thinned
)
