"""Do the sentences of an abstract that name a claim's outcome find a difference, and is one what is claimed?

A claim that one arm is superior is borne out by a difference, a claim that it is no worse by likeness, so what is found
is told once as it stands and once with what is claimed. No word of the claim or the abstract is in a measure's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from probatum.appraise.claims import bearing, conclusions, framing
from probatum.appraise.effects import comparing, ranking
from probatum.appraise.effects.candidates import Candidate
from probatum.appraise.effects.sides import Sides
from probatum.appraise.models import Linear
from probatum.model import SectionRole

FOUND = frozenset(["p_sig", "says_significant", "ci_sig"])
MISSED = frozenset(["p_ns", "says_not_significant", "ci_ns"])
NAMED = {"half": 0.5, "most": 0.8}
"""Shares of the outcome that a sentence names to be told of it."""
FRAME = ("differ",)
"""What a claim of superiority asks: do the arms differ?"""
KEPT = ("w ", "score", "chance", "r product", "r votes")
"""Beginnings of the features of bearing that are kept: what is named of the claim, and whether signs agree."""


class Sentence(NamedTuple):
    """How much of the outcome a sentence names, and whether it finds a difference, or none."""

    named: float
    found: bool
    missed: bool


def aim(how: str) -> str:
    """What is claimed: `superior`, or `alike` where no arm is to be better."""
    return "superior" if "superior" in how or not how else "alike"


def measures(
    how: str, told: Sides, weights: Mapping[str, float], abstract: Sequence[Candidate], best: Sequence[Candidate]
) -> dict[str, float]:
    """Measures of an abstract's sentences; `best` are those that tell most of the claim, `how` its comparing words."""
    claimed = aim(how)
    made = {f"aim {claimed}": 1.0, **_judged(abstract)}
    said = [_sentence(c, told, weights) for c in abstract]
    for name, value in _decided(said):
        made[name] = value
        made[f"{claimed} {name}"] = value
    ending = [c for c in abstract if c.role is SectionRole.CONCLUSIONS] or abstract[-2:]
    votes = [framing.vote(FRAME, c.tokens) for c in ending]
    if votes:
        made["differ end"] = made[f"{claimed} differ end"] = sum(votes) / len(votes)
    for candidate in ending:
        made[f"{claimed} end {conclusions.direction(candidate.text) or 'plain'}"] = 1.0
    near = [framing.vote(FRAME, c.tokens) for c in best]
    if near:
        made["differ best"] = made[f"{claimed} differ best"] = near[0]
        made["differ best all"] = sum(near) / len(near)
    return made


def _sentence(candidate: Candidate, told: Sides, weights: Mapping[str, float]) -> Sentence:
    judged = set(comparing.judged(candidate.text))
    missed = bool(judged & MISSED) or conclusions.NO_DIFFERENCE.search(candidate.text) is not None
    return Sentence(ranking.told(told, candidate.stems, weights), bool(judged & FOUND), missed)


def _decided(said: Sequence[Sentence]) -> Iterator[tuple[str, float]]:
    """The most that a sentence names of the outcome which finds a difference alone, and one that finds none."""
    found = max((s.named for s in said if s.found and not s.missed), default=0.0)
    missed = max((s.named for s in said if s.missed and not s.found), default=0.0)
    yield "found", found
    yield "found over missed", found - missed
    for name, share in NAMED.items():
        yield f"{name} found {found >= share} missed {missed >= share}", 1.0


def _judged(abstract: Sequence[Candidate]) -> dict[str, float]:
    """How p values, intervals and words of likeness lie in the whole abstract."""
    judged = Counter(j for c in abstract for j in comparing.judged(c.text))
    found, missed = (judged["p_" + k] + judged["ci_" + k] for k in ("sig", "ns"))
    alike = sum(conclusions.NO_DIFFERENCE.search(c.text) is not None for c in abstract)
    return {"judged": (found - missed) / (found + missed + 1), "alike": alike / max(1, len(abstract))}


def borne(claim: str, abstract: Sequence[Candidate]) -> dict[str, float]:
    """What the abstract names of the claim and whether its signs agree, as `bearing` sees it."""
    seen = bearing.Seen.of(claim, [c.text for c in abstract])
    if not seen.lines:
        return {}
    ranker = Linear.load(bearing.RANKER)
    made = seen.features([ranker.scores(m)[0] for m in seen.measures()])
    return {f"b {name}": value for name, value in made.items() if name.startswith(KEPT)}
