"""Alternatives: each with its own evidence and certainty; guidelines with country and date; conflicts said."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, best_results, directive, nothing, quote, source_name, told
from probatum.apply.outcomes import relevant_findings
from probatum.model import About, Appraisal, Directive, DirectiveAction, Kind, RecordKind, Section

MOST = 10
FOR = (DirectiveAction.RECOMMENDED, DirectiveAction.INDICATED)
AGAINST = (DirectiveAction.NOT_RECOMMENDED, DirectiveAction.BOXED_WARNING, DirectiveAction.CONTRAINDICATED)


def compose(context: Context) -> Section:
    """Studies of other treatments of the same problem, then guidelines, then where sources disagree."""
    draft = Draft("alternatives", "Alternatives")
    if not context.treatable:
        return draft.section(f"{context.searched}: the question is not about a treatment, so no alternative was found.")
    certainty = dict(context.alternatives)
    for appraisal in studied(context)[:MOST]:
        findings = relevant_findings(context.question, appraisal)[:3]
        level = certainty[appraisal.record.id].level.value if appraisal.record.id in certainty else ""
        _, text, plain, spans = told(appraisal, findings, most=2)
        name = treatment(appraisal)
        if text:
            rated = f" ({level} certainty)" if level else ""
            lead = f"{name}{rated}: " if name else ""
            draft.add(lead + text, Kind.FINDING, spans, plain=lead + plain, directness=appraisal.directness.note)
        else:
            for span in best_results(appraisal, context.question, 1):
                quote(draft, appraisal, span)
    _guidelines(draft, context)
    _conflicts(draft, context)
    asked = context.question.outcome or context.question.population or "this problem"
    return draft.section(nothing(context, f"other treatments of {asked}"))


def studied(context: Context) -> tuple[Appraisal, ...]:
    """Studies and reviews of other treatments."""
    barred = (RecordKind.LABEL, RecordKind.GUIDELINE)
    return tuple(a for a in context.about(About.ALTERNATIVE) if a.record.kind not in barred)


def treatment(appraisal: Appraisal) -> str:
    """Name of the treatment a study tested: from its arms, else from its intervention match, else empty."""
    drug = next((a.drug or a.name for a in appraisal.study.arms if not a.control), "")
    return wording.lower(drug or appraisal.directness.intervention.words)


def _guidelines(draft: Draft, context: Context) -> None:
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            if item.action is DirectiveAction.RECOMMENDED:
                directive(draft, appraisal, item, "Guideline")
            elif item.action is DirectiveAction.NOT_RECOMMENDED:
                directive(draft, appraisal, item, "Guideline, against")


def _all(context: Context) -> Iterable[tuple[Appraisal, Directive]]:
    for appraisal in context.appraisals:
        for item in appraisal.directives:
            if item.drug:
                yield appraisal, item


def _conflicts(draft: Draft, context: Context) -> None:
    """One drug advised by one source and warned against by another: shown side by side, never averaged."""
    wanted: dict[str, tuple[Appraisal, Directive]] = {}
    barred: dict[str, tuple[Appraisal, Directive]] = {}
    for appraisal, item in _all(context):
        if appraisal.record.kind is RecordKind.GUIDELINE and item.action in FOR:
            wanted.setdefault(item.drug.lower(), (appraisal, item))
        if item.action in AGAINST and item.action is not DirectiveAction.CONTRAINDICATED:
            barred.setdefault(item.drug.lower(), (appraisal, item))
    for drug, (appraisal, item) in wanted.items():
        if drug not in barred:
            continue
        other, against = barred[drug]
        if other.record.id == appraisal.record.id:
            continue
        text = (
            f"sources disagree on {drug}: {source_name(appraisal.record)} says “{_quoted(item)}”; "
            f"{source_name(other.record)} says “{_quoted(against)}”"
        )
        draft.add(text, Kind.DIRECTIVE, (item.span, against.span))


def _quoted(item: Directive) -> str:
    return " ".join(item.span.quote.split()).rstrip(". ")
