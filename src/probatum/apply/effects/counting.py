"""Counting: which findings of an outcome tell an effect of what was asked about, on the people asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.effects import own_arm
from probatum.apply.evidence import arms, standing
from probatum.apply.evidence.outcomes import OutcomeGroup, Told
from probatum.apply.once import once_for
from probatum.apply.quoted.choosing import spelled
from probatum.model import Measure, Role
from probatum.text import words
from probatum.text.expressions import expression


@once_for
def counting(group: OutcomeGroup, context: Context) -> list[Told]:
    """The findings of a group from which an effect of what was asked about can be told."""
    items = [i for i in group.items if _compares(i) and _about_intervention(i, context) and _against(i, context)]
    items = _of_the_people([i for i in items if not arms.stand(i.finding, context.question).apart], context)
    return _at_its_time(_as_allocated(items), group)


_DESCRIPTIVE: Final = (Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.AUC, Measure.PREDICTIVE_VALUE, Measure.KAPPA)


def _compares(item: Told) -> bool:
    """Whether a finding compares the thing asked about with something else, or with its own start."""
    finding = item.finding
    if finding.measure in _DESCRIPTIVE:
        return False
    return (
        bool(finding.comparator)
        or len(finding.arms) >= 2
        or finding.measure in (Measure.CHANGE, Measure.PERCENT_CHANGE)
        or (finding.measure in _RATIOS and bool(finding.arms) and item.appraisal.study.design.randomised)
    )


_RATIOS: Final = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)
"""What sets two arms against each other though a trial's sentence names but one of them."""


def _about_intervention(item: Told, context: Context) -> bool:
    """Whether the finding tells of an effect of what was asked: an arm is called by it, or by no treatment at all."""
    return concerns(item, context) and own_arm.told_of(item.finding, context.question, item.appraisal.study)


_ADJUSTED: Final = expression(
    r"\b(?:adjust(?:ed|ing|ment)|controlling|controlled|accounting) for [^.;()]{3,200}", re.IGNORECASE
)
"""What a result was adjusted for, with the rest of its clause."""
_UNNAMED: Final = expression(
    r"^\d+(?:\.\d+)?\s?(?:mg|g|µg|μg|mcg|ml|IU|units?)\b"
    r"|\b(?:intervention|treatment|treated|study drug|study medication|active|experimental|exposed|therapy)\b",
    re.IGNORECASE,
)


def concerns(item: Told, context: Context) -> bool:
    """Whether the finding is about what was asked: named in its sentence or arm, or the trial's one active arm."""
    finding = item.finding
    if not context.drugs or (finding.arms and finding.arms[0].control):
        return False
    named = " ".join(a.arm for a in finding.arms)
    if len(finding.arms) > 1 and _ADJUSTED.search(finding.sentence.quote):  # what is adjusted for is not compared
        return context.names_intervention(f"{_ADJUSTED.sub(' ', finding.sentence.quote)} {named}")
    if context.names_intervention(f"{finding.sentence.quote} {named}") or context.spells_intervention(
        spelled(finding.sentence)
    ):
        return True
    if not context.names_intervention(item.appraisal.record.title):
        return False
    unnamed = any(_UNNAMED.search(a.arm) for a in finding.arms)
    if unnamed or len(finding.arms) < 2 or not finding.arms[1].control:
        return unnamed
    return own_arm.only(item.appraisal.study, words.stems(finding.arms[0].arm))


def compared(context: Context) -> str:
    """What the question sets against the treatment, where it is a treatment too and not just placebo."""
    return next((wording.lower(c.label) for c in arms.compared_with(context.question)), "")


def _against(item: Told, context: Context) -> bool:
    """Whether a finding sets the treatment against what the question compares it with; True where nothing is."""
    other = compared(context)
    if not other:
        return True
    sides = arms.sides(item.finding)
    if all(sides):  # a trial against placebo says nothing of another drug, though its own treatment is of that kind
        against = sides[0 if arms.stand(item.finding, context.question).turned else 1]
        return bool(arms.held(against, arms.compared_with(context.question)))
    names = [words.stems(n) for c in context.question.having(Role.COMPARATOR) for n in c.names]
    named = " ".join(a.arm for a in item.finding.arms)
    said = words.stems(f"{item.finding.sentence.quote} {item.finding.comparator} {named}")
    return any(name and name <= said for name in names)


def of_part(item: Told, context: Context) -> bool:
    """Whether a result of a part of a study's people is of the very people asked about, who are that part."""
    said = words.parted(item.finding.sentence.quote)
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    names = (words.stems(n) for c in ill for n in c.names)
    part = standing.of(item.finding, item.appraisal.study) == "subgroup"
    return part and bool(item.appraisal.directness.note) and any(name and name <= said for name in names)


def _of_the_people(items: Sequence[Told], context: Context) -> list[Told]:
    """The findings without those of a part of a study's people where it tells of all of them, or of those alone who are
    asked about: what one drug of a class did in a part of the trials is no effect of the class."""
    own = {i.finding.record for i in items if of_part(i, context)}
    kept = [i for i in items if i.finding.record not in own or of_part(i, context)]
    whole = {i.finding.record for i in kept if standing.of(i.finding, i.appraisal.study) != "subgroup"}
    return [i for i in kept if i.finding.record not in whole or standing.of(i.finding, i.appraisal.study) != "subgroup"]


_TIMED: Final = expression(
    r"\b(?:at|by|within|after|to|through|until|on|over) (?:(?:day|week|month|year|hour)s? \d|\d[\d.]*[- ]?(?:\w+ )?"
    r"(?:day|week|month|year|hour))",
    re.IGNORECASE,
)
"""The time at which an outcome was counted."""


def _at_its_time(items: Sequence[Told], group: OutcomeGroup) -> list[Told]:
    """The findings without those of other times than the outcome is named by, in studies that found it at one time and
    not at another: fewer deaths by day 7 are no fewer by day 90."""
    named = {i.finding.record for i in items if i.finding.outcome == group.name}
    missed = {i.finding.record for i in items if i.finding.significant is False}
    found = {i.finding.record for i in items if i.finding.significant}
    apart = named & missed & found if _TIMED.search(group.name) else frozenset[str]()
    return [i for i in items if i.finding.record not in apart or i.finding.outcome == group.name]


_AS_TREATED: Final = expression(r"\b(?:per[- ]protocol|on[- ]treatment|as[- ]treated)\b", re.IGNORECASE)


def _as_allocated(items: Sequence[Told]) -> list[Told]:
    """The findings without those of people as they were treated, where their trial tells of them as allocated: leaving
    the treatment is part of what it does (Cochrane Handbook 2023, chapter 8.2.2)."""
    allocated = {i.finding.record for i in items if not _AS_TREATED.search(i.finding.sentence.quote)}
    return [i for i in items if i.finding.record not in allocated or not _AS_TREATED.search(i.finding.sentence.quote)]
