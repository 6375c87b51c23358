"""Dosed elsewhere: the dose of what a branch leads to, where a label that is held has one for this illness and patient.

Who is sent on to another treatment needs its dose as much as that of the first. It is told once, as a branch beside
the first one that names the treatment, from the label of that treatment, read as if it had been asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import for_patient, modes
from probatum.apply.sections import excluding, labelled_dose
from probatum.model import Kind, Statement
from probatum.text.expressions import caseless

LONGEST: Final = 32
"""Words of a dose that a branch holds."""
_LEADS: Final = caseless(r"\bweigh (?P<names>[a-z][\w -]{2,50}?(?: or [a-z][\w -]{2,50}?)?)(?: \([^()]{2,60}\))?\.$")
_NONE: Final = caseless(
    r"\bno (?:dose )?(?:change|adjustment)\b|\bneed not\b|\bmaximum dose\b|\bin (?:infants|children|adolescents)\b"
)
"""What tells no first dose of a grown patient."""


def added(statements: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The steps with those doses in the first branch that leads to a treatment."""
    if not context.use or context.classes or context.question.patient.drugs:
        return tuple(statements)  # a class has its own choice, and beside what is taken another dose may hold
    made: list[Statement] = []
    told: set[str] = set()
    waiting: list[tuple[str, excluding.Row]] = []
    for one in (*statements, None):
        if waiting and (one is None or one.id[-1].isdigit()):
            made += _branches(made[-1].id, waiting)
            waiting = []
        if one is None:
            break
        made.append(one)
        found = _LEADS.search(one.text) if one.id[-1].isalpha() else None
        names = [n.strip() for n in found["names"].split(" or ")] if found is not None else []
        rows = [(n, row) for n in names if n not in told and (row := _dose(n, context)) is not None]
        told |= {name for name, _ in rows}
        waiting += rows
    return tuple(made)


def _branches(last: str, rows: Sequence[tuple[str, excluding.Row]]) -> list[Statement]:
    """The doses as further branches of the step whose last statement has this id."""
    draft = Draft("algorithm", "")
    number, letter = last.rpartition(".")[2][:-1], last[-1]
    for at, (name, row) in enumerate(rows, 1):
        text = f"{wording.upper(name)} in its place: {excluding.said([row])}; leave this path"
        draft.add(text, Kind.DIRECTIVE, (row[1].span,), number=f"{number}{chr(ord(letter) + at)}")
    return list(draft.statements)


def _dose(name: str, context: Context) -> excluding.Row | None:
    """The first dose on the label of a treatment for this illness in this patient; None where no label that is held has
    one, or the patient may not have it."""
    other = as_if.asked(name, context)
    if not other.labels or not other.use or for_patient.barred(other):
        return None
    row = labelled_dose.first_dose(other)
    if row is not None and _attack(context) and not modes.of_attack(row[1].text):
        return None  # what is taken for long ends no attack
    if row is None or len(row[1].text.split()) > LONGEST or _NONE.search(row[1].text):
        return None
    return row


def _attack(context: Context) -> bool:
    """Whether what is asked about is for an attack that is there, by its own first dose or by the question."""
    own = labelled_dose.first_dose(context)
    told = (context.question.read, own[1].text if own is not None else "")
    return any(modes.of_attack(text) for text in told)
