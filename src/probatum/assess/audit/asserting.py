"""What a sentence asserts or denies, held against what the passages on the same matter do.

Tests, ways, denials and hedges of these passages.
"""

from __future__ import annotations

import re
from math import fsum
from typing import Final

from probatum.assess.audit import comparing, telling
from probatum.assess.audit.case import FILLER, HEDGED, JUDGING, NEGATED, Cited
from probatum.assess.audit.source import Unit
from probatum.text import statistics
from probatum.text.expressions import expression

PASSAGES: Final = 6
"""Passages of the sources that are looked at."""
MATTER: Final = 0.5
"""Share of the words of a sentence from which a passage is on the same matter."""


def share(part: float, whole: float) -> float:
    """A part of a whole; of nothing 0."""
    return part / whole if whole else 0.0


def _tested(text: str) -> tuple[bool, bool]:
    """Whether a text shows a test that found a difference, and one that found none."""
    judged = [statistics.judge(m.relation, m.value) for m in statistics.read_p(text)]
    claim = statistics.claims_significance(text)
    none = (
        claim == "not significant" or any(j is False for j in judged) or telling.NO_DIFFERENCE.search(text) is not None
    )
    return claim == "significant" or any(j is True for j in judged), none


def _ways(text: str) -> set[str]:
    return {"down" if (w := m.lastgroup or "") == "less" else w for m in comparing.WORD.finditer(text)}


def polarity(case: Cited) -> dict[str, float]:
    """Denial, test, way and hedge of the sentence beside those of the passages that fit it best."""
    near = [(s, a) for s, a in case.best[:PASSAGES] if a.words >= MATTER or sum(c.telling >= 1 for c in a.met) >= 2]
    shown = [a.unit for _, a in near if not a.unit.row][:4]
    count = len(shown)
    denies = case.denies or telling.NO_DIFFERENCE.search(case.affirmed) is not None
    found, none = _tested(case.text)
    there = [_tested(u.text) for u in shown]
    denied = [NEGATED.search(u.text) is not None or telling.NO_DIFFERENCE.search(u.text) is not None for u in shown]
    ways = _ways(case.text)
    theirs = [_ways(u.text) for u in shown]
    opposite = {"up": "down", "down": "up", "good": "bad", "bad": "good"}
    clash = [bool(t) and bool(ways) and not ways & t and any(opposite[w] in t for w in ways) for t in theirs]
    meet = [bool(ways & t) for t in theirs]
    hedged = HEDGED.search(case.text) is not None
    return {
        "near": min(count, 4) / 4,
        "near none": float(not near),
        "denies": float(denies),
        "denies alone": share(sum(not d for d in denied), count) if denies else 0.0,
        "denied there": share(sum(denied), count) if not denies else 0.0,
        "denied first": float(bool(denied) and denied[0] and not denies),
        "denies first": float(bool(denied) and denies and not denied[0]),
        "finds": float(found),
        "finds none": float(none),
        "finds, none there": share(sum(n and not f for f, n in there), count) if found or (ways and not none) else 0.0,
        "finds none, some there": share(sum(f and not n for f, n in there), count) if none else 0.0,
        "ways": float(bool(ways)),
        "ways clash": share(sum(clash), count),
        "ways meet": share(sum(meet), count),
        "ways clash first": float(bool(clash) and clash[0]),
        "ways lacking": float(bool(ways) and bool(shown) and not any(meet)),
        "hedged": float(hedged),
        "hedged there": share(sum(HEDGED.search(u.text) is not None for u in shown), count) if not hedged else 0.0,
        "p": float(bool(case.p)),
        "p held": share(
            sum(
                any(abs((q.value or -1) - (p.value or -2)) < 1e-9 for s in case.sources for u in s.units for q in u.p)
                for p in case.p
            ),
            len(case.p),
        ),
        "interval": float(bool(case.intervals)),
    }


_ON: Final = 0.6
"""Share of the weight of what is measured that a passage holds that is on it."""
_LOOKED_AT: Final = 10
_DIFFERS: Final = expression(
    r"\b(?:differ(?:ed|s|ence)?|depend(?:ed|s)?|chang(?:ed|es)|affect(?:ed|s)|improv(?:ed|es)|work(?:ed|s)|reliev(?:ed|es)"
    r"|influenc(?:ed|es)|achieved|became|fulfilled|helped|effective|positive)\b",
    re.IGNORECASE,
)


def matter(case: Cited) -> dict[str, float]:
    """Denial in all passages on what is measured, treatments aside, where the sentence asserts something of it."""
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    topic = (case.wanted - JUDGING - named - frozenset().union(*(s.design for s in case.sources))) or (
        case.keys - named - FILLER
    )
    on: list[tuple[float, Unit]] = []
    for source in case.sources:
        weights = {k: source.weight(k) for k in topic}
        total = fsum(weights.values())
        for unit in source.units:
            held = share(fsum(weights[k] for k in source.expanded(unit) & topic), total)
            if held >= _ON and unit.own:
                on.append((held, unit))
    on.sort(key=lambda found: -found[0])
    units = [u for _, u in on[:_LOOKED_AT]]
    tests = [_tested(u.text) for u in units]
    denied = [telling.NO_DIFFERENCE.search(u.text) is not None or NEGATED.search(u.text) is not None for u in units]
    none = [n and not f for f, n in tests]
    some = [f and not n for f, n in tests]
    denies = case.denies or telling.NO_DIFFERENCE.search(case.affirmed) is not None
    asserts = not denies and (_DIFFERS.search(case.text) is not None or bool(_ways(case.text)))
    count = len(units)
    return {
        "matter": min(count, 5) / 5,
        "asserts": float(asserts),
        "asserts, none": share(sum(none), count) if asserts else 0.0,
        "asserts, one none": float(asserts and any(none)),
        "asserts, first none": float(asserts and bool(none) and none[0]),
        "asserts, some": share(sum(some), count) if asserts else 0.0,
        "asserts, one some": float(asserts and any(some)),
        "asserts, denied": share(sum(denied), count) if asserts else 0.0,
        "denies, some": share(sum(some), count) if denies else 0.0,
        "denies, one none": float(denies and any(none)),
        "denies, one denied": float(denies and any(denied)),
        "bare, denied": share(sum(denied), count) if not denies and not case.results else 0.0,
    }
