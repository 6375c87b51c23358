"""Aside: what a source says that may stand further down and leads no short answer.

What was known before a study is why it was made, and its conclusion is what came of it; and of a test its figures
answer, not where the illness sat or whom it befell.
"""

from __future__ import annotations

from typing import Final

from probatum.model import Appraisal, Design, Intent, RecordKind, SectionRole, Span
from probatum.text.expressions import caseless

_BEFORE: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
_WEIGHED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM, Intent.DIAGNOSIS, Intent.PROGNOSIS)
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)
_KNOWN: Final = caseless(
    r"\b(?:have|has) (?:\w+ )?(?:produced|shown|yielded|given|reported|provided|led to) (?:\w+ ){0,2}?"
    r"(?:inconsistent|conflicting|contradictory|mixed|controversial|inconclusive|equivocal|heterogeneous)\b"
    r"|\b(?:is|are|remains?) (?:\w+ )?(?:unclear|unknown|uncertain|controversial|poorly understood|debated|disputed)\b"
    r"|\b(?:little is known|data (?:are|is) (?:limited|scarce|lacking)|(?:is|are|has been|have been) lacking)\b"
)
_OF_TEST: Final = caseless(
    r"\b(?:sensitiv\w+|specific(?:ity|ities)|predictive|NPV|PPV|accura\w+|likelihood ratios?|AUC|area under|cut-?offs?"
    r"|thresholds?|ruled? (?:\w+ )?(?:in|out)|exclud\w+|(?:false|true)[- ](?:positives?|negatives?)|detect\w+"
    r"|diagnos\w+|positive|negative|identif\w+|agreement|kappa|concordan\w+|miss(?:ed|es))\b"
)


def of_before(span: Span, appraisal: Appraisal) -> bool:
    """Whether a sentence tells what was known or open before a study that found or concludes something itself."""
    if appraisal.record.kind in _DOCUMENTS or not (appraisal.results or appraisal.conclusions):
        return False
    if span in appraisal.conclusions or span in appraisal.results:
        return False
    return span.source_section.role in _BEFORE or (span.start == 0 and _KNOWN.search(span.quote) is not None)


def beside_the_test(span: Span, appraisal: Appraisal, intent: Intent) -> bool:
    """Whether a sentence of a study of a test, asked how good that is, tells nothing of how good it is."""
    return (
        intent is Intent.DIAGNOSIS and appraisal.study.design is Design.ACCURACY and _OF_TEST.search(span.quote) is None
    )


def leads_nothing(span: Span, appraisal: Appraisal, intent: Intent) -> bool:
    """Whether a sentence may not lead a short answer for one of these."""
    return intent in _WEIGHED and (of_before(span, appraisal) or beside_the_test(span, appraisal, intent))
