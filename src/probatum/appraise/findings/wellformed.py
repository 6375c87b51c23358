"""Whether a phrase names something that can be measured, and whether it stands where an outcome stands.

Every reader's outcome passes here, whatever pattern it was read by: a name is a noun phrase, whole, and no part of
the side that is compared with, of the aim of a calculation, or of a list whose other members were cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from probatum.appraise.findings import adjectival, predicates, sayings, skeleton
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.phrase import VERB
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Figure, Finding, Measure, Record
from probatum.text.expressions import expression

_TIMES: Final = r"(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ours?|rs?)?|days?|weeks?|months?|years?)"
_NO_NAME: Final = expression(
    r"(?:(?:efficacy|effectiveness|superiority|effects?|benefits?) of|"
    r"(?:driven|caused|followed|explained|accompanied) by|"
    r"including|assignment to|allocation to|randomi[sz]ation to|having(?! to\b)|there|"
    r"being (?:treated|primary|secondary)$|"
    r"prevent|reduce|improve|increase|decrease|avoid|achieve|detect|assess|evaluate|compare|determine|show|find|"
    r"cause|treat|obtain|save|gain|receive|undergo|use of the)(?:\s|$)(?!in\b|of\b)|"
    r"(?:present|hav|receiv|undergo|develop|us|requir|report|show|achiev|meet|tak|experienc)ing$|"
    r"(?:the )?(?:aforementioned|above[- ]?mentioned|said)\s|"
    r"lengths?$|durations?$|end-?points?(?: by\b.*)?$|(?:.* )?(?:on )?\d+(?:st|nd|rd|th)$|"
    r"\d+(?:st|nd|rd|th) (?:\w+ )?(?:days?|weeks?|months?|hours?)$|"
    rf"[\d.]+(?:\s?(?:to|and|or|-|–)\s?[\d.]+)?\s{_TIMES}(?:\s(?:after|before|of|from|post|in|and|or)\b.*)?$",
    re.IGNORECASE,
)
"""What no outcome begins with: the aim of something, an assignment, a length of time."""
_FINITE: Final = expression(
    r"(?<![\w-])(?:probably|possibly|likely)\s(?:\w+ly\s)?(?:reduce|decrease|increase|improve|lower|prevent|make|have|cause)s?(?![\w-])|"
    r"(?<![\w-])(?:was|were|is|are|had|has|have|did|does|rose|fell|became|began|went|came|occurred"
    r"|remained)(?![\w-])",
    re.IGNORECASE,
)
_TORN_LIST: Final = expression(r"^[^,]+, (?:and|or) ")
"""`PPIUS, and KHQ scores`: the comma is of a list of three and more, whose first members are cut off."""
_SIDE: Final = expression(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?)\s(?:(?:in|for|with|on|among|of"
    r"|the)\s){0,2}(?:[^.;,()\[\]]{0,60}?\s)??$",
    re.IGNORECASE,
)
_AIMED: Final = expression(r"\s(?:in|at|for)\s\w+ing\s(?:the\s)?$", re.IGNORECASE)
_SECOND_SIDE: Final = expression(r"\bthan (?:in|for|among) [^.;,()\[\]]{3,60}[(\[][^()\[\]]*[)\]] (?:and|or) $")
"""`rates were higher in A (..) than in B (..) and C (..)`: C is a group as B is."""
_START: Final = expression(
    r"\b(?:before|prior to|preceding) (?:the |any )?(?:interventions?|treatments?|therapy|surgery|operations?"
    r"|training|"
    r"randomi[sz]ation|injections?|study|start|experiment|program\w*)\b|\bat (?:the )?(?:baseline|enrol?lment|entry|"
    r"randomi[sz]ation|study entry)\b|\b(?:preoperative(?:ly)?|pre-?test|pre-?treatment|baseline|demographic\w*)\b",
    re.IGNORECASE,
)
_SINCE: Final = expression(
    r"\b(?:from|compared (?:to|with)|versus|vs\.?|than|relative to|and|to|adjust\w+ for|change[sd]?|over)\s(?:the\s)?"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
"""`from baseline`, `before and after treatment`: a start that something is compared with."""
_TURN: Final = expression(r";|,\s(?:but|while|whereas|although|and\s(?:after|at)\b)|\s(?:but|while|whereas)\s")
_MEANWHILE: Final = expression(
    r"\b(?:after|post-?\w*|follow-?up|during|at (?:week|month|day|year)|\d+ (?:weeks?|months?))\b"
)
_ONLY_START: Final = expression(
    r"^(?:at|on)\s(?:the\s)?(?:baseline|enrol+ment|study entry|inclusion)\b|"
    r"(?<!from )\bat\s(?:the\s)?(?:baseline|enrol+ment|study entry|inclusion)\s?(?:[\[(][^()]*[\])]\s?)?[.;]?$",
    re.IGNORECASE,
)
"""`At baseline, X was 7.7` of a trial: how the people were who came into it."""
_RESPECTIVE: Final = expression(r"[^()\[\]]*(?:[\[(][^()\[\]]*[\])][^()\[\]]*)*\brespectively\s?[)\]]")
_AND_NEXT: Final = expression(r"[,;]\s(?:and\s)?|\sand\s")


def stands(sentence: Sentence, found: Finding) -> bool:
    """True where the outcome of a finding is a name, and stands where an outcome can."""
    name = found.outcome
    if not names(name, sentence.context.record) or name.lower() in {arm.arm.lower() for arm in found.arms}:
        return False
    places = list(_places(sentence.text, name))
    if places and (all(_compared_with(sentence.text[:at]) for at in places) or _far(sentence, found, places)):
        return False
    if _of_itself(found) or _all_adjusted(sentence, found, places) or _bounded(found):
        return False
    return not (_of_start(sentence, found) or _one_of_two(sentence, found) or _within(sentence, found, places))


def _bounded(found: Finding) -> bool:
    """Whether a share of one group is told as a bound alone (`5% or more`): without its words it would be a figure that
    nobody counted."""
    shares = [arm.value for arm in found.arms if arm.value is not None] if found.unit == "%" else []
    return len(shares) == 1 and _is_bound(shares[0])


def _is_bound(share: Figure) -> bool:
    text, span = share.span.source_section.text, share.span
    behind, before = text[span.end : span.end + 24], text[max(0, span.start - 24) : span.start]
    return _BOUND_BEHIND.match(behind) is not None or _BOUND_BEFORE.search(before) is not None


_BOUND_BEHIND: Final = expression(
    r"\s?%?\s?(?:(?:or|and) (?:more|less|fewer|over|above|below|greater|higher|lower|under)\b|\+)", re.IGNORECASE
)
_BOUND_BEFORE: Final = expression(
    r"(?:\b(?:at least|at most|up to|(?:no |not )?(?:more|less|fewer|greater|lower|higher) than|over|under|above|below"
    r"|exceed(?:s|ed|ing)?)|[<>\u2264\u2265])\s?$",
    re.IGNORECASE,
)
"""Words beside a share that make a bound of it."""


def names(outcome: str, record: Record) -> bool:
    """True for a noun phrase that can be measured; an empty name, which a table or a posted result may have, passes.

    The record says whether its last word is a noun, where that ends as adjectives do.
    """
    if not outcome or sayings.NAMED.match(outcome):
        return True
    last = re.sub(r"\s?[(\[][^()\[\]]*[)\]]$", "", outcome).split(" ")[-1]
    if _NO_NAME.match(outcome) or _FINITE.search(outcome) or _TORN_LIST.match(outcome):
        return False
    if outcome.startswith("being ") or outcome in predicates.EVENTS:
        return True  # `being readmitted` is what the people were, whatever its last word; `survival` was made of a verb
    if VERB.fullmatch(last):
        return False
    shaped = adjectival.CLEARLY.fullmatch(last) or adjectival.ADJECTIVE.fullmatch(outcome)
    return not shaped or adjectival.noun(last, record)


_ADJUSTED: Final = expression(
    r"\b(?:adjust(?:ing|ed|ment)|control(?:ling|led)|account(?:ing|ed)|stratif(?:ying|ied))\s(?:for|by)\s[^.;:ⓋⓅ]{0,160}\Z",
    re.IGNORECASE,
)
"""The words from an adjustment on; a main clause behind it has a verb of its own."""
_AMOUNT: Final = expression(
    r"\b(?:concentrations?|levels?|dos(?:es?|ages?|ing)|times?|durations?|use|usage|receipt|exposures?|intakes?|uptake|"
    r"initiation|starts?|attempts?|duration|AUC|C ?max|troughs?|pharmacokinetic\w*|accumulation|presence|detection|"
    r"adherence|titrations?|clearance|half-?li(?:fe|ves))\b",
    re.IGNORECASE,
)
"""How much, how long or whether somebody had something."""
_WORD: Final = expression(r"[a-z][a-z-]{3,}")
_NO_OWN: Final = frozenset(
    {
        "group",
        "groups",
        "arms",
        "therapy",
        "therapies",
        "treatment",
        "treatments",
        "regimen",
        "supplement",
        "supplements",
        "supplementation",
        "tablet",
        "tablets",
        "capsule",
        "capsules",
        "oral",
        "daily",
        "dose",
        "doses",
        "with",
        "plus",
        "alone",
        "only",
        "intervention",
        "program",
        "programme",
        "administration",
        "infusion",
        "injection",
        "gel",
        "cream",
        "high",
        "standard",
        "intravenous",
        "topical",
    }
)
_PERSONS: Final = expression(rf"\b(?:{PEOPLE}|with|who|cases|those)\b", re.IGNORECASE)


def _all_adjusted(sentence: Sentence, found: Finding, places: Sequence[int]) -> bool:
    """Whether a phrase stands only among what is adjusted for: `controlling for A, B and C, the ratio was 1.9`."""
    return bool(places) and all(_adjusted(sentence.masked, at, at + len(found.outcome)) for at in places)


def _adjusted(masked: str, start: int, end: int) -> bool:
    match = _ADJUSTED.search(masked, 0, start)
    return match is not None and masked[end : end + 1] == "," and VERB.search(match[0], 12) is None


def _of_itself(found: Finding) -> bool:
    """`A raised the concentration of A`: what was given is there, and takes its time; no effect of it.

    Two doses of A may be compared so, and people may be called by what is measured of them.
    """
    if not found.arms or not _AMOUNT.search(found.outcome):
        return False
    said = _words(found.outcome)
    named = [_words(arm.arm) - _NO_OWN for arm in found.arms if arm.arm and not _PERSONS.search(arm.arm)]
    own = [bool(words) and words <= said for words in named]
    return any(own) and not (len(own) > 1 and all(own))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.lower()))


def _places(text: str, name: str) -> Iterator[int]:
    low, wanted = text.lower(), name.lower()
    at = low.find(wanted)
    while at >= 0:
        yield at
        at = low.find(wanted, at + 1)


def _compared_with(before: str) -> bool:
    """Whether the words before a phrase make it (a part of) what is compared with."""
    if _AIMED.search(before):
        return False  # `more effective than B in reducing X`
    side = _SIDE.search(before)
    if side is not None and VERB.search(side[0]) is None and not re.search(r"\bin\b.*\bin\b", side[0]):
        return True
    return _SECOND_SIDE.search(before) is not None


def _far(sentence: Sentence, found: Finding, places: Iterable[int]) -> bool:
    """Whether other members of a list stand between the outcome and its first figure, and no verb does."""
    figures = [a.value for a in found.arms] + [found.estimate]
    starts = [f.span.start - sentence.start for f in figures if f is not None]
    before = [at + len(found.outcome) for at in places if starts and at < min(starts)]
    if not before:
        return False
    gap = sentence.masked[max(before) : _opens(sentence, min(starts))]
    factors = sentence.text[max(before) : min(starts)].rpartition("(")[0].rstrip()
    if any(arm.arm and factors.endswith(arm.arm) for arm in found.arms):
        return False  # the list is of what the outcome goes with
    if found.population and factors.endswith(found.population):
        return False  # ... or of in whom
    return len(_AND_NEXT.findall(gap)) > 1 and ")" in gap and VERB.search(gap) is None


def _opens(sentence: Sentence, at: int) -> int:
    """Where the outermost bracket of a figure opens: what stands in it before the figure is no list of outcomes."""
    cells = skeleton.of(sentence).cells
    return next((cell.start for cell in cells if cell.start <= at < cell.end), at)


def _of_start(sentence: Sentence, found: Finding) -> bool:
    """Whether a comparison is of the groups before anything was done to them."""
    if found.measure is not Measure.P_ONLY and len(found.arms) < 2:
        trial = sentence.context.study.design.randomised and found.estimate is None
        return trial and _ONLY_START.search(sentence.text) is not None and not _MEANWHILE.search(sentence.text)
    stop = len(sentence.text) if found.p is None else found.p.figure.span.start - sentence.start
    turns = [m.end() for m in _TURN.finditer(sentence.text, 0, stop)]
    begin = max(turns, default=0)
    clause = sentence.text[begin:stop]
    start = _START.search(clause)
    if start is None or _SINCE.search(clause[: start.start()]) or _MEANWHILE.search(clause):
        return False
    return found.significant is not True and bool(found.claimed == "not significant" or found.significant is False)


def _one_of_two(sentence: Sentence, found: Finding) -> bool:
    """An estimate without its group, in a bracket that prints several, each of the group named in its turn."""
    if found.estimate is None or found.arms:
        return False
    return _RESPECTIVE.match(sentence.text[found.estimate.span.end - sentence.start :]) is not None


def _within(sentence: Sentence, found: Finding, places: list[int]) -> bool:
    """An arm whose words are the end of the outcome: `relief of symptoms after treatment` with an arm `symptoms`."""
    for arm in found.arms:
        spots = list(_places(sentence.text, arm.arm)) if arm.arm else []
        if spots and places and all(any(at < spot < at + len(found.outcome) for at in places) for spot in spots):
            return True
    return False
