"""What a sentence says of a claim, as the model of `bearing` sees it: do their signed words and denials agree?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from probatum.appraise.claims import conclusions, polar
from probatum.appraise.claims.polar import Signed
from probatum.appraise.claims.relating import Line
from probatum.appraise.effects import comparing

AROUND = 6
"""Words about a signed word in which words of the claim show what it speaks of."""
BESIDE = 5
"""Words about a denying word in which a word of the claim counts as denied."""
MOST = 2.0
"""Value of a feature at most."""


class _Sums(dict[str, float]):
    """Features with their values, added up to MOST."""

    def add(self, name: str, value: float = 1.0) -> None:
        self[name] = min(MOST, self.get(name, 0.0) + value)


def features(line: Line) -> dict[str, float]:
    """What the judge sees of one sentence beside the claim."""
    made = _Sums()
    near = "near" if line.cover >= 0.5 else "far"
    _says(made, line)
    denied = sum(any(abs(d - at) <= BESIDE for at in line.names) for d in line.told.denials)
    deny = f"deny {line.claim.denied}"
    made.add(f"denied near {min(2, denied)}")
    made.add(f"denied near {min(1, denied)} {deny}")
    made.add(f"denied {min(1, len(line.told.denials))} {deny}")
    votes = sum(_compared(made, line, own, denied) for own in line.claim.signed)
    if not line.claim.signed:
        made.add("plain")
        made.add(f"plain denied {min(1, denied)} {deny}")
        for one in line.told.signed:
            made.add(f"plain {one.kind} {one.net}")
    made["votes"] = max(-MOST, min(MOST, votes))
    made.add("votes " + ("+" if votes > 0.3 else "-" if votes < -0.3 else "0"))
    about = [s for s in line.told.signed if any(abs(s.at - at) <= AROUND for at in line.names)]
    product = polar.product(about, denied) * polar.product(line.claim.signed, line.claim.denied)
    made.add(f"product {product}")
    made.add(f"product {product} {near}")
    made.add(near)
    made["cover"] = line.cover
    for name in _lacks(line):
        made.add(name)
    return made


def _says(made: _Sums, line: Line) -> None:
    """Significance, direction and hedges of the sentence alone."""
    text = line.told.text
    judged = set(comparing.judged(text))
    firm = (
        "ns"
        if any(j.endswith(("_ns", "not_significant")) for j in judged)
        else "sig"
        if any(j.endswith(("_sig", "_significant")) for j in judged)
        else "?"
    )
    for name in (f"firm {firm}", f"dir {conclusions.direction(text) or 'plain'}"):
        made.add(name)
        made.add(f"{name} deny {line.claim.denied}")
    if conclusions.HEDGE.search(text):
        made.add("hedged")
    if conclusions.UNCERTAIN.search(text):
        made.add("uncertain")


class _Rival:
    """A signed word of the sentence beside one of the claim."""

    def __init__(self, line: Line, own: Signed, other: Signed, about: Collection[int]) -> None:
        spoken = {i for at, places in line.names.items() if abs(at - other.at) <= AROUND for i in places}
        self.other = other
        self.close = len(spoken & set(about)) / max(1, min(3, len(about)))
        self.kind = own.kind == other.kind
        self.word = line.claim.tokens[own.at].stem == line.told.tokens[other.at].stem
        self.agrees = own.net == other.net
        self.score = self.close + 0.6 * self.kind + 0.6 * self.word

    @property
    def way(self) -> str:
        return "same" if self.agrees else "contrary"

    @property
    def place(self) -> str:
        return "near" if self.close >= 0.5 else "mid" if self.close > 0 else "off"


def _compared(made: _Sums, line: Line, own: Signed, denied: int) -> float:
    """Features of one signed word of the claim against those of the sentence; how much they agree, below 0 if not."""
    about = [i for i in line.claim.weights if abs(i - own.at) <= AROUND]
    made.add(f"own {own.kind} {own.sign} {own.denied}")
    rivals = [_Rival(line, own, other, about) for other in line.told.signed]
    if not rivals:
        made.add(f"alone {own.kind} {own.sign}")
        made.add(f"alone denied {min(1, denied)} {line.claim.denied}")
        return 0.0
    vote = 0.0
    for rival in rivals:
        vote += _met(made, own, rival)
    best = max(rivals, key=lambda r: r.score)
    made.add(f"best {best.way} {best.kind} {best.place}")
    other = best.other
    made.add(f"best {own.kind}{own.sign}{own.denied} {other.kind}{other.sign}{other.denied}")
    return vote + 0.5 * (1 if best.agrees else -1) * best.score


def _met(made: _Sums, own: Signed, rival: _Rival) -> float:
    made.add(f"{rival.way} {rival.kind} {rival.place}")
    if rival.word:
        made.add(f"word {rival.way} {rival.place}")
    if rival.kind or rival.place == "near":
        made.add(f"{own.kind} {rival.other.kind} {rival.way} {rival.place}")
    if rival.word or (rival.kind and rival.close > 0):
        return (1 if rival.agrees else -1) * (0.5 + rival.close) * (1.5 if rival.word else 1.0)
    return 0.0


def _lacks(line: Line) -> Iterator[str]:
    """What of the claim the sentence lacks."""
    claim = line.claim
    if claim.numbers:
        yield f"figures {bool(claim.numbers & line.told.numbers)} {bool(line.told.numbers)}"
    missed = [i for i in claim.weights if i not in line.held]
    yield f"missed {min(4, len(missed))}"
    if any(claim.named(i) for i in missed):
        yield "missed name"
