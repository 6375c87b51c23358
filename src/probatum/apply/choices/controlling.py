"""Controlling: in one illness several things are treated for several aims, and what is for one is no way to another:
what prevents clots in an arrhythmia does not slow the heart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.model import Question
from probatum.text.expressions import caseless

_AIMS: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = (
    (
        caseless(r"\b(?:heart |ventricular )?rate[- ]?control(?:ling|led)?\b"),
        caseless(
            r"\b(?:ventricular|heart|resting|fast|rapid)\b[^.;]{0,30}\brate\b|\brate[- ]?control|\bslow\w* the heart"
        ),
    ),
    (
        caseless(r"\brhythm[- ]?control(?:ling|led)?\b"),
        caseless(r"\b(?:sinus )?rhythm\b|\bcardioversion\b|\bantiarrhythmic\b|\bablation\b"),
    ),
)
"""What asks for an aim, and what a text says that is for it."""


def of_another_aim(text: str, question: Question, uses: Sequence[str] = ()) -> bool:
    """Whether a use or advice says nothing of the one aim that the question names, or that all `uses` in the illness
    have on the labels of what is asked about; False where they name none, or several to choose from."""
    asked = [told for asks, told in _AIMS if asks.search(question.read)]
    if not asked and uses:
        asked = [told for _, told in _AIMS if all(map(told.search, uses))]
    return len(asked) == 1 and asked[0].search(text) is None
