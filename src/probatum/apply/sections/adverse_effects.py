"""Adverse effects: what was counted, with numerator, denominator and arm; then what labels list."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, nothing, told
from probatum.model import Appraisal, DirectiveAction, Finding, Intent, Kind, Section

MOST = 8


def compose(context: Context) -> Section:
    """Study by study, those that answer the question first."""
    draft = Draft("adverse_effects", "Adverse effects")
    if not context.treatable and context.question.intent not in (Intent.HARM, Intent.INTERACTION):
        return draft.section(
            f"{context.searched}: no treatment that the vocabulary knows is asked about, "
            "so no adverse effect was found."
        )
    studies: dict[str, tuple[Appraisal, list[Finding]]] = {}
    for appraisal, finding in context.harms():
        studies.setdefault(appraisal.record.id, (appraisal, []))[1].append(finding)
    for appraisal, findings in studies.values():
        if len(draft) >= MOST:
            break
        _, text, plain, spans = told(appraisal, findings, most=4, intervals=False)
        if text:
            draft.add(text, Kind.FINDING, spans, plain=plain, directness=appraisal.directness.note)
    listed = context.directives(DirectiveAction.ADVERSE_EFFECT)[:4]
    directives(draft, [(a, d) for a, d in listed if a.record.id not in studies], "Listed")
    what = f"adverse effects of {wording.join(context.drugs)}" if context.drugs else "adverse effects"
    return draft.section(nothing(context, what))
