"""Singling out: which words of a question tell one sentence of an abstract from the others.

Every sentence of a trial's abstract shares the names of its treatments with a question on it. What tells them apart are
the words that few of its sentences have, and those for what was measured: `creatinine` in `does A raise creatinine
compared with B`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum import vocabulary
from probatum.appraise.claims.bearing import Seen
from probatum.appraise.claims.relating import ALIKE, SAME, Claim, Line
from probatum.appraise.effects import tokens
from probatum.model import SectionRole
from probatum.text import outcome_asked, words
from probatum.vocabulary import Term, outcomes

UNASKED: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
"""Parts that tell what is asked or was known before."""


def with_names(seen: Seen) -> Seen:
    """The same where a sentence also names what is asked by another of its names: `HbA1c` by `glycated hemoglobin`."""
    known = list(_named(seen.claim))
    return seen._replace(lines=[_beside(line, known) for line in seen.lines]) if known else seen


def _beside(line: Line, known: Sequence[tuple[frozenset[int], list[frozenset[str]]]]) -> Line:
    told = [places for places, names in known if any(name <= line.told.stems for name in names)]
    return Line(line.claim, line.told, {**line.held, **{i: SAME for places in told for i in places}}) if told else line


def features(seen: Seen, parts: Sequence[SectionRole], outcome: str = "") -> Iterator[dict[str, float]]:
    """Of each sentence, how much of the question it names that the others do not, and how much of what was measured;
    `outcome` is that where the question's form does not tell it."""
    claim = seen.claim
    told = [at for at, role in enumerate(parts) if role not in UNASKED] or list(range(len(parts)))
    held = [{i for i, sure in line.held.items() if sure >= ALIKE} for line in seen.lines]
    often = {i: sum(i in held[at] for at in told) for i in claim.weights}
    rare = {i: claim.weights[i] * math.log((len(told) + 1) / n) for i, n in often.items() if n}
    asked = {i: claim.weights[i] for i in _places(claim, outcome_asked.read(claim.text) or outcome) if often[i]}
    shares = [(_share(rare, own), _share(asked, own)) for own in held]
    best = [max((shares[at][which] for at in told), default=0.0) for which in (0, 1)]
    for apart, named in shares:
        yield {
            "apart": apart,
            "apart of best": min(1.0, apart / best[0]) if best[0] else 0.0,
            "apart best": float(apart >= best[0] > 0),
            "outcome": named,
            "outcome of best": min(1.0, named / best[1]) if best[1] else 0.0,
            "outcome best": float(named >= best[1] > 0),
        }


def _named(claim: Claim) -> Iterator[tuple[frozenset[int], list[frozenset[str]]]]:
    """The things a question names, by the places of their words, with the stems of their other names."""
    known = vocabulary.load()
    found: list[tuple[int, int, tuple[Term, ...]]] = [(m.start, m.end, (m.term,)) for m in known.find(claim.text)]
    found += [(start, end, known.lookup(label)[:1]) for start, end, label in known.find_lay(claim.text)]
    outcome = outcome_asked.read(claim.text)
    if counted := [tokens.roots(name.lower()) for name in outcomes.names_of(outcome)]:
        yield frozenset(_places(claim, outcome)), counted
    for start, end, terms in found:
        places = frozenset(i for i in claim.weights if start <= claim.tokens[i].start < end)
        names = [tokens.roots(name.lower()) for term in terms for name in (term.label, *term.synonyms)]
        if places:
            yield places, [name for name in names if name]


def _share(weights: dict[int, float], held: set[int]) -> float:
    whole = sum(weights.values())
    return sum(weight for i, weight in weights.items() if i in held) / whole if whole else 0.0


def _places(claim: Claim, outcome: str) -> list[int]:
    """Where the words of an outcome stand in a question."""
    own = words.stems(re.sub(r"[-/]", " ", outcome))
    return [i for i in claim.weights if own & words.stems(re.sub(r"[-/]", " ", claim.tokens[i].low))] if own else []
