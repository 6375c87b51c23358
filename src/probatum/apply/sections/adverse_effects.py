"""Adverse effects: what was counted, with numerator, denominator and arm; then what labels list."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import thin, wording
from probatum.apply.choosing import silent
from probatum.apply.context import Context
from probatum.apply.drafting import LONGEST_QUOTE, Draft, directives, nothing, quote, told
from probatum.model import Appraisal, DirectiveAction, Finding, Intent, Kind, Section, Span

MOST = 8
MOST_QUOTED = 3
_HARM: Final = re.compile(
    r"\b(?:adverse|side[- ]effects?|toxicit\w+|discontinu\w+|withdr\w+|dropped out|serious|tolerat\w+|deaths?|died)\b",
    re.IGNORECASE,
)


_BENEFIT: Final = re.compile(r"\b(?:surviv\w*|progression)\b", re.IGNORECASE)
"""What a treatment is given for: deaths among such results are no harm of it."""


def _quoted(draft: Draft, context: Context, told_already: set[Span]) -> None:
    """Result sentences on harm that could not be read into findings, from the studies that answer: never left out."""
    left = MOST_QUOTED
    for appraisal in context.answering:
        for span in appraisal.results:
            of_this = not appraisal.study.design.synthesis or context.names_intervention(span.quote)
            new = span not in told_already and len(span) <= LONGEST_QUOTE and not silent(span)
            harm = _HARM.search(span.quote) and not _BENEFIT.search(span.quote)
            if left and new and of_this and harm:
                quote(draft, appraisal, span)
                left -= 1


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
    if not thin.unanswered(context):
        _quoted(draft, context, {f.sentence for _, f in context.harms()})
    listed = context.directives(DirectiveAction.ADVERSE_EFFECT)[:4]
    directives(draft, [(a, d) for a, d in listed if a.record.id not in studies], "Listed")
    what = f"adverse effects of {wording.join(context.named)}" if context.drugs else "adverse effects"
    return draft.section(nothing(context, what))
