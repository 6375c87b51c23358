"""Whether what was read can stand: an outcome that is something measured, arms that are people or treatments.

The readers go by the shape of a sentence, and now and then take a treatment, a multiple, a plan or an analysis for the
outcome or an arm. Such a finding says nothing true, so none is made. Arms of one name that differ in how long they are
treated are called by that as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.appraise.findings import belonging, halves, wellformed
from probatum.appraise.findings.judging import DIFFERENCES, RATIOS
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Finding, Measure
from probatum.text.expressions import expression

_TIME: Final = r"(?:min(?:ute)?s?|h(?:ours?)?|days?|weeks?|months?|years?)"
_TREATMENT: Final = (
    r"(?:therapy|therapies|treatments?|regimens?|monotherapy|chemotherapy|radiotherapy|vaccines?|vaccination|antibiotics|"
    r"supplementation|programmes?|programs?)"
)
_NO_OUTCOME: Final = expression(
    r"(?:an? |the )?(?:"
    r"(?:cor)?relations?|relationships?|associations?|occurring|happening|(?:outperforming|exceeding) .*|"
    r"increas(?:e|es|ed)|decreas(?:e|es|ed)|reductions?|changes?|declines?|rises?|drops?|even|not different.*|"
    r"differences?|improvements?|trends?|"
    r"(?:first|second|third|fourth|fifth|last|highest|lowest|top|bottom)(?: (?:quintile|quartile|tertile|group))?|"
    r"(?:about )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many|multi|[\d.]+)(?:-| )?fold\b.*|"
    r"(?:low|lower|high|higher|increased|reduced|greater|decreased|elevated|moderate) "
    r"(?:risks?|odds|hazards?|chances?|likelihood|probability|prevalence|incidence|rates?|levels?)|"
    r"(?:at|high|low)-risk(?: patients)?|(?:one|two|three|\d+) (?:study|studies|trials?|articles?)|"
    r".*\b(?:above|below|least|than|(?<!follow-)(?<!follow )up|(?:from|in|of) the (?:lowest|highest) .*)|"
    r"(?:study |new |proposed )?(?:protocol|intervention|programme|program|strategy|algorithm|trial|study|procedure)|"
    r"(?:treating|treated|randomi[sz]\w+|assigning|assigned|allocat\w+) (?:with|to) .*|"
    r"being (?:randomi[sz]ed|assigned|allocated|enrolled|included|recruited|screened) .*|"
    r"being (?:seen|found|observed|noted|reported|detected) (?:in|among|with|for) .*|"
    r"(?:meeting|fulfilling) (?:the |our |all )?(?:selection|inclusion|eligibility|study) criteria.*|"
    rf"(?:within |after |at |for )?[\d.]+(?: ?(?:to|and|or|-|–) ?[\d.]+)? {_TIME}(?: \w+)?|"
    r"(?:susceptible|resistant|positive|negative|observing|observed)|favou?r of .*|"
    r"(?:lungs?|liver|kidneys?|heart|brain|bones?|skin|breasts?|colon|pancreas|stomach)|"
    r"CD\d+|.*\b(?:of|in|for|to) (?!infected|bleed|need|unmet)\w{3,}ed"
    r")",
    re.IGNORECASE,
)
"""What is left of an outcome whose name was not found: a finding of it would say nothing."""
_EXPOSURE: Final = expression(
    rf"(?!.*\b(?:needs?|use|receipt|adherence|compliance|response|discontinuation|completion|duration|failures?|success|"
    rf"rates?|satisfaction|delay|access|cost|time|initiation|withdrawal|change|switch)\b)"
    rf".*\b{_TREATMENT}(?:\s(?:for|of|with|over)\s.*)?",
    re.IGNORECASE,
)
"""A ratio or difference is of what happens, and a treatment is what it happens under."""
_PREDICTORS: Final = expression(
    r"\b(?:was|were|as)\s(?:(?:an?|the|all|also|only|single|most|both|independent|significant|strong|important|potential|"
    r"main|risk|prognostic|protective|independently)\s){0,4}(?:predictors?|factors?|determinants?|predictive|"
    r"prognostic)\b(?:\s?[.,;(]|\s(?:of|for)\b[^();]{2,60}[.]?$|\s?$)"
)
"""`... were independent predictors (of X)` at the end: what stands before is a factor, and X was not read."""
_AMONG_FACTORS: Final = expression(
    r"\b(?:predictors?|determinants?|(?:risk|protective|prognostic|independent|significant|associated)\sfactors?)\s(?:of|for|associated)\b"
    r"[^;]*[(\[][^;]*\band\b",
    re.IGNORECASE,
)
"""A list of factors: a ratio of it whose factor was not read is of no outcome."""
_LINKED: Final = expression(
    r"\b(?:was|were|is|are|showed)\s(?:\w+\s){0,2}(?:associated with|association with|related to|linked to|"
    r"correlated with|predictive of|predictors? of|risk factors? for)\b"
)
"""Behind a ratio: what stands before it is linked to the outcome, and is not the outcome."""
_EXPOSED: Final = expression(r"(?:lower|higher|increased|reduced|older|younger|earlier|later|greater)\b", re.IGNORECASE)
_RISK_OF: Final = expression(
    r"(?:an?\s|the\s)?(?:\w+ly\s)?(?:higher|lower|increased|reduced|greater)\s(?:risks?|odds|incidence|prevalence|rates?)\sof\b"
    r"(?P<x>.*)\b(?:was|were)\s(?:\w+\s)?associated\swith\b",
    re.IGNORECASE,
)
"""`A higher risk of X (RR 1.5) was associated with Y`: the outcome stands where the exposure mostly does."""
_LEADING: Final = expression(
    r"(?:the )?(?:increase|decrease|progress|course|passage) (?:of|in) [^,]{2,30}, (?P<own>the .+)"
)
_NO_ARM: Final = expression(
    r"the (?:closest|only|other|others|remaining|latter|former|strongest|highest|lowest|next|rest)$|"
    r"(?:the )?(?:M?AN(?:C)?OVA|(?:\w+ )?(?:regression|(?:meta-?)?analys[ei]s|comparisons?|model)) (?:of|for|on)\b|"
    r".*[%<>=≥≤±]$|\d+(?:st|nd|rd|th)\b.*\b(?:days?|weeks?|months?|hours?|visits?)$|"
    rf"(?:for |at |after |within )?[\d.]+(?: ?(?:to|and|or|-|–) ?[\d.]+)? {_TIME}(?: (?:after|before|window))?$",
    re.IGNORECASE,
)
_CONTROL_TIME: Final = expression(rf"^((?:\w+ )?(?:placebo|sham|control|saline))\s[\d.]+\s?{_TIME}$", re.IGNORECASE)
_EACH: Final = expression(
    r"\b(?:in|for|of|within)\s(?:both|all|each|either)(?:\s\w+)?\s(?:groups?|arms?|conditions?)\b"
)
_CHANGED: Final = expression(r"\b(?:increased|decreased|improved|rose|fell|declined|dropped|reduced)\b")
_FOR_PLACE: Final = expression(
    r"\b(?P<of>(?:for|in|among)\s(?:the\s)?(?P<place>[\w-]+(?:\s[\w-]+)?))\s?[(\[][^()\[\]]*$"
)
_NEXT_PLACE: Final = expression(r"[^()\[\]]*[)\]](?:,|,?\sand)\s(?:and\s)?[\w-]+(?:\s[\w-]+)?\s?[(\[]")
_FOR_SOME: Final = expression(
    r"[\d.·]*\s?(?:%|[a-z]+)?[\])]?(?:\s(?:participants|patients|people|children|women|men|subjects|cases))?\s(?:for|in|among|with|"
    r"after|following|on|under|receiving)\s[^.,;()\d]{2,60}\s(?:and|vs\.?|versus)\s(?:in\s|for\s|after\s|with\s)?\d"
)
"""`34.6 months for A and 43.8 months for B`: the first figure is of A alone."""
_BESIDE: Final = 45
"""Characters between a p value and `in both groups`."""


def of(sentence: Sentence, found: Finding) -> Iterator[Finding]:
    """The finding with its arms told apart, or nothing where its outcome or an arm cannot be one."""
    owned = belonging.told(sentence, found)
    if owned is None:
        return
    found = owned
    if (
        _NO_OUTCOME.fullmatch(found.outcome)
        or _is_group(sentence, found.outcome)
        or not wellformed.stands(sentence, found)
    ):
        return
    if (
        _is_set(sentence, found)
        or halves.is_half(sentence, found)
        or (found.measure is Measure.CORRELATION and _QUALITY.search(found.outcome) is not None)
        or _is_exposure(sentence, found)
        or _of_each(sentence, found)
        or _of_some(sentence, found)
    ):
        return
    arms = tuple(_named(sentence, arm) for arm in found.arms)
    if any(_NO_ARM.match(arm.arm) for arm in arms):
        return
    led = _LEADING.fullmatch(found.outcome)
    outcome = (led["own"] if led else found.outcome) + _place(sentence, found)
    if arms != found.arms or outcome != found.outcome:
        control = next((a.arm for a in arms[1:] if a.control), arms[1].arm if len(arms) == 2 else found.comparator)
        found = msgspec.structs.replace(found, arms=arms, comparator=control, outcome=outcome)
    yield found


_SHORT_FORM: Final = expression(r"(?:the\s)?(?P<short>[A-Z][A-Z0-9-]{1,7})", 0)


def _is_group(sentence: Sentence, name: str) -> bool:
    """Whether an outcome is the short form of a group: `the wait-list control group (WLCG)`."""
    short = _SHORT_FORM.fullmatch(name)
    if short is None:
        return False
    written = re.compile(rf"\b(?:groups?|arms?)\s?[\[(]{re.escape(short['short'])}[\])]", re.IGNORECASE)
    return any(written.search(section.text) for section in sentence.context.record.sections)


_QUALITY: Final = expression(r"\b(?:agreement|validity|reliability|consistency|concordance)$", re.IGNORECASE)
"""What a coefficient is a measure of, and not what is linked."""
_OF_TESTS: Final = frozenset(
    {Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.LIKELIHOOD_RATIO, Measure.PREDICTIVE_VALUE, Measure.AUC}
)
_SET_AT: Final = expression(
    r"\bat\s(?:an?\s|the\s)?(?:(?:fixed|given|set|target)\s)?(?:(?:sensitivity|specificity)\sof\s)?$", re.IGNORECASE
)
_CUT_OFF: Final = expression(
    r"\b(?:cut-?offs?|thresholds?)\s(?:values?\s|points?\s)?(?:of|for)\b[^;.]*$", re.IGNORECASE
)


def _is_set(sentence: Sentence, found: Finding) -> bool:
    """`at 95% specificity`, `the cut-off of NLR was 6.1`: what was chosen, and not what a test showed."""
    if found.measure not in _OF_TESTS or found.estimate is None:
        return False
    before = sentence.text[: found.estimate.span.start - sentence.start]
    return _SET_AT.search(before) is not None or (
        found.measure is Measure.LIKELIHOOD_RATIO and _CUT_OFF.search(before) is not None
    )


def _is_exposure(sentence: Sentence, found: Finding) -> bool:
    """A ratio or difference of a treatment or of a predictor: what happened under it was not read."""
    risked = _RISK_OF.match(sentence.text) if found.measure in RATIOS else None
    if risked is not None and found.outcome.lower() not in risked["x"].lower():
        return True
    if found.arms or found.measure not in RATIOS | DIFFERENCES or found.measure is Measure.CORRELATION:
        return False
    if found.measure in RATIOS and _AMONG_FACTORS.search(sentence.text):
        return True
    if _EXPOSURE.fullmatch(found.outcome) or _PREDICTORS.search(sentence.text) or _EXPOSED.match(found.outcome):
        return True
    behind = found.estimate.span.end - sentence.start if found.estimate is not None else len(sentence.text)
    return _LINKED.search(sentence.text, behind) is not None


def _of_each(sentence: Sentence, found: Finding) -> bool:
    """`X increased (p < 0.001) in both groups`: a p value of each group alone is none of a comparison."""
    if found.p is None or found.measure is not Measure.P_ONLY or len(found.arms) < 2:
        return False
    start, end = found.p.figure.span.start - sentence.start, found.p.figure.span.end - sentence.start
    near = sentence.text[max(0, start - _BESIDE) : end + _BESIDE]
    return _EACH.search(near) is not None and _CHANGED.search(sentence.text[:start]) is not None


_TREATED_FOR: Final = rf"\s(for [\d.]+(?: ?(?:to|-|–) ?[\d.]+)?[ -]{_TIME})\b"
_TREATED: Final = expression(_TREATED_FOR)


def _named(sentence: Sentence, arm: ArmResult) -> ArmResult:
    """The arm with how long it was treated, where the sentence tells arms of its name apart by that alone."""
    control = _CONTROL_TIME.match(arm.arm)
    if control is not None:
        return msgspec.structs.replace(arm, arm=control[1])
    if not arm.arm or arm.value is None or not _TREATED.search(sentence.text):
        return arm
    behind = re.compile(rf"{re.escape(arm.arm)}(?:\s\w+)?{_TREATED_FOR}")
    times = list(behind.finditer(sentence.text))
    if len({match[1] for match in times}) < 2:
        return arm
    at = arm.value.span.start - sentence.start
    nearest = min(times, key=lambda match: min(abs(match.start() - at), abs(match.end() - at)))
    return msgspec.structs.replace(arm, arm=f"{arm.arm} {nearest[1]}")


def _place(sentence: Sentence, found: Finding) -> str:
    """`mortality did not differ for liver (HR 0.9), lung (HR 1.0)`: the first ratio is of the first alone."""
    if found.estimate is None or found.arms:
        return ""
    at = found.estimate.span.start - sentence.start
    own, rest = _FOR_PLACE.search(sentence.text[:at]), _NEXT_PLACE.match(sentence.text[at:])
    if own is None or rest is None or own["place"].lower() in found.outcome.lower():
        return ""
    return f" {own['of']}"


def _of_some(sentence: Sentence, found: Finding) -> bool:
    """One figure without its group, where the sentence prints it for one group and another for the next."""
    if len(found.arms) != 1 or found.arms[0].arm or found.arms[0].value is None:
        return False
    return _FOR_SOME.match(sentence.text[found.arms[0].value.span.start - sentence.start :]) is not None
