"""Per kilogram: how much of a medicine a direction allows for each kilogram in a day, and at a time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import caseless
from probatum.text.limits import FACTORS

_TO: Final = caseless(r" (?:to|-|or) ")
_OFTEN: Final = caseless(
    r"[^.;\d]{0,30}(?:\([^)]{3,30}\))?[^.;\d]{0,30}?"
    r"\b(?:every (?P<hours>4|6|8|12|24) hours|(?P<twice>twice daily)|(?P<daily>once daily|daily))\b"
)
"""How often, where it stands apart from the amount: `10 mg/kg (at most 500 mg) once daily`."""
_STEP: Final = caseless(
    r"\b(?:first|loading|starting|initial|maintenance|single) dose\b|\bin all\b|\bthen\b|\braised\b|\bweek(?:ly)?\b"
    r"|\b(?:injection|dose) once\b|\b(?:not|never) (?:been )?(?:studied|recommended)\b"
    r"|/kg (?:of [\w-]+ )?(?:with|and) [\d.]+"
)
"""An amount of one step or of two medicines, by which what is given in a day is not judged."""
_MOST: Final = caseless(r"\bmaximum dose of (?:[\w/-]+ ){1,4}is $")
_CAP: Final = caseless(r"(?:\bto a maximum of|\bmaximum|\bat most) ?(?:of )?$")


class Rate(NamedTuple):
    """What is given for each kilogram in a day, in milligrams, and at a time where that is how it is told."""

    low: float
    high: float
    each: tuple[float, float] | None
    """What is given at a time, where the amount is told so."""
    cap: float | None
    """The most in a day, whatever somebody weighs."""
    text: str


@lru_cache(maxsize=512)
def rates(text: str) -> tuple[Rate, ...]:
    """The amounts of a direction that are for each kilogram of a day; none where it tells steps of a course."""
    if _STEP.search(text):
        return ()
    every = doses.read(text)
    found: list[Rate] = []
    own = [d for d in every if d.per_kg and d.unit in FACTORS]
    for at, dose in enumerate(own):
        after = own[at + 1] if at + 1 < len(own) else None
        if after is not None and dose.frequency_per_day is None and _TO.fullmatch(text[dose.end : after.start]):
            continue  # the lower end of a range: it is read with the upper
        before = own[at - 1] if at else None
        ends = before is not None and before.frequency_per_day is None and _TO.fullmatch(text[before.end : dose.start])
        low, high = (before.amount if before is not None and ends else dose.amount), dose.high or dose.amount
        apart = _OFTEN.match(text[dose.end :]) if dose.frequency_per_day is None else None
        times = dose.frequency_per_day or (_times(apart) if apart else None)
        if times is None or times < 1:
            continue
        factor = FACTORS[dose.unit]
        low, high = low * factor, high * factor
        each = (low, high) if times > 1 else None
        low = 0.0 if _MOST.search(text[: dose.start]) else low
        found.append(
            Rate(low * times, high * times, each, _cap(text, every, dose, times), _told(text, before, dose, apart))
        )
    return tuple(found)


def _told(text: str, before: Dose | None, dose: Dose, apart: re.Match[str] | None) -> str:
    """The words of an amount with how often, a range from its lower end on."""
    start = dose.start
    if before is not None and _TO.fullmatch(text[before.end : dose.start]):
        start = before.start
    return " ".join(text[start : dose.end + (apart.end() if apart else 0)].split())


def _times(found: re.Match[str]) -> float:
    return 24 / float(found["hours"]) if found["hours"] else 2.0 if found["twice"] else 1.0


def _cap(text: str, every: tuple[Dose, ...] | list[Dose], dose: Dose, times: float) -> float | None:
    """The most in milligrams a day that is told behind an amount for everybody: of each time, or of the day."""
    behind = (d for d in every if d.start > dose.end and not d.per_kg and d.unit in FACTORS)
    most = next((d for d in behind if _CAP.search(text[: d.start])), None)
    if most is None:
        return None
    of_the_day = most.frequency_per_day == 1 or text[most.end :].startswith((" in 24 hours", " a day"))
    return most.amount * FACTORS[most.unit] * (1.0 if of_the_day else times)
