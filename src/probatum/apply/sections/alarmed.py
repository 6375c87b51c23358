"""Alarmed: what labels say of the very sign that a warning names, so that help that is called for is also explained."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, DirectiveAction
from probatum.text import words

MOST: Final = 2
_WARNS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
    DirectiveAction.STOP,
    DirectiveAction.INTERACTION,
    DirectiveAction.DOSE,
)


def say(draft: Draft, context: Context) -> bool:
    """Warnings and checks of the medicines named that share words with the sign or the question; False for none."""
    if context.question.danger not in ("emergency", "dose"):
        return False
    asked = words.stems(f"{context.question.sign} {context.question.read}") - words.stems(" ".join(_names(context)))
    rows = [(a, d) for a in _labels(context) for d in a.directives if d.action in _WARNS]
    shared = {id(d): len(asked & words.stems(d.text)) for _, d in rows}
    telling = sorted((row for row in rows if shared[id(row[1])]), key=lambda row: -shared[id(row[1])])[:MOST]
    directives(draft, telling, "On this", "What is known of this")
    return bool(telling)


def _names(context: Context) -> tuple[str, ...]:
    return (*context.named, *context.question.patient.drugs)


def _labels(context: Context) -> list[Appraisal]:
    """Labels of what is asked about and of what is taken."""
    named = {name.lower() for name in _names(context)}
    every = (*context.labels, *context.other_labels, *context.option_labels)
    mine = [a for a in every if any(d.drug.lower() in named for d in a.directives if d.drug)]
    return list({a.record.id: a for a in mine}.values())
