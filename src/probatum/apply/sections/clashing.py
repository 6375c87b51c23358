"""Clashing: the path where what is asked about must not be given beside something that is taken or named with it: where
no study or guideline tells of it for the patient's illness, the pair is what decides.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import beginning, excluding, halts, taken_beside
from probatum.apply.sections.excluding import Row, said, spans
from probatum.model import DirectiveAction, Kind
from probatum.text.expressions import caseless

_TOGETHER: Final = caseless(r"\b(?:together|combin\w+|mix\w*|interact\w*|with|beside|alongside|fine with)\b")


def say(steps: Steps, context: Context) -> bool:
    """The path; False where no such pair is told, or the answer has another path."""
    row, other = _named_beside(context)
    if row is None and not beginning.decidable(context):
        row, other = _taken_beside(context)
    if row is None:
        return False
    given = halts.names(context)
    steps.step(f"Do not give {given} and {other} together: {said([row])}", Kind.DIRECTIVE, spans([row]))
    steps.branch("a", f"Only one is taken: keep that one, and for the other {halts.elsewhere(context)}")
    steps.branch("b", "Both were taken: call the prescriber or a poison centre now, before the next dose of either")
    return True


def _named_beside(context: Context) -> tuple[Row | None, str]:
    """A contraindication that names what the question sets beside the medicine, though the patient is told to have no
    illness for it."""
    if context.use or not _TOGETHER.search(context.question.read):
        return None, ""
    own = {name.lower() for name in context.named}
    beside = [c for c in context.question.concepts if c.label.lower() not in own and c.semantic in ("", "drug")]
    beside = [c for c in beside if not fitting.KIDNEY.search(c.label)]  # a value is taken beside nothing
    for row in context.directives(DirectiveAction.CONTRAINDICATED):
        for concept in beside:
            if any(wording.stands_in(name.lower(), row[1].text.lower()) for name in (concept.text, concept.label)):
                return excluding.of_somebody([row])[0], wording.lower(concept.text)
    return None, ""


def _taken_beside(context: Context) -> tuple[Row | None, str]:
    """What a label or notice has against it beside a medicine that is taken."""
    for row, names in taken_beside.clashes(context):
        return row, wording.join(names)
    return None, ""
