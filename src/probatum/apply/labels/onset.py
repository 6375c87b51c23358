"""Onset: how soon a treatment works, where just that is asked: what a label, a guideline or a trial says of it.

Where none does, that is said first; then the earliest time at which a trial that answers measured what it did, which
is no onset, and is called the nearest that is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.apply import designs, fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import NEAREST, Draft, quote
from probatum.apply.evidence import intervention
from probatum.apply.evidence.arms import choices
from probatum.apply.evidence.outcomes import is_harm
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted import by_part, salience
from probatum.apply.quoted.choosing import names_outcome, on_outcome
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, Kind, RecordKind, RecordStatus, Role, SectionRole, Span
from probatum.text import asking, onset, salts, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

LONGEST: Final = 25
"""Words of a question that asks one thing."""
MOST_STUDIES: Final = 6
_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)
_UNTOLD: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS)
_BESIDES: Final = caseless(
    r"\b(?:dos(?:e|es|ing)|versus|vs|compared|side[- ]effects?|safe|interact\w*|stor(?:e|ed|age)|crush\w*|instead"
    r"|and (?:what|which|how|can|does|is|should))\b"
)
_NO_EFFECT: Final = caseless(
    r"\b(?:not significant\w*|no significant|no difference|did not|does not|detected no|no better|not (?:lower"
    r"|differ\w*|improve\w*))\b"
)
_ILL: Final = ("condition", "symptom")
_GIVEN: Final = ("drug", "procedure")


class Measured(NamedTuple):
    """A result of a trial with the time at which it was measured."""

    hours: float
    appraisal: Appraisal
    span: Span


def asks(context: Context) -> bool:
    """Whether it is asked how soon what is given works."""
    question = context.question
    return bool(context.named and question.danger in ("", "stopping") and onset.asks(question.typed))


@once
def alone(context: Context) -> bool:
    """Whether nothing else is asked."""
    typed = context.question.typed
    return (
        asks(context)
        and not context.combined
        and not choices(context.question)
        and len(asking.clauses(typed)) <= 1
        and len(typed.split()) <= LONGEST
        and _BESIDES.search(typed) is None
        and (context.treatable or intervention.is_of(context.question, _GIVEN))
    )


def bare(context: Context) -> bool:
    """Whether it is asked of no illness and no outcome, so that what trials found in any of them is no answer."""
    return alone(context) and not (context.population or context.outcome)


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences that tell it, those of labels and guidelines first."""
    made: list[tuple[tuple[bool, int], Salient]] = []
    patient = context.question.patient
    for source in _sources(context):
        advice = source.record.kind in _ADVICE
        for one in sentences_in(source.record):
            text = one.span.quote
            if (
                not onset.tells(text, advice=advice)
                or one.role in _UNTOLD
                or not quotable(one.span)
                or len(text.split()) > by_part.LONGEST
                or not sexes.fits(text, patient)
                or fitting.of_children_alone(text, patient)
                or not _of_treatment(source, text, context)
            ):
                continue
            salient = Salient(source, one.span, 1.0, frozenset(one.stems))
            made.append(((not advice, len(made)), salient))
    return tuple(one for _, one in sorted(made, key=lambda row: row[0]))


def _sources(context: Context) -> Iterator[Appraisal]:
    """Labels of what is asked about, guidelines on the illness, and the studies that answer."""
    yield from context.labels
    for source in salience.sources(context):
        if source.record.kind is RecordKind.GUIDELINE and source.record.status is not RecordStatus.SUPERSEDED:
            if _on_ill(source, context):
                yield source
        elif source in context.answering[:MOST_STUDIES] and not source.directness.note:
            yield source


def _on_ill(source: Appraisal, context: Context) -> bool:
    """Whether a guideline is on the illness that is asked about; on any, where none is."""
    ill = [c for c in context.question.concepts if c.semantic in _ILL and c.role is not Role.OTHER]
    said = words.stems(f"{source.record.title} {' '.join(s.text for s in source.record.evidence_sections)}")
    names = [words.stems(n) for c in ill for n in c.names]
    return not ill or any(own and own <= said for own in names)


def _of_treatment(source: Appraisal, text: str, context: Context) -> bool:
    """Whether a sentence is on what is given and on the illness asked about; a label is on one medicine."""
    if source.record.kind is RecordKind.LABEL and any(salts.is_about(source.record.title, n) for n in context.named):
        ill = [c for c in context.question.concepts if c.semantic in _ILL and c.role is not Role.OTHER]
        names = tuple((c.label, c.text, *c.synonyms) for c in ill)
        return not ill or fitting.names_one(text, names) or not _OF_USE.match(text)
    titled = source.record.kind is not RecordKind.GUIDELINE and context.names_intervention(source.record.title)
    return titled or context.names_intervention(text)


_OF_USE: Final = caseless(r"\W*(?:in|for) (?!most\b|some\b|adults\b|people\b|patients\b)")
"""A sentence of a label that begins with the use it is of."""


@once
def measured(context: Context) -> Measured | None:
    """The earliest time at which the first trial that answers measured an effect; None where none tells a time, or
    where a medicine is asked about of which it is not told what for."""
    if context.drug_like and not (context.population or context.outcome):
        return None
    for appraisal in context.answering[:MOST_STUDIES]:
        if appraisal.directness.note or appraisal.record.kind is RecordKind.BOOK:
            continue
        harms = {f.sentence for f in appraisal.findings if is_harm(context.question, f)}
        made = [
            Measured(hours, appraisal, span)
            for span in (*appraisal.results, *appraisal.conclusions)
            if (hours := onset.measured(span.quote)) is not None
            and span not in harms
            and quotable(span)
            and _NO_EFFECT.search(span.quote) is None
            and context.names_intervention(span.quote)
            and (not names_outcome(context) or on_outcome(context, span))
        ]
        if made:
            return min(made, key=lambda one: one.hours)
    return None


def say(draft: Draft, context: Context) -> bool:
    """What tells it, else that nothing does, with the time at which a trial measured; False where it is not asked."""
    if not asks(context):
        return False
    found = told(context)
    for one in found[:1]:
        by_part.tell(draft, one)
    if found:
        return True
    named = [_many(n) for n in context.named]
    what, works = wording.join(named), "work" if len(named) > 1 or named[0].endswith("s") else "works"
    draft.add(
        f"no source held says how soon {what} {works}",
        Kind.ABSENCE,
        plain=f"we found nothing that tells how soon {what} {works}. Ask a pharmacist or doctor when to expect it",
    )
    near = measured(context)
    if near is not None:
        quote(draft, near.appraisal, near.span, "reports", opening=f"{NEAREST}, when a trial measured what it did")
    else:
        _ran(draft, context)
    return True


def _many(name: str) -> str:
    """A class as what it holds: `statins`."""
    return f"{name}s" if members(name.lower()) and not name.endswith("s") else name


def _ran(draft: Draft, context: Context) -> None:
    """How long the first trial that answers ran, where it tells no time of a result."""
    for appraisal in context.answering[:MOST_STUDIES]:
        ran, study = appraisal.study.duration, appraisal.study
        if ran is None or appraisal.directness.note or study.design.synthesis or not study.design.randomised:
            continue
        lead, spans = designs.lead(study)
        what = wording.join([_many(n) for n in context.named])
        easy = f"the nearest that we found is {lead} of {what}. It says nothing of an earlier time"
        text = f"{NEAREST}: {lead} of {what} says nothing of an earlier time"
        draft.add(text, Kind.ABSENCE, (ran.span, *spans), plain=easy)
        return
