"""How the passages of a source set two things against each other, held to how a sentence does: whichever two they are.

Groups of a trial are known by name; but cohorts, reviews and subgroups set women against men, or a long journey against
a short one. Here what stands on either side of a `than` sets the two apart, and which of them fares better is told by
the way and by what more of the outcome means, so that `outlived` meets `a lower risk of death`. Nothing is decided:
`weighing` weighs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import fsum
from typing import Final, NamedTuple

from probatum.appraise.findings.benefit import meaning
from probatum.assess.audit import arms, comparing, keys, leaning
from probatum.assess.audit.case import FILLER, Cited
from probatum.assess.audit.source import Source
from probatum.model import SectionRole
from probatum.text import sentences
from probatum.text.expressions import expression
from probatum.text.normal import fold

_CUE: Final = expression(
    r"\b(?:(?:as )?compared (?:with|to)|in comparison (?:with|to)|than|relative to|rather than|instead of"
    r"|(?:as )?against|versus|vs\b\.?|over(?=\s(?:placebo|sham|control|no\b|usual"
    r"|standard)))(?!\s?[-+(\u2212]?[0-9.]+\s?"
    r"(?:%|[a-z]{0,6}\)|[);,]))",
    re.IGNORECASE,
)
"""What stands between two things that are set against each other; between two figures it sets apart no more than
these."""
_NOT_TWO: Final = expression(
    r"\A\s*(?:before|at (?:the start|baseline|entry)|baseline|expected|previously|(?:the )?(?:general|historical)\b"
    r"|[0-9]|half|one|two|three)",
    re.IGNORECASE,
)
_REACH: Final = 110
_END: Final = expression(
    r"[,;(]|(?<=[a-z]\s)(?<!\bthose\s)(?<!\bthat\s)(?<!\bpatients\s)(?:after|during|before|within|at|for)\b",
    re.IGNORECASE,
)
"""Where what stands behind a `than` ends: what follows tells when, and of what."""
_BARE: Final = expression(
    r"\b(?:without|not|no|none|neither|others?|rest|usual|standard|ordinary|conventional|normal|healthy|placebo|sham"
    r"|controls?|untreated|uninfected|alone|non-?\w+)\b",
    re.IGNORECASE,
)
"""Whoever has or gets nothing, or only what is usual."""
_CONTROL: Final = "\x00control"
_GROUP: Final = keys.table(
    "that those group arm patient people child adult participant person received receive given give had having treated "
    "treat one who kind case control subject"
)
_GOOD: Final = keys.table(
    "survive survival live outlive alive remission response respond recover recovery heal cure success calm "
    "satisfaction satisfied comfort comfortable easy mobility balance function adherence benefit abstinence clearance"
)
_BAD: Final = keys.table(
    "death mortality bleed infection relapse recur recurrence regrow seizure seize fracture break "
    "fracturing fall vomit "
    "nausea sick pain hurt ache sore suffer anxiety anxious distress fistula leak complication "
    "complaint trouble problem "
    "burden symptom rejection reoperation stroke infarction attack failure fail loss lose ill "
    "severe toxicity harm damage "
    "bother depression fatigue tired hospitalization readmission adverse dizziness delirium apathy rupture "
    "embolism thrombosis amputation dialysis progression metastasis hypoglycemia syncope exacerbation flare itch"
)
"""Keys of outcomes that are good and bad for people, in whatever form of the word."""


class Facing(NamedTuple):
    """Two things set against each other: keys of what stands on either side, which way the first lies (empty where
    that is not told), and whether that is good (1) or bad (-1) for people; 0 where the words do not say. `right` is
    empty where one of the two alone is named."""

    left: frozenset[str]
    right: frozenset[str]
    way: str
    good: int
    what: frozenset[str]
    """Keys of all that is told, who is set against whom aside where both are named."""


@lru_cache(maxsize=16384)
def read(text: str, source: Source | None) -> tuple[Facing, ...]:
    """What a folded sentence sets against each other, clause by clause."""
    return tuple(_read(text, source))


def _read(text: str, source: Source | None) -> Iterator[Facing]:
    for start, end in sentences.clauses(text) or ((0, len(text)),):
        clause = text[start:end]
        for cue in _CUE.finditer(clause):
            if _NOT_TWO.match(clause[cue.end() :]):
                continue
            behind = clause[cue.end() : cue.end() + _REACH]
            ahead = clause[: cue.start()]
            if len(ahead.split()) < _WORDS:  # `Compared with B, A had less`
                behind, _, ahead = behind.partition(",")
                ahead = f"{ahead} {clause[cue.end() + len(behind) :]}"
            else:
                behind = _END.split(behind.strip())[0]
            way = _way(ahead)
            if not way:
                continue
            left, right = _keys(ahead, source), _keys(behind, source)
            if right - left:
                yield Facing(left - right, right - left, way, _good(ahead, way), left - right)
            elif left:
                yield Facing(left, frozenset(), way, _good(ahead, way), left)
            break
        else:
            yield from _alone(clause, source)


_WORDS: Final = 2
_WHERE: Final = expression(
    r"(?<!increase )(?<!decrease )(?<!reduction )(?<!difference )(?<!improvement )(?<!decline )(?<!change )"
    r"(?<!associated )"
    r"\b(?:in|with|for|among|on|after|under|by)\s(?:the\s)?(?P<who>(?:(?!\b(?:in|with|for|among|on|after|under|by|at|and"
    r"|but|than)\b)[^,.;()]){3,60})",
    re.IGNORECASE,
)
"""Who or what something is told of."""
_DOES: Final = expression(
    r"\A\W*(?P<who>[^,.;()]{3,80}?)\s(?:(?:was|were|is|are|has been)\s(?:\w+ly\s)?(?:associated|related|linked)|"
    r"(?:\w+ly\s)?(?:had|have|showed?|experienced|achieved|received|needed|required|reported|led|resulted|reduce[sd]?"
    r"|increase[sd]?|lower(?:ed|s)|raise[sd]?|improve[sd]?|worsen(?:ed|s)|prolong(?:ed|s)|shorten(?:ed|s)|did"
    r"|demonstrated|exhibited|presented|obtained|outperform\w*|were|was|are|is)\b)",
    re.IGNORECASE,
)
"""Who or what stands before the verb of a result."""


def _alone(clause: str, source: Source | None) -> Iterator[Facing]:
    """What is told of one of two alone: `the risk was lower in the long-term group`, `older patients had more`."""
    way = _way(clause)
    if not way:
        return
    whom = [m["who"] for m in _WHERE.finditer(clause)]
    doer = _DOES.match(clause)
    named = [doer["who"], *whom] if doer is not None else whom
    told = _keys(clause, source)
    for who in named[:_NAMED]:
        side = _keys(who, source)
        if side:
            yield Facing(side, frozenset(), way, _good(clause, way), told)
            return


_NAMED: Final = 3


def _way(text: str) -> str:
    if leaning.denied(text):
        return ""
    return comparing.way_before(text) or leaning.way_of(text)


def _good(text: str, way: str) -> int:
    if way in ("good", "bad"):
        return 1 if way == "good" else -1
    told = keys.of(text)
    sign = meaning(text) or (1 if told & _GOOD else 0) - (1 if told & _BAD else 0)
    return sign if way == "up" else -sign


def _keys(text: str, source: Source | None) -> frozenset[str]:
    told = keys.of(text) - keys.GENERIC - _GROUP - FILLER
    if source is not None:
        told = told.union(*(source.long_forms.get(k, frozenset()) for k in told))
    return told | {_CONTROL} if _BARE.search(text) or keys.of(text) & arms.CONTROLS else told


class Held(NamedTuple):
    """How far what a source sets against each other goes with a sentence."""

    along: float
    against: float
    good_along: float
    good_against: float


def held(case: Cited) -> Held | None:
    """None of a sentence that sets nothing against each other."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    told = read(fold(case.text).text, source)
    if not told:
        return None
    mine, shares = told[0], [0.0, 0.0, 0.0, 0.0]
    topic = {k: source.weight(k) for k in mine.what - {_CONTROL} - (mine.left if not mine.right else frozenset())}
    for unit in source.units:
        if unit.row or not unit.own or unit.role in (SectionRole.METHODS, SectionRole.OBJECTIVE):
            continue
        for other in read(unit.text, source):
            turned = _turned(mine, other, source)
            if turned is None:
                continue
            sides = mine.right | other.right | (frozenset() if other.right else other.left)
            matter = fsum(w for k, w in topic.items() if k not in sides)
            on = fsum(w for k, w in topic.items() if k not in sides and k in other.what) / matter if matter else 0.0
            same = _same(mine, other)
            if same is not None:
                shares[int(same is turned)] = max(shares[int(same is turned)], on)
            if mine.good and other.good:
                place = 2 + int((mine.good == other.good) is turned)
                shares[place] = max(shares[place], _LEAST + (1 - _LEAST) * on)
    return Held(*shares)


_LEAST: Final = 0.3
"""How much a passage counts that holds nothing of the matter but tells who fares better."""


def _turned(mine: Facing, other: Facing, source: Source) -> bool | None:
    """True where a passage puts the two in the other order; None where it is not known to be of the same two."""

    def weight(shared: frozenset[str]) -> float:
        return fsum(1.0 if k == _CONTROL else source.weight(k) for k in shared)

    if mine.right and other.right:
        straight = weight(mine.right & other.right)
        across = weight(mine.right & other.left) + weight(mine.left & other.right)
    else:
        straight = weight(mine.left & other.left)
        across = weight(mine.right & other.left) + weight(mine.left & other.right)
    return None if straight == across else across > straight


def _same(mine: Facing, other: Facing) -> bool | None:
    """True where both lie the same way; None where one is of more and less and the other of good and bad."""
    if mine.good and other.good:
        return mine.good == other.good
    if (mine.way in ("up", "down")) is (other.way in ("up", "down")):
        return mine.way == other.way
    return None


def measures(case: Cited) -> dict[str, float]:
    """For the weighing."""
    found = held(case)
    if found is None or not any(found):
        return {"facing none": 1.0}
    return {
        "facing along": found.along,
        "facing against": found.against,
        "facing lead": found.along - found.against,
        "facing good lead": found.good_along - found.good_against,
        "facing against alone": found.against if not found.along else 0.0,
        "facing good against alone": found.good_against if not found.good_along else 0.0,
    }
