"""Referring: whom a path calls in, and when: what a guideline on the illness says of referral or admission.

A ward round needs to know at which point it is no longer its own matter. Guidelines say it in sentences that recommend
no medicine and so make no other step.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import illnesses_named, options, second_line
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, Kind, Question, RecordStatus, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless

MOST: Final = 2
LONGEST: Final = 40
"""Words of a sentence that a step holds."""
_REFERS: Final = caseless(
    r"\b(?:refer(?:red|ral|ring)|admission to|admitted|sent to hospital|taken to hospital|ambulance"
    r"|(?:needs?|seen by|advice of|referred to) an? [\w -]{0,30}(?:ologist|specialist|surgeon|unit)"
    r"|(?:specialist|surgeon|ophthalmologist) (?:should|must) (?:see|be))\b"
)
_DRUG_STEP: Final = caseless(r"\b\d[\d.,]* ?(?:mg|mcg|micrograms|g|ml|units)\b|\bfirst (?:choice|treatment)\b")
"""Advice on a medicine stands in a step of its own."""


_ASKS: Final = caseless(
    r"\bwhen (?:to|should|do|must|would|is)\b[^.;?]{0,50}\b(?:refer\w*|referral|admi(?:t|tted|ssion)"
    r"|sen[dt] (?:in|to)\b"
    r"|escalat\w+)"
    r"|\b(?:referral|admission) (?:criteria|thresholds?|indications?)\b"
    r"|\b(?:criteria|indications?|thresholds?) for (?:\w+ )?(?:referral|admission)\b"
    r"|\bneeds? (?:(?:to|be|go|going|in|urgent|an?|any|the) ){0,4}(?:admission|admitted|admitting|referral|referred"
    r"|referring|hospital|specialist)\b"
    r"|\b(?:should|must|do) [^.;?]{2,50}\b(?:be (?:referred|admitted|sent (?:in|to hospital))|go (?:in|to hospital))\b"
    r"|\b(?:refer|admit)\W*\?"
)


def asked(question: Question) -> bool:
    """Whether it is asked if or when somebody else is called in, or somebody is taken into hospital, for an illness and
    not for a medicine."""
    given = any(c.semantic == "drug" for c in question.having(Role.INTERVENTION))
    ill = any(c.semantic in _ILL for c in question.concepts)
    return ill and not given and _ASKS.search(f"{question.typed}") is not None


_ILL: Final = ("condition", "symptom")


@once
def told(context: Context) -> tuple[Salient, ...]:
    """Where that is asked, what guidelines on the illness say of it, what tells most of the question first."""
    question = context.question
    if not asked(question) or context.reader.plain:
        return ()  # whoever asks for himself is told when to call
    ill = [own for c in question.concepts if c.semantic in _ILL for n in c.names if (own := words.stems(n))]
    said = words.stems(f"{question.typed} {question.read}") - _OF_ALL
    found = [one for one in second_line.sentences(ill, context) if _calls_in(one, ill, context)]
    found.sort(key=lambda one: (-len(one.stems & said), _AT_ONCE.search(one.span.quote) is None))
    return tuple(found[: MOST + 1])


_OF_ALL: Final = words.stems("refer referral referred admit admission admitted need needs hospital specialist should")
_AT_ONCE: Final = caseless(r"\b(?:emergency|at once|immediate(?:ly)?|urgent(?:ly)?|same day)\b")


def _calls_in(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    text, patient, titled = one.span.quote, context.question.patient, words.stems(one.appraisal.record.title)
    if not (_REFERS.search(text) or _HOSPITAL.search(text)) or not any(own <= titled for own in ill):
        return False
    if _DRUG_STEP.search(text):
        return False
    return sexes.fits(text, patient) and fitting.of_age(text, patient) and not fitting.of_others(text, patient)


_HOSPITAL: Final = caseless(r"\b(?:in|to|go to) hospital\b|\badmission\b|\bspecialist\b")


@once
def rows(context: Context) -> tuple[tuple[Appraisal, Span], ...]:
    """What guidelines on the illness asked about say of it, of people like the patient."""
    patient = context.question.patient
    found: list[tuple[Appraisal, Span]] = []
    for source in context.guidelines:
        if source.record.status is RecordStatus.SUPERSEDED or not illnesses_named.titled(source, context):
            continue
        for one in sentences_in(source.record):
            text = one.span.quote
            if not _REFERS.search(text) or _DRUG_STEP.search(text) or len(text.split()) > LONGEST:
                continue
            if options.stands_aside(text, context):
                continue  # on a kind of the illness, where advice on the illness itself is held
            fits = sexes.fits(text, patient) and fitting.of_age(text, patient)
            if fits and quotable(one.span) and not fitting.of_others(text, patient):
                found.append((source, one.span))
    return tuple(found[:MOST])


def step(steps: Steps, context: Context) -> None:
    """A step that says when somebody else is called in; none where no guideline tells it."""
    found = rows(context)
    if not found:
        return
    sources = dict.fromkeys(source_name(a) for a, _ in found)
    texts = "; ".join(wording.lower(" ".join(span.quote.split()).rstrip(". ")) for _, span in found)
    text = f"Call in help where it is due: {texts} ({'; '.join(sources)})"
    steps.step(text, Kind.DIRECTIVE, tuple(span for _, span in found))
