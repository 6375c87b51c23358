"""Fellows: other medicines of the class asked about, where the patient has what no list knows as an illness.

A mechanical heart valve is told in the question's own words. What bars one medicine there is often said on the label of
another of its class alone, and what is meant for it is said on a third: both are found by those words.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.patient import for_patient, in_words
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Role
from probatum.text import words
from probatum.vocabulary.classes import classes_of, members

Row = tuple[Appraisal, Directive]
WIDEST: Final = 20
"""Members of a class whose labels are read for this."""
_ASKED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM, Intent.DOSING)
_LEAST: Final = 2
"""Words of the state that a use has to hold, and the share of them."""
_SHARE: Final = 0.6


def wanted(context: Context) -> tuple[str, ...]:
    """The medicines of the classes of what is asked about, where such a state is told; their labels are looked up."""
    if context.combined or context.question.intent not in _ASKED or not _states(context):
        return ()
    classes = (label for drug in context.drugs for label in classes_of(drug) if len(members(label)) <= WIDEST)
    every = (m.lower() for label in classes for m in members(label))
    return tuple(dict.fromkeys(m for m in every if m not in context.drugs))


@once
def barred(context: Context) -> tuple[Row, ...]:
    """What labels of fellows forbid in that state, where the label of what is asked about does not speak of it: the
    gravest first."""
    if not wanted(context) or for_patient.barred(context) or _spoken_of(context):
        return ()
    found: dict[str, Row] = {}
    for name in wanted(context):
        other = as_if.asked(name, context)
        for row in for_patient.barred(other):
            if in_words.is_named(row[1], other) and row[1].drug.lower() == name:
                found.setdefault(name, row)
    order = (DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)
    return tuple(sorted(found.values(), key=lambda r: order.index(r[1].action) if r[1].action in order else 2))


@once
def meant(context: Context) -> tuple[Row, ...]:
    """Labels of fellows that name that state among their uses."""
    found: dict[str, Row] = {}
    for name in wanted(context):
        for row in uses(name, context):
            found.setdefault(name, row)
    return tuple(found.values())


def uses(name: str, context: Context) -> tuple[Row, ...]:
    """The uses on the label of a medicine that name the state."""
    labels = as_if.labels(name, context)
    rows = ((a, d) for a in labels for d in a.directives if d.action is DirectiveAction.INDICATED)
    return tuple(row for row in rows if names(row[1].text, context))


def names(text: str, context: Context) -> bool:
    """Whether a text names such a state of the patient."""
    return any(_names(text, state) for state in _states(context))


def _states(context: Context) -> tuple[frozenset[str], ...]:
    """The words of each state that is no illness of the vocabulary; a bare word says too little."""
    told = (c for c in context.question.having(Role.POPULATION) if not _known(c.semantic))
    return tuple(own for c in told if len(own := words.stems(c.label)) >= _LEAST)


def _known(semantic: str) -> bool:
    return semantic in ("condition", "symptom", "drug")


def _names(text: str, state: frozenset[str]) -> bool:
    shared = state & words.stems(text)
    return len(shared) >= _LEAST and len(shared) >= _SHARE * len(state)


def _spoken_of(context: Context) -> bool:
    """Whether the label of what is asked about speaks of the state."""
    texts = [d.text for a in context.labels for d in a.directives]
    return any(names(text, context) for text in texts)
