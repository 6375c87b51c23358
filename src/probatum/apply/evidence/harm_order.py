"""Harm order: which harms a reader meets first, and what harm a higher dose did.

A share in one group says little of a medicine; the same share beside that of another group says what it adds. So what
was counted in two arms comes before what was counted in one, then what differed, then what made people stop or was
serious (CONSORT Harms 2022, doi:10.1136/bmj-2022-073725: harms by arm, with those that led to stopping).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from probatum.model import Appraisal, Arm, Direction, Finding, Intent, Question, Span
from probatum.text.expressions import caseless

HARM: Final = caseless(
    r"\b(?:adverse|side[- ]effects?|toxicit\w+|discontinu\w+|withdr\w+|dropped out|tolerat\w+|serious (?:\w+ )?(?:event"
    r"|reaction|infection|bleed\w*|harm)s?|safety (?:events?|outcomes?|end ?-?points?|concerns?|signals?))\b"
)
"""Words of harm. Deaths are none of them: they are an outcome, and told as one."""
DEATH: Final = caseless(r"\b(?:deaths?|died|mortality)\b")
STOPPING: Final = caseless(
    r"\b(?:discontinu\w+|withdr(?:e?w\w*|awals?)|stopp(?:ed|ing)|dropp?(?:ed|ing)?[- ]?outs?)\b(?! rules?\b)"
)
"""An outcome that tells how many could not go on with it."""


_NAMED: Final = caseless(
    r"\b(?:harm\w*|adverse|side[- ]effects?|unwanted|safe\w*|unsafe|danger\w*|toler\w+|toxic\w*|bleed\w*|ha?emorrhag\w*"
    r"|deaths?|died|mortality|fatal|serious|severe|discontinu\w+|withdr\w+|dropouts?|stopp\w+|risks?|complications?"
    r"|reactions?|injur\w+|overdos\w+|poison\w*|malformations?|cancer|falls?|fractures?|seizures?|rash\w*|diarrh\w+"
    r"|cough|hypo\w+|hyper\w+|thrombo\w+|infections?|suicid\w+|depend\w+|addict\w+)\b"
)


def named(text: str) -> bool:
    """Whether a text names a harm of any sort."""
    return _NAMED.search(text) is not None


def asked_as_such(question: Question) -> bool:
    """Whether harms are asked about, and neither one of them nor an illness by name."""
    return alone(question) and not any(c.semantic in ("condition", "symptom") for c in question.concepts)


def befell(span: Span, appraisal: Appraisal) -> bool:
    """Whether a result tells what befell those who were treated: who stopped for dizziness was not treated for it."""
    if HARM.search(span.quote) or STOPPING.search(span.quote):
        return True
    return any(finding.harm and finding.sentence == span for finding in appraisal.findings)


def compared(finding: Finding) -> bool:
    """Whether it tells two arms apart: results of both, or an estimate between them."""
    told = [a for a in finding.arms if a.value is not None or a.events is not None]
    return len(told) > 1 or (finding.estimate is not None and bool(finding.comparator or finding.interval))


def rank(finding: Finding, names: Callable[[str], bool]) -> tuple[bool, bool, bool, bool]:
    """Least first: counted in both arms, in the first of them what is asked about (`names` tells whether a text names
    it), told apart by a test, serious or made people stop."""
    grave = finding.serious or STOPPING.search(finding.outcome) is not None
    other = len(finding.arms) > 1 and not names(finding.arms[0].arm) and names(finding.arms[1].arm)
    return not compared(finding), other, not finding.significant, not grave


def tells(text: str) -> bool:
    """Whether a text has a word for harm, or for deaths."""
    return bool(HARM.search(text) or DEATH.search(text))


def alone(question: Question) -> bool:
    """Whether it is asked what a treatment may do to people, and of no outcome; in pregnancy and breast-feeding it is
    asked whether it may be, and what is preferred answers that."""
    mothers = question.patient.pregnancy or question.patient.breastfeeding
    return question.intent is Intent.HARM and not (question.outcome or mothers) and bool(question.intervention)


def made_stop(finding: Finding) -> bool:
    """Whether more people stopped in the first arm than in the other, by a test."""
    found = STOPPING.search(finding.outcome) is not None and finding.significant is True
    if not found or len(finding.arms) != 2 or finding.arms[0].control:
        return False
    first, other = (a.value.value if a.value is not None else None for a in finding.arms)
    return finding.direction is Direction.HIGHER or (first is not None and other is not None and first > other)


def of_dose(finding: Finding, arm: Arm, drug: str) -> bool:
    """Whether the first arm of a finding is one that was given this dose."""
    amount = arm.dose.removeprefix(drug).strip().lower()
    return bool(amount and finding.arms) and amount in finding.arms[0].arm.lower()
