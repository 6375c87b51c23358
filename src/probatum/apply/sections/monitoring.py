"""Monitoring: what labels and guidelines say is to be watched, and when to stop."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directive, nothing
from probatum.model import DirectiveAction, Section


def compose(context: Context) -> Section:
    """Monitoring and stopping directives of the labels of the drugs asked about."""
    draft = Draft("monitoring", "Monitoring")
    if not context.treatable:
        return draft.section(
            f"{context.searched}: the question is not about a treatment, so nothing to watch was found."
        )
    for action, lead, most in ((DirectiveAction.MONITOR, "Monitor", 6), (DirectiveAction.STOP, "Stop", 4)):
        for appraisal, item in context.directives(action)[:most]:
            directive(draft, appraisal, item, lead)
    what = f"monitoring of {wording.join(context.drugs)}" if context.drugs else "monitoring"
    return draft.section(nothing(context, what))
