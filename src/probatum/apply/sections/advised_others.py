"""Advised others: what guidelines advise in the place of the treatment, behind it or against, and where they differ."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply.choices import (
    at_a_value,
    eases,
    only_some,
    options,
    own_alone,
    rivals,
    same_aim,
    suiting,
    way_of_care,
)
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.sections import begun
from probatum.apply.selection import is_open
from probatum.apply.together.conflicting import conflicts, recommendations
from probatum.model import Directive, DirectiveAction, Kind, Span
from probatum.text import doses
from probatum.text.expressions import expression

MOST_GUIDELINES: Final = 8


def say(draft: Draft, context: Context) -> None:
    """What guidelines recommend of others, then what they have given beside it against pain or fever."""
    told_already = {s for _, _, *items in conflicts(context) for s in (i.span for i in items)}
    every = [r for r in recommendations(context) if rivals.of_that_time(r[1].text, context)]
    every = [
        r for r in every if not (options.of_the_pregnant(r[1], context) or options.of_what_brings_it(r[1], context))
    ]
    every = [
        r for r in every if not own_alone.advises(r[1], context) and not way_of_care.of_the_young(r[1].text, context)
    ]
    every = [r for r in every if not at_a_value.for_another(r[1].text, context)]
    every.sort(key=lambda r: not same_aim.of_the_degree(r[1].text, context))
    ours = [r for r in every if _chosen_for(r[1], context)]
    every = [*ours, *(r for r in every if r not in ours)][:MOST_GUIDELINES]
    rows = [r for r in every if r[1].span not in told_already] or every
    beside = [r for r in rows if eases.beside(r[1].text, context)]
    rows = [r for r in rows if r not in beside and not _of_it_alone(r[1], context)]
    own = begun.names(context)
    told_here = {span for one in draft.statements if not one.layer for span in one.supports}
    rows = [r for r in rows if r[1].span not in told_here and not _of_no_treatment(r[1])]
    rows = [r for r in rows if not (options.named(r[1]) and own.issuperset(options.named(r[1])))]
    first = 2 if is_open(context.question) or len(ours) > 1 else 1
    directives(
        draft, [r for r in rows if r[1].action is DirectiveAction.RECOMMENDED], "Guideline", "A guideline", first=first
    )
    eased = [r for r in beside if r[1].action is DirectiveAction.RECOMMENDED and r[1].span not in told_here][:1]
    directives(draft, eased, "Beside it, and not in its place", "Beside it")


def _of_it_alone(item: Directive, context: Context) -> bool:
    """Whether advice is on what is asked about and names nothing else: that is no alternative to itself."""
    own = {name.lower() for name in (*context.drugs, *context.named)}
    return context.names_intervention(item.text) and own.issuperset(name.lower() for name in options.named(item))


def _of_no_treatment(item: Directive) -> bool:
    """Whether advice is on a test, a referral or a visit, and on nothing that is given: its place is in the path."""
    return not options.named(item) and _NOT_GIVEN.search(item.text) is not None


_NOT_GIVEN: Final = expression(
    r"\b(?:urine sample|be referred|referral|reassess\w*|reviewing|be (?:measured|recorded|taken to hospital))\b",
    re.IGNORECASE,
)


def _chosen_for(item: Directive, context: Context) -> bool:
    """Whether advice names a treatment with its dose, other than the one asked about, for the very state that the
    patient tells of: that answers what is given instead."""
    named = [n for n in options.named(item) if n not in context.drugs]
    return bool(named and doses.read(item.text)) and bool(suiting.for_state_named(item, context))


def say_later(draft: Draft, context: Context) -> None:
    """What the guideline of the illness has where the first choice fails or may not be had, in its own words."""
    told = [span for one in draft.statements if not one.layer for span in one.supports]
    for one in way_of_care.later(context)[:MOST_LATER]:
        own = one.span
        if any((s.record, s.section) == (own.record, own.section) and _overlap(s, own) for s in told):
            continue
        said = " ".join(own.quote.split())
        draft.add(f"{source_name(one.appraisal)}: \u201c{said}\u201d", Kind.QUOTED, (own,))


MOST_LATER: Final = 2


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def against(draft: Draft, context: Context) -> None:
    """What guidelines advise against in the problem."""
    told_already = {s for _, _, *items in conflicts(context) for s in (i.span for i in items)}
    rows = [r for r in list(recommendations(context))[:MOST_GUIDELINES] if r[1].span not in told_already]
    rows = [r for r in rows if not way_of_care.of_the_young(r[1].text, context)]
    rows = [r for r in rows if not only_some.leaves_out(r[1].text, context)]
    rows = [r for r in rows if rivals.of_that_time(r[1].text, context) and not _told_barred(draft, r[1], context)]
    directives(
        draft,
        [r for r in rows if r[1].action is DirectiveAction.NOT_RECOMMENDED],
        "Guideline, against",
        "A guideline is against it",
        first=1,
    )


def _told_barred(draft: Draft, item: Directive, context: Context) -> bool:
    """Whether advice against a treatment is what bars it for this patient, and that is said there of it by name."""
    told = " ".join(one.text for one in draft.statements).lower()
    said = [name for name in options.named(item) if f"{name.lower()} is advised against" in told]
    return any((row := rivals.barred(name, context)) is not None and row[1] is item for name in said)


def say_conflicts(draft: Draft, context: Context) -> None:
    """Conflicts about any drug."""
    for drug, text, item, against in conflicts(context):
        if drug in context.drugs:
            continue  # the bottom line says it
        draft.add(text, Kind.DIRECTIVE, (item.span, against.span))
