"""One p value for several outcomes: `A had lower X, Y and Z than B (all p < 0.05)` is a finding of each.

Only a bound is shared (`p < 0.05`, `p > 0.05`): an exact p value is of one test, so that the list stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.appraise.findings import adjectival, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_JOINT: Final = expression(r",\s(?:(?:and|or|nor|as well as)\s)?(?:(?:in|for|on)\s)?(?:the\s)?|\s(?:and|or|nor)\s")
_QUOTED: Final = expression(r"[(\"“”‘]|(?<!\w)['’]|['’](?!\w)")
"""Brackets and quotes are not divided."""
_HEADED: Final = expression(
    r"(?:\w+\s){0,2}?(?:levels?|expressions?|concentrations?|infiltrations?|"
    r"numbers?|severity|use|formation|production|amounts?|proportions?|percentages?|scores?|quality|"
    r"activity|secretion|release|intake|density|volumes?|durations?|lengths?)\s(?:of|for)\s",
    re.IGNORECASE,
)
"""A head that the other members of a list share; that an event is commoner is said of each event by itself."""
_MOST: Final = 12
"""Items a list may have."""
_COUNTED_AS_ONE: Final = expression(r"[^,]{3},? or [a-z]")
_MOST_COUNTED: Final = 6
"""Commas of a composite: `stroke, heart attack, heart failure or death` is one outcome."""
_WHOLE: Final = 2
"""Commas that an outcome may have as a whole."""


def of(sentence: Sentence, found: Finding) -> Iterator[Finding]:
    """The finding, or one for each item of the list that its outcome is."""
    items = _items(sentence, found.outcome) if found.measure is Measure.P_ONLY and _shared(found) else []
    for item in items:
        yield msgspec.structs.replace(found, outcome=item)
    as_one = _COUNTED_AS_ONE.search(found.outcome) is not None and found.measure is not Measure.P_ONLY
    if not items and found.outcome.count(",") <= (_MOST_COUNTED if as_one else _WHOLE):
        yield found


def _shared(found: Finding) -> bool:
    return found.p is None or found.p.relation not in ("=", "")


def _items(sentence: Sentence, listed: str) -> list[str]:
    """The items of three and more; none where one cannot stand by itself: an adjective shares a later noun."""
    if "," not in listed or _QUOTED.search(listed):
        return []
    words = [part.strip() for part in _JOINT.split(listed)]
    if not 3 <= len(words) <= _MOST or any(adjectival.ADJECTIVE.fullmatch(word.split(" ")[-1]) for word in words[:-1]):
        return []
    if _HEADED.match(words[0]) and not any(" of " in word for word in words[1:]):
        return []  # `levels of X, Y and Z`: Y alone is none of the outcomes
    made = [outcome.tidy(re.sub(r"^(?:the|a|an)\s", "", word), sentence) for word in words]
    return made if all(made) else []
