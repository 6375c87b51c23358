"""Flow: sentences that tell who came, who stayed and what they were like at the start. They are no result.

`The trial was stopped after enrolling 1,852 children` and `their mean age was 66 years and 64% were male` hold figures,
and so look like results; in a short answer they stand in the place of what was found.
"""

from __future__ import annotations

from typing import Final

from probatum.model import Span
from probatum.text.expressions import caseless

_PEOPLE: Final = r"(?:patients|participants|subjects|people|individuals|adults|women|men|children|infants|eyes)"
_LEAD: Final = r"^\W*(?:(?:results?|findings|main results): ?)?"
_FLOW: Final = caseless(
    rf"{_LEAD}the (?:trial|study) (?:was (?:stopped|halted|terminated|closed|ended) [^.;]{{0,40}}?after "
    r"(?:enrol|recruit|randomi|including)|ended with)"
    rf"|{_LEAD}(?:of|from|out of) (?:the |a total of )?[\d,]{{1,9}} [^.;]{{0,80}}?, [\d,]{{1,9}} [^.;]{{0,60}}?\b"
    r"(?:fulfilled|met|were (?:eligible|included|enrolled|recruited|randomi[sz]ed|assigned|potentially)|had excellent"
    r"|completed (?:the|this|all)|received (?:≥ ?1|at least (?:1|one))\b)"
    rf"|{_LEAD}between [^.;]{{4,40}}? and [^.;]{{4,30}}?, [\d,]{{1,9}} (?:[\w-]+ ){{0,3}}{_PEOPLE} were"
    rf"|{_LEAD}in (?:each|both|every) groups?, [\w-]{{1,12}} {_PEOPLE} (?:were|was) (?:studied|included|enrolled)"
    rf"|{_LEAD}(?:[\d,]{{1,9}}|[a-z][\w-]{{2,20}}) {_PEOPLE} (?:from|in|of|across) [\w,]{{1,9}} (?:[\w-]+ ){{0,2}}"
    r"(?:trials|studies|rcts|articles) (?:met|fulfilled|were (?:included|identified|analy[sz]ed))"
    rf"|{_LEAD}(?:[\w-]{{1,20}} ){{0,4}}(?:drug )?arms from [\w-]{{1,12}} [^.;]{{0,60}}? were (?:meta-)?analy[sz]ed"
    rf"|{_LEAD}(?:[\w-]{{1,20}} ){{0,3}}(?:trials|studies|rcts) were (?:potentially )?(?:relevant|eligible|suitable)"
    r"|^[^.;,]{0,90}\b(?:withdr\w+ (?:of )?(?:their |informed )?consent|consent was withdrawn|lost to follow-?up)\b"
    r"[^.;,]{0,90}\.?$"
    r"|^[^.;]{0,120}\bbefore receiving (?:any |the )?(?:(?:study|trial|allocated|assigned) )?(?:drugs?|treatments?"
    r"|medications?)\.?$"
)
_AGED: Final = caseless(
    rf"^\W*(?:[\w,:-]{{1,25}} ){{0,12}}?(?:mean|median|average) age (?:of [^.;]{{2,60}}? )?(?:was|were|:|=)"
    rf"|^\W*(?:{_PEOPLE}|subjects) were [^.;]{{2,60}}?\b(?:female|male|white|naive)\b"
)
_SEXES: Final = caseless(r"\b(?:fe)?males?\b|\b(?:wo)?men\b|\bboys\b|\bgirls\b|\bmean age\b|\bmedian age\b|\byears\b")
_FOUND: Final = caseless(
    r"\bp ?[<=>≤]|\b(?:hazard|odds|risk|rate) ratios?\b|\b95 ?%|\bassociat|\bpredict|\brisk factors?\b|\bsignifican"
    r"|\b(?:mortality|survival|response)\b"
)
_ALIKE: Final = caseless(
    r"\bno (?:\w+ )?(?:significant )?differences?\b[^.;]{0,80}\b(?:demographic|baseline) (?:characteristics|data)\b"
    r"|\bdid not differ (?:significantly )?at (?:the )?baseline\b"
    r"|\b(?:groups|arms) were (?:similar|comparable|well balanced|balanced|matched) (?:at baseline|in|for|with)"
    r"[^.;]{0,60}\b(?:age|baseline|demographic)"
)


_START: Final = caseless(r"^\W*at (?:the )?(?:baseline|study entry|enrol{1,2}ment|inclusion|randomi[sz]ation),? [^;]*$")
_LATER: Final = caseless(
    r"\b(?:after(?:wards)?|(?:to|by|at) (?:the )?(?:end|\d+|week|month|follow-?up)|decreas\w+|reduc\w+|improv\w+"
    r"|increas\w+|rose|fell|chang\w+)\b"
)


def is_flow(span: Span) -> bool:
    """Whether a sentence tells only who took part, how the study went on, or what people were like at its start."""
    text = " ".join(span.quote.split())
    if _FLOW.search(text) or _ALIKE.search(text):
        return True
    if _START.search(text) and not (_LATER.search(text) or _FOUND.search(text)):
        return True
    return bool(_AGED.search(text) and _SEXES.search(text)) and not _FOUND.search(text)
