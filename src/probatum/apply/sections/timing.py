"""Timing: how soon a treatment has to be begun, in the words of the study or label that tells it; where the question
tells how long ago it began, that is decided and not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
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
_NUMBER: Final = r"(?:\d{1,3}(?:\.\d)?|one|two|three)"
_SOON: Final = caseless(
    r"\b(?:within|in|up to|before|more than|later than|beyond|between \d and) (?:the first )?"
    rf"{_NUMBER} (?:hours?|days?)\b"
)
_BEGUN: Final = caseless(
    r"\b(?:begun|started?|starting|early|given|treatment|initiated|began)\b[^.;]{0,40}\b(?:within|in|up to|before"
    r"|between|more than|later than|beyond) (?:the first )?(?:\d|one|two|three)"
)
_FOLLOWED: Final = caseless(r"\bfor \d|\b(?:recurr\w+|deaths?|died|relapse\w*) (?:within|in)\b")
_LATE: Final = caseless(r"\b\d{1,3}(?:\.\d)? (?:to|and) (?P<most>\d{1,3}(?:\.\d)?) (?P<unit>hours|days) after\b")
"""A time in which people were treated late: `3 to 4.5 hours after`."""
_LIMIT: Final = caseless(
    r"\b(?:within|in|up to|before|later than|beyond|and) (?:the first )?"
    rf"(?P<most>{_NUMBER}) (?P<unit>hours?|days?)\b"
)
_GONE: Final = caseless(
    r"\b(?:at|after|since) (?P<after>\d{1,3}(?:\.\d)?) ?(?P<unit>hours?|hrs?|h|days?)\b"
    r"|\b(?P<ago>\d{1,3}(?:\.\d)?) ?(?P<of>hours?|hrs?|h|days?) (?:ago|since|after|into|post|from|old|late|later|of)\b"
    r"|\b(?:on |at |is |now )?day (?P<day>\d{1,2})\b"
)
_WORDS: Final = {"one": 1.0, "two": 2.0, "three": 3.0}
_HOURS: Final = {"h": 1.0, "d": 24.0}


def gone(typed: str) -> float | None:
    """The hours since it began, where the question tells it; of `day 4` three days are over."""
    found = _GONE.search(typed)
    if found is None:
        return None
    if found["day"]:
        return (float(found["day"]) - 1) * 24 + 0.1
    number, unit = found["after"] or found["ago"], found["unit"] or found["of"]
    return float(number) * _HOURS[unit[0].lower()]


def limit(text: str) -> float | None:
    """The hours up to which a sentence tells that treatment was begun; None where it tells none."""
    found = [(one["most"].lower(), one["unit"][0].lower()) for sign in (_LIMIT, _LATE) for one in sign.finditer(text)]
    return max((_HOURS[unit] * (_WORDS.get(most) or float(most)) for most, unit in found), default=None)


def windows(context: Context) -> Iterator[Span]:
    """The sentences of studies, or of a label, that tie an effect to how soon it was begun."""
    for appraisal in context.answering[:MOST_SOURCES]:
        for span in (*appraisal.conclusions, *appraisal.results):
            if _tells(span.quote):
                yield span
    for appraisal in context.labels[:1]:
        if not context.use or not any(context.indicated_for_this(d) for d in appraisal.directives):
            continue
        for section in appraisal.record.evidence_sections:
            for start, end in sentences.split(section.text[:10_000]):
                span = Span(appraisal.record, section.id, start, end)
                if _tells(span.quote):
                    yield span


def _late(context: Context) -> Iterator[Span]:
    """Sentences of studies that answer which tell that people were treated late."""
    for appraisal in context.answering[:MOST_SOURCES]:
        every = [*appraisal.conclusions, *appraisal.results]
        for section in appraisal.record.evidence_sections:
            cut = sentences.split(section.text[:4_000])
            every += [Span(appraisal.record, section.id, start, end) for start, end in cut]
        yield from (s for s in every if _LATE.search(s.quote) and len(s.quote.split()) <= LONGEST)


def window(context: Context) -> Span | None:
    """The first of them; None where none does."""
    return next(windows(context), None)


def _tells(text: str) -> bool:
    return (
        len(text.split()) <= LONGEST
        and _SOON.search(text) is not None
        and _BEGUN.search(text) is not None
        and _FOLLOWED.search(text) is None
    )


def say(steps: Steps, context: Context) -> None:
    """The step that looks at the time that has gone by."""
    first, told = window(context), gone(context.question.typed)
    if first is None:
        return
    if told is not None:
        _decided(steps, context, first, told)
        return
    said = " ".join(first.quote.split())
    steps.step(f"Look how long ago it began: \u201c{said}\u201d", Kind.QUOTED, (first,))
    steps.branch("a", f"That time is over: do not start it for this; {halts.elsewhere(context)}")
    steps.branch("b", "It is not: go on")


def _decided(steps: Steps, context: Context, first: Span, hours: float) -> None:
    """Whether what has gone by lies within a time that some source tells."""
    within = (s for s in (*windows(context), *_late(context)) if hours <= (limit(s.quote) or 0))
    fit = next(within, None)
    said = " ".join((fit or first).quote.split())
    steps.step(
        f"The time that has gone by is {'within' if fit else 'beyond'} this limit: \u201c{said}\u201d",
        Kind.QUOTED,
        (fit or first,),
    )
    if fit is None:
        steps.branch("a", "Nothing more speaks for it: do not start it for this; stop here")
        steps.branch("b", "A specialist wants it given in spite of that: go on")


def say_plain(steps: Steps, context: Context) -> None:
    """The same for patients and carers: time is short."""
    span = window(context)
    if span is not None:
        said = " ".join(span.quote.split())
        steps.step(f"Call the doctor today, since time counts: \u201c{said}\u201d", Kind.QUOTED, (span,))
