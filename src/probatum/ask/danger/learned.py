"""A learned reader of danger: messages whose words no list holds, weighed by a small model.

`grandad keeled forward in his soup and just stares` has none of the phrases of the flags, but is told as emergencies
are. A multinomial logistic regression over words, pairs of words and pieces of words, of invented messages
(docs/building/models/danger.md); fitted by `scripts/train/danger.py`. It names no sign, but the clause on which its
judgement rests most.
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from array import array
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from probatum.text.expressions import expression

BUCKETS: Final = 1 << 15
"""Features are hashed into so many buckets."""
KINDS: Final = ("harmless", "emergency", "overdose", "self-harm")
SURE: Final = 0.88
"""Probability of any danger from which on a message is warned of. Fitted so that at most three of a hundred harmless
messages of people who tell of themselves are, and hardly any question that is put as one."""
LIKE_ONE: Final = 0.5
"""Probability of the likeliest of them: a message that is like each of three dangers is like none."""
SHORTEST: Final = 4
"""Words from which on a message tells of something; fewer are a search."""
MOST_WORDS: Final = 60
"""Words that are weighed: a longer text is no message of somebody in haste, and its first words tell what it is."""
_WORD: Final = expression(r"[a-z0-9']+")
_PIECES: Final = (3, 4, 5)
_HEAD: Final = "<f4f"


class Weights(NamedTuple):
    """Of each kind its bias, and for each bucket its weight in whole steps of `step`."""

    step: float
    biases: tuple[float, ...]
    steps: tuple[array[int], ...]


def features(text: str) -> frozenset[int]:
    """The buckets of a message: its words, pairs of words, the pieces of words, and how it begins."""
    return frozenset(zlib.crc32(name.encode()) % BUCKETS for name in _names(text))


def _names(text: str) -> Iterator[str]:
    words = _WORD.findall(text.lower().replace("’", "'"))[:MOST_WORDS]
    for at, word in enumerate(words):
        yield f"w {word}"
        if at + 1 < len(words):
            yield f"b {word} {words[at + 1]}"
        whole = f"<{word}>"
        yield from (f"c {whole[i : i + n]}" for n in _PIECES for i in range(len(whole) - n + 1))
    if words:
        yield f"first {words[0]}"


def probabilities(text: str) -> dict[str, float]:
    """How probable each kind is for a message; slips set right before (see `wording`)."""
    held, weights = features(text), _weights()
    scale = weights.step / math.sqrt(len(held) or 1)
    scores = [b + scale * sum(s[i] for i in held) for b, s in zip(weights.biases, weights.steps, strict=True)]
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    return dict(zip(KINDS, (one / sum(raised) for one in raised), strict=True))


def telling(text: str) -> str:
    """The clause of a message without which it would be told least like a danger, at most MOST_TOLD words of it."""
    every = [clause.strip() for clause in _CLAUSE.split(text) if clause.strip()]
    told = [at for at, clause in enumerate(every) if not _ASKS.match(clause) and _FELT.search(clause)]
    if len(every) < 2 or not told:
        return ""
    told = [at for at in told if not any(sign.isdigit() for sign in every[at])] or told
    at = max(told, key=lambda n: probabilities(" ".join(every[:n] + every[n + 1 :]))["harmless"])
    return " ".join(every[at].split()[:MOST_TOLD])


def feels(text: str) -> bool:
    """Whether a text has a word of what is seen or felt."""
    return _FELT.search(text) is not None


MOST_TOLD: Final = 12
_ASKS: Final = expression(
    r"(?:is|are|was|do|does|did|can|could|should|shall|will|would|may|might|must|what|which|who|why|how|when|where|any"
    r"|please|help|thanks?)\b",
    re.IGNORECASE,
)
"""How a clause begins that asks, and tells nothing."""
_FELT: Final = expression(
    r"\b(?:breath\w*|noises?|pains?|hurts?|sick|blood\w*|bleed\w*|cough\w*|faint\w*|dizz\w*|floppy|limp|shak\w+|swell\w*"
    r"|swollen|blue|gr[ae]y|pale|yellow|cold|hot|fever\w*|sweat\w*|numb|weak|stares?|groans?|wak(?:e|ing)|confus\w*|slur\w*"
    r"|vomit\w*|collaps\w*|fell|hit|stopped|won'?t|can'?t|cannot|isn'?t|not)\b",
    re.IGNORECASE,
)
"""Words of what is seen or felt."""
_CLAUSE: Final = expression(r"[.,;:?!]+|\s-\s|\s(?:and|but|or|so|because)\s")


def likeliest(text: str) -> str:
    """The kind of danger that a message is told like; empty where it is not surely one."""
    told = probabilities(text)
    kind = max(KINDS[1:], key=lambda one: told[one])
    return kind if 1 - told["harmless"] >= SURE and told[kind] >= LIKE_ONE else ""


def packed(step: float, biases: tuple[float, ...], steps: list[array[int]]) -> bytes:
    """The file of such weights."""
    return struct.pack(_HEAD, step, *biases) + b"".join(one.tobytes() for one in steps)


@cache
def _weights() -> Weights:
    held = files(__package__).joinpath("learned.bin").read_bytes()
    step, *biases = struct.unpack_from(_HEAD, held)
    start = struct.calcsize(_HEAD)
    rows = [array("b", held[start + n * BUCKETS : start + (n + 1) * BUCKETS]) for n in range(len(KINDS))]
    return Weights(step, tuple(biases), tuple(rows))
