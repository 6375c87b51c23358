"""Risk told: how often a harm is, with a treatment and without it, as a guideline counts it (`79 of 1,000 with A, 59
without`). Who asks how great a risk is wants that, before the ratio of one trial or a warning without a figure."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Intent, Kind, RecordStatus, Role
from probatum.text import words
from probatum.text.expressions import caseless

MOST: Final = 1
_COUNTED: Final = caseless(
    r"\b\d[\d,.]* (?:of|in|out of) (?:every |about )?1(?:0{2,6}|0{0,2},0{3})\b"
    r"|\b\d+(?:\.\d+)? ?% of (?:people|women|men|those)\b"
)
_ASKS: Final = caseless(r"\brisks?\b|\bhow (?:likely|often|common|many|great|big)\b|\bchances?\b|\bodds\b")


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences of guidelines that count the harm asked about with the treatment, the nearest first."""
    question = context.question
    harms = [own for c in question.having(Role.OUTCOME) for name in c.names if (own := words.stems(name))]
    if question.intent is not Intent.HARM or not harms or question.danger or context.combined:
        return ()
    if question.patient.values or not _ASKS.search(question.typed):
        return ()
    asked = words.stems(f"{question.typed} {question.read}")
    found = [
        (len(asked & words.stems(text)), Salient(source, one.span, 1.0, words.stems(text)))
        for source in context.guidelines
        if source.record.status is not RecordStatus.SUPERSEDED
        for one in sentences_in(source.record)
        if quotable(one.span)
        and _COUNTED.search(text := one.span.quote)
        and context.names_intervention(text)
        and any(own <= words.stems(text) for own in harms)
    ]
    found.sort(key=lambda row: -row[0])
    return tuple(one for _, one in found[:MOST])


def lead(draft: Draft, context: Context) -> None:
    """That stands first, behind an alarm."""
    told = rows(context)
    if not told:
        return
    led = Draft(draft.id, "")
    for one in told:
        by_part.tell(led, one)
    spans = {span for made in led.statements for span in made.supports}
    kept = [s for s in draft.statements if not spans & set(s.supports)]
    first = [s for s in kept if s.kind is Kind.NAVIGATION]
    draft.put((*first, *led.statements, *(s for s in kept if s not in first)))
