"""Yes, no or maybe: how passages answer a question put to be answered so.

Each passage is read relative to the question: words of the question become one tag, so that what is learnt is how
passages affirm and deny, never of what.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from probatum.appraise.claims import agreeing, bearing, conclusions, covering, framing, turning
from probatum.appraise.effects import comparing, tokens
from probatum.appraise.effects.tokens import Token
from probatum.appraise.models import Linear
from probatum.text import sentences as text_sentences
from probatum.text import statistics, words
from probatum.text.expressions import expression

MODEL = "yes_no"
MOST = 40
"""Sentences read at most; of more, those that share most with the question."""
LONGEST = 1200
OWN = 0.7
"""Weight of the features that are learnt for one sort of source alone (Daume 2007, easy domain adaptation)."""
COVER = 2.0
"""Weight of the measures of covering, of which there are few, beside the others."""
NEAR = 3
"""Passages without a marked conclusion of which those nearest the question are read apart."""
CLASSES = ("yes", "no", "maybe")


class Passage(NamedTuple):
    """A sentence and whether it concludes."""

    text: str
    concludes: bool = False


class Reply(NamedTuple):
    """The likelier answer with its probability."""

    answer: str
    probability: float


def of_texts(texts: Sequence[str]) -> tuple[Passage, ...]:
    """The sentences of passages from several sources; none of them is taken for a conclusion."""
    return tuple(Passage(t[a:b]) for t in texts for a, b in text_sentences.split(t))


def answer(question: str, passages: Sequence[Passage], classes: Sequence[str] = CLASSES) -> Reply:
    """The answer among `classes` that the passages give; the model's card is docs/building/models/yes_no.md."""
    chances = Linear.load(MODEL).probabilities(features(question, passages))
    held = {name: chances[name] for name in classes}
    likely = max(classes, key=lambda name: held[name])
    return Reply(likely, held[likely] / sum(held.values()))


def features(question: str, passages: Sequence[Passage]) -> dict[str, float]:
    """What the model sees of a question and its passages: how those that bear on it most affirm, deny and hedge."""
    asked = tokens.read(question[:LONGEST])
    wanted = frozenset(p for t in asked if t.content and t.low not in words.QUESTION for p in tokens.parts(t.stem))
    written = [_Told.of(p, wanted) for p in passages if p.text.strip()]
    told = sorted(written, key=lambda t: (-t.passage.concludes, -t.shared))[:MOST]
    made: dict[str, float] = dict.fromkeys(_question(asked), 1.0)
    if not told:
        return made
    concluding = [t for t in told if t.passage.concludes]
    source = "abstract" if concluding else "snippets"
    groups = {"best": sorted(concluding or told, key=lambda t: -t.shared)[:1], "all": told}
    if concluding:
        groups["end"] = concluding
    else:
        groups["near"] = told[:NEAR]
    for group, chosen in groups.items():
        for one in chosen:
            for name, value in one.signs().items():
                key = f"{group} {name}"
                made[key] = min(2.0, made.get(key, 0.0) + value / len(chosen) ** 0.5)
    made["shared"] = max(t.shared for t in told)
    made["many"] = min(len(told), 30) / 30
    lines = [covering.Line.of(t.tokens, t.passage.concludes) for t in told]
    for name, value in covering.measures(question[:LONGEST], asked, lines).items():
        made[name] = COVER * value
    if not concluding:
        made |= {name: COVER * value for name, value in turning.measures(asked, lines).items()}
    made |= _agrees(question, [t.passage for t in told])
    made |= _framed(asked, [t for t in written if t.passage.concludes][:MOST])
    return {**made, **{f"{source}|{name}": OWN * value for name, value in made.items()}}


FRAMED = 2.0
"""Weight of the votes of framing, of which there are few, beside the others."""


def _framed(asked: Sequence[Token], concluding: Sequence[_Told]) -> dict[str, float]:
    """How far the conclusion's sentences, in order, speak for yes to what the question asks."""
    nearest = max(range(len(concluding)), key=lambda i: concluding[i].shared, default=0)
    votes = framing.measures(asked, [t.tokens for t in concluding], nearest)
    return {name: FRAMED * value for name, value in votes.items()}


AGREES = ("product", "votes", "best same", "best contrary", "denied near", "word ", "plain denied")
"""Beginnings of the features of agreeing that are kept: whether signs agree, not which."""
AGREEING = 4
"""Passages whose signs are compared with the question's."""


def _agrees(question: str, passages: Sequence[Passage]) -> dict[str, float]:
    """Whether the passages that bear on the question agree with it in their signs, and what all name of it."""
    seen = bearing.Seen.of(question[:LONGEST], [p.text for p in passages])
    if not seen.lines:
        return {}
    scores = [3 * line.cover + 2 * passages[at].concludes for line, at in zip(seen.lines, seen.at, strict=True)]
    best = sorted(range(len(scores)), key=lambda i: -scores[i])[:AGREEING]
    powers = [math.exp(scores[i] - scores[best[0]]) for i in best]
    made = bearing.whole(seen.claim, seen.lines)
    for power, i in zip(powers, best, strict=True):
        for name, value in agreeing.features(seen.lines[i]).items():
            if name.startswith(AGREES):
                made[f"r {name}"] = made.get(f"r {name}", 0.0) + value * power / sum(powers)
    return made


class _Told(NamedTuple):
    """A passage with its tokens, tagged by the question, and the share of the question it holds."""

    passage: Passage
    tokens: Sequence[Token]
    tags: Sequence[str]
    shared: float

    @classmethod
    def of(cls, passage: Passage, wanted: frozenset[str]) -> _Told:
        told = tokens.read(passage.text[:LONGEST])
        tags = tuple("Q" if t.content and not wanted.isdisjoint(tokens.parts(t.stem)) else "" for t in told)
        held = {p for t in told for p in tokens.parts(t.stem)} & wanted
        return cls(passage, told, tags, len(held) / len(wanted) if wanted else 0.0)

    def signs(self) -> dict[str, float]:
        """Measures of one passage."""
        text = self.passage.text
        direction = conclusions.direction(text) or "plain"
        denied = DENIES.search(text) is not None
        near = "near" if self.shared >= 0.5 else "far"
        made = {
            f"dir {direction}": 1.0,
            f"dir {direction} {near}": 1.0,
            f"denied {denied}": 1.0,
            f"denied {denied} {near}": 1.0,
            "hedged": float(conclusions.HEDGE.search(text) is not None),
            "but": float(BUT.search(text) is not None),
            "wants more": float(WANTS.search(text) is not None),
            "shared": self.shared,
            "denied shared": self.shared * denied,
            "significant": float(statistics.claims_significance(text) == "significant"),
            "not significant": float(statistics.claims_significance(text) == "not significant"),
        }
        for name, pattern in SAYS.items():
            if pattern.search(text):
                made[f"says {name}"] = 1.0
        lows = [t.low for t in self.tokens]
        for i, low in enumerate(lows):
            if low in comparing.DENIES:
                of = "Q" if "Q" in self.tags[i + 1 : i + 6] else "_"
                made[f"denies {of}"] = made[f"denies {of} {near}"] = 1.0
        for i, token in enumerate(self.tokens):
            own = comparing.WAYS.get(token.stem)
            if own:
                turned = any(low in comparing.DENIES for low in lows[max(0, i - 5) : i])
                made[f"way {own} {turned}"] = 1.0
        return made


DENIES = expression(
    r"\b(?:no|not|neither|nor|without|lack|lacks|fail(?:ed|s)?|cannot|unlikely|unnecessary|never|none|little|rarely"
    r"|insufficient|ineffective|similar|comparable|unrelated|independent(?:ly)? of|inadequate"
    r"|regardless|unaffected|poor(?:ly)?"
    r"|disappointing|negligible|questionable|unchanged|minority|trivial|unable|absence)\b|n't\b",
    re.IGNORECASE,
)
BUT = expression(
    r"\b(?:but|however|although|though|yet|nevertheless|whereas|while|only|except|depend\w*)\b", re.IGNORECASE
)
WANTS = expression(
    r"\b(?:further|future|additional|larger|more) (?:\w+ ){0,2}(?:stud|research|trial|investigat"
    r"|work|evidence)|\b(?:uncertain"
    r"|unclear|unknown|inconclusive|controversial|cannot be (?:determined|excluded)|remains? to be|caution)",
    re.IGNORECASE,
)
SAYS = {
    "works": expression(
        r"\b(?:effective|efficacious|useful|valuable|beneficial|successful|promising|well tolerated)", re.IGNORECASE
    ),
    "safe": expression(
        r"\b(?:safe(?:ly)?|feasible|well[- ]tolerated|acceptable|reliable|accurate|valid|adequate)\b", re.IGNORECASE
    ),
    "linked": expression(
        r"\b(?:associat|correlat|relat(?:ed|ion)|predict|risk factor|link(?:ed)?|involved|role|contribut)",
        re.IGNORECASE,
    ),
    "differs": expression(r"\b(?:differ|vary|varies|affect|influence|impact)", re.IGNORECASE),
    "advises": expression(r"\b(?:should|recommend|must|warrant|need(?:ed|s)?|necessary|consider)", re.IGNORECASE),
    "approved": expression(
        r"\b(?:approved|indicated|licen[sc]ed|first[- ]line|currently used|caused? by|encod|express|bind)",
        re.IGNORECASE,
    ),
    "same": expression(r"\b(?:similar|same|equal|equivalent|comparable|identical|non-?inferior)", re.IGNORECASE),
    "may": expression(r"\b(?:may|might|could|suggest|possib|potential|likely|appear|seem)", re.IGNORECASE),
    "shows": expression(
        r"\b(?:demonstrat|show(?:s|ed|n)?|confirm|support|indicate|found|reveal|provid)", re.IGNORECASE
    ),
}


def _way(asked: Sequence[Token]) -> str:
    """Which way the question points: its first comparing word, or the thing it asks after."""
    ways = [w for t in asked if (w := comparing.WAYS.get(t.stem))]
    if ways:
        return ways[0]
    lows = {t.low for t in asked}
    for name, said in ASKS.items():
        if lows & said:
            return name
    return "plain"


ASKS = {
    "differ": frozenset(
        [
            "difference",
            "differences",
            "differ",
            "different",
            "vary",
            "affect",
            "affects",
            "influence",
            "influences",
            "impact",
        ]
    ),
    "need": frozenset(
        [
            "necessary",
            "needed",
            "need",
            "required",
            "indicated",
            "justified",
            "should",
            "routine",
            "routinely",
            "mandatory",
        ]
    ),
    "able": frozenset(
        ["can", "could", "feasible", "possible", "able", "useful", "usefulness", "valuable", "worthwhile", "value"]
    ),
    "safe": frozenset(["safe", "safely", "safety"]),
    "predict": frozenset(
        [
            "predict",
            "predicts",
            "predictor",
            "prognostic",
            "marker",
            "associated",
            "association",
            "related",
            "risk",
            "factor",
        ]
    ),
    "valid": frozenset(["accurate", "reliable", "valid", "appropriate", "adequate", "sufficient"]),
}


OPENERS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "does",
        "do",
        "did",
        "can",
        "could",
        "should",
        "will",
        "would",
        "has",
        "have",
        "may",
        "must",
    ]
)


def _question(asked: Sequence[Token]) -> Iterator[str]:
    lows = [t.low for t in asked]
    yield f"q way {_way(asked)}"
    yield f"q first {next((low for low in lows[:1] if low in OPENERS), 'other')}"
    for name, pattern in SAYS.items():
        if pattern.search(" ".join(lows)):
            yield f"q says {name}"
    yield f"q long {min(len(asked) // 5, 6)}"
