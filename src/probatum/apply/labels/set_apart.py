"""Set apart: the sections on effects and choices, where one side of a medicine alone is asked.

The path stays where it is one of that side: what is agreed on before an operation.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply.context import Context
from probatum.apply.labels import asked_of, occasions
from probatum.model import Section
from probatum.text import missed


def set_aside(section: Section, context: Context) -> Section:
    """A section on effects and choices, of which nothing is asked, without what it tells."""
    missed_one = section.id == "algorithm" and not context.reader.plain and missed.by_somebody(context.question.read)
    if not missed_one and (section.id not in _OF_EFFECTS or not asked_of.nothing_else(context)):
        return section  # who missed a dose is not begun on the medicine anew
    if section.id == "algorithm" and paused(context):
        return section
    return msgspec.structs.replace(section, statements=(), empty=_SET_ASIDE, pooled=())


_OF_EFFECTS: Final = ("evidence", "alternatives", "algorithm", "conclusion", "evidence_gaps")
_SET_ASIDE: Final = "Does not apply: one side of a medicine is asked about, and what tells it stands above."


def paused(context: Context) -> bool:
    """Whether it is asked alone if or when a medicine is paused or taken on, with a procedure ahead."""
    side = asked_of.side(context)
    held = side is not None and side.ends is not None and occasions.PAUSE.search(context.question.typed) is not None
    return held and asked_of.alone(context)
