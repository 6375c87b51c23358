"""Studied doses: what trials gave, as their arms tell it, else the sentence of a source that tells an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from probatum.apply import designs, fitting, wording
from probatum.apply.children import whom
from probatum.apply.choices import options, vetting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.evidence import given_on, regimen, whom_studied
from probatum.apply.evidence.arms import choices
from probatum.apply.patient import by_weight
from probatum.apply.plainly import plain
from probatum.apply.quoted.choosing import is_aim, on_outcome
from probatum.model import Appraisal, Arm, Calculation, Kind, Role, SectionKind, Span
from probatum.text import doses, sentences, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

MOST = 8


def quoted(draft: Draft, context: Context, most: int = 1) -> bool:
    """The sentences by which studies tell the dose that was given, where it could not be read out of their arms: what
    was found of doses first, then how people were allotted; False where none is there."""
    before = len(draft)
    leading = [a for a in context.answering if _of_such_age(a, context)][:MOST_QUOTED]
    for appraisal in sorted(leading, key=lambda a: a.study.design.synthesis):
        if len(draft) - before == most:
            break
        span = next(telling(appraisal, context), None)
        if span is not None:
            quote(draft, appraisal, span, again=bool(before))
    return len(draft) > before


def _recommended(told: Sequence[Span], context: Context) -> Iterator[Span]:
    """A dose that authors recommend, with the sentence before it where that names the drug."""
    for before, span in pairwise(told):
        if not (_RECOMMENDS.search(span.quote) and doses.read(span.quote)) or before.section != span.section:
            continue
        whole = Span(span.source, span.section, before.start, span.end)
        if context.names_intervention(before.quote) and len(whole) <= _LONGEST:
            yield whole


_RECOMMENDS: Final = expression(r"\b(?:is|are|can be|should be) (?:recommended|preferred|sufficient|enough)\b")
MOST_QUOTED: Final = 4
"""Studies among which a sentence that tells a dose is looked for."""
_LONGEST: Final = 420


def telling(appraisal: Appraisal, context: Context) -> Iterator[Span]:
    """Sentences that name what was asked about with a dose, results on what was asked about first."""
    found = (s for s in appraisal.results if context.outcome and on_outcome(context, s))
    told = (
        Span(appraisal.record, section.id, start, end)
        for section in appraisal.record.evidence_sections
        if section.kind is SectionKind.ABSTRACT
        for start, end in sentences.split(section.text)
    )
    every = tuple(told)
    yield from _recommended(every, context)
    for span in (*found, *sorted(every, key=is_aim)):
        if len(span) <= _LONGEST and doses.read(span.quote) and context.names_intervention(span.quote):
            yield span


def studied(draft: Draft, context: Context, appraisal: Appraisal) -> None:
    """The doses of what is asked about in one study, drug by drug."""
    arms = _given(appraisal, context) if _of_such_age(appraisal, context) else []
    for drug in dict.fromkeys(a.drug for a in arms):
        if len(draft) < MOST:
            _studied_of(draft, context, appraisal, [a for a in arms if a.drug == drug])


def _of_such_age(appraisal: Appraisal, context: Context) -> bool:
    """Whether a study tells of children, where the patient is one: what grown-ups were given is no dose of theirs."""
    sections = (s.text for s in appraisal.record.evidence_sections)
    return not whom.is_child(context.question.patient) or any(
        fitting.YOUNG.search(text) for text in (appraisal.record.title, *sections)
    )


def _given(appraisal: Appraisal, context: Context) -> list[Arm]:
    """The arms of a study that got what is asked about, but members of a class that this patient may not have."""
    arms = [a for a in regimen.arms(appraisal.study) if a.dose and not a.control and is_asked(a, context)]
    return [a for a in arms if not context.classes or not a.drug or _may_have(a.drug, context)]


def _may_have(drug: str, context: Context) -> bool:
    return options.allowed(drug.lower(), context) and not vetting.bars(drug.lower(), context)


def _studied_of(draft: Draft, context: Context, appraisal: Appraisal, arms: list[Arm]) -> None:
    """The doses in which one study gave one drug."""
    shown: list[str] = []
    calculation: list[Calculation] = []
    for arm in arms:
        text, sums = _dose(arm)
        weighed, product = by_weight.of_arm(context, arm)
        shown.append(f"{text}{weighed}{given_on.way(arm)}")
        calculation.extend((*sums, *product))
    lead, spans = designs.lead(appraisal.study)
    onward = given_on.further(appraisal, arms[-1])
    name = arms[0].drug or context.drugs[0]
    given = f"{name} {wording.join(list(dict.fromkeys(shown)))}"
    who, whose = whom_studied.people(appraisal, context)
    whom = f" in {who}" if who else ""
    text = f"studied: {given}, in {lead}{whom}"
    easy = f"doses used in studies: {given}; {plain.opening(appraisal.study)}{whom}"
    if onward is not None:
        text, easy = (f"{said}; {given_on.quoted(onward)}" for said in (text, easy))
    draft.add(
        text,
        Kind.FINDING,
        [*(a.span for a in arms), *spans, *whose, *((onward,) if onward is not None else ())],
        calculation=calculation,
        directness=appraisal.directness.note,
        plain=easy,
    )


def is_asked(arm: Arm, context: Context) -> bool:
    """Whether an arm got what was asked about (or the study names no drug): one of several choices, all of what is
    given together."""
    said = words.parted(f"{arm.name} ; {arm.drug}")
    held = [any(own <= said for own in names) for names in _asked(context)]
    together = len(context.drugs) > 1 and not choices(context.question)
    return not arm.drug or (all(held) if together else any(held))


def _asked(context: Context) -> list[tuple[frozenset[str], ...]]:
    """The stems of the names of each intervention asked about, those of the members of a class among them."""
    held = [c for c in context.question.having(Role.INTERVENTION) if c.semantic == "drug"]
    names = [(c.text, c.label, *c.synonyms, *members(c.label)) for c in held] or [(d,) for d in context.drugs]
    return [tuple(own for own in map(words.stems, each) if own) for each in names]


def _dose(arm: Arm) -> tuple[str, tuple[Calculation, ...]]:
    """`150 mg twice daily (300 mg/day)` with frequency x dose as its calculation."""
    if not arm.dose_per_day or arm.dose_per_day in arm.dose:
        return arm.dose, ()
    read = doses.read(arm.dose)
    if not read or not read[0].frequency_per_day or read[0].frequency_per_day == 1:
        return arm.dose, ()
    amount, frequency = read[0].amount, read[0].frequency_per_day
    total = arm.dose_per_day.split(" ")[0]
    return f"{arm.dose} ({arm.dose_per_day})", (Calculation(f"{amount:g} * {frequency:g}", total),)


def daily_total(arm: Arm) -> float:
    """Daily total of an arm in the unit it is given in; infinite when it cannot be computed."""
    read = doses.read(arm.dose_per_day or arm.dose)
    if not read:
        return float("inf")
    return read[0].daily_total or read[0].amount
