"""Does a record's title and abstract show a claim such as `A is superior to B in terms of C`?

`shown`, `not shown` (the comparison was inconclusive) or `silent` (the abstract tells nothing on it).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from probatum.appraise.claims import conclusions, deciding
from probatum.appraise.effects import Asked, judging, ranking, sides, signs
from probatum.appraise.effects.candidates import Candidate, candidates
from probatum.appraise.effects.sides import Sides
from probatum.appraise.models import Linear
from probatum.model import Record, SectionKind, SectionRole, Span
from probatum.text.expressions import expression

MODEL = "claim_shown"
CLASSES = ("shown", "not shown", "silent")
CLAIM = expression(
    r"^(?P<one>.+?) (?:is|are|was|were) (?P<how>(?:not )?(?:superior|non-?inferior|equivalent|inferior|better|similar)"
    r"(?: or (?:other|equivalent))?) (?:to|than) (?P<other>.+?) (?:in terms of|with respect to"
    r"|regarding|for|in) (?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
LONGEST = 1500
READ = 3
"""Sentences read for what the abstract says of the claim."""


class Shown(NamedTuple):
    """Whether the claim is shown, how sure that is, and the sentences that bear on it most."""

    label: str
    probability: float
    evidence: tuple[Span, ...]


class Claimed(NamedTuple):
    """A claim in its parts; a sentence of another form is an outcome without arms."""

    asked: Asked
    how: str


def parse(claim: str) -> Claimed:
    """The parts of a claim: `A is superior to B in terms of C`."""
    found = CLAIM.match(claim[:LONGEST].strip())
    if found is None:
        return Claimed(Asked(claim[:LONGEST], "", claim[:LONGEST]), "")
    return Claimed(Asked(found["one"], found["other"], found["what"]), found["how"].lower())


def shown(record: Record, claim: str) -> Shown:
    """Judged by a model fitted on CliniFact (repository ds4dh/CliniFact); its card is
    docs/building/models/claims.md."""
    chances = Linear.load(MODEL).probabilities(features(record, claim))
    likely = max(CLASSES, key=lambda name: chances[name])
    best = _best(record, parse(claim))[:READ]
    return Shown(likely, chances[likely], tuple(c.span for _, c in best))


def _best(record: Record, claimed: Claimed) -> list[tuple[float, Candidate]]:
    """The sentences of the abstract that name most of the claim and report results, with a score."""
    told = sides.of(claimed.asked, record)
    found = candidates(record)
    measured = ranking.all_measures(record, told, claimed.asked.outcome)
    made = []
    for candidate, m in zip(found, measured, strict=True):
        if candidate.section.kind is SectionKind.ABSTRACT and m:
            reports = candidate.role in (SectionRole.RESULTS, SectionRole.CONCLUSIONS)
            firm = m.get("p", 0) + m.get("significant", 0) + 0.5 * m.get("compares", 0) + 0.5 * m.get("changes", 0)
            named = 2 * m.get("o_wide", 0) + m.get("run", 0) + 0.5 * m.get("i_any", 0) + 0.5 * m.get("c_any", 0)
            made.append((named + 0.7 * firm + reports - m.get("planned", 0), candidate))
    return sorted(made, key=lambda pair: -pair[0])


def features(record: Record, claim: str) -> dict[str, float]:
    """What the model sees: how much of the claim the title and each part of the abstract name, what kind of article it
    is, and what its sentences on the claim say."""
    claimed = parse(claim)
    told = sides.of(claimed.asked, record)
    weights = ranking.rarity(record)
    found = candidates(record)
    made: dict[str, float] = {"how " + claimed.how: 1.0}
    for name, value in _named(found, told, claimed.asked, weights):
        made[name] = value
        made[f"{name} {math.ceil(value * 4)}"] = 1.0
    for one, other in CROSSED:
        made[f"{one} x {other}"] = made.get(one, 0.0) * made.get(other, 0.0)
    whole = " ".join(c.text for c in found)
    kind = [name for name, pattern in KINDS.items() if pattern.search(whole)]
    made.update({f"kind {name}": 1.0 for name in kind})
    made.update({f"title {name}": 1.0 for name, p in KINDS.items() if p.search(record.title)})
    named = made.get("abstract I", 0.0)
    made.update({f"kind {name} I": named for name in kind})
    best = _best(record, claimed)[:READ]
    made["best"] = best[0][0] / 5 if best else 0.0
    top = best[0][0] if best else 0.0
    powers = [math.exp(score - top) for score, _ in best]
    for power, (_, candidate) in zip(powers, best, strict=True):
        for name, value in _signs(candidate, told):
            made[f"s {name}"] = made.get(f"s {name}", 0.0) + value * power / sum(powers)
    if best:
        chances = judging.judge([judging.Ranked(c, score) for score, c in best], told, Linear.load(judging.JUDGE))
        sure = max(chances["up"], chances["down"])
        for name, value in (("none", chances["none"]), ("moved", sure), ("moved named", sure * made["abstract I"])):
            made[f"judge {name}"] = 2 * value
            made[f"judge {name} {int(value * 5)}"] = 1.0
    ends = [c for c in found if c.section.kind is SectionKind.ABSTRACT and not conclusions.beside(c.text)]
    made |= deciding.measures(claimed.how, told, weights, ends, [c for _, c in best])
    made |= deciding.borne(claim[:LONGEST], ends)
    concluding = [c for c in ends if c.role is SectionRole.CONCLUSIONS] or ends[-2:]
    for candidate in concluding:
        direction = conclusions.direction(candidate.text) or "plain"
        made[f"end {direction}"] = 1.0
        for name, value in _signs(candidate, told):
            made[f"e {name}"] = max(made.get(f"e {name}", 0.0), value)
    return made


MOST_WORDS = 2
"""Words of a sign that is kept: longer runs are too many for so few claims, and a trial may be known by them."""


def _signs(candidate: Candidate, told: Sides) -> Iterator[tuple[str, float]]:
    """What a sentence says of the claim, but for runs of words that hold a tag or a figure."""
    for name, value in signs.of(candidate, told).items():
        if "<" not in name and "#" not in name and len(name.split()) <= MOST_WORDS:
            yield name, value


CROSSED = (
    ("title I", "title O"),
    ("title I", "abstract O"),
    ("abstract I", "abstract C"),
    ("abstract I", "results O"),
    ("abstract C", "results O"),
    ("title I", "title C"),
)


def _named(
    found: Sequence[Candidate], told: Sides, asked: Asked, weights: dict[str, float]
) -> Iterator[tuple[str, float]]:
    """Share of each part of the claim that the title and parts of the abstract name, and the best sentence's."""
    parts: dict[str, list[Candidate]] = {"title": [], "abstract": [], "results": [], "methods": [], "conclusions": []}
    for candidate in found:
        if candidate.section.kind is SectionKind.TITLE:
            parts["title"].append(candidate)
        else:
            parts["abstract"].append(candidate)
            if candidate.role.value in parts:
                parts[candidate.role.value].append(candidate)
    words = ranking.sequence(asked.outcome)
    for name, chosen in parts.items():
        held = frozenset(s for c in chosen for s in c.stems)
        yield f"{name} I", ranking.covered(told.intervention, held, weights)
        yield f"{name} C", ranking.covered(told.comparator, held, weights)
        yield f"{name} S", ranking.covered(told.shared, held, weights)
        yield f"{name} O", ranking.told(told, held, weights)
        yield f"{name} O best", max((ranking.told(told, c.stems, weights) for c in chosen), default=0.0)
        yield f"{name} run", max((min(1.0, 2 * ranking.run(words, c)) for c in chosen), default=0.0)


KINDS = {
    "random": expression(r"random(?:i[sz]ed|ly|i[sz]ation)", re.IGNORECASE),
    "blind": expression(r"double[- ]blind|placebo|masked|sham", re.IGNORECASE),
    "registered": expression(
        r"\bNCT\d+|clinicaltrials\.gov|trial registration|registered (?:at|with|in)|ISRCTN", re.IGNORECASE
    ),
    "trial": expression(r"\btrial\b", re.IGNORECASE),
    "phase": expression(r"\bphase\s+(?:[1-4]|I{1,3}V?)\b", re.IGNORECASE),
    "assigned": expression(r"\b(?:assigned|allocated) to\b|\b\d:\d\b|arms?\b", re.IGNORECASE),
    "primary": expression(r"primary (?:outcome|end ?point|efficacy)", re.IGNORECASE),
    "p": expression(r"\bp\s*[=<>≤]", re.IGNORECASE),
    "ci": expression(r"\b9\d\s*%\s*(?:CI|confidence)", re.IGNORECASE),
    "review": expression(r"\b(?:review|meta-analys[ie]s|guidelines?|consensus|recommendations)\b", re.IGNORECASE),
    "protocol": expression(r"\b(?:protocol|rationale|will be|study design|pilot|feasibility)\b", re.IGNORECASE),
    "observed": expression(
        r"\b(?:cohort|retrospective\w*|cross-sectional|case[- ]control|survey|questionnaire|prevalence)\b",
        re.IGNORECASE,
    ),
    "animal": expression(r"\b(?:rats?|mice|mouse|in vitro|rabbits?|dogs?|pigs?|cells?)\b", re.IGNORECASE),
    "tool": expression(r"\b(?:validity|validation|reliability|psychometric|scale|instrument)\b", re.IGNORECASE),
    "single": expression(
        r"\b(?:open-label|single-arm|case reports?|healthy volunteers|pharmacokinetic\w*)\b", re.IGNORECASE
    ),
    "subgroup": expression(
        r"\b(?:post hoc|secondary analysis|subgroup|sub-?study|follow-up of|extension)\b", re.IGNORECASE
    ),
    "survey": expression(r"\b(?:mechanisms?|hypothesis|pathogenesis|epidemiolog\w+|incidence of)\b", re.IGNORECASE),
}
"""Words that tell kinds of articles apart."""
