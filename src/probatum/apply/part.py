"""Part: a further question of the same text, answered in a section of its own after the bottom line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.sections import bottom_line, dosing
from probatum.model import Intent, Section

RATED: Final = "This is of "
"""How a grade begins that is given to the sentence before it."""


def compose(context: Context, number: int, before: Sequence[Section]) -> Section:
    """The bottom line of the further question, under its own words; for a dose those of the dosing section besides.

    What sections before it say is not said again.
    """
    draft = Draft(f"part_{number}", f"Also asked: {wording.upper(context.question.read.strip())}")
    first = bottom_line.compose(context)
    sections = [first, dosing.compose(context)] if context.question.intent is Intent.DOSING else [first]
    told: set[object] = set()
    said = {one.text for section in before for one in section.statements}
    skipped = False
    for section in sections:
        for one in section.statements:
            if one.layer or one.text in said or (one.supports and set(one.supports) <= told):
                skipped = True
                continue
            if skipped and one.text.startswith(RATED):
                continue  # a grade of what is not said here
            skipped = False
            told.update(one.supports)
            draft.add(
                one.text.rstrip("."),
                one.kind,
                one.supports,
                plain=one.plain.rstrip("."),
                calculation=one.calculation,
                level=one.level,
            )
    return draft.section(first.empty or f"{context.searched}: nothing found.")


def together(context: Context, beside: Sequence[Context]) -> Context:
    """A context whose records are those of all the questions, for the list of references."""
    known = {a.record.id for a in context.appraisals}
    more = {
        a.record.id: a
        for other in beside
        for a in (*other.appraisals, *other.option_labels)
        if a.record.id not in known
    }
    return msgspec.structs.replace(context, appraisals=(*context.appraisals, *more.values())) if more else context
