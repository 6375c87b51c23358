"""Sums that a reader of results does over two numbers of a sentence, where the sentence's words announce them.

Only like is set against like: percentages with percentages, counts with counts, one unit with itself. A spread or a
bound of an interval is no part of a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from math import ceil
from typing import Final

from probatum.assess.audit import figures
from probatum.assess.audit.figures import Claimed, Figure
from probatum.text.expressions import expression

DIFFERENCE: Final = expression(
    r"\b(?:differ\w*|gap|spread|drop\w*|margin|point|points|apart|advantage|reduc\w*|fall|fell|gain\w*|rise|rose"
    r"|more|fewer|less|lower|higher|net|absolute|extra|longer|shorter|sooner|later|earlier|saving|saved|excess"
    r"|increas\w*|decreas\w*|improv\w*|further|farther|spar(?:ed|es|ing)|added|off|down|cut|climb\w*|up)\b",
    re.I,
)
NUMBER_NEEDED: Final = expression(
    r"\b(?:NNT|NNH|number needed|(?:for|in) (?:every|each)|treat(?:ed|ing)?|extra|one (?:more|additional|fewer)"
    r"|spared|prevent\w*|avoid\w*)\b",
    re.I,
)
TOTAL: Final = expression(
    r"\b(?:total|in all|altogether|together|combined|overall|sum|both|all|cumulative|per day|a day|daily|each day"
    r"|pooled|either)\b",
    re.I,
)
RELATIVE: Final = expression(
    r"\b(?:relative|saving|saved|fall of|drop of|reduction of|rise of|increase of|by|cut|or about|times|fold|half"
    r"|halved|doubled)\b"
    r"|(?:%|per ?cent|quarter|third|fifth|tenth|half)\s(?:lower|higher|less|more|fewer|shorter|longer|smaller|larger"
    r"|greater|rarer|faster|slower|better|worse)\b",
    re.I,
)
TIMES: Final = expression(
    r"\b(?:times|fold|twice|thrice|doubl\w*|tripl\w*|halv\w*|half|third|quarter|ratio)\b|[0-9]-fold\b", re.I
)
LEAST_APART: Final = 0.02
"""Points that two shares lie apart at least where a number needed to treat is worked out of them."""
_TWO: Final = 2
_RATIO: Final = expression(
    r"\b(?:ratio|relative risks?|[rRhHoO]{2}|as (?:many|much|often|likely|high|common)|times (?:the|that|those))\b",
    re.I,
)
"""Words that announce one figure as a part or a multiple of another."""
_MOST: Final = 12
"""Numbers of a sentence that are set against one another."""


def of(claim: Claimed, operands: Iterable[Claimed], text: str) -> str:
    """How a number comes out of one or two others, in words; empty where it does not."""
    kept = [o for o in operands if o.kind != "spread" and o.part not in ("low", "high")]
    numbers = list(dict.fromkeys((o.value, _sort(o)) for o in kept))[:_MOST]
    return next((how for how, value in _sums(claim, numbers, text) if figures.same(claim, value)), "")


def _sort(claim: Claimed) -> str:
    """What a number is set against: its unit; counts of people and bare numbers are one sort."""
    if claim.kind == "percent":
        return "%"
    return (
        claim.unit
        if claim.kind in ("dose", "duration") and claim.unit != "units"
        else f".{'.' if claim.places else ''}"
    )


def _sums(claim: Claimed, numbers: list[tuple[float, str]], text: str) -> Iterator[tuple[str, float]]:
    share, sort = claim.kind == "percent", _sort(claim)
    for a, of_a in numbers:
        if share and of_a == "%" and 0 < a < 100:
            yield f"100 - {a:g}", 100 - a
    for (a, of_a), (b, of_b) in permutations(numbers, 2):
        counts = of_a == of_b == "."
        if a >= b and of_a == of_b:
            yield from _apart(claim, a, b, of_a, text)
        if b > 0 and a <= b:
            if counts and (share or claim.kind == "fraction"):
                yield f"{a:g} / {b:g} x 100", 100 * a / b if share else a / b
            if share and of_a == of_b and RELATIVE.search(text):
                yield f"({b:g} - {a:g}) / {b:g} x 100", 100 * (b - a) / b
            if claim.places >= _TWO and not share and of_a == of_b and a < b and _RATIO.search(text):
                yield f"{a:g} / {b:g}", a / b
        elif b and of_a == of_b and TIMES.search(text):
            yield f"{a:g} / {b:g}", a / b
        if not share and of_a != "%" != of_b and sort[:1] == "." and a * b < 1e6 and TOTAL.search(text):
            yield f"{a:g} x {b:g}", a * b


def _apart(claim: Claimed, a: float, b: float, sort: str, text: str) -> Iterator[tuple[str, float]]:
    """Difference, total and number needed to treat of two numbers of one sort."""
    own = _sort(claim)
    if own == sort or own[:1] == "." == sort[:1] or (sort == "%" and own[:1] == "."):
        if DIFFERENCE.search(text) and not one_of(claim, text):
            yield f"{a:g} - {b:g}", a - b
        if TOTAL.search(text) or sort == ".":
            yield f"{a:g} + {b:g}", a + b
    if sort == "%" != own and LEAST_APART <= a - b <= 100 and NUMBER_NEEDED.search(text):
        needed = 100 / (a - b)
        yield f"100 / ({a:g} - {b:g})", needed
        if not claim.places:  # a number needed to treat is told whole, and rounded up
            yield f"100 / ({a:g} - {b:g})", float(ceil(needed))


_ALL_BUT: Final = expression(
    r"\b(?:all|everybody|everyone) (?:but|except)(?: for)?(?: about| around| some| roughly)?\s\Z", re.I
)
_ONE_OF: Final = expression(
    r"\b(?:one|1) (?:[a-z-]{1,20} ){0,4}?(?:in|of|out of|for)(?: every| each| about| around| some| roughly){0,2}\s\Z",
    re.I,
)
_PRINTED_RATIO: Final = expression(
    r"\b(?:(?:odds|risk|hazard|rate|incidence)\sratios?|relative\srisks?)(?:\s\((?:OR|RR|HR|IRR)\))?(?:\s(?:of|was|were)"
    r"|\s?[:=,])?\s(?P<ratio>[0-9]{1,2}\.[0-9]{1,3})(?![0-9])",
    re.I,
)
_OF_RATIO: Final = expression(
    r"\b(?:relative|lower|higher|less|more|fewer|reduc\w+|cut|fall|fell|drop\w*|rise|rose|increas\w+|decreas\w+)\b",
    re.I,
)


def rest(claim: Claimed, printed: Iterable[Figure], text: str) -> str:
    """What is left of all: `all but 0.4%`, where the source has 99.6%."""
    if claim.kind != "percent" or not _ALL_BUT.search(text, max(0, claim.start - 40), claim.start):
        return ""
    found = next((f.value for f in printed if f.percent and figures.same(claim, 100 - f.value)), None)
    return "" if found is None else f"100 - {found:g}"


def relative(claim: Claimed, printed: str, near: str) -> str:
    """The relative change that a printed ratio amounts to: 42% of a rate ratio of 0.58."""
    if claim.kind != "percent" or not _OF_RATIO.search(near):
        return ""
    told = (float(found["ratio"]) for found in _PRINTED_RATIO.finditer(printed))
    found = next((r for r in told if r != 1 and figures.same(claim, 100 * abs(1 - r))), None)
    return "" if found is None else f"100 x (1 - {found:g})" if found < 1 else f"100 x ({found:g} - 1)"


def one_of(claim: Claimed, text: str) -> bool:
    """True for the number out of which one is told: `one infant in 14`, `one for every 200`."""
    return claim.kind in ("number", "count") and bool(_ONE_OF.search(text, max(0, claim.start - 60), claim.start))
