"""Guided overdose: what guidelines on too much of a medicine have done so long after it and of so much of it.

Such guidelines tell apart how old an overdose is (`more than 24 hours old`), how much was taken by weight, and whether
it was taken at once (staggered): what is done early is not what is done late.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import too_much
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, Kind, RecordKind
from probatum.text import words
from probatum.text.expressions import caseless

MOST: Final = 3
MOST_STEPS: Final = 5
_AGO: Final = caseless(
    r"\b(?P<hours>\d{1,3}(?:\.\d)?) ?(?P<unit>h|hrs?|hours?|days?)\b"
    r"(?! (?:infusion|regimen|old (?:man|woman|boy|girl)))"
)
_STAGGERED: Final = caseless(
    r"\b(?:staggered|over (?:the )?(?:(?:last|past) )?(?:several|\d+) (?:h|hours?|days?)|throughout the day"
    r"|(?:time|timing) (?:is )?(?:unknown|unclear|in doubt|not known|uncertain)|unknown time)\b"
)
_IS_STAGGERED: Final = caseless(r"\b(?:staggered|time is in doubt)\b")
_OLDER: Final = caseless(r"\bmore than (?P<from>\d+) hours old\b")
_BETWEEN: Final = caseless(r"\b(?P<from>\d+) to (?P<to>\d+) hours old\b")
_EARLY: Final = caseless(
    r"\b(?:treatment line|level (?:is measured|will not be known)|within \d+ hours of the overdose)\b"
)
_LATE: Final = 24.0
"""Hours from which on no line and no level tells alone whether the antidote is given."""
_WITHIN: Final = caseless(r"\bwithin (?P<hours>\d+) hours of the overdose\b")
_SOONEST: Final = caseless(r"\blevel is measured\b")
_PER_KG: Final = caseless(r"\b(?:(?P<dose>\d+) mg/kg or more|more than (?P<above>\d+) mg/kg)\b")
_TAKEN: Final = caseless(r"\b(?P<amount>\d+(?:\.\d+)?) ?(?P<unit>g|mg)\b(?!/)")
_ACTS: Final = caseless(r"\b(?:(?:is|are) given|recommends?|is measured|the dose of)\b")


def hours(text: str) -> float | None:
    """How many hours ago it was taken; None where nobody tells."""
    found = _AGO.search(text)
    if found is None:
        return None
    return float(found["hours"]) * (24.0 if found["unit"].startswith("day") else 1.0)


def per_kilogram(context: Context) -> float | None:
    """How many mg/kg were taken, where the amount and the weight are told."""
    weight = fitting.kilograms(context.question.patient)
    found = _TAKEN.search(context.question.typed)
    if weight is None or found is None or not weight:
        return None
    return float(found["amount"]) * (1000.0 if found["unit"].lower() == "g" else 1.0) / weight


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences on an overdose of such an age and amount, those that tell them first; none for other readers than
    professionals."""
    if context.reader.plain:
        return ()
    scored = [
        (score, Salient(source, one.span, 1.0, words.stems(one.span.quote)))
        for source in _sources(context)
        for one in sentences_in(source.record)
        if quotable(one.span) and _ACTS.search(one.span.quote) and (score := _fit(one.span.quote, context)) is not None
    ]
    return tuple(one for _, one in sorted(scored, key=lambda row: -row[0]))[:MOST_STEPS]


def _sources(context: Context) -> list[Appraisal]:
    """Guidelines that are by their titles on too much of the medicine."""
    every = {a.record.id: a for a in (*context.appraisals, *context.guidelines, *context.first_aid)}.values()
    names = [words.stems(name) for c in context.question.concepts if c.semantic == "drug" for name in c.names[:8]]
    return [
        a
        for a in every
        if a.record.kind is RecordKind.GUIDELINE
        and too_much.speaks(head := a.record.title.partition(":")[0])
        and any(own and own <= words.stems(head) for own in names)
    ]


def _fit(text: str, context: Context) -> float | None:
    """How much a sentence tells of just such an overdose; None where it is of another."""
    typed = context.question.typed
    ago, staggered = hours(typed), _STAGGERED.search(typed) is not None
    if _IS_STAGGERED.search(text):
        return 4.0 if staggered else None
    if (older := _OLDER.search(text)) is not None:
        return 4.0 if ago is not None and ago > float(older["from"]) else None
    if (between := _BETWEEN.search(text)) is not None:
        if ago is None or not float(between["from"]) <= ago <= float(between["to"]):
            return None
        return 4.0 if _enough(text, context) else None
    if (within := _WITHIN.search(text)) is not None and ago is not None and ago > float(within["hours"]):
        return None
    late = ago is not None and ago > _LATE
    if _EARLY.search(text) and (late or staggered):
        return None
    if not _enough(text, context):
        return None
    told = _PER_KG.search(text) is not None and per_kilogram(context) is not None
    if told:
        return 3.5
    return 3.0 if _SOONEST.search(text) else 2.0 if _EARLY.search(text) else 1.0


def _enough(text: str, context: Context) -> bool:
    """Whether as much was taken, by weight, as a sentence is of; True where either tells none."""
    taken, limit = per_kilogram(context), _PER_KG.search(text)
    return taken is None or limit is None or taken >= float(limit["dose"] or limit["above"])


def say(draft: Draft, context: Context) -> bool:
    """The first of them; False where there are none."""
    for one in rows(context)[:MOST]:
        by_part.tell(draft, one)
    return bool(rows(context))


def is_late(context: Context) -> bool:
    """Whether the rules of a label for an early and single overdose hold no more."""
    typed = context.question.typed
    ago = hours(typed)
    return bool(rows(context)) and (_STAGGERED.search(typed) is not None or (ago is not None and ago > _LATE))


def steps_of(steps: Steps, context: Context) -> bool:
    """All of them as steps; False where there are none."""
    for one in rows(context):
        steps.step(f"{one.span.quote.rstrip('. ')} ({source_name(one.appraisal)})", Kind.DIRECTIVE, (one.span,))
    return bool(rows(context))
