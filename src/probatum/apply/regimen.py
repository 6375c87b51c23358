"""Regimen: the doses that an arm was given, whole. A loading dose alone is not the dose that was studied.

`180 mg at once, then 90 mg twice daily` is read as one regimen from the characters of its arm; where a source tells
only the first dose, it is called so.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Arm, Study
from probatum.text import doses
from probatum.text.expressions import expression

_FIRST: Final = expression(
    r"\b(?:at once|loading|stat|bolus|as a single (?:dose|bolus)|initially|on day 1|on the first day)\b", re.IGNORECASE
)
_GOES_ON: Final = expression(r"^[\s,;)]*(?:and )?(?:then|followed by|thereafter|after which)\s+", re.IGNORECASE)
LOADING: Final = "first dose of "
"""How a dose is named after which no other is told."""


def arms(study: Study) -> tuple[Arm, ...]:
    """The arms of a study, each with its whole regimen."""
    return tuple(whole(arm) for arm in study.arms)


def whole(arm: Arm) -> Arm:
    """The arm with the doses that follow its loading dose; other arms as they are."""
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
    total = f"{dose.daily_total:g} {dose.unit}/day" if dose.daily_total and dose.frequency_per_day != 1 else ""
    return msgspec.structs.replace(arm, dose=said[at : dose.end], dose_per_day=total)
