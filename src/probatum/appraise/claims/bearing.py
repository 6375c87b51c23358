"""Does a source bear a claim out? It supports it, contradicts it, or does not say enough, with the sentence that tells.

First the sentences are ranked by how surely they tell of the claim; then the best of them are read for whether their
signs agree with the claim's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from probatum.appraise.claims import agreeing
from probatum.appraise.claims.relating import Claim, Line, Told, exact, share, standing
from probatum.appraise.models import Linear
from probatum.text.expressions import expression

STANCES = ("supports", "contradicts", "not enough")
RANKER, JUDGE = "bearing_evidence", "bearing"
MOST = 60
"""Sentences of a source that are read; of more, those that share most with the claim."""
WEIGHED = 3
"""Sentences that are weighed."""


class Bearing(NamedTuple):
    """What a source says of a claim, how sure that is, and which sentence tells it, counted from 0."""

    stance: str
    probability: float
    probabilities: Mapping[str, float]
    sentence: int | None
    """None where the source holds no sentence."""


NOTHING = Bearing("not enough", 1.0, {"not enough": 1.0}, None)


def read(claim: str, source: Sequence[str]) -> Bearing:
    """What the sentences of a source say of a claim. Pure; the card of its models: docs/building/models/bearing.md."""
    seen = Seen.of(claim, source)
    if not seen.lines:
        return NOTHING
    scores = [Linear.load(RANKER).scores(m)[0] for m in seen.measures()]
    chances = Linear.load(JUDGE).probabilities(seen.features(scores))
    likely = max(STANCES, key=lambda name: chances[name])
    return Bearing(likely, chances[likely], chances, seen.at[scores.index(max(scores))])


class Seen(NamedTuple):
    """A claim beside the sentences of a source."""

    claim: Claim
    lines: Sequence[Line]
    at: Sequence[int]
    """The place of each line in the source."""

    @classmethod
    def of(cls, claim: str, source: Sequence[str]) -> Seen:
        """Read. Sentences without words are left out, and of many those that name least of the claim."""
        own = Claim(claim)
        told = [(i, t) for i, t in enumerate(map(Told, source)) if t.tokens]
        stands = standing(source)
        lines = [(i, Line.of(own, t, stands)) for i, t in told]
        if len(lines) > MOST:
            lines = sorted(sorted(lines, key=lambda pair: -pair[1].cover)[:MOST], key=lambda pair: pair[0])
        return cls(own, [line for _, line in lines], [i for i, _ in lines])

    def measures(self) -> list[dict[str, float]]:
        """What the ranker sees of each sentence."""
        best = max((line.cover for line in self.lines), default=0.0) or 1.0
        made = []
        for i, line in enumerate(self.lines):
            before = self.lines[i - 1] if i else None
            after = self.lines[i + 1] if i + 1 < len(self.lines) else None
            values = _measured(line, best) | _beside(line, before, after)
            made.append({name: value for name, value in values.items() if value})
        return made

    def features(self, scores: Sequence[float]) -> dict[str, float]:
        """What the judge sees: the best sentences by the softmax of their scores, the first alone, and the whole."""
        order = sorted(range(len(scores)), key=lambda i: -scores[i])[:WEIGHED]
        powers = [math.exp(scores[i] - scores[order[0]]) for i in order]
        made = whole(self.claim, self.lines)
        for power, i in zip(powers, order, strict=True):
            for name, value in agreeing.features(self.lines[i]).items():
                made[f"r {name}"] = made.get(f"r {name}", 0.0) + value * power / sum(powers)
                if i == order[0]:
                    made[f"1 {name}"] = value
        chances = [1 / (1 + math.exp(-max(-30.0, min(30.0, scores[i])))) for i in order]
        made |= {"score": scores[order[0]] / 3, "chance": chances[0], "chances": sum(chances)}
        made[f"chance {int(chances[0] * 8)}"] = 1.0
        return made


SHOWS = expression(
    r"\b(?:show|demonstrat|found|find|reveal|indicat|suggest|conclu|identif|report|observ|confirm|result)",
    re.IGNORECASE,
)
ASKS = expression(
    r"\b(?:aim|objective|purpose|hypothesi|investigated|sought|examined"
    r"|to (?:assess|evaluate|determine|investigate|examine)|whether|unknown|unclear|remains)\b",
    re.IGNORECASE,
)


def _measured(line: Line, best: float) -> dict[str, float]:
    """Of one sentence alone; `best` is the largest cover of all."""
    claim, told, cover = line.claim, line.told, line.cover
    kinds = {s.kind for s in claim.signed} & {s.kind for s in told.signed}
    shows, asks = SHOWS.search(told.text) is not None, ASKS.search(told.text) is not None
    return {
        "cover": cover,
        "cover2": cover**2,
        "exact": exact(claim, line.held),
        "of best": cover / best,
        "best": float(cover >= best),
        "order": len(claim.pairs & told.pairs) / max(1, len(claim.pairs)),
        "signed": float(bool(told.signed)),
        "kinds": float(bool(kinds)),
        "kinds cover": bool(kinds) * cover,
        "figures": float(bool(claim.numbers & told.numbers)),
        "figures lacking": float(bool(claim.numbers) and not claim.numbers & told.numbers),
        "shows": float(shows),
        "shows cover": shows * cover,
        "asks": float(asks),
        "asks cover": asks * cover,
        "p": float(" p" in told.text.lower() and bool(told.numbers)),
    }


def _beside(line: Line, before: Line | None, after: Line | None) -> dict[str, float]:
    """What its neighbours name, alone and together with it."""
    joint = dict(line.held)
    for i, sure in before.held.items() if before else ():
        joint[i] = max(sure, joint.get(i, 0.0))
    ahead, behind = (other.cover if other else 0.0 for other in (before, after))
    return {"before": ahead, "near": max(ahead, behind), "joint": share(line.claim, joint)}


def whole(claim: Claim, lines: Sequence[Line]) -> dict[str, float]:
    """What all sentences together name of the claim, and what the claim is like."""
    held: dict[int, float] = {}
    for line in lines:
        for i, sure in line.held.items():
            held[i] = max(sure, held.get(i, 0.0))
    covers = [*sorted((line.cover for line in lines), reverse=True), 0.0, 0.0][:3]
    lost = [i for i in claim.weights if i not in held]
    places = list(claim.weights)
    all_told = share(claim, held)
    made = {
        "w cover": all_told,
        "w exact": exact(claim, held),
        "w best": covers[0],
        "w second": covers[1],
        "w third": covers[2],
        "w best all": float(covers[0] > 0.95),
        "w best most": float(covers[0] > 0.75),
        "w lost": min(4, len(lost)) / 4,
        "w lost weight": max((claim.weights[i] for i in lost), default=0.0) / 8,
        "w order": max((len(claim.pairs & line.told.pairs) for line in lines), default=0) / max(1, len(claim.pairs)),
        "w long": min(12, len(places)) / 12,
        "w first": float(places[0] in held) if places else 0.0,
        "w last": float(places[-1] in held) if places else 0.0,
        "w heaviest": float(max(places, key=lambda i: claim.weights[i]) in held) if places else 0.0,
        "w denies": float(claim.denied),
        "w signed": float(bool(claim.signed)),
        "w figures": float(bool(claim.numbers)),
        "w apart": all_told - covers[0],
    }
    made |= {f"{name} {min(9, int(made[name] * 10))}": 1.0 for name in ("w cover", "w best")}
    return made
