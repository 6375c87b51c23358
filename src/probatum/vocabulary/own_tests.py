"""Own tests: by which test the dose of a medicine goes, in which illness, and from where to where it is meant to lie.

`TSH 12 on A` names no illness: that A is given for a slow thyroid, and that TSH is what it is dosed by, every ward
knows. The range tells only on which side of what is aimed at a value lies; what is done there a source has to say.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from probatum.model import Concept, Question
from probatum.text import measured
from probatum.vocabulary.classes import classes_of


class OwnTest(NamedTuple):
    """A test and the medicines that are dosed by it."""

    measure: str
    illness: str
    """What they are given for; empty where that is several things."""
    medicines: frozenset[str]
    """Medicines and classes, lower case."""
    low: float
    high: float
    more: str
    """On which side of the range more of it is wanted: `high` or `low`."""
    lone: bool
    """Whether a value on that side stands for the illness where nothing is taken."""

    def side(self, value: float) -> str:
        """Where a value lies: `low`, `high`, or empty within the range."""
        return "low" if value < self.low else "high" if value > self.high else ""


def of(measure: str, drug: str) -> OwnTest | None:
    """The test of that name as that by which the drug is dosed; None where it is not."""
    names = {drug.casefold(), *(kind.casefold() for kind in classes_of(drug))}
    return next((one for one in _table() if one.measure == measure and one.medicines & names), None)


def alone(measure: str) -> OwnTest | None:
    """The test of that name as one whose value stands for an illness by itself."""
    return next((one for one in _table() if one.measure == measure and one.lone), None)


def counted(question: Question) -> OwnTest | None:
    """The test of a score that the question names (`CHA2DS2-VASc 3`), which is counted in one illness alone."""
    tests = (c.label for c in question.concepts if c.semantic == "test")
    return next((one for label in tests if (one := alone(label)) is not None and not one.medicines - {""}), None)


class Own(NamedTuple):
    """A value, the test that it is of, and the medicines named that are dosed by it."""

    value: str
    test: OwnTest
    drugs: tuple[Concept, ...]

    @property
    def name(self) -> str:
        """What was measured, without its unit."""
        return self.value.rpartition(" ")[0].partition(" in ")[0]

    @property
    def side(self) -> str:
        """On which side of what is aimed at it lies; empty within."""
        return self.test.side(float(self.value.rpartition(" ")[2]))


def told(question: Question) -> Own | None:
    """The first value that is told of the test of a medicine that is named."""
    values = (*question.patient.values, *measured.values(question.read))
    drugs = [c for c in question.concepts if c.semantic == "drug"]
    for value in dict.fromkeys(values):
        name = value.rpartition(" ")[0]
        dosed = [(c, test) for c in drugs if (test := of(name, c.label)) is not None]
        if dosed:
            return Own(value, dosed[0][1], tuple(c for c, _ in dosed))
    return None


def shown(value: str) -> str:
    """A value as people write it: `HbA1c 8.4 %`."""
    name, _, figure = value.rpartition(" ")
    name, _, unit = name.partition(" in ")
    return f"{name} {figure}{f' {unit}' if unit else ''}"


@lru_cache(maxsize=1)
def _table() -> tuple[OwnTest, ...]:
    text = files("probatum.vocabulary").joinpath("data", "own_tests.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return tuple(
        OwnTest(
            measure,
            illness,
            frozenset(held.casefold().split("; ")),
            float(low or 0),
            float(high or "inf"),
            more,
            bool(lone),
        )
        for measure, illness, held, low, high, more, lone, _ in rows
    )
