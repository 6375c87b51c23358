"""What a sentence says of how a result was analysed: adjusted or not, in whom, one-sided, against which margin."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import ArmResult, Figure
from probatum.text.expressions import expression

_ADJUSTED: Final = expression(
    r"(?<!un)(?<!un-)\badjusted\b|\ba(?:OR|HR|RR|IRR)\b|\bmultivaria(?:ble|te)\b", re.IGNORECASE
)
_UNADJUSTED: Final = expression(r"\b(?:unadjusted|crude|univaria(?:ble|te))\b", re.IGNORECASE)
_AFTER_ADJUSTING: Final = expression(
    r"\b(?:after (?:\w+ )?adjust(?:ing|ment)|adjust(?:ing|ed|ment) for|controlling for|multivaria(?:ble|te) (?:\w+ )?"
    r"(?:analys[ei]s|models?|regression))\b",
    re.IGNORECASE,
)
_SETS: Final = (
    ("modified intention to treat", expression(r"modified intent(?:ion)?[- ]to[- ]treat|\bm-?ITT\b", re.IGNORECASE)),
    ("per protocol", expression(r"\bper[- ]protocol\b|\bPP (?:set|population|analysis)\b", re.IGNORECASE)),
    ("as treated", expression(r"\bas[- ]treated\b", re.IGNORECASE)),
    ("safety", expression(r"\bsafety (?:set|population|analysis set|sample)\b", re.IGNORECASE)),
    ("completers", expression(r"\bcompleters?\b", re.IGNORECASE)),
    (
        "intention to treat",
        expression(r"(?<!modified )intent(?:ion)?[- ]to[- ]treat|\bITT\b|full analysis set|\bFAS\b", re.IGNORECASE),
    ),
)
_MARGIN: Final = expression(
    r"\b(?:non-?inferiority|equivalence) margin\s?(?:of|was|:|=|,)?\s?(?:set at\s)?(?P<after>[-−–]?\d[\d.·]*\s?"
    r"(?:%|percentage points?|points?|mm ?Hg|[a-z]{1,6}/[a-zA-Z]{1,4})?)"
    r"|\bmargin (?:of|was)\s(?P<bare>[-−–]?\d[\d.·]*\s?(?:%|percentage points?|points?)?)",
    re.IGNORECASE,
)
_ONE_SIDED: Final = expression(r"\b(?:one|1)[- ](?:sided|tailed)\b", re.IGNORECASE)
_POPULATION: Final = expression(
    r"^\s*(?:(?:however|moreover|furthermore|overall), )?(?:in|among|"
    r"for)\s(?:the\s)?(?P<who>(?:sub-?groups? of\s)?(?:[\w-]+\s){0,4}(?:patients|women|men|children|"
    r"participants|subjects|infants|adults|smokers|people|individuals|sub-?groups?)"
    r"(?:\s(?:with|without|aged|who|younger|older|over|under|receiving|undergoing|of)\s[^,;:()]{2,60})?),",
    re.IGNORECASE,
)
_WHOLE: Final = expression(
    r"\b(?:all|both|total|entire|the whole|study|these|two|included|eligible|evaluable|intention|"
    r"group|randomi[sz]ed)\b",
    re.IGNORECASE,
)
_SUBGROUP_OF: Final = expression(
    r"\bsub-?group analys[ei]s of (?:only )?(?:the |those )?(?P<who>(?:[\w-]+ ){0,3}"
    r"(?:patients|women|men|children|participants|subjects|infants|adults|people) "
    r"(?:with|without|aged|who|whose|younger|older|in|on|receiving) [^,;()]{2,80}?)"
    r"(?= (?:revealed|showed|found|demonstrated|indicated|suggested|yielded|there|no|was|were)\b|,)",
    re.IGNORECASE,
)
_MORE: Final = r"(?:greater|larger|smaller|bigger|stronger|more|less|lesser)"
_SIZE_OF: Final = expression(
    rf"\b{_MORE}(?:\s(?!in\b|of\b)[\w-]+){{0,2}}\s(?P<noun>decrease|reduction|increase|improvement|decline|rise|fall|change|"
    r"gain|loss)s?\b",
    re.IGNORECASE,
)
"""`a greater reduction in pain (3.2 v 1.1)`: the figures are sizes of the reduction."""
_MORE_BY: Final = expression(
    rf"\b(?P<verb>decreased|increased|improved|declined|rose|fell|dropped)(?:\s\w+ly)?\s{_MORE}\b", re.IGNORECASE
)
_NOUN_OF: Final = {
    "decreased": "decrease",
    "increased": "increase",
    "improved": "improvement",
    "declined": "decline",
    "rose": "rise",
    "fell": "fall",
    "dropped": "drop",
}
_IS_CHANGE: Final = expression(
    r"\b(?:decreas|reduc|increas|improv|declin|chang|gain|loss|lost|rise|fall|drop|growth|differ)\w*\b", re.IGNORECASE
)
_BESIDE: Final = 60
"""Characters before an estimate in which `adjusted` or `crude` belongs to it."""


def adjusted(text: str, start: int, estimate: Figure | None) -> bool | None:
    """Whether an estimate is adjusted; None where its sentence does not say. `start` is the sentence's own."""
    if estimate is None:
        return None
    place = estimate.span.start - start
    before = text[max(0, place - _BESIDE) : place]
    near = [(m.end(), held) for p, held in ((_ADJUSTED, True), (_UNADJUSTED, False)) for m in p.finditer(before)]
    if near:
        return max(near)[1]
    return True if _AFTER_ADJUSTING.search(text) and not _UNADJUSTED.search(text) else None


def analysis_set(text: str) -> str:
    """The population a text says was analysed; empty when it names none, or several."""
    named = [name for name, pattern in _SETS if pattern.search(text)]
    return named[0] if len(named) == 1 else ""


def margin(text: str) -> str:
    """The margin of non-inferiority or equivalence that a sentence names, as printed."""
    found = _MARGIN.search(text)
    if found is None or not re.search(r"inferior|equivalen", text, re.IGNORECASE):
        return ""
    return (found["after"] or found["bare"]).strip()


def one_sided(text: str) -> bool:
    """True when a test is said to be one-sided."""
    return _ONE_SIDED.search(text) is not None


def as_change(text: str, outcome: str, arms: tuple[ArmResult, ...]) -> str:
    """The outcome as the change that the figures of two arms measure: `decrease in pain` where pain fell more in one.

    Else 3.2 points of relief against 1.1 would be told as more pain.
    """
    figures = [a for a in arms if a.value is not None]
    if len(figures) != 2 or any(a.baseline is not None for a in figures) or _IS_CHANGE.search(outcome):
        return outcome
    size, verb = _SIZE_OF.search(text), _MORE_BY.search(text)
    noun = size["noun"].lower() if size else _NOUN_OF[verb["verb"].lower()] if verb else ""
    return f"{noun} in {outcome.removeprefix('the ')}" if noun else outcome


_WITH: Final = expression(
    r"^\s*(?P<prep>with|without)\s(?P<what>(?!(?:respect|regard|reference|the exception|increas\w+|decreas\w+|this|"
    r"these|those|both|all|follow\w*|longer|up|our|adjust\w+|no\b)\b)[^,;:()]{3,80}),\s(?!and\b|or\b)",
    re.IGNORECASE,
)
_NOT_WHOM: Final = expression(
    r"\b(?:median|mean|average|follow-?up|years?|months?|weeks?|days?|analys[ei]s|models?|methods?|approach|data|values?|cut-?offs?|"
    r""
    r"thresholds?|compared|versus|than)\b",
    re.IGNORECASE,
)


def with_lead(text: str, arms: tuple[ArmResult, ...]) -> str:
    """`With a low count, ...`: people with a low count; nobody where what opens the sentence is one of the arms."""
    match = _WITH.match(text)
    if match is None or _NOT_WHOM.search(match["what"]):
        return ""
    if any(
        arm.arm and (arm.arm.lower() in match["what"].lower() or match["what"].lower() in arm.arm.lower())
        for arm in arms
    ):
        return ""
    return f"people {match['prep'].lower()} {' '.join(match['what'].split())}"


_ENDED: Final = expression(
    r"^\s*(?P<when>(?:after|once|following)\s(?:the\s)?(?:[\w-]+\s){1,4}?"
    r"(?:(?:had |has |was |were )?(?:been )?(?:ended|stopped|finished|discontinued|withdrawn|completed)"
    r"|(?:end|discontinuation|withdrawal|cessation|completion)(?:\sof\s(?:[\w-]++\s?){1,4})?)),\s",
    re.IGNORECASE,
)


def ended(text: str, outcome: str) -> str:
    """The outcome with its time where a sentence opens with that a treatment had ended: what came after it is not what
    came during it."""
    match = _ENDED.match(text)
    if match is None or match["when"].lower() in outcome.lower():
        return outcome
    when = " ".join(match["when"].split())
    return f"{outcome} {when[0].lower()}{when[1:]}"


def population(text: str) -> str:
    """The subgroup a sentence opens with: `Among women with diabetes, ...`."""
    match = _POPULATION.match(text)
    if match is None and (part := _SUBGROUP_OF.search(text)) is not None:
        return part["who"]
    if match is None or _WHOLE.search(match["who"]) or len(match["who"].split()) < 2:
        return ""
    return match["who"]
