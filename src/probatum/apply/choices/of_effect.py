"""Of effect: whether a study of another treatment tells what that does, so that it may stand as another choice.

Who looks at people as they come counts much of which a treatment is only a circumstance: how often it is had, what goes
with it, whom it befalls.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.evidence import shown_of
from probatum.apply.quoted import to_the_point
from probatum.model import Appraisal, Design, Span
from probatum.text.expressions import caseless

_TRIES: Final = (Design.NON_RANDOMISED, Design.SINGLE_ARM, Design.GUIDELINE)


def told(appraisal: Appraisal, name: str) -> bool:
    """Whether a study tried the treatment of this name in people, or judges in a sentence what it does."""
    study = appraisal.study.design
    if study.randomised or study in _TRIES:
        return True
    sentences = (*appraisal.conclusions, *appraisal.results)
    if study.synthesis and not any(_blames(span, appraisal, name) for span in appraisal.conclusions):
        return True
    return any(_judges(span, appraisal, name) for span in sentences)


def _judges(span: Span, appraisal: Appraisal, name: str) -> bool:
    judged = to_the_point.judges(span) or _VALUED.search(span.quote) is not None
    return judged and shown_of.named_in(span, appraisal, name) and _FACTOR.search(span.quote) is None


def _blames(span: Span, appraisal: Appraisal, name: str) -> bool:
    """Whether a sentence names it as what goes with an illness, or with what comes of it."""
    return shown_of.named_in(span, appraisal, name) and _FACTOR.search(span.quote) is not None


_VALUED: Final = caseless(r"\b(?:useful\w*|options?|alternatives?|promising|successful\w*|(?:well )?tolerated)\b")
_FACTOR: Final = caseless(
    r"\b(?:risk|prognostic|predictive|independent|contributing) factors?\b|\bpredict(?:ors?|ed|ive)\b"
    r"|\bcontribut(?:e|ed|ors?)\b|\bdependence\b"
    r"|\b(?:associated|correlated) with (?:an? |the )?(?:\w+ )?(?:increased?|higher|greater|elevated|poor\w*|worse)\b"
    r"|\blevels? (?:was|were|are|is|of)\b|\b(?:rates?|number|prevalence|frequency) of (?:\S+ )?hospitali[sz]ation"
)
"""Words by which something is a circumstance or a measure, and nothing that was given."""
