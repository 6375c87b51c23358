"""By label: where no study answers, what the label of the very use says."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.sections import dosing
from probatum.model import DirectiveAction, Fit, Kind


def due(context: Context) -> bool:
    """Whether no study of the very people asked about is there, so that a label for this use says more than effects
    seen in others."""
    wider = (Fit.RELATED, Fit.OTHER)
    return all(a.directness.note and a.directness.population.fit in wider for a in context.answering)


def say(draft: Draft, context: Context, *, short: bool) -> bool:
    """Where no study answers, that a label is for this very use, with its dose; whether one is."""
    meant = [row for row in context.directives(DirectiveAction.INDICATED) if context.indicated_for_this(row[1])]
    if not meant:
        return False
    if short and len(draft):
        told = f"no study of this was found: this is what the label of {wording.join(context.named)} says"
        draft.add(told, Kind.ABSENCE)
        return True
    appraisal, item = meant[0]
    doses = [row for row in dosing.label_doses(context) if row[0] is appraisal][:1]
    directives(draft, [(appraisal, item), *doses], "No study of this was found; its label", "Its label says")
    return True
