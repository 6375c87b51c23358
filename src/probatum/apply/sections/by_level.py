"""By level: the path where the level of a medicine that is taken is told and it is asked which dose follows: nothing is
begun, and no usual dose is given, before somebody has judged that level."""

from __future__ import annotations

from probatum.apply.context import Context
from probatum.apply.labels import level_told
from probatum.apply.numbering import Steps
from probatum.apply.sections.excluding import said, spans
from probatum.model import Kind


def say(steps: Steps, context: Context) -> bool:
    """The path; False where nothing of the kind is asked."""
    if not level_told.asks(context):
        return False
    lead = "Before the next dose, hold the level that is told against what is aimed at"
    if found := level_told.sentence(context):
        steps.step(f"{lead}: “{found[1].quote}”", Kind.QUOTED, (found[1],))
    elif rows := level_told.rows(context):
        steps.step(f"{lead}: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    else:
        steps.step(f"{lead}: no source here tells that range", Kind.NAVIGATION)
    steps.branch("a", "It is not as aimed at: ask the prescriber or a pharmacist which dose follows, and when")
    steps.branch("b", "It is: continue as prescribed, and measure again when something changes")
    return True
