"""The groups of a trial that names them in its results alone: `17% with zorbinol and in 24% with usual care`.

A short abstract has no table and never says `the zorbinol group`; what its findings set against each other are its
groups all the same.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from probatum.assess.audit.source import Source
from probatum.text.expressions import caseless

MOST: Final = 4
_NAME: Final = r"[a-z][\w+/-]{1,30}(?: [a-z][\w+/-]{1,30}){0,3}?"
_PAIR: Final = caseless(
    rf"\b(?:with|on|after) (?P<one>{_NAME})(?: \([^()]{{0,80}}\))?,? (?:and|versus|vs\.?|against|than|compared with)"
    r"(?: (?:in|by|for|at))?(?: [^ ;,]{1,12}){0,4}? (?:\([^()]{0,30}\) )?(?:with|on|after) "
    rf"(?:the )?(?P<two>{_NAME})(?=\s?[(.,;:]|\Z)"
)
"""Two groups, each behind its figure or on either side of `than`."""


def labels(source: Source) -> list[str]:
    """What the findings of a record set against each other, in the order of their names; empty where there are more
    than a trial's few groups."""
    counts: Counter[str] = Counter()
    for unit in source.units:
        if unit.row or not unit.own:
            continue
        for found in _PAIR.finditer(unit.text):
            counts.update({_bare(found[name]) for name in ("one", "two")})
    made = sorted(counts)
    return made if 2 <= len(made) <= MOST else []


def _bare(label: str) -> str:
    told = label.lower()
    return told.removeprefix("the ").strip()
