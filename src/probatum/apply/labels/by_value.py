"""By value: what labels say of what was measured (`potassium 5.7`), told first; that they say nothing is told as well.

A limit that a label sets in figures is held against the value itself, a state that it names against the state which the
value is: see `text.measured`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.patient import for_patient
from probatum.apply.selection import is_proposed
from probatum.apply.together import replacing
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
    before, rows = len(draft), held_for(context)
    said = {span for one in draft.statements for span in one.supports}
    barred = {item.span for _, item in for_patient.barred(context)}
    shown = [r for r in rows if r[1].span not in barred and r[1].span not in said][:MOST]
    directed(draft, shown)
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


def directed(draft: Draft, rows: Iterable[tuple[Appraisal, Directive]]) -> None:
    """The directions in their words, what a label forbids first."""
    shown = list(rows)
    never = [row for row in shown if row[1].action is _NEVER]
    directives(draft, never, "Contraindicated, on what was measured", "Must not be used, on what was measured")
    directives(draft, [row for row in shown if row not in never], "At what was measured", "At what was measured")


def held_for(context: Context) -> list[tuple[Appraisal, Directive]]:
    """The directions of the labels for such values: limits in figures, else what names the state or brings it about."""
    values = context.question.patient.values
    states = tuple((name,) for name in measured.states(values))
    every = [(a, item) for a in context.labels for item in a.directives if item.action not in _NO_DIRECTION]
    every = [row for row in every if not replacing.tells_how(row[1].text)]
    limits = [row for row in every if measured.within(row[1].text, values)]
    if limits:
        return limits  # a limit in figures says what is to be done
    named = [row for row in every if _of_state(row[1].text, states)]
    named.sort(key=lambda row: row[1].action is DirectiveAction.INTERACTION)  # what others bring about is said last
    others = [row for row in every if row not in named and row[1].action is not _NEVER]
    brought = [row for row in others if measured.brought(row[1].text, values)]
    if not (named or brought):
        near = [row for row in every if measured.brought(row[1].text, values, by_others=True)]
        if near or is_proposed(context.question):  # that it is measured speaks for no treatment, and against none
            return near
        return [row for row in others if _watched(row[1], values) and not _of_the_opposite(row[1].text, states)]
    brought.sort(key=lambda row: _ORDER.index(row[1].action) if row[1].action in _ORDER else len(_ORDER))
    return [*named, *brought]


_NEVER: Final = DirectiveAction.CONTRAINDICATED


def _watched(item: Directive, values: tuple[str, ...]) -> bool:
    return (
        item.action is DirectiveAction.MONITOR and bool(measured.states(values)) and measured.watched(item.text, values)
    )


def _of_the_opposite(text: str, states: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a direction is of the other extreme: that potassium may rise says nothing where it is low."""
    turned = tuple(tuple(map(_opposite, names)) for names in states)
    return any(one not in states and fitting.names_one(text, (one,)) for one in turned)


def _opposite(state: str) -> str:
    low = state.lower()
    return f"hyper{low[4:]}" if low.startswith("hypo") else f"hypo{low[5:]}" if low.startswith("hyper") else low


_ORDER: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.STOP,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
    DirectiveAction.INTERACTION,
)


def _of_state(text: str, states: tuple[tuple[str, ...], ...]) -> bool:
    return fitting.names_one(text, states) and not measured.of_another_cause(text)


def speaks_of(text: str, values: tuple[str, ...]) -> bool:
    """Whether a direction sets a limit in figures for one of these values, or names the state that one of them is."""
    states = tuple((name,) for name in measured.states(values))
    return measured.within(text, values) is not None or (bool(states) and _of_state(text, states))


def _named(value: str, context: Context) -> bool:
    """Whether a label speaks of a value, or of the state that it is."""
    states = tuple((name,) for name in measured.states((value,)))
    every = (item for appraisal in context.labels for item in appraisal.directives)
    return any(
        measured.within(item.text, (value,)) is not None
        or _of_state(item.text, states)
        or measured.brought(item.text, (value,), by_others=True)
        or _watched(item, (value,))
        for item in every
    )
