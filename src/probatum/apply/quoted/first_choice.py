"""First choice: what a guideline gives first stands before what it has where that fails, in a short answer to somebody
who asks how an illness is treated and tells of nothing that was tried."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.choices import elsewhere, next_step, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import DirectiveAction, Intent, RecordKind, Section
from probatum.text.expressions import caseless

_FIRST: Final = caseless(r"\bfirst[- ](?:choices?|line|treatment)\b|\bgiven first\b|\bcomes? first\b|\bas first\b")
_LATER: Final = caseless(
    r"\b(?:second[- ](?:choices?|line)|next (?:step|choice)|further choices?|alternatives?)\b"
    r"|\b(?:when|if|after|that)\b[^.;]{0,80}\b(?:(?:does|do|has|have|did) not (?:\w+ )?"
    r"(?:improve|work|heal|help|settle|suit|respond|relieve|go)\w*|fail\w*|persist\w*|not tolerated|no better)"
)
LONGEST: Final = 60
"""Words of advice that stand in a short answer."""


def led(section: Section, context: Context) -> Section:
    """The short answer with the first choice in front, where it tells only what follows it."""
    asked = context.question.intent is Intent.THERAPY and not context.question.danger
    if not asked or next_step.asked(context.question) or context.combined or context.question.intervention:
        return section
    told = [s for s in section.statements if s.kind.asserts and s.supports]
    advice = [s for s in told if all(span.source.kind is RecordKind.GUIDELINE for span in s.supports)]
    if not advice or advice[0] is not told[0] or not _LATER.search(advice[0].text):
        return section
    if any(_FIRST.search(s.text) for s in told):
        return section
    own = {span.record for span in advice[0].supports}
    first = [
        (a, d)
        for a in context.guidelines
        if a.record.id in own
        for d in a.directives
        if d.action is DirectiveAction.RECOMMENDED
        and _FIRST.search(d.text)
        and len(d.text.split()) <= LONGEST
        and suiting.suits(d, context)
        and not elsewhere.for_others(d.text, context)
        and not fitting.of_others(d.text, context.question.patient)
    ][:1]
    if not first:
        return section
    draft = Draft(section.id, section.title)
    draft.put(section.statements)
    made = Draft(section.id, section.title)
    directives(made, first, "Guideline", "A guideline says")
    draft.open_with(made.statements)
    return msgspec.structs.replace(section, statements=draft.statements)
