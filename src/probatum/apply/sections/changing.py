"""Changing: the step of a path that tells how one medicine makes way for another, where it is asked how; that nothing
held tells it, where nothing does. Nobody begins the new one before that is known."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.labels import switching
from probatum.apply.numbering import Steps
from probatum.apply.sections.excluding import said, spans
from probatum.apply.together import replacing
from probatum.model import DirectiveAction, Kind

MOST: Final = 2


def say(steps: Steps, context: Context) -> None:
    """How it is done, by guidelines first, then by the labels of the two."""
    if not switching.asked(context):
        return
    old = wording.join(list(replacing.names(context)))
    guided = switching.guided(context)[:1]
    for one in guided:
        told = f"“{one.span.quote.rstrip('. ')}” ({source_name(one.appraisal)})"
        steps.step(f"Change {old} so: {told}", Kind.QUOTED, (one.span,))
    rows = list(switching.rows(context))[:MOST]
    never = [row for row in rows if row[1].action is DirectiveAction.CONTRAINDICATED]
    if never:
        steps.step(f"Stop {old} first; contraindicated: {said(never)}", Kind.DIRECTIVE, spans(never))
    if told_ := [row for row in rows if row not in never]:
        steps.step(f"Change {old} so: {said(told_)}", Kind.DIRECTIVE, spans(told_))
    if not (rows or guided):
        steps.step(
            f"Ask the prescriber or a pharmacist on which day {old} ends and the other begins: no source here tells it",
            Kind.NAVIGATION,
        )
