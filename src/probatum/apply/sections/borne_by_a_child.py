"""Borne by a child: whether a source is content with a medicine in breast-feeding or in pregnancy.

Who is told that ibuprofen is preferred in breast-feeding is not told in the same breath to take none of it. What a
label or guideline has against it goes first (`patient.bars`) and never comes here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply.context import Context
from probatum.model import Fit, Span
from probatum.text import sentences
from probatum.text.expressions import caseless

_FEEDING: Final = caseless(r"\b(?:breast-?[ -]?(?:feed\w*|fed|milk)|lactation|nursing|milk)\b")
_PREGNANT: Final = caseless(r"\b(?:pregnan\w+|trimester)\b")
_CONTENT: Final = caseless(
    r"\b(?:(?:is|are) (?:an? |one of the |the )?(?:preferred|first choice|first-choice|compatible|acceptable|safe)"
    r"|may be (?:used|taken|given)|can be (?:used|taken|given)|no bar|not expected to (?:harm|cause)|preferred "
    r"(?:antidepressant|painkiller|medicine|choice)s?)\b"
)
_BUT: Final = caseless(
    r"\b(?:not|never|avoid\w*|only (?:if|when)|unless|contra-?indicated|animal\w*|another|other|rather than|until)\b"
)
"""What takes it back."""


def allowed(context: Context) -> bool:
    """Whether a sentence that names the medicine is content with it for the child whom it reaches, and none is not."""
    return any(_CONTENT.search(span.quote) and not _BUT.search(span.quote) for span in _spoken(context))


def _spoken(context: Context) -> Iterator[Span]:
    """The sentences on the medicine in breast-feeding, or in pregnancy."""
    of_child = _FEEDING if context.question.patient.breastfeeding else _PREGNANT
    for appraisal in context.appraisals:
        if appraisal.directness.intervention.fit is not Fit.DIRECT:
            continue
        for section in appraisal.record.evidence_sections:
            for start, end in sentences.split(section.text[:10_000]):
                span = Span(appraisal.record, section.id, start, end)
                if of_child.search(span.quote) and context.names_intervention(span.quote):
                    yield span
