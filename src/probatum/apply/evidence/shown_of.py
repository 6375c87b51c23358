"""Shown of a treatment: which results, sentences and conclusions of a study say what another treatment did.

A figure that is set against nothing, or that compares people who smoke with people who do not, says nothing of the
treatment under whose name it would stand; nor does what people were like before it was given.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply.evidence.given import NAMELESS
from probatum.apply.evidence.spelled_out import spelled_out
from probatum.model import Appraisal, ArmResult, Direction, Finding, Measure, Span
from probatum.text import statistics, words
from probatum.text.expressions import caseless


def result(finding: Finding, appraisal: Appraisal, name: str) -> bool:
    """Whether a result compares, and compares the treatment of this name with something."""
    shares = finding.measure is Measure.PERCENTAGE and len([a for a in finding.arms if a.value is not None]) > 1
    if finding.direction is Direction.UNCLEAR and finding.significant is None and not (finding.estimate or shares):
        return False
    if finding.measure in _MEANS and finding.significant is None and not (finding.estimate or finding.claimed):
        return False  # two means that no test sets apart are two means
    if not finding.arms:
        return _is_tried(appraisal) or named_in(finding.sentence, appraisal, name)
    own = [arm for arm in finding.arms if _is_of(arm, appraisal, name)]
    others = [arm for arm in finding.arms if arm not in own]
    if not own:
        if any(_is_of(arm, appraisal, name) for f in appraisal.findings for arm in f.arms):
            return False  # the study has an arm of this name, and this result is of another
        return any(arm.control for arm in finding.arms) and len(finding.arms) > 1 and _is_tried(appraisal)
    return bool(others) or len(finding.arms) == 1 or not all(NAMELESS.fullmatch(arm.arm) for arm in own)


_MEANS: Final = (Measure.MEAN, Measure.MEDIAN)


def sentence(span: Span, appraisal: Appraisal, name: str) -> bool:
    """Whether a sentence of results compares, and tells of no time before the treatment; where nothing was tried by
    arms it names the treatment."""
    said = span.quote
    if _BEFORE.search(said) or not (_COMPARES.search(said) or statistics.read_p(said)):
        return False
    return _is_tried(appraisal) or named_in(span, appraisal, name)


def named_in(span: Span, appraisal: Appraisal, name: str) -> bool:
    """Whether a sentence names the treatment, by any of its names."""
    return _says(span.quote, appraisal, name)


def denied(span: Span) -> bool:
    """Whether a conclusion says that a treatment did nothing: it is no other way then."""
    return _DENIED.search(span.quote) is not None and _SHOWN.search(span.quote) is None


_DENIED: Final = caseless(
    r"\bno (?:\w+ )?(?:effects?|benefits?|evidence|improvements?|advantages?)\b|\bineffective\b"
    r"|\b(?:not|n't) (?:\w+ )?(?:significant\w*|effective|superior|improve|reduce|prevent|affect"
    r"|recommend\w*|beneficial|support\w*|demonstrate)\b"
)
_SHOWN: Final = caseless(
    r"(?<!not )\b(?:improve[sd]|reduce[sd]|lowered|prevented|superior|(?:is|are|was|were) (?:\w+ )?effective)\b"
)


def given_with(appraisal: Appraisal, name: str) -> bool:
    """Whether a source without arms is on a treatment that was given with another, by its title: what is added takes
    the place of nothing."""
    title = appraisal.record.title
    return not appraisal.study.arms and _JOINED.search(title) is not None and _says(title, appraisal, name)


_JOINED: Final = caseless(r"\b(?:combined with|combination with|plus|added to|on top of|in addition to)\b")
_BEFORE: Final = caseless(
    r"\b(?:at baseline|baseline (?:characteristics|demographics)|reasons? for exclusion|demographic\w*"
    r"|before the (?:procedure|operation|surgery|treatment|intervention|start|injection)s?"
    r"|(?:prior to|before) (?:admission|enrol\w*|randomi\w+|inclusion)|(?:were|was) similar among the \w+ groups)\b"
)
_COMPARES: Final = caseless(
    r"\b(?:than|versus|vs|compared|comparison|differ\w*|reduc\w+|lower\w*|decreas\w+|higher|increas\w+|improv\w+"
    r"|prevent\w*|superior\w*|inferior\w*|effect(?:s|ive\w*)?|no (?:evidence|benefit)|similar\w*)\b"
    r"|\d ?%[^%]{1,120}\d ?%"
)


def _is_tried(appraisal: Appraisal) -> bool:
    """Whether people were given one thing or another, or a review gathers studies in which they were."""
    return appraisal.study.design.randomised or appraisal.study.design.synthesis


def _is_of(arm: ArmResult, appraisal: Appraisal, name: str) -> bool:
    """Whether an arm got the treatment: by its name, by a drug that it got, or because it is called by no other."""
    if arm.control:
        return False
    if not arm.arm or NAMELESS.fullmatch(arm.arm):
        return True
    return _says(" ; ".join((arm.arm, *arm.drugs)), appraisal, name)


def _says(text: str, appraisal: Appraisal, name: str) -> bool:
    """Whether a text names a treatment: by a telling word of its name, by another name, or by its short form."""
    said = f"{text} ; {spelled_out(text, appraisal.record)}"
    if (words.stems(name) - _LOOSE) & words.stems(said):
        return True
    labels = {m.term.label for m in vocabulary.load().find(name)}
    return bool(labels & {m.term.label for m in vocabulary.load().find(said)})


_LOOSE: Final = words.stems(
    "high low dose dosage inhaled oral topical intravenous early late standard combined programme program of in and"
)
"""Words of a name by which alone no treatment is known."""
