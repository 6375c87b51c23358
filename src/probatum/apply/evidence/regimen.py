"""Regimen: the doses that an arm was given, whole. A loading dose alone is not the dose that was studied.

`180 mg at once, then 90 mg twice daily` is read as one regimen from the characters of its arm; where a source tells
only the first dose, it is called so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.model import Arm, Span, Study
from probatum.text import doses
from probatum.text.expressions import expression

_FIRST: Final = expression(
    r"\b(?:at once|loading|stat|bolus|as a single (?:dose|bolus)|initially|on day 1|on the first day)\b", re.IGNORECASE
)
_GOES_ON: Final = expression(r"^[\s,;)]*(?:and )?(?:then|followed by|thereafter|after which)\s+", re.IGNORECASE)
LOADING: Final = "first dose of "
"""How a dose is named after which no other is told."""


def arms(study: Study) -> tuple[Arm, ...]:
    """The arms of a study, each with its whole regimen; without doses where an arm is called by figures alone, as in
    `200, 500 or 1500 mg`: then not all doses were read, and one of them is not the dose of the study."""
    if any(arm.drug and not _WORD.search(arm.drug) for arm in study.arms):
        return tuple(msgspec.structs.replace(arm, dose="", dose_per_day="") for arm in study.arms)
    found = [whole(arm) for arm in study.arms]
    return tuple(
        msgspec.structs.replace(arm, dose="", dose_per_day="") if _within(arm, found) else arm for arm in found
    )


def _within(arm: Arm, others: Sequence[Arm]) -> bool:
    """Whether the dose of an arm is the second of the two that another arm of the same drug is told with."""
    return bool(arm.dose) and any(o.dose.endswith(f" or {arm.dose}") and o.drug == arm.drug for o in others)


_WORD: Final = expression(r"[^\W\d_]{3,}")


def whole(arm: Arm) -> Arm:
    """The arm with the doses that follow its loading dose; other arms as they are."""
    if (both := _first_of_two(arm)) is not arm:
        return both
    if (either := _one_of_two(arm)) is not arm:
        return either
    if not arm.dose or not _FIRST.search(arm.dose) or arm.dose.startswith(LOADING):
        return arm
    said = arm.span.quote
    at = said.find(arm.dose)
    goes_on = _GOES_ON.match(said[at + len(arm.dose) :]) if at >= 0 else None
    if goes_on is None:
        return msgspec.structs.replace(arm, dose=f"{LOADING}{arm.dose}")
    rest = at + len(arm.dose) + goes_on.end()
    following = [d for d in doses.read(said) if d.start >= rest][:1]
    if not following or following[0].start - rest > 1:
        return msgspec.structs.replace(arm, dose=f"{LOADING}{arm.dose}")
    dose = following[0]
    total = (
        f"{dose.daily_total:g} {dose.unit}/day"
        if dose.daily_total and dose.frequency_per_day != 1 and not dose.varies
        else ""
    )
    return msgspec.structs.replace(arm, dose=said[at : dose.end], dose_per_day=total)


_THEN: Final = expression(
    r"^(?: as an? (?:single )?(?:bolus|loading dose|infusion)"
    r"| over (?:\d[\d.]*|one|two|ten|thirty) (?:minutes|hours?)"
    r"| (?:on|for) (?:day (?:1|one)|the first (?:day|dose)|1 day|one day)| at once| immediately)?"
    r"[,;]? (?:then|followed by|(?:and )?(?:adjusted|titrated"
    r"|increased|raised|reduced)(?: up| down)?(?: over (?:up to )?[\w-]+ (?:days|weeks|months))? to(?: at most"
    r"| a maximum of| up to| a target of)?) (?=\d)",
    re.IGNORECASE,
)
"""What joins a first dose and the one that follows it."""
_OVER: Final = expression(r"^ over (?:\d[\d.]*|one|two|three|four|eight|ten) (?:minutes|hours)\b", re.IGNORECASE)


def _first_of_two(arm: Arm) -> Arm:
    """The arm with the dose that its sentence says the first was followed by: `1 g as a bolus, then 1 g over 8 hours`;
    `10 mg once daily, adjusted to at most 30 mg once daily`."""
    text = arm.span.source_section.text
    at = text.find(arm.dose, arm.span.start) if arm.dose else -1
    behind = at + len(arm.dose)
    found = _THEN.match(text[behind : behind + 120]) if 0 <= at <= arm.span.end else None
    if found is None or _FIRST.search(arm.dose):
        return arm
    start = behind + found.end()
    following = next((d for d in doses.read(text[start : start + 60]) if not d.start), None)
    if following is None:
        return arm
    end = start + following.end
    over = _OVER.match(text[end:])
    end += over.end() if over else 0
    span = Span(arm.span.source, arm.span.section, arm.span.start, max(arm.span.end, end))
    return msgspec.structs.replace(arm, dose=text[at:end], dose_per_day="", span=span)


_OR: Final = expression(r"^ or (?=\d)")


def _one_of_two(arm: Arm) -> Arm:
    """The arm with both of two amounts of which the second has the way and the times: `50 mg or 100 mg into a vein
    every 6 hours`; one of them without these is no dose to give."""
    text = arm.span.source_section.text
    at = text.find(arm.dose, arm.span.start) if arm.dose else -1
    behind = at + len(arm.dose)
    found = _OR.match(text[behind : behind + 8]) if 0 <= at <= arm.span.end else None
    alone = doses.read(arm.dose)
    if found is None or len(alone) != 1 or alone[0].frequency_per_day is not None:
        return arm
    start = behind + found.end()
    second = next((d for d in doses.read(text[start : start + 90]) if not d.start), None)
    if second is None or second.frequency_per_day is None:
        return arm
    end = start + second.end
    span = Span(arm.span.source, arm.span.section, arm.span.start, max(arm.span.end, end))
    return msgspec.structs.replace(arm, dose=text[at:end], dose_per_day="", span=span)
