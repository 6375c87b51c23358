"""Onset: whether a text asks how soon a treatment works, and whether a sentence tells it.

`How long does it take` asks that of a treatment; how long it lasts, stays in the body or is given are other questions.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_UNIT: Final = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"
_FELT: Final = (
    r"(?:kick(?:s|ing)? in|take(?:s)? (?:full |any |its )?effect"
    r"|feel(?:s|ing)? (?:(?:any|a bit|much|its?|the|some) )?(?:better|differen\w+|benefits?|effects?|improve\w*|relief)"
    r"|notic\w+ (?:\w+ ){0,2}(?:differen\w+|improve\w*|effects?|benefits?|change)"
    r"|see (?:\w+ ){0,2}(?:differen\w+|improve\w*|effects?|benefits?|results?|response))\b"
)
"""What somebody feels or sees of it."""
_WORKS: Final = (
    rf"(?:{_FELT}|(?:work(?:s|ing)?|act(?:s|ing)?(?! (?:on|as|by)\b)"
    r"|(?:be|become)s? (?:fully )?(?:effective|active)|ha(?:s|ve) (?:an |any |its )?effect|show(?:s)? (?:an )?effect"
    r"|help(?:s|ing)?"
    r"|(?:effects?|benefits?|response|relief|improvement)s? (?:to )?(?:appears?|begins?|starts?|shows?|occurs?|emerges?"
    r"|(?:is|are|be) (?:seen|felt|noticed))"
    r"|lower(?:s|ing)?|reduc(?:e|es|ing)|bring(?:s|ing)? (?:\w+ ){0,3}down|relieve(?:s)?|eas(?:e|es|ing)"
    r"|improv(?:e|es|ing)|clear(?:s|ing)?|heal(?:s|ing)?|control(?:s)?|get(?:s|ting)? rid of)\b)"
)
"""What a treatment does, once it works."""
_HOW: Final = (
    rf"(?:how (?:long|soon|quick(?:ly)?|fast|rapid(?:ly)?|much time|many {_UNIT})|(?:in|within) (?:how|what) \w+)"
)
_ASKS: Final = caseless(
    rf"\b{_HOW}\b(?! (?:should|must|can|could|may)\b(?! (?:i|we|you|he|she|they|one|patients?) (?:expect|wait)))"
    rf"[^?.;]{{0,70}}?\b{_WORKS}"
    rf"|\bwhen (?:do|does|did|will|would|might|can|should) (?!not\b)[^?.;]{{1,50}}?(?:\b{_FELT}"
    rf"|\b(?:start(?:s)?(?: to)?|begin(?:s)?(?: to)?|expect\w*(?: to)?|first)\b[^?.;]{{0,30}}?\b{_WORKS})"
    r"|\b(?:onset|speed) of (?:its |the )?(?:action|effects?|benefits?|response|relief|activity)\b"
    r"|\b(?:action|effect) onset\b|^\W*onset\b|\btime (?:to|till?|until) (?:the )?(?:first |full |peak "
    r"|clinical )?(?:onset|effects?"
    r"|benefits?|response|relief|improvement|work(?:ing)?)\b"
    r"|\bhow (?:long|much time) (?:do|does|will|would|might) (?:[\w-]+ ){1,4}(?:normally |usually |typically )?take\W*$"
)
_ELSE: Final = caseless(
    r"\b(?:side[- ]effects?|adverse|withdrawal|toxic\w*|rash|wears? off|wearing off|stops? working|lasts?|lasting"
    r"|leaves?"
    r"|out of (?:my|the|his|her)|safe(?:ly)? to|stay(?:s)? in|half-life|overdos\w*|infusion take|go away on (?:its"
    r"|their) own"
    r"|without)\b"
)
"""Words of what else a time is asked for."""
_TIME: Final = (
    r"(?:\d+(?:\.\d+)?(?: ?(?:to|-|\u2013|or|and) ?\d+(?:\.\d+)?)?|one|two|three|four|five|six|eight|ten|twelve"
    rf"|a few|several|an?)(?: or (?:more|longer))?[ -]{_UNIT}"
)
_DOES: Final = (
    r"(?:effects?|benefits?|respon\w+|relief|reliev\w+|improve\w*|works?|working|acts?|acting|helps?|better"
    r"|lower(?:s|ed|ing)"
    r"|reduction|reduced|fall|eased?)"
)
_EARLY: Final = (
    r"(?:as (?:early|soon) as|already (?:at|after|by|within)|(?:starting |beginning )?from)"
    rf" (?:the first |day )?{_TIME}"
)
_ONSET: Final = (
    rf"\bonset of (?:its |the )?(?:action|effects?|benefits?|response|relief)\b[^.;]{{0,80}}\b{_TIME}"
    rf"|\b{_TIME}[^.;]{{0,30}}\bonset of (?:action|effect|response|relief)\b"
    rf"|\b(?:begins?|starts?|began|started) to (?:work|act|help)\b[^.;]{{0,40}}\b{_TIME}|\b(?:takes?"
    rf"|took) (?:full )?effect\b"
    rf"|\b{_DOES}\b[^.;]{{0,60}}\b{_EARLY}"
)
_BY_STUDY: Final = caseless(_ONSET)
_BY_ADVICE: Final = caseless(
    rf"{_ONSET}|\b{_DOES}\b[^.;]{{0,60}}\b(?:within|in|after|by|takes?|until|about) (?:about |the first "
    rf"|up to )?{_TIME}"
    rf"|\btakes?\b[^.;]{{0,20}}\b{_TIME}[^.;]{{0,30}}\b(?:to|before|until)\b[^.;]{{0,40}}\b{_DOES}\b"
    rf"|\b{_TIME} (?:of (?:treatment|use|therapy) )?(?:may |might )?(?:be needed |pass )?(?:before"
    rf"|until)\b[^.;]{{0,40}}\b{_DOES}\b"
)
_OF_ELSE: Final = caseless(
    r"\b(?:contra-?indicat\w*|stopp\w+|stopping|discontinu\w+|overdos\w+|withdraw\w*|interact\w*|adverse|reactions?"
    r"|inhibitors?|toxic\w*|without|(?:should|must) (?:not )?be (?:taken|given|left out|raised|doubled|halved)"
    r"|dose of [\w/% -]{2,60} (?:is|may)|maximum|apart|not recommended|half-life|died|deaths?|fertility|monitored)\b"
)
_MEASURED: Final = caseless(
    r"\b(?:at|after|within|by|over|as early as) (?:the end of |about |day )?(?P<n>\d+(?:\.\d+)?|one|two|three"
    r"|four|six|eight|twelve)"
    r"[ -](?P<unit>minute|hour|day|week|month|year)s?\b(?![- ](?:old|of age|of (?:the )?(?:injury|symptoms?|onset"
    r"|randomi)))"
)
_AMOUNTS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "twelve": 12}
_HOURS: Final = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766}


def asks(text: str) -> bool:
    """True for `how long does A take to work`, `when will A kick in`, `onset of action of A`."""
    return _ASKS.search(text) is not None and _ELSE.search(text) is None


def tells(sentence: str, *, advice: bool) -> bool:
    """Whether a sentence tells how soon a treatment works; `advice`, one of a label or guideline, which measures
    nothing: `the benefit should be assessed after 4 weeks`."""
    pattern = _BY_ADVICE if advice else _BY_STUDY
    return pattern.search(sentence) is not None and _OF_ELSE.search(sentence) is None


def measured(sentence: str) -> float | None:
    """The hours after which a result was measured: 672 of `at 4 weeks`; None where the sentence tells no such time."""
    found = _MEASURED.search(sentence)
    if found is None:
        return None
    said = found["n"].lower()
    return (_AMOUNTS.get(said) or float(said)) * _HOURS[found["unit"].lower()]
