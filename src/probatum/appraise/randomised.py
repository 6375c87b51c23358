"""Is this the report of a randomised trial? Two readers of title and abstract answer it: rules, and a linear model.

The rules are those of `design` and say where they read it. The model weighs the same cues with the words around them
and says only how likely; it is for comparison and for ordering what is doubtful (Marshall et al. 2018,
doi:10.1002/jrsm.1287, compare such readers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Final

import msgspec

from probatum.appraise import cues, design
from probatum.appraise.cue import Cue
from probatum.appraise.models import Linear
from probatum.model import Record, SectionKind
from probatum.text.expressions import expression, lowered

Reader = Callable[[Record], float]
"""How likely a record reports a randomised trial, 0 to 1."""

CUES: Final = tuple((name, value) for name, value in vars(cues).items() if isinstance(value, Cue))
TOKEN: Final = expression(r"[a-z]+|[0-9]+")
MOST_WORDS: Final = 600
"""Words of an abstract that the model looks at."""


def bare(record: Record) -> Record:
    """The record without what indexers said of it: publication types, headings and keywords."""
    return msgspec.structs.replace(record, publication_types=(), mesh=(), keywords=())


def by_rules(record: Record) -> float:
    """1 where the rules find a randomised design, else 0."""
    return float(design.find(bare(record), body=False).design.randomised)


def by_model(record: Record) -> float:
    """The linear model's probability."""
    return Linear.load("design").probabilities(features(record))["randomised"]


READERS: Final[Mapping[str, Reader]] = {"rules": by_rules, "model": by_model}
"""The readers by name."""


def features(record: Record) -> dict[str, float]:
    """What the model weighs: the rules' design, each cue in title or abstract, words and pairs of words."""
    found = {f"design={design.find(bare(record), body=False).design.value}": 2.0}
    for kind in (SectionKind.TITLE, SectionKind.ABSTRACT):
        text = " ".join(section.text for section in record.sections if section.kind is kind)
        low = lowered(text)
        found |= {f"{kind.value} cue {name}": 1.0 for name, cue in CUES if cue.find(text, low)}
        found |= dict.fromkeys(_words(kind.value, low), 0.3)
    return found


def _words(part: str, low: str) -> Iterator[str]:
    words = [w if w.isalpha() else "#" for w in TOKEN.findall(low)[:MOST_WORDS]]
    yield from (f"{part}:{w}" for w in words)
    yield from (f"{part}:{a} {b}" for a, b in pairwise(words))
