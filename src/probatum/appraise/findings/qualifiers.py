"""What a sentence says of how a result was analysed: adjusted or not, in whom, one-sided, against which margin."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Figure
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
