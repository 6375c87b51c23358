"""Overdosed: what labels say of too much of a medicine, of one dose too many, and of what is given against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply import missed, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Span
from probatum.text import sentences
from probatum.text.expressions import caseless

OVERDOSAGE: Final = "34088-5"
"""LOINC code of a label's section on overdosage."""
MOST: Final = 2
_TOO_MUCH: Final = caseless(r"\b(?:over-?dos\w*|poisoning|antidote)\b")
_HOW: Final = (DirectiveAction.MONITOR, DirectiveAction.DOSE)


def say(draft: Draft, context: Context) -> Draft:
    """What the medicine's own label says of too much of it, then the antidote: what for, when, how much."""
    _say_too_much(draft, context)
    for appraisal, items in antidotes(context):
        rows = [(appraisal, item) for item in items]
        directives(draft, rows[:1], "Antidote", "What is given against it in hospital")
        directives(draft, rows[1:], "When and how much", "When and how it is given")
    return draft


def say_doubled(draft: Draft, context: Context) -> None:
    """What the label says of a dose that is not to be doubled, and of too much of the medicine."""
    rows = [row for row in missed.rows(context) if _NOT_DOUBLED.search(row[1].text)]
    directives(draft, rows[:1], "Doubling", "On doubling a dose")
    _say_too_much(draft, context)


_NOT_DOUBLED: Final = caseless(r"\bdoubl\w+|\btwo doses\b|\bextra\b")


def _say_too_much(draft: Draft, context: Context) -> None:
    """What the medicine's own label says of too much of it, as a direction and under that heading."""
    given = {a.record.id for a, _ in antidotes(context)}
    rows = [(a, d) for a in context.labels for d in a.directives if _TOO_MUCH.search(d.text)]
    own = [row for row in rows if row[0].record.id not in given][:MOST]
    directives(draft, own, "Overdose", "Too much of it")
    for appraisal, span in _sections(context):
        said = " ".join(span.quote.split())
        plain = f"Its official label says: \u201c{said}\u201d"
        draft.add(f"{source_name(appraisal)}: \u201c{said}\u201d", Kind.QUOTED, (span,), plain=plain)


def _sections(context: Context) -> Iterator[tuple[Appraisal, Span]]:
    """The first sentence of each label's section on overdosage."""
    for appraisal in context.labels:
        section = next((s for s in appraisal.record.sections if s.code == OVERDOSAGE and s.text.strip()), None)
        if section is not None:
            start, end = sentences.split(section.text[:2_000])[0]
            yield appraisal, Span(appraisal.record, section.id, start, end)


def antidotes(context: Context) -> Iterator[tuple[Appraisal, list[Directive]]]:
    """Labels of other drugs that are for an overdose of this one, asked about beside it or not: their use, then when
    and how much of it is given."""
    for appraisal in (*context.labels, *context.other_labels):
        use = [d for d in appraisal.directives if d.action is DirectiveAction.INDICATED and _against(d, context)]
        if use:
            how = [d for d in appraisal.directives if d.action in _HOW and _TOO_MUCH.search(d.text)]
            early = [d for d in appraisal.directives if d.action in _HOW and d not in how and _WHEN.search(d.text)]
            yield appraisal, [use[0], *how[: MOST + 1], *early[:1]]


def _against(item: Directive, context: Context) -> bool:
    taken = (drug for drug in context.drugs if drug.lower() != item.drug.lower())
    named = any(wording.stands_in(drug, item.text.lower()) for drug in taken)
    return named and _TOO_MUCH.search(item.text) is not None


_WHEN: Final = caseless(r"\b\d+(?: to \d+)? hours?\b")
