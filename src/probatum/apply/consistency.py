"""Is an algorithm one that can be followed? Its faults, read from its words alone.

Every branch ends, every question leads somewhere, every step can be reached, what is referred to exists, a dose
step changes the dose, and nothing is started that the path itself warns of or says not to start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum.model import Section
from probatum.text import doses
from probatum.text import steps as path
from probatum.text.expressions import expression
from probatum.text.steps import End, Step

_STARTS: Final = expression(r"^(?:start|give|begin|dose as|increase|raise)\b", re.IGNORECASE)
_REFUSES: Final = expression(r"\bdo not (?:start|use|give)\b", re.IGNORECASE)
_DOSE_OF_TRIALS: Final = expression(r"\btrials went up to\b|\b(?:increase|raise|step up|reduce|lower)\b", re.IGNORECASE)
_ASKS: Final = expression(r"^(?:rule out|find out|ask|decide|review|stop rule|judge)\b", re.IGNORECASE)
"""A step that asks something: what follows from it must be said. One that gives or checks something may be the last."""
_ABOVE: Final = expression(r"\bsee the alternatives\b|\balternatives above\b", re.IGNORECASE)


def faults(section: Section, *, alternatives: bool = True, barred: bool = False) -> tuple[str, ...]:
    """What is wrong with the path of the section, one sentence each; empty where it can be followed.

    `alternatives`: whether the answer tells any; `barred`: whether what is asked about is contraindicated in the
    patient asked about, so that no step may start it.
    """
    labelled = [(s.id.rpartition(".")[2], s.text) for s in section.statements]
    steps = path.read(labelled)
    found = [*_labels(labelled), *_ends(steps), *_references(steps, alternatives), *_doses(steps)]
    return tuple(dict.fromkeys([*found, *_forbidden(steps, barred)]))


def _labels(labelled: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Steps are 1, 2, 3 ...; branches a, b ... of the step they stand under, at least two of each."""
    number, letter = 0, 0
    for label, _ in (*labelled, ("", "")):
        digits = label.rstrip("abcdefghijklmnopqrstuvwxyz")
        if digits == label:  # the next step, or the end
            if letter == 1:
                yield f"step {number} has one branch, which is no choice"
            number, letter = number + 1, 0
            if label and label != str(number):
                yield f"step {label} stands where step {number} should"
        else:
            letter += 1
            if label != f"{number}{chr(96 + letter)}":
                yield f"branch {label} stands where {number}{chr(96 + letter)} should"


def _ends(steps: Sequence[Step]) -> Iterator[str]:
    """Every branch says where it leads, every step can be reached, and the last leads out."""
    for at, step in enumerate(steps):
        last = at + 1 == len(steps)
        for branch in step.branches:
            if not branch.condition:
                yield f"branch {branch.label} has no condition"
            if branch.end is End.OPEN:
                yield f"branch {branch.label} does not say where it leads"
            if branch.end is End.ON and last:
                yield f"branch {branch.label} goes on, and no step follows"
        if last and not step.branches and _ASKS.match(step.text):
            yield f"the path ends at step {step.number} without saying what then"
        if not last and not step.goes_on:
            yield f"step {step.number + 1} cannot be reached: no branch of step {step.number} goes on"


def _references(steps: Sequence[Step], alternatives: bool) -> Iterator[str]:
    """Steps referred to exist, and a branch goes back to none that stands behind it."""
    numbers = {step.number for step in steps}
    for step in steps:
        for label, text in ((str(step.number), step.text), *((b.label, b.action) for b in step.branches)):
            for number in path.referred(text):
                if number not in numbers:
                    yield f"{label} refers to step {number}, which there is not"
            if _ABOVE.search(text) and not alternatives:
                yield f"{label} refers to alternatives, and none are told"
        for branch in step.branches:
            if branch.back is not None and branch.back > step.number:
                yield f"branch {branch.label} goes back to step {branch.back}, which stands behind it"


def _doses(steps: Sequence[Step]) -> Iterator[str]:
    """A later dose of the same path differs from the one that was started."""
    started: set[float] = set()
    for step in steps:
        if _STARTS.match(step.text):
            started |= _totals(step.text)
        for branch in step.branches:
            again = _totals(branch.action) if _DOSE_OF_TRIALS.search(branch.action) else set()
            if again and again <= started:
                yield f"branch {branch.label} changes the dose to what it is"


def _totals(text: str) -> set[float]:
    return {dose.daily_total or dose.amount for dose in doses.read(text)}


def _forbidden(steps: Sequence[Step], barred: bool) -> Iterator[str]:
    """Nothing is started that is contraindicated, or after the path said not to start it."""
    refused = 0
    for step in steps:
        starts = bool(_STARTS.match(step.text))
        if starts and barred:
            yield f"step {step.number} starts what is contraindicated in this patient"
        if starts and refused:
            yield f"step {step.number} starts what step {refused} says not to start"
        if _REFUSES.search(step.text):
            refused = step.number
