"""Do figures stand in the row or sentence of the outcome that they are told of, where the source knows both by name?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import keys, renaming
from probatum.assess.audit.case import FILLER, JUDGING, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.reckoning import sizes
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault

_FEWEST: Final = 2
"""Figures that must stand together: one alone may stand anywhere."""


class _Named(NamedTuple):
    """A thing that is measured: the vocabulary's identifier, its words, as it is written."""

    term: str
    words: frozenset[str]
    told: str


@probe(
    name="other outcome",
    order=118,
    purpose="Figures that every row and sentence of the source gives for one named outcome are not told of another "
    "one that the source names elsewhere.",
    source="Chan AW, et al. Empirical evidence for selective reporting of outcomes (2004), "
    "doi:10.1001/jama.291.20.2457",
)
def other_outcome(case: Cited) -> Opinion | None:
    """Contradicted where all that holds the figures together names another outcome, and none of it the sentence's."""
    if len(case.sources) != 1 or case.grades or case.quoted:
        return None
    return next((found for part in case.parts or (case,) if (found := _of_another(part)) is not None), None)


def _of_another(case: Cited) -> Opinion | None:
    source = case.sources[0]
    told = [c for c in case.anchors if c.telling >= 1 and c.part != "of" and not _of_study(c, source)]
    mine = _measured(case, source) if len(told) >= _FEWEST else None
    if mine is None:
        return None
    holding = [u for u in source.units if all(_holds(u, c) for c in told)]
    others = [_theirs(unit, source, mine) for unit in holding]
    other = next((o for o in others if o), "")
    if not other or None in others:
        return None
    reason = f"the source gives these figures for {other}, not for {mine.told}"
    return Opinion(Fault.OUTCOME, reason, (holding[0].span,), holding[0].raw.replace("\t", " | "))


def _of_study(claim: Claimed, source: Source) -> bool:
    """True for how many took part, for how long and in a group, which is told of every outcome."""
    whole = not claim.places and claim.kind != "percent"
    return claim.kind == "duration" or (whole and (claim.value in sizes(source) or claim.value == source.people))


def _holds(unit: Unit, claim: Claimed) -> bool:
    if claim.kind == "p":
        # A table prints its p values without the letter.
        return any(f.value == claim.value for f in unit.figures)
    return unit.meeting(claim) is not None


def _measured(case: Cited, source: Source) -> _Named | None:
    """What a sentence tells of, where it is one thing alone and the source speaks of it too."""
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    aside = named | source.title | source.design | FILLER | JUDGING | keys.GENERIC
    found = [n for n in _concepts(case.affirmed) if n.words - aside]
    if len({n.term for n in found}) != 1 or (case.topic - aside - found[0].words):
        return None
    return found[0] if found[0].term in renaming.concepts(source) else None


def _concepts(text: str) -> Iterator[_Named]:
    for found in vocabulary.current().find(text):
        written = text[found.start : found.end]
        words = keys.of(written) - keys.GENERIC
        if words and found.term.semantic != "drug" and (found.term.semantic in renaming.KINDS or len(words) > 1):
            yield _Named(found.term.id, words, written)


def _theirs(unit: Unit, source: Source, mine: _Named) -> str | None:
    """Another outcome that a row or sentence names; empty where it names none, None where it, what stands before or
    over it, names the sentence's or one of the same kind."""
    before = _before(unit, source)
    if mine.words & (source.expanded(unit) | unit.keys | before):
        return None
    there = [n for n in _concepts(unit.text.split("\t", 1)[0] if unit.row else unit.text) if n.words - source.title]
    terms = {n.term for n in there}
    if _related(mine.term, terms):
        return None
    return there[0].told if there else ""


def _before(unit: Unit, source: Source) -> frozenset[str]:
    """Keys of the sentence before one, of which it may go on, and of the heading over both."""
    heading = keys.of(unit.record.section(unit.section).heading)
    if unit.row:
        return heading
    ahead = [u for u in source.units if u.section == unit.section and u.end <= unit.start]
    return heading | source.expanded(ahead[-1]) if ahead else heading


def _related(term: str, others: Sequence[str] | set[str]) -> bool:
    known = vocabulary.current()
    above = {t.id for t in known.broader(term)} | {t.id for t in known.narrower(term)} | {term}
    return any(o in above or term in {t.id for t in known.broader(o)} for o in others)
