"""How far passages cover a question: which of its words they hold, miss, deny or turn into their opposite.

A question that is answered no without a word of denial is often one whose thing, figure or direction the passages
lack (`Is A caused by B?` where all passages say C), or name in the opposite (`longer` where `shorter` was asked).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from probatum.appraise.effects import comparing, tokens
from probatum.appraise.effects.tokens import Token
from probatum.text import words

WEIGHED = 6
"""Passages read for denial and opposites at most; those that hold most of the question."""
HELD = 0.4
"""Share of the question that a passage holds to be read for denial and opposites, unless it concludes."""
BEGINS = 5
"""Letters that two words share at the beginning to be taken for forms of one (`mutation`, `mutated`)."""
NEAR = 4
"""Words before or after a denying word in which a word of the question counts as denied."""


class Line(NamedTuple):
    """A passage as read: its tokens and the stems they and their parts have."""

    tokens: Sequence[Token]
    stems: frozenset[str]
    concludes: bool

    @classmethod
    def of(cls, told: Sequence[Token], concludes: bool) -> Line:
        """From the tokens of a passage."""
        return cls(told, frozenset(p for t in told for p in tokens.parts(t.stem)), concludes)


class _Wanted(NamedTuple):
    """A content word of the question, with the stems that name it and how much it weighs."""

    token: Token
    stems: frozenset[str]
    weight: float
    name: bool

    def met(self, held: frozenset[str]) -> bool:
        return not self.stems.isdisjoint(held)

    def hinted(self, held: frozenset[str]) -> bool:
        """True when the passages hold a word that begins alike."""
        stem = self.token.stem
        return self.met(held) or (len(stem) > BEGINS and any(h[:BEGINS] == stem[:BEGINS] for h in held))


def measures(question: str, asked: Sequence[Token], lines: Sequence[Line]) -> dict[str, float]:
    """Measures of covering, from 0 to 1, none of which holds a word of the question; `asked` are its tokens."""
    wanted = _wanted(question, asked)
    if not wanted or not lines:
        return {}
    shares = [_share(wanted, line.stems) for line in lines]
    best = sorted(range(len(lines)), key=lambda i: -shares[i])
    weighed = [i for i, line in enumerate(lines) if line.concludes]
    weighed = weighed or [i for i in best if shares[i] >= HELD][:WEIGHED] or best[:1]
    made = _covered(wanted, lines, sorted(shares, reverse=True))
    made["cover in order"] = _in_order(asked, lines)
    made.update(_opposite(asked, frozenset[str]().union(*(lines[i].stems for i in weighed))))
    made.update(_denied(wanted, [(shares[i], lines[i]) for i in weighed]))
    return made


def _wanted(question: str, asked: Sequence[Token]) -> list[_Wanted]:
    """The words of the question; long words weigh more and names, which are written so or carry figures, twice."""
    made: list[_Wanted] = []
    for token in asked:
        if token.content and token.low not in words.QUESTION:
            written = question[token.start : token.end]
            capital = any(c.isupper() for c in (written[1:] if token is asked[0] else written))
            name = capital or any(c.isdigit() for c in written)
            weight = min(len(written), 12) ** 0.5 * (2.0 if name else 1.0)
            made.append(_Wanted(token, frozenset(tokens.parts(token.stem)), weight, name))
    return made


def _share(wanted: Sequence[_Wanted], held: frozenset[str]) -> float:
    return sum(w.weight for w in wanted if w.met(held)) / sum(w.weight for w in wanted)


def _covered(wanted: Sequence[_Wanted], lines: Sequence[Line], shares: Sequence[float]) -> dict[str, float]:
    """What all passages together and the best of them hold and miss; `shares` fall."""
    held = frozenset[str]().union(*(line.stems for line in lines))
    missed = [w for w in wanted if not w.met(held)]
    lost = [w for w in missed if not w.hinted(held)]
    whole = _share(wanted, held)
    return {
        "cover any": whole,
        "cover alike": 1 - sum(w.weight for w in lost) / sum(w.weight for w in wanted),
        "cover misses": min(3, len(lost)) / 3,
        "cover misses none": float(not lost),
        "cover first": float(wanted[0].met(held)),
        "cover last": float(wanted[-1].met(held)),
        "cover last lost": float(wanted[-1] in lost),
        "cover misses figure": float(any(any(c.isdigit() for c in w.token.low) for w in missed)),
        "cover misses name": float(any(w.name for w in lost)),
        "cover misses other": float(any(not w.name for w in lost)),
        "cover best": shares[0],
        "cover best three": sum(shares[:3]) / 3,
        "cover best all": float(shares[0] > 0.999),
        "cover best most": float(shares[0] > 0.8),
        "cover many": min(5, sum(s > 0.6 for s in shares)) / 5,
        "cover apart": whole - shares[0],
    }


def _in_order(asked: Sequence[Token], lines: Sequence[Line]) -> float:
    """The largest share of the question's neighbouring words that one passage holds as neighbours."""
    pairs = {(a.stem, b.stem) for a, b in pairwise(asked)}
    found = (len(pairs & {(a.stem, b.stem) for a, b in pairwise(line.tokens)}) for line in lines)
    return max(found, default=0) / max(1, len(pairs))


def _opposite(asked: Sequence[Token], held: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Whether the question has a word with an opposite, and which of the two the passages hold."""
    stems = {t.stem for t in asked}
    own = {s for s in stems if s in OPPOSITES}
    yield "cover has opposite", float(bool(own))
    if own:
        turned = frozenset[str]().union(*(OPPOSITES[s] for s in own)) - stems
        yield f"cover opposite {not turned.isdisjoint(held)} same {not own.isdisjoint(held)}", 1.0
    long = {t.stem for t in asked if t.content and len(t.stem) >= 4}
    negated = any(joined in held for s in long for n in NEGATES for joined in (n + s, f"{n}-{s}"))
    yield "cover negated", float(negated)
    bare = (s.removeprefix(n).lstrip("-") for s in long - held for n in NEGATES if s.startswith(n))
    yield "cover negated asked", float(any(s in held for s in bare))


def _denied(wanted: Sequence[_Wanted], weighed: Sequence[tuple[float, Line]]) -> Mapping[str, float]:
    """Which denying words stand beside words of the question, and the share of the passages in which they do."""
    stems = frozenset(s for w in wanted for s in w.stems)
    made: dict[str, float] = {}
    total = denied = 0.0
    for share, line in weighed:
        tags = [t.content and not stems.isdisjoint(tokens.parts(t.stem)) for t in line.tokens]
        beside = False
        for i, token in enumerate(line.tokens):
            if token.low in comparing.DENIES or token.low in LACKS:
                before, after = any(tags[max(0, i - NEAR) : i]), any(tags[i + 1 : i + 1 + NEAR])
                said = token.low if token.low in APART else "other"
                made[f"cover denies {said} {before} {after}"] = 1.0
                beside = beside or before or after
        total += share
        denied += share * beside
    made["cover denied"] = denied / total if total else 0.0
    return made


LACKS = frozenset(
    [
        "none",
        "lack",
        "lacks",
        "lacking",
        "absence",
        "unable",
        "little",
        "rather",
        "instead",
        "unlikely",
        "rarely",
        "only",
    ]
)
"""Words that deny beside those of comparing results."""
APART = frozenset(["no", "not", "without", "neither", "only", "rather"])
"""Denying words that are frequent enough to be learnt each for itself."""
NEGATES = ("in", "un", "dis", "non", "ir", "im", "dys", "anti", "hypo", "de")
"""Beginnings that turn a word into its opposite."""


def _opposites(*pairs: tuple[str, str]) -> dict[str, frozenset[str]]:
    made: dict[str, frozenset[str]] = {}
    for pair in pairs:
        one, other = (frozenset(tokens.root(w) for w in side.split()) for side in pair)
        for here, there in ((one, other), (other, one)):
            for stem in here:
                made[stem] = made.get(stem, frozenset()) | there
    return made


OPPOSITES = _opposites(
    (
        "increase increased elevated higher high greater more upregulated up-regulated upregulation longer enhance "
        "enhanced raise gain stronger",
        "decrease decreased reduce reduced lower low less fewer downregulated down-regulated downregulation shorter "
        "diminish impaired loss suppress weaker",
    ),
    (
        "activate activation activator stimulate induce promote agonist",
        "inhibit inhibition inhibitor suppress suppressed repress antagonist block blocker attenuate",
    ),
    ("dominant", "recessive"),
    ("oncogene", "suppressor"),
    ("rare", "common frequent"),
    ("acute", "chronic"),
    ("benign", "malignant"),
    ("protective protect", "risk harmful"),
    ("improve better superior benefit", "worsen worse inferior harm"),
    ("safe", "toxic toxicity unsafe"),
    ("similar same equal equivalent", "different differ differing distinct dissimilar"),
    ("positive positively", "negative negatively inverse inversely"),
    ("male", "female"),
    ("first", "second"),
    ("single", "multiple"),
    ("reversible", "irreversible"),
    ("before", "after"),
    ("early", "late delayed"),
    ("small", "large"),
    ("hyper", "hypo"),
    ("necessary required needed indispensable essential", "dispensable unnecessary"),
    ("dependent", "independent"),
    ("accurate reliable", "inaccurate unreliable"),
)
"""Stem to the stems of its opposites."""
