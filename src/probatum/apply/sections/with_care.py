"""With care: a label's word on the very illness of the patient in which a medicine is to be given only with care.

A path that passes over it would lead straight to the dose: whoever knows the patient weighs it first.
"""

from __future__ import annotations

from probatum.apply.context import Context
from probatum.apply.labels import leave
from probatum.apply.labels.verdicts import CARE, MEMBERS_CARE
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding, halts
from probatum.model import Kind


def say(steps: Steps, context: Context) -> None:
    """The step, where the label says so and nothing bars the medicine."""
    if not context.beside and not leave.of_organ(context):
        return
    verdict, rows = leave.told(context)
    if verdict not in (CARE, MEMBERS_CARE) or not rows:
        return
    steps.step(f"Only with care here: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    other = halts.elsewhere(context)
    steps.branch("a", f"Nobody who knows this patient has weighed it: ask before the first dose; {other}")
    steps.branch("b", "It was weighed, and is to be given: go on")
