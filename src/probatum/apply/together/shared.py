"""Shared: harms that the label of what is asked about and the label of a medicine that is taken both warn of.

No label names every other medicine that prolongs the QT interval. Where that of A warns of A `with other drugs that
prolong it`, and that of B says that B does, the two are told together, each in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, RecordKind
from probatum.text.expressions import caseless

_HARMS: Final[tuple[tuple[str, str, re.Pattern[str]], ...]] = (
    ("prolongation of the QT interval", "a change of the heart rhythm (long QT)", caseless(r"\bQT\b|\btorsades?\b")),
    ("serotonin syndrome", "serotonin syndrome", caseless(r"\bserotonin syndrome\b")),
    (
        "sedation and slowed breathing",
        "sleepiness and slow breathing",
        caseless(r"\brespiratory depression\b|\bslow(?:ed)? breathing\b|\bsedation\b"),
    ),
    ("hyperkalaemia", "too much potassium in the blood", caseless(r"\bhyperkal(?:a?)emia\b|\bserum potassium\b")),
)
"""A harm, its everyday name, and the words by which labels tell it."""
_OTHERS: Final = caseless(
    r"\b(?:other )?(?:drugs|medicines|agents|products|depressants|opioids)\b[^.;]{0,40}"
    r"\b(?:that|which|with|such as|also)\b|\bother (?:\w+ ){0,3}(?:drugs|medicines|agents|depressants)\b"
)
"""Wording that leaves open which other medicines are meant."""
_WARNS: Final = (
    DirectiveAction.INTERACTION,
    DirectiveAction.CAUTION,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CONTRAINDICATED,
)


class Shared(NamedTuple):
    """A harm of two medicines, with what each label says of it."""

    harm: str
    easy: str
    own: tuple[Appraisal, Directive]
    taken: tuple[Appraisal, Directive]


def rows(context: Context) -> Iterator[Shared]:
    """Each medicine that is taken, with the first harm that its label and that of what is asked about share."""
    patient = context.question.patient
    asked = set(context.drugs)
    for name in dict.fromkeys(drug.lower() for drug in patient.drugs):
        if name in asked:
            continue
        found = next(_of(name, context), None)
        if found is not None:
            yield found


def _of(name: str, context: Context) -> Iterator[Shared]:
    beside = [(a, d) for a in _labels(name, context) for d in a.directives if d.action in _WARNS]
    for harm, easy, pattern in _HARMS:
        own = next((r for r in context.directives(*_WARNS) if _open(r[1], pattern, context)), None)
        taken = next((r for r in beside if pattern.search(r[1].text) and not _of_asked(r[1], context)), None)
        if own is not None and taken is not None:
            yield Shared(harm, easy, own, taken)


def _open(item: Directive, pattern: re.Pattern[str], context: Context) -> bool:
    """Whether a direction warns of a harm with other medicines, and names none that is taken: that is told anyway."""
    named = fitting.names_taken(item.text, context.question.patient)
    return pattern.search(item.text) is not None and _OTHERS.search(item.text) is not None and not named


def _of_asked(item: Directive, context: Context) -> bool:
    return any(wording.stands_in(drug, item.text.lower()) for drug in context.drugs)


def _labels(name: str, context: Context) -> list[Appraisal]:
    every = (*context.appraisals, *context.option_labels)
    held = {a.record.id: a for a in every if a.record.kind is RecordKind.LABEL}
    return [a for a in held.values() if any(d.drug.lower() == name for d in a.directives if d.drug)]


def _first(item: Directive) -> str:
    """What a direction says first, which stands whole under safety."""
    return item.text.partition("; ")[0].rstrip(". ")


def say(draft: Draft, context: Context, most: int) -> None:
    """What both labels say of a harm that they share, once for each medicine that is taken."""
    told = {span for s in draft.statements for span in s.supports}
    for one in list(rows(context))[:most]:
        own, taken = one.own[1], one.taken[1]
        if own.span in told and taken.span in told:
            continue
        names = f"{wording.join(context.named)} with {taken.drug.lower()}, which is taken"
        said = f"{wording.lower(_first(own))} ({source_name(one.own[0])})"
        also = f"{wording.lower(_first(taken))} ({source_name(one.taken[0])})"
        known = own.span in told  # what bars the two names no other: that the one taken is such is still to be said
        text = f"{names}: both labels warn of {one.harm}: {also if known else f'{said}; {also}'}"
        first = "" if known else f" {wording.upper(said)}."
        easy = f"{names}: both can cause {one.easy}.{first} {wording.upper(also)}"
        draft.add(text, Kind.DIRECTIVE, (own.span, taken.span), plain=easy)
