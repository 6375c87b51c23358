"""Monitoring: what labels and guidelines say is to be watched, and when to stop."""

from __future__ import annotations

from typing import Final

from probatum.apply import bearing, pairs, wording
from probatum.apply.context import Context
from probatum.apply.drafting import NO_TREATMENT, Draft, directives, nothing
from probatum.model import DirectiveAction, Section

_LEADS: Final = (
    (DirectiveAction.MONITOR, "Monitor", "What is checked", 6),
    (DirectiveAction.STOP, "Stop", "When it is stopped", 4),
)


def compose(context: Context) -> Section:
    """Monitoring and stopping directives of the labels of the drugs asked about."""
    draft = Draft("monitoring", "Monitoring")
    if not context.treatable:
        return draft.section(NO_TREATMENT)
    if context.combined:
        pairs.say_checks(draft, context, _LEADS[0][-1])
        return draft.section(nothing(context, f"checks when {wording.join(context.combined)} are taken together"))
    for action, lead, plain, most in _LEADS:
        rows = sorted(context.directives(action), key=lambda row: bearing.of(row[1], context))[:most]
        directives(draft, rows, lead, plain, first=3, needed=lambda item: bearing.of(item, context))
    what = f"monitoring of {wording.join(context.named)}" if context.drugs else "monitoring"
    return draft.section(nothing(context, what))
