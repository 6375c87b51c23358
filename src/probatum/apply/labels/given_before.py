"""Given before: what was given last time, where one of its class is sought now: that this patient must not have it.

Whoever tells that trimethoprim was given last time thinks of it again; that she is pregnant now forbids it.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.once import once
from probatum.apply.patient import for_patient
from probatum.model import DirectiveAction
from probatum.text import given_before
from probatum.vocabulary import load
from probatum.vocabulary.classes import members

MOST: Final = 1
"""Bars told of it."""


@once
def names(context: Context) -> tuple[str, ...]:
    """The medicines that were given before, where a class is asked about now; lower case."""
    if not any(members(name) for name in context.named):
        return ()
    read = context.question.read
    found = (m for m in load().find(read) if m.term.semantic == "drug" and not members(m.term.label))
    every = (m.term.label.lower() for m in found if given_before.before(read[m.start : m.end], read))
    return tuple(dict.fromkeys(every))


def say(draft: Draft, context: Context) -> int:
    """Of each what forbids it to this patient; returns the statements added."""
    added = len(draft)
    for name in names(context):
        barred = for_patient.barred(as_if.asked(name, context))
        rows = [row for row in barred if row[1].action is DirectiveAction.CONTRAINDICATED]
        lead = f"{name}, which was given before, is contraindicated for this patient"
        directives(draft, rows[:MOST], lead, f"{name}, which was given before, must not be used in this person")
    return len(draft) - added
