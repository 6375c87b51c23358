"""What one sentence says of the effect asked for: which arm is higher, which lower, and whether that is significant.

Each comparing word (`higher`, `fell`, `improved`) votes for an arm by the words around it: the arm after `than` or
`compared with` is the other one; an arm in `in`, `with` or before the word is its own. Figures vote by their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from probatum.appraise.effects import tokens
from probatum.appraise.effects.tokens import Token
from probatum.text import statistics
from probatum.text.expressions import expression

UP = tokens.roots(
    "higher greater more increase increased increases increasing longer larger rise rose risen elevated "
    "elevate gain gained faster raised "
    "raise exceed exceeded enhance enhanced heavier stronger prolong prolonged growth above elevation "
    "most highest older augment "
    "augmented doubled tripled deeper earlier later bigger"
)
DOWN = tokens.roots(
    "lower less lesser fewer decrease decreased decreases decreasing reduce reduced reduction reductions "
    "shorter smaller fall fell decline "
    "declined drop dropped diminish diminished slower attenuate attenuated suppress suppressed lessen low"
    " loss lost below least lowest "
    "prevent prevented inhibit inhibited shorten shortened lowered lowering weaker minimal minimize "
    "decrement blunted halved"
)
GOOD = tokens.roots(
    "improve improved improvement improvements better superior benefit beneficial effective efficacious "
    "favour favor favoured favored "
    "favours favors advantage success successful relief relieve relieved best"
)
BAD = tokens.roots(
    "worse worsen worsened worsening inferior poorer poor impair impaired harm harmful deteriorate deteriorated"
)
WAYS = {
    **dict.fromkeys(UP, "up"),
    **dict.fromkeys(DOWN, "down"),
    **dict.fromkeys(GOOD, "good"),
    **dict.fromkeys(BAD, "bad"),
}
SIGN = {"up": 1, "down": -1, "good": 1, "bad": -1}
DENIES = frozenset(
    [
        "no",
        "not",
        "neither",
        "nor",
        "without",
        "non",
        "nonsignificant",
        "insignificant",
        "didn't",
        "wasn't",
        "weren't",
        "cannot",
        "never",
        "failed",
        "fail",
    ]
)
AGAINST = frozenset(
    ["compared", "versus", "vs", "relative", "comparison", "against", "comparing", "compare", "contrast"]
)
WITHIN = frozenset(
    [
        "in",
        "with",
        "for",
        "among",
        "by",
        "under",
        "of",
        "on",
        "using",
        "receiving",
        "after",
        "following",
        "from",
        "to",
        "during",
    ]
)
UNWANTED = tokens.roots(
    "pain mortality death die symptom symptoms adverse event events risk infection complication "
    "complications anxiety depression stress "
    "fatigue nausea vomiting disability bleeding hypoglycemia hypoglycaemia failure recurrence relapse "
    "blood-loss weight bmi fat "
    "cholesterol triglyceride ldl glucose hba1c pressure inflammation severity disease stay time duration cost error "
    "errors craving consumption smoking burden distress impairment dropout withdrawal injury"
)
"""Outcomes of which less is better."""


class Reading(NamedTuple):
    """A sentence with its tokens and what each names."""

    text: str
    tokens: Sequence[Token]
    tags: Sequence[str]


class Vote(NamedTuple):
    """One comparing word: its place, way, which arm it gives (`I`, `C` or none), how that was seen, denied or not."""

    at: int
    way: str
    arm: str
    how: str
    denied: bool

    @property
    def sign(self) -> int:
        """1 when the intervention has more (or better), -1 when less; 0 when no arm was seen."""
        return SIGN[self.way] * {"I": 1, "C": -1, "": 0}[self.arm]


def votes(reading: Reading) -> Iterator[Vote]:
    """The votes of the comparing words, in order. A word that is part of a name does not vote."""
    lows = [t.low for t in reading.tokens]
    for at, token in enumerate(reading.tokens):
        way = WAYS.get(token.stem)
        if way is None or reading.tags[at]:
            continue
        following = reading.tokens[at + 1].stem if at + 1 < len(lows) else ""
        if token.low in ("more", "less", "most") and WAYS.get(following) in ("good", "bad"):
            continue
        arm, how = _arm(reading, lows, at)
        denied = any(low in DENIES or low.startswith("non-") for low in lows[max(0, at - 6) : at])
        yield Vote(at, way, arm, how, denied)


OTHER = {"I": "C", "C": "I"}


def _arm(reading: Reading, lows: Sequence[str], at: int) -> tuple[str, str]:
    """Whose the comparing word is, and how that was seen."""
    found = _against(reading, lows, at)
    if found[0]:
        return found
    tags = reading.tags
    for i in range(at + 1, min(len(lows), at + 9)):
        if lows[i] in (";", "than") or lows[i] in AGAINST:
            break
        if tags[i] in OTHER and any(low in WITHIN for low in lows[at + 1 : i]):
            return tags[i], "in"
    before = next((tags[i] for i in range(at - 1, max(-1, at - 25), -1) if tags[i] in OTHER), "")
    if before:
        if any(low in AGAINST for low in lows[max(0, at - 12) : at]) and lows[0] in (
            "compared",
            "relative",
            "versus",
            "in",
        ):
            # `Compared with A, B had more`: the arm after `compared with` is the other one.
            return _opened(reading, before)
        return before, "before"
    after = next((tags[i] for i in range(at + 1, min(len(lows), at + 25)) if tags[i] in OTHER), "")
    return (after, "after") if after else ("", "none")


def _opened(reading: Reading, before: str) -> tuple[str, str]:
    """The arm of a sentence that opens with what it is compared to: not the one named first."""
    first = next(t for t in reading.tags if t in OTHER)
    return (OTHER[first], "opened") if before == first else (before, "opened")


def _against(reading: Reading, lows: Sequence[str], at: int) -> tuple[str, str]:
    """By the arm after `than` (up to the next comparing word that has its own) or `compared with`."""
    for i in range(at + 1, min(len(lows), at + 30)):
        if lows[i] == ";":
            break
        if lows[i] == "than" or (lows[i] in AGAINST and i < at + 14):
            other = next((t for t in reading.tags[i + 1 : i + 10] if t in OTHER), "")
            if other:
                return OTHER[other], "than" if lows[i] == "than" else "against"
    return "", ""


NOT_VALUES = expression(
    r"\(?\b[Pp]\s*(?:[-–]?\s*values?)?\s*(?:[=<>≤≥]|of)\s*[\d.,·]+(?:\s*[×x]\s*10\S*)?|\bn\s*=\s*\d+"
    r"|(?:±|\+/?-)\s*[\d.,·]+%?"
    r"|(?:9[059]|9[579]\.\d+)\s*%\s*(?:CI|confidence|credible)[^)\];]*"
    r"|\b\d+(?:\.\d+)?\s*[-–]?\s*(?:weeks?|months?|days?|years?|hours?|h|min"
    r"|minutes?|d|wk|yrs?)\b|\[\s*\d+(?:\s*[,–-]\s*\d+)*\s*\]|\b(?:week|month|day|year|table|figure"
    r"|fig\.?|group|phase|type|stage|grade)\s+\d+"
    r"|\bSD\s*=?\s*[\d.]+|\bSE[M]?\s*=?\s*[\d.]+|\bt\s*\(?\d*\)?\s*=\s*-?[\d.]+|\bF\s*\(?[\d, ]*\)?\s*=\s*[\d.]+",
    re.IGNORECASE,
)


def pairs(reading: Reading) -> Iterator[tuple[int, str]]:
    """Signs of the figures of the intervention against those of the comparator, and how the two were matched."""
    hidden = [m.span() for m in NOT_VALUES.finditer(reading.text)]
    places = [
        i
        for i, t in enumerate(reading.tokens)
        if t.number and not any(a <= t.start < b for a, b in hidden) and value(t) is not None
    ]
    for one, two in pairwise(places):
        between = [t.low for t in reading.tokens[one + 1 : two]]
        if len(between) > 22 or not any(
            b in AGAINST or b in ("and", "than", "but", "while", "whereas", "to") for b in between
        ):
            continue
        first, second = value(reading.tokens[one]), value(reading.tokens[two])
        if first is None or second is None or first == second:
            continue
        if reading.tokens[one].low.endswith("%") != reading.tokens[two].low.endswith("%"):
            continue
        order, how = _order(reading, one, two)
        if order:
            yield (1 if first > second else -1) * order, how


def value(token: Token) -> float | None:
    """The number a token writes."""
    try:
        return float(token.low.rstrip("%").replace(",", "").replace("·", "."))
    except ValueError:
        return None


def _order(reading: Reading, one: int, two: int) -> tuple[int, str]:
    """1 when the first of two figures is the intervention's, -1 when the comparator's, 0 when not seen."""
    tags = reading.tags
    inner = [t for t in tags[one + 1 : two] if t in ("I", "C")]
    after = [t for t in tags[two + 1 : two + 8] if t in ("I", "C")]
    before = [t for t in tags[max(0, one - 12) : one] if t in ("I", "C")]
    if inner and after and inner[0] != after[0]:
        return (1 if inner[0] == "I" else -1), "each_after"
    if before and inner and before[-1] != inner[-1]:
        return (1 if before[-1] == "I" else -1), "each_before"
    named = [t for t in tags[:one] if t in ("I", "C")]
    turns = [t for i, t in enumerate(named) if i == 0 or t != named[i - 1]]
    if len(turns) >= 2:
        return (1 if turns[-2] == "I" else -1), "in_order"
    if named:
        return (1 if named[-1] == "I" else -1), "first_named"
    return 1, "unnamed"


RATIO = expression(
    r"\b(?:OR|HR|RR|IRR|aOR|aHR|odds ratio|hazard ratio|risk ratio|relative risk|rate ratio)\b[^\d]{0,40}(\d+[.·]\d+)",
    re.IGNORECASE,
)


def judged(text: str) -> Iterator[str]:
    """Significance as the p values, intervals and words of a text have it."""
    for p in statistics.read_p(text):
        verdict = statistics.judge(p.relation, p.value)
        yield "p_sig" if verdict else "p_open" if verdict is None else "p_ns"
    claimed = statistics.claims_significance(text)
    if claimed:
        yield "says_" + claimed.replace(" ", "_")
    for found in RATIO.finditer(text):
        ratio = float(found[1].replace("·", "."))
        yield "ratio_up" if ratio > 1 else "ratio_down" if ratio < 1 else "ratio_one"
    for interval in statistics.read_intervals(text):
        if interval.level is not None:
            if interval.low <= 0 <= interval.high or (interval.low <= 1 <= interval.high and interval.low > 0):
                yield "ci_ns"
            else:
                yield "ci_sig"
