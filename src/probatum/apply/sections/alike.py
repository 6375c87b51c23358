"""Alike: the step of a class of which several members have a label dose for the use: none of them is picked, since
nothing that is held chooses between them by their doses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import halts
from probatum.apply.sections.excluding import Row, spans
from probatum.model import Kind

FEWEST: Final = 2


def say(steps: Steps, context: Context, rows: Sequence[Row]) -> bool:
    """The members with such a dose, those that a guideline names where it names some; False where there is but one."""
    every = dict.fromkeys(item.drug.lower() for _, item in rows) if context.by_members else {}
    advice = " ".join(item.text.lower() for _, item in guidance.rows(context)[:1])
    named = [name for name in every if wording.stands_in(name, advice)] or list(every)
    if len(named) < FEWEST:
        return False
    own = [next(row for row in rows if row[1].drug.lower() == name) for name in named]
    text = (
        f"Choose one whose label fits this patient, {wording.join(named, 'or')}; give its own label dose (see dosing)"
    )
    steps.step(text, Kind.NAVIGATION, spans(own))
    steps.branch("a", f"The label of each of them forbids it here: {halts.elsewhere(context)}")
    steps.branch("b", "One fits: go on")
    return True
