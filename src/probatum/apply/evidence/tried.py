"""Tried: what a study of one treatment found of it, in one sentence.

It is told on what was asked about, else on the first outcome. A treatment that the question does not name is told of
by its name, with how sure its study is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.evidence import shown_of
from probatum.apply.evidence.given import of_factor, treatment
from probatum.apply.evidence.likeness import is_asked
from probatum.apply.evidence.outcomes import relevant_findings
from probatum.apply.evidence.standing import unnamed
from probatum.apply.patient import complaint
from probatum.apply.quoted.choosing import best_conclusion, on_outcome, silent
from probatum.apply.selection import is_open, of_illness
from probatum.apply.study_clauses import told
from probatum.model import Appraisal, Direction, Finding, Intent, Kind, OutcomeRole, Role, SectionKind, Span
from probatum.text.expressions import expression


def whole(context: Context) -> bool:
    """Whether what other treatments do is told by their first outcome, since none is asked about."""
    return of_illness(context.question) or not context.outcome


def ill(context: Context) -> bool:
    """Whether the outcome asked about is an illness that people have: what is measured in it tells of its treatment."""
    outcomes = context.question.having(Role.OUTCOME)
    ill = bool(outcomes) and all(c.semantic == "condition" and not _HAPPENS.search(c.label) for c in outcomes)
    return ill and context.question.intent is Intent.THERAPY


_HAPPENS: Final = expression(
    r"\b(?:stroke|infarction|fracture|ha?emorrhage|bleeding|thrombo\w*|embolism|failure|death|kalemia|kalaemia|cancer)",
    re.IGNORECASE,
)
"""Illnesses that befall people who are treated for another."""


def on_complaint(context: Context, appraisal: Appraisal) -> bool:
    """Whether a study's title names the complaint for which something is wanted: what it measured first tells of it."""
    wanted = (c for c in context.question.having(Role.OUTCOME) if c.semantic in ("condition", "symptom"))
    return is_open(context.question) and any(complaint.names(appraisal.record.title, c) for c in wanted)


def main(context: Context, appraisal: Appraisal) -> list[Finding]:
    """What a study found on its first outcome, where none is asked about: the primary one, where it says which."""
    found = [f for f in relevant_findings(context.question, appraisal) if f.arms and not unnamed(f.outcome)]
    found = [f for f in found if f.favours != "harm" or f.outcome_role is OutcomeRole.PRIMARY]
    primary = [f for f in found if f.outcome_role is OutcomeRole.PRIMARY]
    if appraisal.study.design.synthesis and not primary and appraisal.conclusions:
        return []  # a review concludes better than the first of its many figures tells
    return [f for f in primary or found if f.outcome == (primary or found)[0].outcome]


def better(findings: Sequence[Finding]) -> str:
    """The treatment that did better in a comparison of two, as its arm calls it; empty where that is not shown."""
    shown = (f for f in findings if f.favours == "benefit" and f.significant and f.arms and not f.arms[0].control)
    arm = next((f.arms[0].arm for f in shown), "")
    named = [m.term.label for m in vocabulary.load().find(arm) if m.term.semantic == "drug"]
    if len(named) > 1:
        return wording.lower(wording.bare(arm))  # a combination goes by its own name, and not by its comparator's
    return wording.lower(named[0]) if named else ""


def tell(draft: Draft, context: Context, appraisal: Appraisal, level: str, *, called: str = "") -> None:
    """What a study of one treatment found: on the outcome asked about, else its first; else its conclusion. `called` is
    the name under which it is told of, where that is another than the study's own."""
    name = called or treatment(appraisal)
    if whole(context):
        findings = main(context, appraisal)
        name = called or better(findings) or name
    else:
        findings = [f for f in relevant_findings(context.question, appraisal) if is_asked(context.question, f.outcome)]
        findings = findings or (main(context, appraisal) if ill(context) or on_complaint(context, appraisal) else [])
    findings = [f for f in findings if not of_factor(f, name) and shown_of.result(f, appraisal, name)] if name else []
    top = on_top(appraisal) if context.drugs else None
    marks = [*(["tried on top of other treatment"] if top else []), *([f"{level} certainty"] if level else [])]
    opening = f"{name} ({'; '.join(marks)}" if marks else name
    _, text, plain, spans = told(appraisal, findings[:3] if name else (), most=1, opening=opening)
    if text:
        spans = (*spans, top) if top else spans
        spans = (*spans, *(arm.span for arm in appraisal.study.arms if arm.span and arm.name in name))
        draft.add(text, Kind.FINDING, spans, plain=plain, directness=appraisal.directness.note)
        return
    sentences = [s for s in appraisal.results if on_outcome(context, s, figures=False) and not silent(s)]
    on_it = whole(context) or (not sentences and on_complaint(context, appraisal))
    concluded = best_conclusion(appraisal, context.question) if on_it else None
    none = bool(context.drugs) and not _felt(context)  # that something does not help a complaint is worth knowing
    if concluded is not None and none and shown_of.denied(concluded):
        return
    if concluded is not None and shown_of.named_in(concluded, appraisal, name):
        quote(draft, appraisal, concluded, "concludes", opening=name)
        return
    for span in [s for s in sentences if name and shown_of.sentence(s, appraisal, name)][:1]:
        quote(draft, appraisal, span, opening=name)


def _felt(context: Context) -> bool:
    asked = (*context.question.having(Role.OUTCOME), *context.question.having(Role.POPULATION))
    return any(c.semantic == "symptom" for c in asked)


def nothing(context: Context, appraisal: Appraisal) -> bool:
    """Whether a study detected no effect in any outcome that would be told of it, or a worse one than without."""
    found = main(context, appraisal) if whole(context) else relevant_findings(context.question, appraisal)
    told_of = [f for f in found if not f.harm and (whole(context) or is_asked(context.question, f.outcome))]
    return bool(told_of) and all(f.direction is Direction.NONE_DETECTED or f.favours == "harm" for f in told_of)


_ON_TOP: Final = expression(
    r"\b(?:on top of|added to|in addition to|add-on (?:to|therapy|treatment)|adjunct(?:ive)? (?:to|therapy|treatment)"
    r"|alongside|background)\b[^.;]{0,50}\b(?:treatments?|therap(?:y|ies)|care|drugs?|medications?|inhibitors?|statins?)\b"
    r"|\badd-on\b|\badjunctive\b",
    re.IGNORECASE,
)


def on_top(appraisal: Appraisal) -> Span | None:
    """The words by which a study says that everybody in it got other treatment besides."""
    for section in appraisal.record.evidence_sections:
        if section.kind in (SectionKind.TITLE, SectionKind.ABSTRACT) and (found := _ON_TOP.search(section.text)):
            return Span(appraisal.record, section.id, found.start(), found.end())
    return None
