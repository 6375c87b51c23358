"""Timing: how soon a treatment has to be begun, in the words of the study or label that tells it."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import halts
from probatum.model import Kind, Span
from probatum.text import sentences
from probatum.text.expressions import caseless

LONGEST: Final = 32
"""Words of a sentence that a step holds."""
MOST_SOURCES: Final = 2
_SOON: Final = caseless(
    r"\b(?:within|in|up to|before|more than|later than|beyond|between \d and) (?:the first )?"
    r"(?:\d{1,3}(?:\.\d)?|one|two|three) (?:hours?|days?)\b"
)
_BEGUN: Final = caseless(
    r"\b(?:begun|started?|starting|early|given|treatment|initiated|began)\b[^.;]{0,40}\b(?:within|in|up to|before"
    r"|between|more than|later than|beyond) (?:the first )?(?:\d|one|two|three)"
)
_FOLLOWED: Final = caseless(r"\bfor \d|\b(?:recurr\w+|deaths?|died|relapse\w*) (?:within|in)\b")


def window(context: Context) -> Span | None:
    """The sentence of a study, or of a label, that ties an effect to how soon it was begun; None where none does."""
    for appraisal in context.answering[:MOST_SOURCES]:
        for span in (*appraisal.conclusions, *appraisal.results):
            if _tells(span.quote):
                return span
    for appraisal in context.labels[:1]:
        for section in appraisal.record.evidence_sections:
            for start, end in sentences.split(section.text[:10_000]):
                span = Span(appraisal.record, section.id, start, end)
                if (
                    context.use
                    and _tells(span.quote)
                    and any(context.indicated_for_this(d) for d in appraisal.directives)
                ):
                    return span
    return None


def _tells(text: str) -> bool:
    return (
        len(text.split()) <= LONGEST
        and _SOON.search(text) is not None
        and _BEGUN.search(text) is not None
        and _FOLLOWED.search(text) is None
    )


def say(steps: Steps, context: Context) -> None:
    """The step that looks at the time that has gone by."""
    span = window(context)
    if span is not None:
        said = " ".join(span.quote.split())
        steps.step(f"Look how long ago it began: \u201c{said}\u201d", Kind.QUOTED, (span,))
        steps.branch("a", f"That time is over: do not start it for this; {halts.elsewhere(context)}")
        steps.branch("b", "It is not: go on")


def say_plain(steps: Steps, context: Context) -> None:
    """The same for patients and carers: time is short."""
    span = window(context)
    if span is not None:
        said = " ".join(span.quote.split())
        steps.step(f"Call the doctor today, since time counts: \u201c{said}\u201d", Kind.QUOTED, (span,))
