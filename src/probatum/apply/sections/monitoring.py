"""Monitoring: what labels and guidelines say is to be watched, and when to stop."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import NO_TREATMENT, Draft, directives
from probatum.apply.patient import bearing
from probatum.apply.patient.bearing import Bearing
from probatum.apply.replies import silence
from probatum.apply.together import pairs
from probatum.model import Directive, DirectiveAction, Section
from probatum.text.expressions import caseless

_LEADS: Final = (
    (DirectiveAction.MONITOR, "Monitor", "What is checked", 6),
    (DirectiveAction.STOP, "Stop", "When it is stopped", 4),
)


_WARNS: Final = (DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION)
_WATCHED: Final = caseless(
    r"\b(?:must|should) be (?:\w+ )?(?:monitor|observ|watch|supervis)\w*\b[^.;]{0,40}\b(?:minutes|hours?)\b"
)
"""What a warning wants watched for a time after a dose."""


def _place(item: Directive, context: Context) -> tuple[Bearing, bool, bool]:
    """What bears on the patient first, then what is for everybody, then what is for some alone; of these first what a
    warning wants watched."""
    return bearing.of(item, context), fitting.of_some(item.text), item.action is DirectiveAction.MONITOR


def compose(context: Context) -> Section:
    """Monitoring and stopping directives of the labels of the drugs asked about."""
    draft = Draft("monitoring", "Monitoring")
    if not context.treatable:
        return draft.section(NO_TREATMENT)
    if context.combined:
        pairs.say_checks(draft, context, _LEADS[0][-1])
        return draft.section(silence.on_drug(context, "checks"))
    for action, lead, plain, most in _LEADS:
        told = context.directives(action)
        if action is DirectiveAction.MONITOR:
            told = (*told, *(row for row in context.directives(*_WARNS) if _WATCHED.search(row[1].text)))
        rows = sorted(told, key=lambda row: _place(row[1], context))[:most]
        # What concerns some people alone makes way where enough is told that concerns everybody.
        first = max(2, min(3, sum(not fitting.of_some(item.text) for _, item in rows)))
        directives(draft, rows, lead, plain, first=first, needed=lambda item: bearing.of(item, context))
    what = f"monitoring of {wording.join(context.named)}" if context.drugs else "monitoring"
    return draft.section(silence.on_drug(context, what))
