"""Dose beside: what a step says with the usual dose where a medicine that is taken bounds or lowers it.

Who was told that beside A the dose is halved must not read the whole dose as the next step.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding, taken_beside
from probatum.apply.together import beside_limits, limited
from probatum.text import words
from probatum.text.expressions import caseless


def led(lead: str, first: excluding.Row, context: Context) -> str:
    """The words before a dose, with the limit or the cut that holds beside what is taken."""
    if _sets_how_often(context):
        return f"{lead}, but as often as was found above"
    if beside_limits.passes(first, context):
        return f"{lead}, within the limit beside what is taken"
    if first in beside_limits.rows(context) or not context.question.patient.drugs:
        return lead
    said = {limited.lowers(item.text, first[1].drug) for _, item in taken_beside.of_taken(context)}
    if "must" in said:
        return f"{lead}, of which beside what is taken less is given"
    return f"{lead}, of which beside what is taken less may be needed" if "may" in said else lead


def _sets_how_often(context: Context) -> bool:
    """Whether the question sets two ways of taking one medicine against each other (`every day or alternate days`), and
    a study that answers does: that decides between them, and no label's word on how often."""
    one, two = context.question.intervention.lower(), context.question.comparator.lower()
    if not (_OFTEN.search(one) and _OFTEN.search(two)):
        return False
    alike = words.stems(_OFTEN.sub(" ", one)) & words.stems(_OFTEN.sub(" ", two))
    said = (span.quote.lower() for a in context.answering for span in (*a.conclusions, *a.results))
    return bool(alike) and any(len({found[0] for found in _OFTEN.finditer(text)}) > 1 for text in said)


_OFTEN: Final = caseless(
    r"\b(?:every|each|alternate|alternating|other|second|consecutive) (?:other |second )?days?\b|\bdaily\b"
    r"|\b(?:once|twice|\d times|three times) (?:a |per )?(?:day|daily|week|weekly)?|\bweekly\b"
)


def told(steps: Steps, first: excluding.Row, context: Context) -> bool:
    """Whether a step before has told the dose already, with the medicine that is taken."""
    said = {span for one in steps.draft.statements for span in one.supports}
    return first in beside_limits.rows(context) and first[1].span in said
