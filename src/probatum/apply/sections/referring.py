"""Referring: whom a path calls in, and when: what a guideline on the illness says of referral or admission.

A ward round needs to know at which point it is no longer its own matter. Guidelines say it in sentences that recommend
no medicine and so make no other step.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import illnesses_named
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal, Kind, RecordStatus, Span
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
