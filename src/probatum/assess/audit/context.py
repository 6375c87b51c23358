"""What the text around a sentence tells: the same matter otherwise, whom its source studied, and where its source is of
another matter than the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import fsum
from typing import Final

from probatum.assess.audit import keys, leaning, relating
from probatum.assess.audit.case import JUDGING, Cited
from probatum.assess.audit.checks.applicability import illnesses
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.parting import Said
from probatum.assess.audit.source import Source, Unit
from probatum.text.expressions import expression

AROUND: Final = 12
"""Sentences before and behind that are looked at: a bound on the time."""
_PROMISED: Final = expression(
    r"\byou(?:rs?)?\b|\b(?:can|should|may) (?:\w+ )?(?:be (?:recommended|expected|offered|used|given)|expect|count on"
    r"|hope)|\b(?:will|would) (?:\w+ ){0,2}(?:help|keep|benefit|work|reduce|improve|protect|do|prevent|profit)"
    r"|\b(?:welcome|sensible|useful|good|attractive|reasonable|worthwhile|valuable|suitable|safe) (?:\w+ )?(?:bonus"
    r"|extra|choice|option|add-on|addition|step|measure|treatment|help|aid)|\b(?:worth|suits?|makes sense|applies"
    r"|holds for|the same is true|likewise|here too)\b",
    re.IGNORECASE,
)
"""A result is promised or recommended to a reader."""


def measures(case: Cited) -> dict[str, float]:
    """Everything below of one sentence."""
    return {**_otherwise(case), **_strange(case), **_timed(case), "promised": float(_promises(case))}


def _promises(case: Cited) -> bool:
    return _PROMISED.search(case.text) is not None


def _near(case: Cited) -> Iterator[Said]:
    """The sentences around this one that cite something; of rows none."""
    at = case.said.n - 1
    for said in case.whole.sentences[max(0, at - AROUND) : at + AROUND + 1]:
        if said.n != case.said.n and not said.row:
            yield said


@lru_cache(maxsize=4096)
def _keys(text: str) -> frozenset[str]:
    return keys.of(text)


def _otherwise(case: Cited) -> dict[str, float]:
    """How much of this sentence's matter another holds that leads the other way, or denies what it asserts."""
    source = case.sources[0]
    mine = leaning.said(relating.plain(case.text), source)
    weights = {k: source.weight(k) for k in case.wanted - JUDGING}
    total = fsum(weights.values())
    clash = along = 0.0
    if not total or (not mine.way and mine.none is None):
        return {}
    for said in _near(case):
        share = fsum(weights[k] for k in _keys(said.plain) & weights.keys()) / total
        if share < leaning.LEAST:
            continue
        theirs = leaning.said(relating.plain(said.plain), source)
        way = leaning.against(case, source, mine, theirs.way, theirs.group) if theirs.way else 0.0
        denial = 0.0
        if mine.none is not None and theirs.none is not None and mine.none is not theirs.none:
            denial = -1.0
        clash = max(clash, -share * min(way, denial))
        along = max(along, share * way)
    return {"around other": clash, "around same": along, "around lead": along - clash}


def _strange(case: Cited) -> dict[str, float]:
    """Whether the source is about an illness that the text's title does not name, and whether this sentence, its
    heading or another one on the same source names it."""
    source = case.sources[0]
    theirs = illnesses(source.record.title)
    title = keys.of(case.whole.title)
    wanted = illnesses(case.whole.title)
    lacking = bool(wanted) and not any(n <= source.about for names in wanted for n in names if n)
    if not theirs:
        return {"strange lacking": float(lacking), "strange unnamed": 1.0}
    strange = not any(n <= title for names in theirs for n in names if n)
    said = _names(theirs, _keys(case.said.plain))
    heading = _names(theirs, keys.of(case.said.section))
    numbers = {r.number for r in case.references}
    same = [s for s in _near(case) if any(numbers & set(m.numbers) for m in s.marks)]
    told = any(_names(theirs, _keys(s.plain)) for s in same if s.n < case.said.n)
    silent = strange and not said and not heading
    return {
        "strange": float(strange),
        "strange lacking": float(lacking),
        "strange said": float(strange and said),
        "strange silent": float(silent),
        "strange untold": float(silent and not told),
        "strange alone": float(silent and len(same) <= 1),
        "strange promised": float(strange and _promises(case)),
        "lacking silent": float(lacking and silent),
        "lacking promised": float(lacking and _promises(case)),
        "cited alone": float(not same),
    }


def _names(theirs: tuple[tuple[frozenset[str], ...], ...], told: frozenset[str]) -> bool:
    return any(name <= told for names in theirs for name in names if name)


def _timed(case: Cited) -> dict[str, float]:
    """Whether the figures of a result stand in a passage with the sentence's own time point."""
    times = [c for c in case.figures if c.kind == "duration"][:3]
    results = case.results[:6]
    if not times or not results:
        return {}
    best = min((_together(case.sources, time, results) for time in times), default=1.0)
    return {"time told": 1.0, "time beside": best, "time apart": 1 - best}


def _together(sources: Sequence[Source], time: Claimed, results: Sequence[Claimed]) -> float:
    """1 where a unit holds a result and the time, or stands under it; a half where the unit before it holds the
    time."""
    best = 0.0
    for source in sources:
        before = False
        for unit in source.units:
            here = bool(unit.figures) and (unit.meeting(time) is not None or _over(unit, time))
            if (here or before) and unit.figures and any(unit.meeting(r) for r in results):
                if here:
                    return 1.0
                best = _BEFORE
            before = here
    return best


_BEFORE: Final = 0.5


def _over(unit: Unit, time: Claimed) -> bool:
    return unit.row and any(f.value == time.value for f in unit.head_figures)
