"""Bottom line: what a busy clinician could stop reading at. Size, direction, certainty, and the danger that matters."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import (
    Draft,
    best_conclusion,
    best_results,
    certainty,
    evidence_size,
    nothing,
    quote,
    source_name,
)
from probatum.apply.effects import Effect, effect_of, effect_words
from probatum.apply.outcomes import OutcomeGroup, graded_studies
from probatum.apply.selection import known
from probatum.model import About, DirectiveAction, Kind, Section, Span

MOST_OUTCOMES = 2


def compose(context: Context) -> Section:
    """Up to two outcomes with size and certainty, one that showed nothing, and the safety that comes first."""
    draft = Draft("bottom_line", "Bottom line")
    told_groups = _effects(draft, context) if context.treatable or known(context.question) else ()
    if not told_groups and context.answering:
        _conclusion(draft, context)
    elif told_groups:
        _course(draft, context, told_groups)
    if context.drug_like and (told_groups or context.answering):
        _safety(draft, context)
    if not draft:
        _nearest(draft, context)
    return draft.section(nothing(context, "studies that answer this question"))


def _effects(draft: Draft, context: Context) -> tuple[OutcomeGroup, ...]:
    """One sentence for each of the first outcomes whose effect can be said; returns those told."""
    done: list[OutcomeGroup] = []
    asked = [g for g in context.groups if g.asked] or list(context.groups[:1])
    for group in asked:
        effect = effect_of(group, context)
        if effect is None or len(done) == MOST_OUTCOMES:
            continue
        _say(draft, context, group, effect)
        done.append(group)
    return tuple(done)


def _say(draft: Draft, context: Context, group: OutcomeGroup, effect: Effect) -> None:
    studies = graded_studies(group)
    sized, calculation, spans = evidence_size(studies)
    level = group.certainty.level.value if group.certainty else ""
    words = effect_words(effect, group, context)
    rated = f"{level} certainty: {sized}" if level else sized
    draft.add(
        f"{words.text} ({rated})",
        Kind.FINDING,
        [*effect.spans, *spans],
        plain=f"{words.plain} ({_sure(level)}{sized})",
        calculation=calculation,
        directness=_directness(group),
    )


def _sure(level: str) -> str:
    """Certainty in plain words."""
    said = {
        "high": "we are sure of this",
        "moderate": "we are fairly sure of this",
        "low": "we are not very sure of this",
        "very low": "we are very unsure of this",
    }.get(level, "")
    return f"{said}, {level} certainty: " if said else ""


def _directness(group: OutcomeGroup) -> str:
    notes = {i.appraisal.directness.note for i in group.items}
    return next(iter(notes)) if len(notes) == 1 else ""


def _course(draft: Draft, context: Context, done: Sequence[OutcomeGroup]) -> None:
    """One further outcome on which nothing was detected, when it is the disease itself or was primary."""
    for group in context.groups:
        effect = effect_of(group, context)
        if group in done or effect is None or effect.direction != "none":
            continue
        studies = tuple({i.finding.record: i.appraisal.study for i in group.items}.values())
        _, _, spans = evidence_size(studies)
        words = effect_words(effect, group, context)
        draft.add(words.text, Kind.FINDING, [*effect.spans, *spans], plain=words.plain)
        return


def _conclusion(draft: Draft, context: Context) -> None:
    """Where no effect can be computed: the best source's own conclusion, quoted, then how sure it is."""
    appraisal = context.answering[0]
    span = best_conclusion(appraisal, context.question)
    results = best_results(appraisal, context.question, 1)
    if span is not None:
        quote(draft, appraisal, span, "concludes")
    elif results:
        quote(draft, appraisal, results[0])
    if context.overall is not None:
        certainty(draft, context.overall, (appraisal.study,), [s for s in (span, *results) if s], "this answer")


def _safety(draft: Draft, context: Context) -> None:
    """Off-label use, boxed warning and the first contraindication, in one sentence."""
    parts: list[str] = []
    spans: list[Span] = []
    indicated = context.directives(DirectiveAction.INDICATED)
    if indicated and not any(context.indicated_for_this(d) for _, d in indicated):
        sources = wording.join(list(dict.fromkeys(source_name(a.record) for a, _ in indicated)))
        parts.append(f"use for this is off-label ({sources})")
        spans.extend(d.span for _, d in indicated)
    boxed = context.directives(DirectiveAction.BOXED_WARNING)
    if boxed:
        parts.append(f"the {source_name(boxed[0][0].record)} carries a boxed warning")
        spans.append(boxed[0][1].span)
    barred = [(a, d) for a, d in context.directives(DirectiveAction.CONTRAINDICATED) if a is context.labels[0]][:2]
    if barred:
        conditions = "; and in ".join(_bare(d.text) for _, d in barred)
        parts.append(f"it is contraindicated in {conditions}")
        spans.extend(d.span for _, d in barred)
    if parts:
        text = wording.join(parts)
        draft.add(text, Kind.DIRECTIVE, spans, plain=_plain_safety(text))


def _plain_safety(text: str) -> str:
    text = text.replace("use for this is off-label", "it is not officially approved for this use")
    text = text.replace("carries a boxed warning", "carries the strongest kind of safety warning (a boxed warning)")
    return text.replace("it is contraindicated in", "it must not be used in")


def _bare(text: str) -> str:
    """The condition of a contraindication without the words that introduce it."""
    lowered = wording.lower(text.rstrip(". "))
    for lead in ("contraindicated in the presence of ", "contraindicated in patients with ", "contraindicated in "):
        if lead in lowered.lower():
            return lowered[lowered.lower().index(lead) + len(lead) :]
    return lowered


def _nearest(draft: Draft, context: Context) -> None:
    """No study answers: say so, and name the nearest ones."""
    near = context.about(About.ALTERNATIVE, About.SAFETY, About.BACKGROUND)[:2]
    if near:
        draft.add(
            f"{context.searched}: no study that answers this question was found; what is nearest stands below",
            Kind.ABSENCE,
        )
