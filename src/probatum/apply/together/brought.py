"""Brought: a state that a medicine which is taken brings about, where the label of the one asked about forbids that in
it: what acts against clotting makes a bleeding diathesis of whoever took it.

Such a contraindication names no other medicine, and bears on the two more than what the label says of both: nothing is
given before it is ruled out.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

Row = tuple[Appraisal, Directive]

_STATES: Final = {
    "anticoagulants": caseless(
        r"\b(?:bleeding|ha?emorrhagic) (?:diathes[ie]s|tendenc(?:y|ies)|disorders?)\b"
        r"|\bcoagulopath(?:y|ies)\b|\b(?:coagulation|clotting) (?:disorders?|defects?)\b|\banticoagulation\b"
    )
}
"""Kinds of medicines, and the words for the state that each of them brings about."""


def rows(context: Context) -> list[Row]:
    """Contraindications of the medicines asked about in a state that one which they meet brings about."""
    return [(appraisal, item) for appraisal, item, _ in _found(context)]


def by(context: Context) -> str:
    """The medicines that bring it about."""
    return wording.join(list(dict.fromkeys(name for _, _, name in _found(context))))


def _found(context: Context) -> list[tuple[Appraisal, Directive, str]]:
    taken = tuple(drug.lower() for drug in context.question.patient.drugs)
    every = [name.lower() for name in context.combined or context.named]
    given = [name for name in every if name not in taken] or every
    found: list[tuple[Appraisal, Directive, str]] = []
    for name in given:
        for other in (o for o in dict.fromkeys((*every, *taken)) if o != name):
            kinds = set(classes_of(other)) - set(classes_of(name))  # two of a kind overlap where one follows the other
            states = [said for kind, said in _STATES.items() if kind in kinds]
            for appraisal in as_if.labels(name, context) if states else ():
                never = (d for d in appraisal.directives if d.action is DirectiveAction.CONTRAINDICATED)
                found += [(appraisal, d, other) for d in never if any(said.search(d.text) for said in states)]
    return found
