"""Does a figure belong to the outcome it is given to, and is a primary outcome the primary one?"""

from __future__ import annotations

import re
from math import fsum

from probatum.assess.audit import keys
from probatum.assess.audit.case import FILLER, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

_PRIMARY = expression(
    r"\bprimary (?:\w+ )?(?:end[- ]?points?|outcomes?|measures?|variables?|aims?|objectives?|efficacy|criteri(?:on"
    r"|a)|target|parameters?)\b|\bprimary "
    r"efficacy\b|\bco-?primary\b|\b(?:main|principal) (?:\w+ )?(?:outcomes?|end[- ]?points?|measures?|criterion)\b",
    re.IGNORECASE,
)
_CALLED = expression(
    rf"{_PRIMARY.pattern}|\b(?:mainly|chiefly|primarily|above all|first of all|principally) (?:set out|aimed|wanted"
    rf"|meant|measured"
    r"|looked at|asked|sought|tested)(?: to \w+)?\b|\bset out (?:mainly |chiefly |above all |primarily )?to \w+"
    r"|\b(?:main|chief|principal|central|key|leading) (?:question|yardstick|aim|goal|target|purpose|test|result)\b"
    r"|\b(?:the|its|their) yardstick\b|\b(?:was|were|is) (?:built|powered|sized|planned) (?:on|around|for|upon)\b",
    re.IGNORECASE,
)
"""What a writer calls primary, in the words of papers or in others."""
_SECONDARY = expression(
    r"\b(?:secondary|tertiary|exploratory|additional|other) (?:\w+ ){0,2}(?:end[- ]?points?|outcomes?|measures?"
    r"|variables?|parameters?|efficacy)\b",
    re.IGNORECASE,
)
_EMPTY = keys.table(
    "trial study group patient met meet reach use define power hypothesis test plan yardstick built build question "
    "aim goal "
    "target purpose chief central key leading set measured treatment treated occurred"
)
_LEAD = keys.table(
    "primary secondary endpoint end point outcome measure variable main met meet hit reach efficacy assessment "
    "assess defined trial study"
)


@probe(
    name="outcome",
    order=100,
    purpose="A figure belongs to the outcome it is given to, and an outcome called primary is the one the study "
    "fixed beforehand.",
    source="Chan AW, et al. Empirical evidence for selective reporting of outcomes (2004), "
    "doi:10.1001/jama.291.20.2457",
)
def outcome(case: Cited) -> Opinion | None:
    """Contradicted when the source names another primary outcome, or the figures stand in the row of another
    outcome."""
    if not case.sources or case.grades:
        return None
    return (_primary(case) if _CALLED.search(case.text) else None) or _row(case)


def _primary(case: Cited) -> Opinion | None:
    wanted = (_called(case) - _LEAD - _EMPTY - (FILLER if case.results else frozenset())) - frozenset().union(
        *(a.words for a in case.arms), frozenset()
    )
    for source in case.sources if wanted else ():
        if not wanted & source.keys:
            continue  # told in words that the source has not
        primary, secondary = _named(source, _PRIMARY), _named(source, _SECONDARY)
        fixed = [u for u in primary if _FIXED.search(u.text)] or primary
        here = max((_share(source, wanted, u, _PRIMARY, _SECONDARY) for u in fixed), default=0.0)
        there = max((_share(source, wanted, u, _SECONDARY, _PRIMARY) for u in secondary), default=0.0)
        if (primary and (here < LITTLE or there > here + 0.1)) or (not primary and there >= 0.5):
            unit = (primary or secondary)[0]
            return Opinion(Fault.OUTCOME, "the source names another primary outcome", (unit.span,), unit.raw)
        elsewhere = _other_time(case, primary)
        if elsewhere is not None:
            return elsewhere
        if primary:
            return None
    return None


def _other_time(case: Cited, primary: list[Unit]) -> Opinion | None:
    """The primary outcome at a time, or at a level, that no sentence on it tells, while one tells another."""
    found = _CALLED.search(case.text)
    for claim in case.figures if found is not None else ():
        sort = _TIMES if claim.kind == "duration" else _LEVELS if claim.places else None
        told = [u for u in primary if sort is not None and sort.search(_PRIMARY.split(u.text, maxsplit=1)[-1])]
        if told and not any(u.meeting(claim._replace(about=True)) for u in primary):
            reason = f"what the source says of its primary outcome does not name {claim.text}"
            return Opinion(Fault.OUTCOME, reason, (told[0].span,), told[0].raw)
    return None


_TIMES = expression(
    r"\b(?:hour|day|week|month|year)s?\b|\b[0-9]+ ?(?:h|d|wks?|mo)\b|\bat (?:the )?(?:end|final|last|discharge"
    r"|completion)\b",
    re.IGNORECASE,
)
_LEVELS = expression(r"(?<![\w.])[0-9]+\.[0-9]")


def _called(case: Cited) -> frozenset[str]:
    """Keys of what is called primary: what stands behind the words, or before `was the primary outcome`."""
    found = _CALLED.search(case.text)
    if found is None:
        return case.keys
    before, behind = case.text[: found.start()], _ENDS.split(case.text[found.end() :], maxsplit=1)[0]
    beside = _BESIDE.match(case.text, found.end())
    if beside is not None:
        return keys.of(beside[1])
    if _AHEAD.search(before):
        return keys.of(before.rpartition(",")[0].rpartition(",")[2])
    if _IS.search(before):
        return keys.of(before)
    told = keys.of(behind) - keys.GENERIC - FILLER - _LEAD
    return keys.of(behind) if told else case.keys


_BESIDE = expression(r",\s([^,;()]{3,60}),\s")
"""`On its primary outcome, distress, ...`: what is called primary stands between the commas behind it."""
_AHEAD = expression(r"[^,;()]{3,60},\s(?:the|its|their|a)\s(?:\w+\s)?\Z", re.IGNORECASE)
"""`Distress, the primary outcome, ...`."""
_FIXED = expression(
    r"\b(?:primary|main|principal) (?:\w+ ){1,3}?(?:was|were|is|are|included?|consisted|comprised)\b"
    r"|\bprimary (?:\w+ )?(?:end[- ]?"
    r"points?|outcomes?)\s?(?:[:,(]|measures? (?:was|were))|\b(?:was|were|as) the (?:primary|main|principal)\b",
    re.IGNORECASE,
)
"""Sentences that fix what is primary, before those that speak of it."""
_IS = expression(r"\b(?:was|were|is|are|as|being|on)\s(?:\w+\s){0,3}\Z", re.IGNORECASE)
_ENDS = expression(r"[(;]|,\s(?:which|while|but|with|where)\b")
LITTLE = 0.34
"""Share of the words of an outcome that the sentence on the primary one must hold."""


def _named(source: Source, pattern: re.Pattern[str]) -> list[Unit]:
    return [u for u in source.units if not u.row and pattern.search(u.text)]


def _share(source: Source, wanted: frozenset[str], unit: Unit, mine: re.Pattern[str], other: re.Pattern[str]) -> float:
    """Share of the outcome's word weight in the part of a unit that speaks of outcomes of this sort."""
    text = unit.text
    if (told := mine.search(text)) and ";" in text:
        text = text[text.rfind(";", 0, told.start()) + 1 :].partition(";")[0] or text
    found, against = mine.search(text), other.search(text)
    if found and against:
        text = text[: against.start()] if found.start() < against.start() else text[found.start() :]
    held = keys.of(text)
    for short, long in source.long_forms.items():
        held = held | long if short in held else held
    known = frozenset(k for k in wanted if k in source.keys or k in _SAME) or wanted
    weights = {k: source.weight(k) * (_COMMON_WEIGHT if k in keys.GENERIC else 1.0) for k in known}
    total = fsum(weights.values())
    return fsum(w for k, w in weights.items() if k in held or _SAME.get(k, k) in held) / total if total else 0.0


_COMMON_WEIGHT = 0.5
_SAME = {
    keys.key(a): keys.key(b) for a, b in (("share", "proportion"), ("percentage", "proportion"), ("rate", "proportion"))
}


def _row(case: Cited) -> Opinion | None:
    """The figures all stand in units that lack the outcome's own word, and a row of the same table is of that
    outcome."""
    timed = [c for c in case.figures if c.kind == "duration" and c.places]
    results = [c for c in (*case.results, *timed) if c.telling >= 1 and c.part != "of"]
    if len(results) < 2:
        return None
    holding = [(s, u) for s in case.sources for u in s.units if all(u.meeting(c) for c in results)]
    if not holding:
        return None
    for word in sorted(case.topic - _PEOPLE, key=lambda k: -max(s.weight(k) for s in case.sources)):
        if any(_of(word, s, u, results) for s, u in holding):
            continue
        for source, unit in holding:
            rival = _rival(source, unit, word, results)
            own = _label(source, unit) if unit.row else source.expanded(unit)
            matter = case.topic - _PEOPLE
            told = rival is not None and len(matter & _label(source, rival)) >= min(_TWO, len(matter))
            if rival is not None and told and not case.topic & own - _label(source, rival):
                label = rival.raw.split("\t", 1)[0].strip()
                reason = f"the figures belong to another outcome; those of \u201c{label}\u201d differ"
                return Opinion(Fault.OUTCOME, reason, (rival.span, unit.span), rival.raw.replace("\t", " | "))
    return None


_TWO = 2
"""Words of the matter that the other row bears: one may be there by chance where the rest is told otherwise."""
_PEOPLE = keys.table("infant neonate newborn baby woman man child adult mother patient boy girl")


def _of(word: str, source: Source, unit: Unit, results: list[Claimed]) -> bool:
    """True when a unit gives the figures for the word: of a sentence with semicolons, the part that holds them."""
    if unit.row:
        label = _label(source, unit)
        named = any(u.row and u.section == unit.section and word in _label(source, u) for u in source.units)
        return word in label or (not named and word in source.expanded(unit))
    if word not in source.expanded(unit):
        return False
    if ";" not in unit.text:
        return True
    at = 0
    for part in unit.text.split(";"):
        inside = [f for c in results if (f := unit.meeting(c)) and at <= f.start < at + len(part)]
        if inside:
            return word in keys.of(part)
        at += len(part) + 1
    return True


def _label(source: Source, unit: Unit) -> frozenset[str]:
    """Keys of what a row is of, its abbreviations spelt out."""
    told = keys.of(unit.text.split("\t", 1)[0])
    return told.union(*(source.long_forms.get(k, frozenset()) for k in told))


def _rival(source: Source, unit: Unit, word: str, results: list[Claimed]) -> Unit | None:
    """A row of a result whose label names the outcome and whose figures are not those claimed."""
    if not unit.row and not any(u.row and all(u.meeting(c) for c in results) for u in source.units):
        return None
    tables = {u.section for u in source.units if u.row and all(u.meeting(c) for c in results)}
    for other in source.units:
        if not other.row or other.section not in tables:
            continue
        label = _label(source, other)
        if word in label and not any(other.meeting(c) for c in results) and len(other.figures) >= 2:
            return other
    return None
