"""The sections of an answer, in their order. One file a section; each offers `compose(context) -> Section`.

Third parties add sections through the entry-point group `probatum.sections`; theirs follow the conclusion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.metadata import entry_points
from typing import Final

from probatum.apply.context import Context
from probatum.apply.sections import (
    adverse_effects,
    algorithm,
    alternatives,
    bottom_line,
    conclusion,
    dosing,
    evidence,
    evidence_gaps,
    monitoring,
    safety,
)
from probatum.model import Section

ENTRY_POINTS: Final = "probatum.sections"

Compose = Callable[[Context], Section]

_BUILT_IN: Final[tuple[tuple[str, Compose], ...]] = (
    ("bottom_line", bottom_line.compose),
    ("evidence", evidence.compose),
    ("dosing", dosing.compose),
    ("safety", safety.compose),
    ("adverse_effects", adverse_effects.compose),
    ("monitoring", monitoring.compose),
    ("alternatives", alternatives.compose),
    ("algorithm", algorithm.compose),
    ("evidence_gaps", evidence_gaps.compose),
    ("conclusion", conclusion.compose),
)


@lru_cache(maxsize=1)
def sections() -> Mapping[str, Compose]:
    """Name -> section composer, in the order of the article."""
    known: dict[str, Compose] = dict(_BUILT_IN)
    for point in entry_points(group=ENTRY_POINTS):
        known.setdefault(point.name, point.load())
    return known
