"""Whether a single figure is a result of a phrase: `itch was seen in 12%`, `the commonest harms were itch (12%)`.

Weights choose the phrase that mostly stands so. These are the ways in which it is not what the figure is of, or not
of that alone: a start and an end, a rank, a state, a group that is not known, what the sample was made up of.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.appraise.findings import adjectival, belonging, build, estimate, groups, offers, predicates, proportions
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.offers import Offer
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.model import Direction, Finding, Measure
from probatum.text.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FROM: Final = expression(
    r"\bfrom\s(?:an?\s)?(?:mean\s|median\s|average\s)?(?:of\s)?$|Ⓥ[^Ⓥ.;]{0,40}\bto\s$|Ⓥ,?\sand\s$|Ⓥ,\s$|"
    r"\bout\sof\s$|Ⓥ\s(?:in|at|for|with|among|during|after|before|from)\s[^ⓋⓅ.;()]{2,50},\s(?:and\s)?$",
    re.IGNORECASE,
)
_TO: Final = expression(
    r"(?:\s?[\[(][^()\[\]]*[\])])?(?:[^Ⓥ.;,()]{0,30}\sto\sⓋ|,?\sand\sⓋ|(?:/\w+)?\s(?:before|pre\w*|at baseline)\b|,\sⓋ)"
)
"""A figure of a start, an end, or one of several in turn."""
_COUNTED: Final = _words("cases events episodes attacks seizures cells copies °C")
_ALL: Final = expression(r"\b(?:all|both|every|these|those|the)\s(?:the\s)?$", re.IGNORECASE)
_WHEN: Final = expression(r"\b(?:when|if|unless|whether)\b", re.IGNORECASE)
_MODELLED: Final = expression(
    r"\bratios?\b|\b[acs]?(?:OR|HR|RR)s?\b|β|\bbeta\b|\bcoefficients?\b|[=~]\s?$", re.IGNORECASE
)
"""Before a figure that some model gave: an estimate whose measure was not read."""
_NEAR: Final = 40
"""Characters before a figure in which its measure stands."""
_SAMPLE: Final = expression(
    r"\b(?:ages?|aged|(?:fe)?males?|ethnicity|caucasian|insurance|college|degree|married|were (?:men|women|boys|girls)|"
    r"white|comorbidity index|trajector\w+|expected|threshold|cut-?off)\b",
    re.IGNORECASE,
)
"""Words of a sentence on whom the study had, and not on what it found."""
_STATE: Final = expression(
    r"\b(?:was|were|is|are)\s(?:[a-z]+ly\s)?(?!(?:seen|found|observed|noted|reported|detected|recorded|achieved|"
    r"diagnosed|identified|documented|confirmed|present|performed|used|required|needed|obtained|given|done|made|as|in|"
    r"at|on|for|by|the|an?|follows|also|only|to)\b)[a-z]+\s"
)
"""`X was good in 63%`: of a state of X, which its name does not say."""
_BEFORE_NOUN: Final = frozenset(
    ["of", "the", "all", "a", "an", "in", "by", "for", "with", "to", "and", "or", "who", "have", "had", "been", "would"]
)
"""Before a participle that is no verb of the people: `of all provided sessions`."""
_NOT_ALL: Final = expression(r"[)\]]\sof\s")
"""`the cost (98%) of food`: the name goes on behind the figure."""
_OTHERS_SAID: Final = expression(r"\b(?:has|have) been\b|\bet al\b", re.IGNORECASE)
_NO_START: Final = expression(
    r"(?:(?:high|low) (?:rate|level|proportion|percentage)|comprising|including|opposed|compared|according|due|related|"
    r"based)\b",
    re.IGNORECASE,
)
_AMOUNTS: Final = expression(r"(?:rate|level|mean|percentage|prevalence|proportion|score|number|incidence)s?\b")
_SIGNED: Final = expression(r"[-−–+]")
_BESIDE: Final = expression(r"Ⓥ\s?[\[(]\s?$|[(\[][^()\[\]]{1,40}:\s$|\bby\s(?:about\s|over\s|only\s)?$", re.IGNORECASE)
"""`3.9% (9 of 229)`, `(second trial: 68%)`, `fell by 56%`: a figure that is told already, of a part, of a change."""
_OF_EACH: Final = expression(r"[(\[][^()\[\]]{0,60}(?:Ⓥ|\bgroup\b)[^()\[\]]{0,30}$", re.IGNORECASE)
"""`(children, 39%; adult group, 64%)`: of one group after the other."""
_WITH: Final = expression(r"(?:patients|those|presented|diagnosed|associated|people|children|women|men|treated|cases)")
_PERSONS: Final = expression(rf"(?:{PEOPLE}|most|majority|half|some|few|them|all|cases)", re.IGNORECASE)
_RANK: Final = expression(
    r"\b(?:lowest|highest|best|worst|greatest|largest|smallest|longest|shortest|fewest|most|least)\b", re.IGNORECASE
)
_AND_NEXT: Final = expression(
    r"(?:\s?[\[(][^()\[\]]*[\])])?\s(?:in|for|with|on|at|by|among|during|after)\s[^ⓋⓅ.;()\[\]]{2,60}?"
    r"(?:\s?[\[(][^()\[\]]*[\])])?,?\s(?:(?:and|to|but|versus|vs\.?)\s)?(?:only\s)?Ⓥ"
)
"""`72% in spring and 50% in autumn`: the next is of another group or time."""
_OF_SOME: Final = expression(
    r"(?:\s\w+)?\s(?:for|in|among|during|at|to|per)\s[^()\[\]]*[\])]|\s(?!of\b|n\b|patients|cases|each)[a-z-]+[\])]"
)
"""`(4.8% for men, ...)`, `(75% ethanol)`: of a part that no arm names, or of a substance."""
_LED: Final = expression(
    r"(?:\b(?:was|were|is|are|of|averaged|reached|at|in|by|to|with|mean|median|average|only|about|approximately|nearly|"
    r"overall)|[(\[:,;=]|Ⓣ|^)\s?(?:\+|~)?$",
    re.IGNORECASE,
)
_DONE_BY: Final = expression(
    r"\b(?:by|in|at|of|to|with|for|from|than)\s(?:only\s|about\s|approximately\s|up to\s)?$", re.IGNORECASE
)
"""Before a figure that is no subject."""
_MEAN: Final = expression(r"\b(?:means?|medians?|average[ds]?)\b", re.IGNORECASE)
_SHARE_OF: Final = expression(
    r"(?:rates?|risks?|incidences?|prevalence|frequenc(?:y|ies)|proportions?|percentages?|numbers?|levels?|durations?|"
    r"probability|improvement|presence|evidence|cases|history|scores?|diagnos[ie]s|development|recurrence|time)"
)
_KIND: Final = expression(
    r"(?:upper|lower|complete|partial|low|high|severe|mild|moderate)|"
    r"(?:type|grade|stage|class|group|level|scores?)(?:\s\S+)?",
    re.IGNORECASE,
)
"""Names of parts of something that stands elsewhere."""
_LEADS: Final = _words("in for to on from at between into per within under over as through Ⓥ")
_OF_IT: Final = expression(r"[\])]?\s(?:of|in|among|for|on|with)\s(?:the\s|all\s)?(?:[\w-]+\s){0,2}")
AND_THE: Final = expression(r"\b(?:and|or)\s(?:in\s|for\s)?(?:the\s)?$", re.IGNORECASE)
"""Before a group that is one of two."""
_SAID: Final = expression(
    r"\b(?:revealed|showed|found|indicated|demonstrated|was|were|is|are|accounted)\b", re.IGNORECASE
)
SHARED: Final = expression(r"\s(?:and|or|plus)\s(?!(?:in|was|were|had|has|\w+ed|the)\b)", re.IGNORECASE)
"""Behind half of what a group got: `A and B`."""
_NOBODY: Final = expression(rf"(?:(?:the|all|these)\s)?{PEOPLE}", re.IGNORECASE)
_CHANGE: Final = expression(
    r"\b(?:reduc(?:tions?|ed)|increas(?:es?|ed|ing)|decreas(?:es?|ed|ing)|improve(?:ments?|d)|declined?|changes?|changed|"
    r"gains?|fell|rose|dropped|lowered|raised|differences?)\b",
    re.IGNORECASE,
)
_ADJACENT: Final = expression(
    r"(?<![\w-])(increased|decreased|reduced|elevated|raised|low|high|lower|higher|impaired|poor)\s$", re.IGNORECASE
)
_IN_TIME: Final = expression(r"\bfrom\b", re.IGNORECASE)


def finding(sentence: Sentence, value: Value, offer: Offer, name: str, arm: str | None) -> Finding | None:
    """The finding of a figure by itself. `arm`: whose it is, as chosen; None where a choice cannot name an arm."""
    start, stop = proportions.clause(sentence, value)
    if arm is None or _IN_TIME.search(name) or _NO_START.match(name) or belonging.BARE.fullmatch(name):
        return None
    if elsewhere(sentence, value):
        return None
    if not arm and _AND_NEXT.match(sentence.masked, value.end):
        return None
    if proportions.SAMPLE.search(name) or not (_as_deed if offer.deed else _as_noun)(sentence, value, offer, start):
        return None
    name = _changed(sentence, value, offer, name, start)
    group = arm or _only(sentence, value)
    if not name or group is None or (adjectival.ADJECTIVE.fullmatch(name) and name not in predicates.EVENTS):
        return None
    result = build.arm(sentence, group, value)
    result = result if value.events else build.without_events(result)
    measure = build.measure_of((value,), name, sentence)
    unit = value.unit or ("%" if value.percent else "")
    if measure is Measure.PERCENT_CHANGE and not _CHANGE.search(name):
        measure = Measure.PERCENTAGE
    if measure is Measure.OTHER and unit in ("", "%"):
        return None
    made = build.finding(sentence, name, measure, arms=(result,), unit=unit, clause=(start, stop))
    return msgspec.structs.replace(made, direction=Direction.UNCLEAR, claimed="")  # of one group there is no difference


def elsewhere(sentence: Sentence, value: Value) -> bool:
    """Whether the clause compares, tells of the sample or of a model, or the figure is one of several in turn."""
    start, stop = proportions.clause(sentence, value)
    masked, text = sentence.masked, sentence.text
    if proportions.COMPARES.search(masked, start, stop) or proportions.BACKWARD.search(text, start, stop):
        return True
    if _OTHERS_SAID.search(text) or _NOT_ALL.match(masked, value.end):
        return True
    if value.percent and _SIGNED.match(text, value.figure[0]):
        return True
    if _SAMPLE.search(text) or _WHEN.search(masked, start, stop):
        return True
    if _MODELLED.search(text[max(0, value.start - _NEAR) : value.start]):
        return True
    if estimate.names_ratio(masked[start : value.start].lower()):
        return True
    in_turn = _FROM.search(masked, 0, value.start) or _TO.match(masked, value.end)
    return bool(in_turn) or value.unit in _COUNTED or _ALL.search(masked, 0, value.start) is not None


def _as_deed(sentence: Sentence, value: Value, offer: Offer, start: int) -> bool:
    """Whether the figure is of people who did it: `488 (17%) of them relapsed`, and not `at 5% simulated incline`."""
    if not (value.percent or value.events) or _DONE_BY.search(sentence.masked, start, value.start):
        return False
    if proportions.OR_SO.match(sentence.masked, value.end) or proportions.one_of_several(sentence, value.start):
        return False
    row = offers.tokens(sentence)
    at = next(i for i, token in enumerate(row) if token.end > value.start)
    if at > 1 and row[at - 1].low in ("(", "[") and not _PERSONS.fullmatch(row[at - 2].low):
        return False  # `delayed onset (79%) caused it`: of what stands before the bracket
    leads = row[offer.first - 1].low if offer.first else ""
    if leads.endswith("ly") and offer.first > 1 and row[offer.first - 2].low in ("was", "were", "is", "are"):
        return False  # a passive that is told of something else
    if leads in _BEFORE_NOUN or leads.endswith(("'", "’")):
        return False
    at_once = offers.place(sentence, offer)[0] - value.end <= 1
    return " " in offers.name(sentence, offer) and (value.events is not None or not at_once)


def _as_noun(sentence: Sentence, value: Value, offer: Offer, start: int) -> bool:
    """Whether the figure is how much or how often there was of it."""
    begin, end = offers.place(sentence, offer)
    low, high = (end, value.start) if end <= value.start else (value.end, begin)
    share = value.percent or (value.events is not None and value.denominator is not None)
    if not share and (not _MEAN.search(sentence.masked, max(0, begin - _NEAR), value.start) or _again(sentence, value)):
        return False
    if _STATE.search(sentence.masked, low, high) or _OF_SOME.match(sentence.masked, value.end):
        return False
    if _BESIDE.search(sentence.masked, max(0, value.start - 50), value.start) or _SAID.search(
        sentence.masked, begin, end
    ):
        return False
    if _OF_EACH.search(sentence.masked, max(0, value.start - 80), value.start):
        return False
    if _RANK.search(sentence.masked, start, max(end, value.start)) or not _LED.search(sentence.masked, 0, value.start):
        return False
    return _whole(sentence, offer)


def _again(sentence: Sentence, value: Value) -> bool:
    """Whether another figure of its unit stands behind it: the level of another group, or at another time."""
    return any(other.unit == value.unit and other.start > value.start for other in sentence.values if not other.spelled)


def _whole(sentence: Sentence, offer: Offer) -> bool:
    """Whether a phrase is whole where it stands: no end of another, no first part of one that goes on."""
    row = offers.tokens(sentence)
    before = [t.low for t in row[max(0, offer.first - 12) : offer.first]]
    while before and before[-1] in offers.SKIPPED:
        before.pop()
    last = before[-1] if before else "."
    after = row[offer.last].low if offer.last < len(row) else "."
    if after in ("of", "and", "or", "-", "/") or last in _LEADS:
        return False
    if last == "with" and not (len(before) > 1 and _WITH.fullmatch(before[-2])):
        return False
    if last in ("and", "or"):
        return len(before) > 1 and before[-2] in (")", "]", ",", "Ⓥ")
    if last == "of" and not (len(before) > 1 and _SHARE_OF.fullmatch(before[-2])):
        return False
    verb = (
        offer.last - offer.first > 1 and offers.joint(row[offer.first].low) and offers.joint(row[offer.first + 1].low)
    )
    return not verb and _KIND.fullmatch(sentence.text[slice(*offers.place(sentence, offer))]) is None


def _only(sentence: Sentence, value: Value) -> str | None:
    """The only group that the sentence names, where it is of the figure; None where that stays open."""
    named = {g.name.lower(): g for g in groups.named(sentence)}
    if not named:
        return ""
    only = next(iter(named.values()))
    if AND_THE.search(sentence.masked, 0, only.start) or _NOBODY.fullmatch(only.name):
        return None
    if SHARED.match(sentence.masked, only.end) or "Ⓥ" in sentence.masked[only.end : value.start]:
        return None
    beside = only.end <= value.start or _OF_IT.fullmatch(sentence.masked, value.end, only.start)
    return only.name if len(named) == 1 and beside else None


def _changed(sentence: Sentence, value: Value, offer: Offer, name: str, begin: int) -> str:
    """The name with the word of change that stands before it; empty where its clause tells of a change elsewhere."""
    if offer.deed:
        return name
    start = offers.place(sentence, offer)[0]
    before = _ADJACENT.search(sentence.masked, 0, start)
    if _CHANGE.search(name):
        return name
    if value.percent and before is not None:
        return "" if _AMOUNTS.match(name) else f"{before[1].lower()} {name}"
    return "" if _CHANGE.search(sentence.masked, begin, max(start, value.start)) else name
