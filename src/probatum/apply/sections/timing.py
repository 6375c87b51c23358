"""Timing: how soon a treatment has to be begun, in the words of the study or label that tells it; where the question
tells how long ago it began, that is decided and not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.numbering import Steps
from probatum.apply.patient import illnesses
from probatum.apply.sections import halts
from probatum.model import Fit, Kind, Span
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
    r"|\b(?:been|had (?:it|this|them|the \w+)|started)(?: (?:about|around|for|going on|nearly|over)){0,2}"
    r" (?P<been>\d{1,3}(?:\.\d)?) ?(?P<lasting>hours?|hrs?|days?)\b(?! (?:on|of|course))"
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
    number = found["after"] or found["ago"] or found["been"]
    unit = found["unit"] or found["of"] or found["lasting"]
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
                if _tells(span.quote) and not illnesses.of_others(span.quote, context.question, people=True):
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
    told = [*windows(context), *_late(context)]
    fit = next((s for s in told if hours <= (limit(s.quote) or 0)), None)
    shown = fit or max(told, key=lambda s: limit(s.quote) or 0, default=first)
    said = " ".join(shown.quote.split())
    where = "within" if fit else "beyond"
    steps.step(f"The time that has gone by is {where} this limit: \u201c{said}\u201d", Kind.QUOTED, (shown,))
    if fit is None:
        steps.branch("a", "Nothing more speaks for it: do not start it for this; stop here")
        steps.branch("b", "A specialist wants it given in spite of that: go on")


def beyond(context: Context) -> Span | None:
    """The sentence with the longest time in which it was begun or is to be, where the question tells that more has
    gone by; None where that is not told, or some source goes as far."""
    hours, typed = gone(context.question.typed), context.question.typed
    if hours is None or window(context) is None or _LENGTH.search(typed):
        return None
    behind = _DAYS_OF.search(typed)
    if behind is not None and context.names_intervention(behind["what"]):
        return None  # `5 days of A`: how long it is taken
    longest = max((*windows(context), *_late(context)), key=lambda s: limit(s.quote) or 0)
    return longest if 0 < (limit(longest.quote) or 0) < hours else None


_LATER: Final = caseless(
    rf"\b(?:more than|later than|beyond|over) (?P<least>{_NUMBER}) (?P<unit>hours?|days?) (?:after|from|since)\b"
)


def _begun_late(context: Context) -> Span | None:
    """What studies that answer found where it was begun later than this, the figures first; None where the question
    does not tell that as much time has gone by, and does not ask of late treatment at large."""
    hours = gone(context.question.typed)
    late = hours is None and _ASKED_LATE.search(context.question.read) is not None
    if (hours is None and not late) or _LENGTH.search(context.question.typed):
        return None
    advised = _advised_late(context, hours)
    if advised is not None:
        return advised
    for appraisal in context.answering[:MOST_SOURCES]:
        for span in (*appraisal.results, *appraisal.conclusions):
            found = _LATER.search(span.quote)
            if found is None or not context.names_intervention(span.quote):
                continue
            least = found["least"].lower()
            if hours is None or hours >= _HOURS[found["unit"][0].lower()] * (_WORDS.get(least) or float(least)):
                return span
    return None


def _advised_late(context: Context, hours: float | None) -> Span | None:
    """What a guideline advises once so many hours have passed, where more have; None where none tells that."""
    for appraisal in context.guidelines if hours is not None else ():
        if appraisal.directness.population.fit is not Fit.DIRECT:
            continue  # how late another illness is treated
        for section in appraisal.record.evidence_sections:
            for start, end in sentences.split(section.text[:10_000]):
                found = _PASSED.search(section.text[start:end])
                if found and (hours or 0) >= _HOURS[found["unit"][0].lower()] * float(found["least"]):
                    return Span(appraisal.record, section.id, start, end)
    return None


_PASSED: Final = caseless(
    r"\b(?:when|if|once|after) (?P<least>\d{1,3}) (?P<unit>hours?|days?) (?:have|has|had) (?:passed|gone by|elapsed)\b"
)
_ASKED_LATE: Final = caseless(
    r"\b(?:given|started|begun|treated|giving|starting|administered|used) (?:too |so |very |more )?late\b(?! (?:in )?"
    r"(?:pregnancy|stage|life|at night|evening))"
    r"|\b(?:late|delayed) (?:[\w-]+ ){0,2}(?:treatment|administration|start|initiation|dosing|use)\b"
    r"|\btoo late\b|\blate presentation\b"
)
"""Questions on treatment that is begun late, without how late."""
_DAYS_OF: Final = caseless(r"\b(?:days?|hours?) of (?P<what>[\w-]+(?: [\w-]+)?)")
_LENGTH: Final = caseless(
    r"\b(?:stop\w*|how long|enough|finish\w*|course|switch\w*|continue\w*|taking|took|on(?! day)) "
)
"""Words of questions on how long it is taken, not on how late it is begun."""


def say_beyond(draft: Draft, context: Context) -> bool:
    """That it would be begun later than any source tells, before anything that it did in time; whether that is so."""
    span, lead = _begun_late(context), "begun as late as that"
    if span is not None and gone(context.question.typed) is None:
        lead = "begun late"
    if span is None:
        span, lead = (
            beyond(context),
            "that is later than any source held here supports; the longest time that one tells",
        )
    if span is None:
        return False
    said = " ".join(span.quote.split()).rstrip(".")
    draft.add(f"{lead}: \u201c{said}\u201d", Kind.QUOTED, (span,), plain=f"{lead}: \u201c{said}\u201d", kept=True)
    return True


def say_plain(steps: Steps, context: Context) -> None:
    """The same for patients and carers: time is short."""
    span = window(context)
    if span is not None:
        said = " ".join(span.quote.split())
        steps.step(f"Call the doctor today, since time counts: \u201c{said}\u201d", Kind.QUOTED, (span,))
