"""Adverse effects: what was counted, with numerator, denominator and arm; then what labels list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import NO_TREATMENT, Draft, directives, quote
from probatum.apply.evidence import harm_of, harm_order
from probatum.apply.quoted import lead_passage
from probatum.apply.quoted.choosing import silent
from probatum.apply.quoted.salience import sentences_in
from probatum.apply.replies import silence, thin
from probatum.apply.study_clauses import LONGEST_QUOTE, incomplete, told
from probatum.model import Appraisal, DirectiveAction, Finding, Intent, Kind, RecordKind, Section, SectionRole, Span
from probatum.text.expressions import caseless, expression

MOST = 8
MOST_QUOTED = 3
_SEEN: Final = expression(
    r"\b(?:occurred (?:with|on|during|in)|(?:has|have) (?:been reported|occurred)|(?:was|were) (?:reported|seen) with"
    r"|intoxicat\w+|poison\w*)\b",
    re.IGNORECASE,
)
"""How a source tells of harm without a word for it: `nose bleeds occurred with A`."""
_OF_TREATMENT: Final = (Intent.THERAPY, Intent.PREVENTION)
_ASIDE: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS)


def _told_of_harm(draft: Draft, context: Context) -> None:
    """Where harms are what is asked and none was counted or listed, the sentences of the sources that tell of them."""
    left = MOST_QUOTED
    for appraisal in (a for a in context.answering if context.on_matter(a)):
        for one in sentences_in(appraisal.record):
            text = one.span.quote
            if one.role in _ASIDE or not left or len(text) > LONGEST_QUOTE or not context.names_intervention(text):
                continue
            ill = [m for m in vocabulary.load().find(text) if m.term.semantic in ("condition", "symptom")]
            if harm_order.HARM.search(text) or (_SEEN.search(text) and len(ill) > 1):
                quote(draft, appraisal, one.span, "says")
                left -= 1


def _quoted(
    draft: Draft, context: Context, told_already: set[Span], sources: Sequence[Appraisal] | None = None
) -> None:
    """Result sentences on harm that could not be read into findings, from the studies that answer: never left out.

    What a group of outcomes tells is told there; deaths are looked for only where harm is what was asked about.
    """
    left = MOST_QUOTED
    told_already = told_already | {i.finding.sentence for g in context.groups for i in g.items}
    deaths = context.question.intent is Intent.HARM
    for appraisal in [a for a in context.answering if context.on_matter(a)] if sources is None else sources:
        for span in appraisal.results:
            of_this = not appraisal.study.design.synthesis or context.names_intervention(span.quote)
            new = span not in told_already and len(span) <= LONGEST_QUOTE and not silent(span)
            new = new and not harm_of.of_others(span.quote)
            harm = bool(harm_order.HARM.search(harm_of.words_of_harm(span.quote))) or _more_ills(span.quote)
            harm = harm or (deaths and _of_deaths(span.quote))
            if left and new and of_this and harm:
                quote(draft, appraisal, span)
                left -= 1


def _of_deaths(text: str) -> bool:
    """Whether a sentence tells of deaths, and not that there were fewer: that is what it is taken for."""
    return harm_order.DEATH.search(text) is not None and _FEWER.search(text) is None


_FEWER: Final = caseless(r"\b(?:less (?:frequent|common|often|likely)|fewer|lower(?:ed)?|reduc\w+|decreas\w+)\b")
_MORE: Final = caseless(
    r"\b(?:more (?:frequent|common|often)|commoner|increased|higher) (?:with|in|on|among|after) (?:the )?"
    r"(?!placebo|controls?\b|usual|standard|no\b|conventional|sham|those who did not)"
)


def _more_ills(text: str) -> bool:
    """Whether a sentence tells of several illnesses that they came more often with what was tried: harms by name."""
    found = _MORE.search(text)
    if found is None:
        return False
    named = {m.term.label for m in vocabulary.load().find(text[: found.start()]) if m.term.semantic in _ILL}
    return len(named) >= _SEVERAL


_ILL: Final = ("condition", "symptom")
_SEVERAL: Final = 2


def compose(context: Context) -> Section:
    """Study by study, those that answer the question first."""
    draft = Draft("adverse_effects", "Adverse effects")
    if not context.treatable and context.question.intent not in (Intent.HARM, Intent.INTERACTION):
        lead = lead_passage.lead(context) if context.question.intent in _OF_TREATMENT else None
        if lead is not None:  # what was tried bears no name that is known, and did harm all the same
            _quoted(draft, context, set(), (lead.appraisal,))
        return draft.section(NO_TREATMENT)
    listed = context.directives(DirectiveAction.ADVERSE_EFFECT)[: 0 if context.combined else 4]
    if context.question.intent is Intent.HARM and not context.outcome:  # what is common is what is asked first
        directives(draft, listed[:1], "Listed")
    studies: dict[str, tuple[Appraisal, list[Finding]]] = {}
    for appraisal, finding in context.harms():
        studies.setdefault(appraisal.record.id, (appraisal, []))[1].append(finding)
    for appraisal, findings in studies.values():
        if len(draft) >= MOST:
            break
        clauses, text, plain, spans = told(appraisal, findings, most=4, intervals=False)
        partial = [s for s in incomplete(clauses) if appraisal.record.kind is not RecordKind.LABEL]
        if partial:  # a clause would leave out what the sentence counts besides
            clauses, text, plain, spans = told(
                appraisal, [f for f in findings if f.sentence not in partial], most=4, intervals=False
            )
        if text:
            draft.add(text, Kind.FINDING, spans, plain=plain, directness=appraisal.directness.note)
        for number, span in enumerate(partial):
            quote(draft, appraisal, span, again=bool(text) or number > 0)
    if not thin.unanswered(context):
        _quoted(draft, context, {f.sentence for _, f in context.harms()})
    if not len(draft) and context.question.intent is Intent.HARM and not context.outcome:
        _told_of_harm(draft, context)
    told_of = {span for s in draft.statements for span in s.supports}
    rest = [(a, d) for a, d in listed if a.record.id not in studies and d.span not in told_of]
    directives(draft, rest, "Listed")
    what = f"adverse effects of {wording.join(context.named)}" if context.drugs else "adverse effects"
    return draft.section(silence.on_drug(context, what))
