"""Levels: a laboratory value that stands for an illness. `K 6.2` asks about hyperkalemia.

Limits are those at which guidelines speak of the disorder: potassium of 5.5 mmol/L and more (UK Kidney
Association 2023, acute hyperkalaemia in adults), sodium under 135 mmol/L (Spasovski 2014, doi:10.1093/ndt/gfu040). A
value within the limits stands for nothing.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.ask.text import Draft
from probatum.text.expressions import expression


class _Level(NamedTuple):
    names: str
    name: str
    limit: str
    least: float
    most: float
    """From `least` to `most` the value stands for it; beyond them it is another unit or no such value."""


_LEVELS: Final = (
    _Level(r"K\+?|potassium", "hyperkalemia", "5.5 mmol/L and more", 5.5, 12.0),
    _Level(r"Na\+?|sodium", "hyponatremia", "under 135 mmol/L", 90.0, 134.9),
)
_VALUES: Final = tuple(
    (
        level,
        expression(
            rf"(?<![\w-])(?<!vitamin )(?<!vit )(?:{level.names})"
            r" ?(?:(?:of|is|was|at|=|:|level|now|came back) ?)*(?P<value>\d{1,3}(?:\.\d+)?)"
            r"(?!\d|\.\d| ?(?:mg|mcg|micrograms?|g\b|%|tablets?|(?:mmol|mEq)\b(?!/)))(?: ?(?:mmol|mEq)/L)?",
            re.IGNORECASE,
        ),
    )
    for level in _LEVELS
)


def read_levels(draft: Draft) -> None:
    """Note the disorder that a value stands for, unless the question names it."""
    for level, pattern in _VALUES:
        found = pattern.search(draft.text)
        if found is None:
            continue
        if level.least <= float(found["value"]) <= level.most and level.name not in draft.text.lower():
            draft.notes.append((found.group().strip(), level.name))
            draft.assume("level", found.group().strip(), level.name, f"{level.limit} is called so")
