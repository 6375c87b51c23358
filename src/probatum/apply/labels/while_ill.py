"""While ill: which medicines guidelines have held for a time in an illness with vomiting, diarrhoea or fever.

Of each medicine that is named, the sentence that names it or its class leads, then when what was held begins again.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import guided_words
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.model import Kind
from probatum.text import illness_days
from probatum.text.expressions import caseless

MOST: Final = 4
"""Medicines of which it is told."""
_HELD: Final = caseless(
    r"\b(?:illness|vomiting|diarrhoea|dehydration|unwell)\b[^.;]{0,240}\b(?:stopped|withheld|held|paused|interrupted"
    r"|omitted)\b|\b(?:stopped|withheld|paused)\b[^.;]{0,40}\bduring an? (?:acute )?illness\b"
)
_AGAIN: Final = caseless(r"\b(?:start(?:ed)? again|restart\w*|resum\w+)\b[^.;]{0,120}\b(?:eat|drink)")


def asked(context: Context) -> bool:
    """Whether it is asked what is held while somebody is ill, and a guideline tells it of what is named."""
    return illness_days.asks(context.question.read) and context.drug_like and bool(told(context))


@once
def told(context: Context) -> tuple[Salient, ...]:
    """For each medicine named the nearest sentence on it; then when medicines begin again."""
    held = guided_words.sentences(context, _HELD)
    found: dict[object, Salient] = {}
    for drug in tuple(dict.fromkeys((*context.drugs, *context.question.patient.drugs)))[:MOST]:
        ranked = [(guided_words.named(one.span.quote, drug), one) for one in held if not _AGAIN.search(one.span.quote)]
        best = max((rank for rank, _ in ranked), default=0)
        if best:
            one = next(one for rank, one in ranked if rank == best)
            found[one.span] = one
    if not found:
        return ()
    sources = {one.appraisal.record.id for one in found.values()}
    again = (one for one in guided_words.sentences(context, _AGAIN) if one.appraisal.record.id in sources)
    return (*found.values(), *[*again][:1])


def say(draft: Draft, context: Context) -> bool:
    """What is held, in the words of the guideline; False where that is not asked or no guideline tells it."""
    if not asked(context):
        return False
    for one in told(context):
        by_part.tell(draft, one)
    return True


def of_no_treatment(text: str, context: Context) -> bool:
    """Whether a sentence has medicines held in an illness, and what helps against that illness is asked for, or nothing
    of such an illness."""
    if illness_days.asks(context.question.read) or not _HELD.search(text):
        return False
    return not context.drugs or illness_days.ILLNESS.search(context.question.read) is None


def steps_of(steps: Steps, context: Context) -> bool:
    """The path of such a day: what is held, and when it begins again; False where that is not asked."""
    if not asked(context):
        return False
    again = [one for one in told(context) if _AGAIN.search(one.span.quote)]
    held = [one for one in told(context) if one not in again]
    for lead, rows in (("While ill", held), ("Then", again)):
        if rows:
            said = "; ".join(wording.lower(one.span.quote.rstrip(". ")) for one in rows)
            text = f"{lead}: {said} ({source_name(rows[0].appraisal)})"
            steps.step(text, Kind.DIRECTIVE, tuple(one.span for one in rows))
    steps.branch("a", "Worse, drowsy, breathless or unable to keep fluids down: call for help at once, and stop here")
    steps.branch("b", "Eating and drinking as usual: begin again what was held, and stop here")
    return True
