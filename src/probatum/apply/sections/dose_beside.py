"""Dose beside: what a step says with the usual dose where a medicine that is taken bounds or lowers it.

Who was told that beside A the dose is halved must not read the whole dose as the next step.
"""

from __future__ import annotations

from probatum.apply import beside_limits, limited
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding


def led(lead: str, first: excluding.Row, context: Context) -> str:
    """The words before a dose, with the limit or the cut that holds beside what is taken."""
    if beside_limits.passes(first, context):
        return f"{lead}, within the limit beside what is taken"
    if first in beside_limits.rows(context) or not context.question.patient.drugs:
        return lead
    said = {limited.lowers(item.text, first[1].drug) for _, item in excluding.of_taken(context)}
    if "must" in said:
        return f"{lead}, of which beside what is taken less is given"
    return f"{lead}, of which beside what is taken less may be needed" if "may" in said else lead


def told(steps: Steps, first: excluding.Row, context: Context) -> bool:
    """Whether a step before has told the dose already, with the medicine that is taken."""
    said = {span for one in steps.draft.statements for span in one.supports}
    return first in beside_limits.rows(context) and first[1].span in said
