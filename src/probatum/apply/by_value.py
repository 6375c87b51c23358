"""By value: what labels say of what was measured (`potassium 5.7`), told first; that they say nothing is told as well.

A limit that a label sets in figures is held against the value itself, a state that it names against the state which the
value is: see `text.measured`.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, for_patient, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, DirectiveAction, Kind
from probatum.text import measured

_NO_DIRECTION: Final = (DirectiveAction.INDICATED, DirectiveAction.STATUS)
MOST: Final = 2


def say(draft: Draft, context: Context) -> int:
    """The directions of the labels that are for such a value, else that none is; how many sentences that took. What
    bars the medicine is told with the other bars."""
    told = context.question.patient.values
    if not told or not context.labels:
        return 0
    before, rows = len(draft), _rows(context)
    barred = {item.span for _, item in for_patient.barred(context)}
    directives(
        draft, [r for r in rows if r[1].span not in barred][:MOST], "At what was measured", "At what was measured"
    )
    silent = [one for one in told if measured.states((one,)) and not _named(one, context)]
    if silent:
        names = wording.join(context.named)
        which = wording.join([f"{one} ({wording.join(measured.states((one,)))})" for one in silent])
        draft.add(
            f"no label of {names} that is held speaks of {which}; this does not mean that it is safe",
            Kind.ABSENCE,
            plain=f"we found no label of {names} that speaks of {which}. This does not mean that it is safe. "
            "Ask your doctor or pharmacist",
        )
    return len(draft) - before


def _rows(context: Context) -> list[tuple[Appraisal, Directive]]:
    values = context.question.patient.values
    return [
        (appraisal, item)
        for appraisal in context.labels
        for item in appraisal.directives
        if item.action not in _NO_DIRECTION and measured.within(item.text, values)
    ]


def _named(value: str, context: Context) -> bool:
    """Whether a label speaks of a value, or of the state that it is."""
    states = tuple((name,) for name in measured.states((value,)))
    every = (item for appraisal in context.labels for item in appraisal.directives)
    return any(
        measured.within(item.text, (value,)) is not None
        or (fitting.names_one(item.text, states) and not measured.of_another_cause(item.text))
        for item in every
    )
