"""Which sentences and rows tell the effect asked for: a linear model over a few measures of each."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from probatum.appraise.effects import tokens
from probatum.appraise.effects.candidates import Candidate, candidates
from probatum.appraise.effects.sides import Sides
from probatum.model import Record, SectionKind, SectionRole
from probatum.text.expressions import expression

P_VALUE = expression(
    r"\b[Pp]\s*(?:[-–]?\s*values?)?\s*(?:[=<>≤≥]|of\b|was\b)|\bn\.?s\.?\b|\bCI\b|confidence interval", re.IGNORECASE
)
COMPARES = expression(
    r"\b(?:than|compared|versus|vs\.?|between[- ](?:the )?(?:\w+ )?groups?|differ\w*|both groups|relative to)\b",
    re.IGNORECASE,
)
CHANGES = expression(
    r"\b(?:higher|lower|greater|less|fewer|more|better|worse|increas\w+|decreas\w+|reduc\w+|improv\w+|similar"
    r"|superior|inferior|longer|shorter|smaller|larger|comparable|effects?|associated|benefi\w+)\b",
    re.IGNORECASE,
)
SIGNIFICANT = expression(r"\b(?:non-?|in)?significan\w+", re.IGNORECASE)
PLANNED = expression(
    r"\b(?:hypothesi\w+|aim(?:ed|s)?|objective|purpose|to (?:assess|evaluate|compare|determine"
    r"|examine|investigate)|were"
    r" (?:measured|assessed|recorded|randomi\w+|calculated|collected|analy\w+ (?:using|with|by))"
    r"|was (?:measured|assessed"
    r"|calculated|defined)|will be|sample size|power|baseline characteristics|at baseline|inclusion|exclusion|previous"
    r"|et al)\b",
    re.IGNORECASE,
)
RESULTS = expression(r"result|finding|outcome|effect|efficacy|safety|adverse|analys", re.IGNORECASE)
METHODS = expression(
    r"method|design|statistic|procedure|material|protocol|intervention|randomi|assessment|measure", re.IGNORECASE
)


@lru_cache(maxsize=8)
def rarity(record: Record) -> dict[str, float]:
    """Inverse document frequency of the stems among the record's own sentences."""
    found = candidates(record)
    counted = Counter(s for c in found for s in c.stems)
    return {s: math.log(1 + len(found) / n) for s, n in counted.items()}


def covered(wanted: frozenset[str], held: frozenset[str], weights: Mapping[str, float]) -> float:
    """Share of the stems wanted that are held, by weight; stems the record lacks count little."""
    total = sum(weights.get(s, 1.0) for s in wanted)
    return sum(weights.get(s, 1.0) for s in wanted if s in held) / total if total else 0.0


def told(sides: Sides, held: frozenset[str], weights: Mapping[str, float]) -> float:
    """Share of the outcome's own words that are held, themselves or by what stands for them."""
    total = got = 0.0
    for stem, instead in sides.standing.items():
        weight = weights.get(stem, 1.0)
        total += weight
        if stem in held or any(other <= held for other in instead):
            got += weight
    return got / total if total else 0.0


def run(sequence: Sequence[str], candidate: Candidate) -> float:
    """Length of the longest run of the outcome's words that stands in the sentence, as a share of its words."""
    if not sequence:
        return 0.0
    own = [t.stem for t in candidate.tokens if t.low[0].isalnum()]
    best = 0
    places: dict[str, list[int]] = {}
    for i, stem in enumerate(own):
        places.setdefault(stem, []).append(i)
    for start, stem in enumerate(sequence):
        if len(sequence) - start <= best:
            break
        for i in places.get(stem, ()):
            n = 1
            while start + n < len(sequence) and i + n < len(own) and own[i + n] == sequence[start + n]:
                n += 1
            best = max(best, n)
    return best / len(sequence)


def measures(
    candidate: Candidate, sides: Sides, outcome: Sequence[str], weights: Mapping[str, float]
) -> dict[str, float]:
    """What the ranker sees of one candidate."""
    text = candidate.text
    held = candidate.stems
    wide = held | candidate.stems_above
    o = told(sides, held, weights)
    o_wide = told(sides, wide, weights) if candidate.row else o
    i = covered(sides.intervention, wide, weights)
    c = covered(sides.comparator, wide, weights)
    phrase = run(outcome, candidate)
    p = bool(P_VALUE.search(text))
    compares, changes, significant = (
        bool(COMPARES.search(text)),
        bool(CHANGES.search(text)),
        bool(SIGNIFICANT.search(text)),
    )
    planned = bool(PLANNED.search(text))
    said = len(candidate.tokens)
    figures = sum(t.number for t in candidate.tokens)
    kind, role, heading = candidate.section.kind, candidate.role, candidate.section.heading
    abstract, row = kind is SectionKind.ABSTRACT, candidate.row
    body = kind is SectionKind.BODY
    firm = 1.0 if significant or p else 0.0
    made = {
        "o": o,
        "o2": o * o,
        "o_wide": o_wide,
        "o_full": float(o >= 0.999),
        "o_none": float(o_wide == 0.0),
        "i": i,
        "c": c,
        "ic": i * c,
        "oi": o_wide * i,
        "oc": o_wide * c,
        "i_any": float(i > 0),
        "c_any": float(c > 0),
        "run": phrase,
        "run2": phrase * phrase,
        "run_full": float(phrase >= 0.999),
        "run_o": phrase * o,
        "p": float(p),
        "compares": float(compares),
        "changes": float(changes),
        "significant": float(significant),
        "planned": float(planned),
        "o_told": o_wide * firm,
        "run_told": phrase * firm,
        "o_compares": o_wide * compares,
        "o_changes": o_wide * changes,
        "o_planned": o_wide * planned,
        "figures": min(figures, 10) / 10,
        "o_figures": o_wide * min(figures, 10) / 10,
        "length": math.log1p(said) / 5,
        "short": float(said < 6),
        "long": float(said > 60),
        "abstract": float(abstract),
        "title": float(kind is SectionKind.TITLE),
        "row": float(row),
        "body": float(body),
        f"role_{role.value or 'none'}_{'a' if abstract else 'b' if body else 'x'}": 1.0,
        "in_results": float(body and bool(RESULTS.search(heading))),
        "in_methods": float(body and bool(METHODS.search(heading))),
        "place": candidate.place,
        "place_abstract": candidate.place * abstract,
        "density": o * (1.0 if said < 25 else 25 / max(said, 1)),
        "row_o": o_wide * row,
        "row_p": float(row and p),
        "row_run": phrase * row,
        "abs_o": o_wide * abstract,
        "abs_res": float(abstract and role is SectionRole.RESULTS) * o_wide,
    }
    return {k: v for k, v in made.items() if v}


def sequence(outcome: str) -> tuple[str, ...]:
    """The stems of the outcome's words in order, stop words too."""
    return tuple(t.stem for t in tokens.read(outcome) if t.low[0].isalnum())


def all_measures(record: Record, sides: Sides, outcome: str) -> list[dict[str, float]]:
    """The measures of every candidate of a record, with those that compare it to its neighbour and to the best."""
    found, weights, words = candidates(record), rarity(record), sequence(outcome)
    made: list[dict[str, float]] = []
    for candidate in found:
        held = candidate.stems | candidate.stems_above
        if held.isdisjoint(sides.outcome) and held.isdisjoint(sides.intervention) and held.isdisjoint(sides.comparator):
            made.append({})
        else:
            made.append(measures(candidate, sides, words, weights))
    most = max((m.get("o_wide", 0.0) for m in made), default=0.0) or 1.0
    runs = max((m.get("run", 0.0) for m in made), default=0.0) or 1.0
    before = 0.0
    for candidate, measured in zip(found, made, strict=True):
        if measured:
            measured["o_of_most"] = measured.get("o_wide", 0.0) / most
            measured["o_is_most"] = float(measured.get("o_wide", 0.0) >= most)
            measured["run_of_most"] = measured.get("run", 0.0) / runs
            measured["o_before"] = before
            measured["o_before_lacking"] = before * (1.0 - measured.get("o_wide", 0.0))
        before = measured.get("o", 0.0) if not candidate.row else 0.0
    return made
