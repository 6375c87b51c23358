"""Does a figure belong to the outcome it is given to, and is a primary outcome the primary one?"""

from __future__ import annotations

import re

from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault

_PRIMARY = re.compile(
    r"\bprimary (?:\w+ )?(?:end-?points?|outcomes?|measures?|variables?|aims?|objectives?|efficacy)\b|\bprimary "
    r"efficacy\b|\bco-?primary\b|\bmain (?:outcome|end-?point)\b",
    re.IGNORECASE,
)
_SECONDARY = re.compile(
    r"\b(?:secondary|tertiary|exploratory|additional|other) (?:\w+ ){0,2}(?:end-?points?|outcomes?|measures?"
    r"|variables?|parameters?|efficacy)\b",
    re.IGNORECASE,
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
    if not case.sources:
        return None
    return (_primary(case) if _PRIMARY.search(case.text) else None) or _row(case)


def _primary(case: Cited) -> Opinion | None:
    wanted = (case.keys - keys.GENERIC - _LEAD) - frozenset().union(*(a.words for a in case.arms), frozenset())
    if not wanted:
        return None
    for source in case.sources:
        primary, secondary = _named(source, _PRIMARY), _named(source, _SECONDARY)
        if not primary:
            continue
        here = max((_share(source, wanted, u) for u in primary), default=0.0)
        there = max((_share(source, wanted, u) for u in secondary), default=0.0)
        if here < 0.34 or there > here:
            unit = primary[0]
            return Opinion(Fault.OUTCOME, "the source names another primary outcome", (unit.span,), unit.raw)
        return None
    return None


def _named(source: Source, pattern: re.Pattern[str]) -> list[Unit]:
    return [u for u in source.units if not u.row and pattern.search(u.text)]


def _share(source: Source, wanted: frozenset[str], unit: Unit) -> float:
    text = unit.text
    found = _PRIMARY.search(text) or _SECONDARY.search(text)
    if found and (later := _SECONDARY.search(text, found.end())):
        text = text[: later.start()] if _PRIMARY.search(unit.text) else text[later.start() :]
    held = keys.of(text)
    for short, long in source.long_forms.items():
        held = held | long if short in held else held
    total = sum(source.weight(k) for k in wanted)
    return sum(source.weight(k) for k in wanted & held) / total if total else 0.0


def _row(case: Cited) -> Opinion | None:
    """The figures all stand in units that lack the outcome's own word, and a row of the same table is of that
    outcome."""
    results = [c for c in case.results if c.telling >= 1 and c.part != "of"]
    if len(results) < 2:
        return None
    holding = [(s, u) for s in case.sources for u in s.units if all(u.meeting(c) for c in results)]
    if not holding:
        return None
    for word in sorted(case.topic, key=lambda k: -max(s.weight(k) for s in case.sources)):
        if any(word in s.expanded(u) for s, u in holding):
            continue
        for source, unit in holding:
            rival = _rival(case, source, unit, word, results)
            if rival is not None:
                label = rival.raw.split("\t", 1)[0].strip()
                told = f"the figures belong to another outcome; those of \u201c{label}\u201d differ"
                return Opinion(Fault.OUTCOME, told, (rival.span, unit.span), rival.raw.replace("\t", " | "))
    return None


def _rival(case: Cited, source: Source, unit: Unit, word: str, results: list[Claimed]) -> Unit | None:
    """A row of a result whose label names the outcome and whose figures are not those claimed."""
    if not unit.row and not any(u.row and all(u.meeting(c) for c in results) for u in source.units):
        return None
    tables = {u.section for u in source.units if u.row and all(u.meeting(c) for c in results)}
    for other in source.units:
        if not other.row or other.section not in tables:
            continue
        label = keys.of(other.text.split("\t", 1)[0])
        if word in label and not any(other.meeting(c) for c in results) and len(other.figures) >= 2:
            return other
    return None
