"""Aiming: to what a value is brought, where just that is asked: the sentence of a guideline that gives the target for
people like these, and that none is held where none is."""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted import by_part
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Concept, Kind, RecordKind, Role
from probatum.text import ages, targets, words
from probatum.text.expressions import caseless

MOST: Final = 2
_ILL: Final = ("condition", "symptom")
_ADVISORY: Final = (RecordKind.GUIDELINE, RecordKind.LABEL)
_WHOSE: Final = (Role.POPULATION, Role.OUTCOME)
_NOT_WHOSE: Final = ("drug", "test")
OF_IT, OF_MEASURE, OF_OTHERS = range(3)
"""Whom a target is for: people with the illness that is told; with that which the measure is of; with another."""


def measure(context: Context) -> targets.Measure | None:
    """The measure whose target is asked for, of no treatment that is weighed and in no danger; None else."""
    question = context.question
    if question.danger or question.having(Role.COMPARATOR) or question.patient.values:
        return None
    return targets.asked(question.typed) or targets.asked(question.read)


def asked(context: Context) -> bool:
    """Whether a target is asked for."""
    return measure(context) is not None


@once
def told(context: Context) -> tuple[tuple[int, Salient], ...]:
    """The sentences that give one, for whom each is, those for people like these first."""
    of = measure(context)
    if of is None:
        return ()
    made: list[tuple[int, Salient]] = []
    for source in context.appraisals:
        for one in sentences_in(source.record) if source.record.kind in _ADVISORY else ():
            text = one.span.quote
            if targets.told(text, of) and quotable(one.span) and _fits(text, context):
                made.append((_whom(text, context, of), Salient(source, one.span, 1.0, words.stems(text))))
    return tuple(sorted(made, key=lambda pair: pair[0]))


def _fits(text: str, context: Context) -> bool:
    """Whether a target is for somebody of that age and sex, pregnant or not as the patient is."""
    patient = context.question.patient
    if not sexes.fits(text, patient) or bool(fitting.PREGNANT.search(text)) != bool(patient.pregnancy):
        return bool(_gestational(context)) and bool(fitting.PREGNANT.search(text))
    years, limit = fitting.age(patient), ages.limits(text)
    both = _BOTH.search(text) is not None  # a sentence that gives one for each side of an age is for everybody
    return years is None or limit is None or both or years.meets(limit)


_BOTH: Final = caseless(r"\bbelow \d+ years\b.*\bfrom \d+ years\b")


def _gestational(context: Context) -> list[Concept]:
    return [c for c in _ills(context) if fitting.PREGNANT.search(c.label)]


def _ills(context: Context) -> list[Concept]:
    return [c for c in context.question.concepts if c.semantic in _ILL and c.id]


def _whom(text: str, context: Context, of: targets.Measure) -> int:
    if fitting.names_one(text, tuple(c.names for c in _ills(context))):
        return OF_IT
    ills = {m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "condition"}
    ills -= {c.label for c in context.question.concepts}
    return OF_OTHERS if ills - {of.illness} else OF_MEASURE


def say(draft: Draft, context: Context) -> None:
    """The target for people like these; else that of the measure's own illness, with that nothing tells of theirs; else
    that nothing does, and the nearest."""
    of, every = measure(context), told(context)
    if of is None:
        return
    ills = [c for c in _ills(context) if c.label != of.illness]
    told_of = [c for c in context.question.concepts if c in ills or (c.role in _WHOSE and not of.named.search(c.text))]
    names = wording.join(list(dict.fromkeys(wording.spelled(c) for c in told_of if c.semantic not in _NOT_WHOSE)))
    whose = (f" for {names} by itself" if every else f" for {names}") if names else ""
    best = every[0][0] if every else OF_OTHERS
    if not every or (best is not OF_IT and ills) or best is OF_OTHERS:
        near = "; the nearest is for other people" if every else ""
        draft.add(
            f"no source that is held {of.sought}{whose}{near}",
            Kind.ABSENCE,
            plain=f"we found nothing that {of.sought if of.paced else f'tells the right {of.name}'}{whose}{near}",
        )
    for whom, one in every[:MOST]:
        if whom == best:
            by_part.tell(draft, one)
